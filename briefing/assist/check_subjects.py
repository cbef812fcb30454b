"""Who acts on whom, in Korean, in Japanese and between languages: two who changed places."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.assist.findings import CheckFound, Side
from briefing.assist.roles_east import deeds_east
from briefing.assist.roles_en import Actor, Deed, deeds
from briefing.assist.wordlists import words

_ACTORS = re.compile(
    "|".join(
        words("""
            대통령 총리 여당 야당 노조 사측 회사 검찰 경찰 법원 원고 피고 대통령실 총리실
            大統領 首相 与党 野党 労組 経営側 会社 検察 警察 裁判所 原告 被告 現職 新人
        """)
    )
)
_NOUN = {  # that no list knows, and the particle right behind it
    "ko": re.compile(r"(?<![가-힣])(?P<noun>[가-힣A-Z]{3,8}?)(?P<case>(?:은|는|이|가|을|를|에게)\s|,\s)"),
    "ja": re.compile(r"(?P<noun>[一-鿿々ァ-ヺー]{3,10})(?P<case>[はがをに、])"),
}
_BODY = {
    "ko": r"(?:\s?[가-힣]{1,6}?){0,2}?",
    "ja": r"(?:の?[一-鿿々ァ-ヺー]{1,8})?",
}  # of a country, its parliament
_SUBJECT = {
    "ko": re.compile(_BODY["ko"] + r"(?:은|는|이|가)(?=\s)|" + _BODY["ko"] + r",\s"),
    "ja": re.compile(_BODY["ja"] + r"(?:[はが](?![ぁ-ん]{3}[。])|、)"),
}
_OTHER = {
    "ko": re.compile(_BODY["ko"] + r"(?:에게|에(?=\s)|을|를|의|측에|로(?=\s))"),
    "ja": re.compile(_BODY["ja"] + r"[にをへの](?!よ[りっ]|対)"),
}
_SUFFERED = re.compile(  # the same told from the other side
    r"패[했한함하배]|졌|敗れ|敗[っ北]|받[았은는을아]|당[했한하해함]|에 의해|으로부터|로부터|에게서|"
    r"[가-힣](?:된 |[됐됨])|통과|"
    r"され|られ|受け|によっ|により|から(?!は)"
)
_SHARED = {
    "ko": re.compile(
        r"(?<![가-힣A-Za-z])[가-힣A-Za-z]{3,}?(?=(?:은|는|이|가|을|를|의|에|에게|에서|로|와|과)?[\s,])"
    ),
    "ja": re.compile("[ァ-ヺー]{3,}|[一-鿿々]{3,}"),
}
_TAKEN = re.compile("수입|구매|사들|매입|인수|수주|輸入|購入|買|受注|取得")


def subject_findings(wording: Side, evidence: Side) -> Iterator[CheckFound]:
    """A finding where a subject and what it acts on have changed places against the evidence."""
    if wording.language != evidence.language or wording.language not in _BODY:
        return
    for turned in (_SUFFERED, _TAKEN):
        if bool(turned.search(wording.text)) != bool(turned.search(evidence.text)):
            return
    ours, theirs = (_parts(one, other) for one, other in ((wording, evidence), (evidence, wording)))
    crossed = [s for s in ours["subject"] if s in theirs["other"] and s not in theirs["subject"]]
    back = [s for s in theirs["subject"] if s in ours["other"] and s not in ours["subject"]]
    if crossed and back:
        start, end = ours["subject"][crossed[0]]
        first, last = theirs["subject"][back[0]]
        yield CheckFound("party", wording.text[start:end], evidence.text[first:last], start, end, "")


def _parts(side: Side, other: Side) -> dict[str, dict[str, tuple[int, int]]]:
    """What both texts name, by what the particle behind it makes of it."""
    found: dict[str, dict[str, tuple[int, int]]] = {"subject": {}, "other": {}}
    for start, end, called in _named(side):
        for part, patterns in (("subject", _SUBJECT), ("other", _OTHER)):
            owned = part == "subject" and side.text[:start].rstrip().endswith("의")
            if not owned and patterns[side.language].match(side.text, end):
                found[part].setdefault(called, (start, end))
    for match in _NOUN[side.language].finditer(side.text):
        if match["noun"] in other.text:
            part = "other" if match["case"][:1] in "을를에をに" else "subject"
            found[part].setdefault(match["noun"], match.span("noun"))
    return found


def _named(side: Side) -> Iterator[tuple[int, int, str]]:
    yield from ((k.start, k.end, k.id) for k in side.names)
    yield from ((m.start(), m.end(), m.group()) for m in _ACTORS.finditer(side.text))


def exchanged_findings(wording: Side, evidence: Side) -> Iterator[CheckFound]:
    """A finding for the first deed whose doer is in the evidence the one it is done to."""
    shared, abroad = _shared(wording, evidence), wording.language != evidence.language
    told = _deeds(evidence, shared)
    for ours in (deed for deed in _deeds(wording, shared) if abroad or deed.other):
        same = [theirs for theirs in told if theirs.sort == ours.sort]
        turned = [t for t in same if _is(ours.doer, t.other) and (not ours.other or _is(ours.other, t.doer))]
        if turned and not any(_is(ours.doer, t.doer) or _is(ours.other, t.other) for t in same):
            said, mine = ours.doer, turned[0].doer
            if said and mine:
                there = evidence.text[mine.start : mine.end]
                yield CheckFound("party", wording.text[said.start : said.end], there, said.start, said.end, "")
                return


def _is(one: Actor | None, other: Actor | None) -> bool:
    return bool(one and other and one.called & other.called)


def _deeds(side: Side, shared: tuple[str, ...]) -> list[Deed]:
    return list(deeds(side.text) if side.language == "en" else deeds_east(side.text, side.language, shared))


def _shared(wording: Side, evidence: Side) -> tuple[str, ...]:
    """The longer nouns of a wording that its evidence holds too: no list knows most of those who act."""
    if wording.language != evidence.language or wording.language not in _SHARED:
        return ()
    return tuple({n for n in _SHARED[wording.language].findall(wording.text) if n in evidence.text})
