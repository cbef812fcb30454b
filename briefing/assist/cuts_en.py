"""What an English sentence can lose without saying anything else: neutral attributions, credits, fillers."""

from __future__ import annotations

import re

from briefing.assist.dates_out import Swap

_BODY = (
    r"(?:ministry|agency|agencies|service|office|authority|authorities|officials?|statement|department|commission|"
    r"commissioner|bureau|administration|government|spokes(?:man|woman|person)|readout|release|embassy|secretariat|"
    r"council|committee|delegation|source|sources|organizers|customs|police|bank)"
)
_WHO = (
    rf"(?:(?:it|he|she|they)|(?:[Tt]he\s+|[Aa]n?\s+)?"
    rf"(?:[\w'’.&-]+\s+){{0,6}}?{_BODY}(?:\s+(?:official|officials|chief))?)"
)
_DAY = r"(?:on\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today"
_WHERE = (
    r"(?:in\s+a\s+(?:press\s+|joint\s+|written\s+)?(?:statement|release|briefing)|"
    r"at\s+a\s+(?:press\s+|news\s+)?(?:briefing|conference))"
)
_SAID = rf"(?:said|added|told\s+reporters|explained)(?:\s+(?:{_DAY}))?(?:\s+{_WHERE})?(?:\s+(?:{_DAY}))?"
_CREDIT = re.compile(r"\s*\((?:Yonhap|Reuters|AP|AFP|Kyodo|Xinhua|[A-Z]\w+ News)\)\s*$")
_DATELINE = re.compile(
    r"^[A-Z][A-Za-z .'-]{1,24},?\s+(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2}\s+)?"
    r"\((?:[A-Z]\w+(?: \w+)?)\)\s*(?:--|—|–|-)\s+(?=[\"“A-Z])"
)
_TRAILING = re.compile(rf",\s+{_WHO}\s+{_SAID}(?=[.]?$)")
_TRAILING_ACCORDING = re.compile(r",\s+according\s+to\s+(?:[\w'’.&-]+\s+){0,7}[\w'’&-]+(?=[.]?$)")
_LEADING_ACCORDING = re.compile(r"^According\s+to\s+(?:[\w'’.&-]+\s+){0,7}[\w'’&-]+,\s+(?=[\w\"])")
_LEADING = re.compile(
    rf"^(?:It|He|She|They|{_WHO})\s+(?:also\s+)?(?:said|added|explained)(?:\s+(?:{_DAY}))?(?:\s+{_WHERE})?\s+(?:that\s+)?"
    r"(?=(?:the|both|no|all|each|some|more|most|(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[A-Z][\w'’.-]+|\d[\d,.]*)\s)"
)
_SAID_IT = re.compile(
    rf"(?<=[\w,])\s+said(?:\s+(?:{_DAY}))?\s+(?:that\s+)?it(?=\s+(?:has\s+(?!been\b)|had\s+(?!been\b)|plans\s|will\s+(?!be\b|take\b)|"
    r"intends\s|aims\s|hopes\s|expects\s))"
)
_SPEAKER = re.compile(rf"^(?:The\s+|[A-Z])[\w\s'’.&-]{{0,60}}?{_BODY}(?:,\s+meanwhile,)?$")
_MEANWHILE = re.compile(r",\s+(?:meanwhile|however|for its part),(?=\s)|^Meanwhile,\s+")
_QUOTE_MARKS = '"“”'


def english_cuts(quote: str) -> tuple[Swap, ...]:
    """The stretches that can go; none of them where words are quoted."""
    cuts = [m.span() for pattern in (_CREDIT, _DATELINE) if (m := pattern.search(quote))]
    end = min((start for start, _ in cuts if start), default=len(quote))
    body = quote[:end]
    if not any(mark in body for mark in _QUOTE_MARKS):
        cuts += _attributions(body)
    cuts += [m.span() for m in _MEANWHILE.finditer(body) if "however" not in m.group()]
    kept = _without_overlaps(cuts)
    whole = kept[:1] == [(0, len(quote))]
    return () if whole else tuple((start, stop, "") for start, stop in kept)


def _attributions(body: str) -> list[tuple[int, int]]:
    for pattern in (_TRAILING, _TRAILING_ACCORDING, _LEADING_ACCORDING):
        match = pattern.search(body)
        if match and _stands_alone(body[: match.start()] + body[match.end() :]):
            return [match.span()]
    match = _LEADING.match(body)
    if match:
        return [match.span()]
    said = _SAID_IT.search(body)
    return [said.span()] if said and _SPEAKER.match(body[: said.start()]) else []


def _stands_alone(rest: str) -> bool:
    """Whether what remains is long enough to be a sentence of its own."""
    return len(rest.split()) >= 4


def _without_overlaps(cuts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    kept: list[tuple[int, int]] = []
    for cut in sorted(cuts):
        if not kept or cut[0] >= kept[-1][1]:
            kept.append(cut)
    return kept
