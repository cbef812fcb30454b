"""Who acts on whom, by the particles of Korean and Japanese: subject and object changed over."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.assist.findings import CheckFound, Side
from briefing.assist.proper import katakana_names
from briefing.assist.wordlists import words

_ACTORS = re.compile(
    "|".join(
        words("""
            대통령 총리 여당 야당 노조 사측 회사 검찰 경찰 법원 국회 의회 원고 피고 대통령실 총리실
            大統領 首相 与党 野党 労組 経営側 会社 検察 警察 裁判所 国会 議会 原告 被告 現職 新人
        """)
    )
)
_BODY = {
    "ko": r"(?:\s?[가-힣]{1,6}?){0,2}?",
    "ja": r"(?:の?[一-鿿々ァ-ヺー]{1,8})?",
}  # of a country, its parliament
_SUBJECT = {
    "ko": re.compile(_BODY["ko"] + r"(?:은|는|이|가)(?=\s)|" + _BODY["ko"] + r",\s"),
    "ja": re.compile(_BODY["ja"] + r"[はが](?![ぁ-ん]{3}[。])"),
}
_OTHER = {
    "ko": re.compile(_BODY["ko"] + r"(?:에게|에(?=\s)|을|를|의|측에|로(?=\s))"),
    "ja": re.compile(_BODY["ja"] + r"[にをへの](?!よ[りっ]|対)"),
}
_SUFFERED = re.compile(  # the same told from the other side
    r"패[했한함하배]|졌|敗れ|敗[っ北]|받[았은는을아]|당[했한하해함]|에 의해|으로부터|로부터|에게서|"
    r"수입|구매|사들|[가-힣]된 |"
    r"され|られ|受け|によっ|により|から(?!は)|輸入|購入|買"
)


def subject_findings(wording: Side, evidence: Side) -> Iterator[CheckFound]:
    """A finding where a subject and what it acts on have changed places against the evidence."""
    if wording.language != evidence.language or wording.language not in _BODY:
        return
    if bool(_SUFFERED.search(wording.text)) != bool(_SUFFERED.search(evidence.text)):
        return
    ours, theirs = _parts(wording), _parts(evidence)
    crossed = [s for s in ours["subject"] if s in theirs["other"] and s not in theirs["subject"]]
    back = [s for s in theirs["subject"] if s in ours["other"] and s not in ours["subject"]]
    if crossed and back:
        start, end = ours["subject"][crossed[0]]
        first, last = theirs["subject"][back[0]]
        yield CheckFound("party", wording.text[start:end], evidence.text[first:last], start, end, "")


def _parts(side: Side) -> dict[str, dict[str, tuple[int, int]]]:
    """Its names by what the particle behind them makes of them."""
    found: dict[str, dict[str, tuple[int, int]]] = {"subject": {}, "other": {}}
    for start, end, called in _named(side):
        for part, patterns in (("subject", _SUBJECT), ("other", _OTHER)):
            owned = part == "subject" and side.text[:start].rstrip().endswith("의")
            if not owned and patterns[side.language].match(side.text, end):
                found[part].setdefault(called, (start, end))
    return found


def _named(side: Side) -> Iterator[tuple[int, int, str]]:
    yield from ((k.start, k.end, k.id) for k in side.names)
    yield from ((m.start(), m.end(), m.group()) for m in _ACTORS.finditer(side.text))
    if side.language == "ja":
        yield from ((n.start, n.end, n.text) for n in katakana_names(side.text))
