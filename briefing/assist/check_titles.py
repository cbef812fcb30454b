"""Titles of office of a wording against its evidence, and whose title they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.assist.findings import CheckFound, Side
from briefing.assist.known_names import Known

_AFTER_TITLE = re.compile(r"\s+(?:[A-Z][\w'’.-]*\s+){0,3}?(?P<name>[A-Z][\w'’-]+)(?=\s+[a-z(]|[,.;:)]|$)")
_BEFORE_TITLE = re.compile(r"(?P<name>[가-힣]{1,6}(?=\s$)|[ァ-ヺー]{2,}$|[一-鿿]{2}$)")
_FORMER = re.compile(
    r"(?:\b(?:former|retired|ex)[ -]|\b(?:was|had been|served as|used to be)\s(?:its\s|the\s|an?\s)?|"
    r"(?:^|\s)전\s?|(?<!午)[前元])$",
    re.IGNORECASE,
)
_RANK = re.compile(
    r"\b(?:deputy|vice|assistant|acting|under)[ -]$|(?:직무대행|代行|(?<!内)副)\s?$|(?:^|\s)부$", re.IGNORECASE
)
_LOAN = re.compile(
    r"\bloans?\b|借款|融資|융자|상환|[달러엔원로]의?\s차관|외국\s차관|차관[을은의]?\s?(?:제공|승인|도입|쓰|상환)"
)
_ENVOYS = frozenset(("envoy", "envoys", "ambassador", "ambassadors"))  # a special envoy is another
_SERVICE = frozenset(("general", "admiral"))  # part of a name: General Waker
# Where a Secretary is the first official of a ministry, under its minister.
_OFFICIAL = frozenset(("australia", "new zealand", "india", "pakistan", "bangladesh", "sri lanka"))
_DEPUTIES = ("vice", "deputy")


def title_findings(wording: Side, evidence: Side) -> Iterator[CheckFound]:
    """A finding for each title that the evidence does not give, or gives to another person."""
    theirs = {t.id for t in evidence.titles}
    if not theirs:
        return
    holders = _holders(evidence) if wording.language == evidence.language else {}
    plain = {t.text for t in evidence.titles}
    lower = [t.text.lower() for t in evidence.titles]
    titles = (t for t in wording.titles if t.id not in _SERVICE or theirs & _SERVICE)
    for title in titles:
        if title.text.endswith("長官") and ("長官" in plain or wording.language != evidence.language):
            continue  # the office may be named in full
        if _is_loan(title, wording, evidence) or _is_official(title, evidence):
            continue
        if _is_called(title.text.lower(), lower):
            continue
        yield from _former(title, wording, evidence)
        yield from _ranked(title, wording, evidence)
        owner = _holder(title, wording)
        given = holders.get(owner, set())
        if given and not any(_covers(title.id, other) for other in given):
            yield _finding(title, wording, evidence, given)
        elif not any(_covers(title.id, other) for other in theirs):
            yield _finding(title, wording, evidence, theirs)


def _is_loan(title: Known, wording: Side, evidence: Side) -> bool:
    """차관 is a loan as well."""
    return title.text == "차관" and bool(_LOAN.search(evidence.text) or _LOAN.search(wording.text))


def _is_official(title: Known, evidence: Side) -> bool:
    """Whether a vice minister may be the Secretary of the evidence."""
    named = {k.id for k in evidence.names} if "Secretary" in evidence.text else set[str]()
    return title.id == "vice minister" and bool(_OFFICIAL & named)


def _is_called(title: str, others: list[str]) -> bool:
    """Whether a title is short for another, as the Chancellor for the one of the Exchequer, or an envoy."""
    return (title in _ENVOYS and bool(_ENVOYS & set(others))) or any(
        o.startswith(f"{title} of ") for o in others
    )


def _former(title: Known, wording: Side, evidence: Side) -> Iterator[CheckFound]:
    """A former office told as a present one, or the reverse."""
    same = [t for t in evidence.titles if t.id == title.id]
    if not same or not _holder(title, wording) or wording.language != evidence.language:
        return
    ours, theirs = _was(title, wording), {_was(t, evidence) for t in same}
    if theirs == {not ours}:
        said = same[0]
        words = evidence.text[max(0, said.start - 7) : said.end].split()
        yield CheckFound("title", title.text, " ".join(words[-2:]), title.start, title.end, "")


def _ranked(title: Known, wording: Side, evidence: Side) -> Iterator[CheckFound]:
    """A deputy told as the head, or the reverse."""
    same = [t for t in evidence.titles if t.id == title.id]
    if wording.language != evidence.language or not same:
        return
    ours, theirs = _rank(title, wording), {_rank(t, evidence) for t in same}
    if ours not in theirs and (ours or _holder(title, wording)):
        said = f"{next(iter(theirs))} {same[0].text}".strip()
        yield CheckFound("title", f"{ours} {title.text}".strip(), said, title.start, title.end, "")


def _rank(title: Known, side: Side) -> str:
    match = _RANK.search(side.text[max(0, title.start - 10) : title.start])
    return match.group().strip().lower() if match else ""


def _was(title: Known, side: Side) -> bool:
    return bool(_FORMER.search(side.text[max(0, title.start - 20) : title.start]))


def _covers(ours: str, theirs: str) -> bool:
    """The same office, or its shorter name: "the minister" for the foreign minister, never for a deputy."""
    if ours == theirs:
        return True
    return theirs.rsplit(maxsplit=1)[-1] == ours and not theirs.startswith(_DEPUTIES)


def _finding(title: Known, wording: Side, evidence: Side, given: set[str]) -> CheckFound:
    used = {t.id for t in wording.titles}
    fitting = [t for t in evidence.titles if t.id in given]
    said = next((t.text for t in fitting if t.id not in used), fitting[0].text if fitting else "")
    fix = said if wording.language == evidence.language else ""
    return CheckFound("title", title.text, said, title.start, title.end, fix)


def _holders(side: Side) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for title in side.titles:
        name = _holder(title, side)
        if name:
            found.setdefault(name, set()).add(title.id)
    return found


def _holder(title: Known, side: Side) -> str:
    """The name beside a title, "" if none stands there."""
    if side.language == "en":
        match = _AFTER_TITLE.match(side.text, title.end)
    else:
        match = _BEFORE_TITLE.search(side.text[max(0, title.start - 8) : title.start])
    return match["name"] if match else ""
