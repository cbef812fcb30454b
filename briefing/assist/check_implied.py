"""Figures the evidence gives in another form: seven in ten for 70 percent, a difference, months in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from briefing.assist.findings import Side
from briefing.assist.quantities import Quantity
from briefing.assist.wordlists import numbered

_COUNT = {
    **numbered("one two three four five six seven eight nine ten"),
    **numbered("한 두 세 네 다섯 여섯 일곱 여덟 아홉 열"),
    **numbered("하나 둘 셋 넷"),
}
_NUMBER = rf"(?:\d{{1,3}}|{'|'.join(sorted(_COUNT, key=len, reverse=True))})"
_SHARE = {
    "en": re.compile(
        rf"\b(?P<part>{_NUMBER})(?: people| voters)?[ -](?:in|out of|of|in every|"
        rf"out of every)(?: every| the| its| all)?(?:[ -](?:[a-z]+ )?[\w’']+[’']s)?[ -](?P<whole>{_NUMBER})\b"
        r"(?!\s+(?:years?|months?|weeks?|days?|hours?|minutes?|countries|states|cities))",
        re.IGNORECASE,
    ),
    "ko": re.compile(
        rf"(?P<whole>{_NUMBER})\s?(?:명|곳|사람|개|가구)?\s?(?:중|"
        rf"가운데)(?:에서)?\s(?P<part>{_NUMBER})(?=\s?(?:명|곳|사람|개|가구)?)"
    ),
    "ja": re.compile(
        rf"(?P<whole>{_NUMBER})[人社]?(?:に|のうち|中)(?:約|およそ)?(?P<part>{_NUMBER})(?=[人社])"
    ),
}
_CHANGED_BY = re.compile(
    r"\b(?:by|added|adds|cut|lost|gained|up|down|rose|fell|shed)\s+(?:about |some |nearly |another )?$"
)
_CHANGES = re.compile(
    r"\s?(?:늘|줄|증가|감소|증원|오르|오[름른]|올[라랐]|내[려렸림린]|상승|하락|차이|増|減|上[がげ]|下[がげ]|差)"
)
_IN_A_ROW = re.compile(r"\s?(?:연속|째|連続|続け)|\s(?:in a row|running|straight)|\s?consecutive")
_HALF, FIFTY = re.compile(r"\bhal(?:f|ved|ving)\b|절반|半"), 50
_YEAR_BEFORE = re.compile(r"전년|지난해|작년|前年|昨年|\b(?:last year|year (?:earlier|before|ago))\b")
_POINTS = re.compile(r"\s?(?:percentage\s)?points?\b|\s?%?포인트|ポイント")


def is_implied(quantity: Quantity, wording: Side, evidence: Side) -> bool:
    """Whether the figures of the evidence come to a figure that they do not name."""
    return (
        _is_share(quantity, wording, evidence)
        or _is_year_on_year(quantity, evidence)
        or _is_difference(quantity, wording, evidence)
        or _is_row(quantity, wording, evidence)
    )


def shares(side: Side) -> Iterator[tuple[int, int, Fraction]]:
    """Each "seven in ten" with its percentage."""
    pattern = _SHARE.get(side.language)
    for match in pattern.finditer(side.text) if pattern else ():
        part, whole = (_value(match[name]) for name in ("part", "whole"))
        if 0 < part < whole:
            yield match.start(), match.end(), Fraction(100 * part, whole)


def _value(word: str) -> int:
    return int(word) if word.isdigit() else _COUNT[word.lower()]


def _is_share(quantity: Quantity, wording: Side, evidence: Side) -> bool:
    if quantity.value == FIFTY and quantity.unit == "percent" and _HALF.search(evidence.text):
        return True
    theirs = {share for _, _, share in shares(evidence)}
    if quantity.unit == "percent" and quantity.value in theirs:
        return True
    given = theirs | {q.value for q in evidence.quantities if q.unit == "percent"}
    return any(
        start <= quantity.start < end and share in given and quantity.unit in ("", "person")
        for start, end, share in shares(wording)
    )


def _is_difference(quantity: Quantity, wording: Side, evidence: Side) -> bool:
    """What lies between two figures of one unit; small whole numbers meet by chance."""
    points = quantity.unit == "point" or bool(_POINTS.match(wording.text, quantity.end))
    unit = "percent" if points else quantity.unit
    by = points or (unit != "percent" and _is_change(quantity, wording))
    if not by or (quantity.value < 10 and quantity.value.denominator == 1):
        return False
    alike = [q.value for q in evidence.quantities if q.unit == unit]
    return any(abs(a - b) == quantity.value for a, b in combinations(alike, 2))


def _is_change(quantity: Quantity, side: Side) -> bool:
    before = side.text[max(0, quantity.start - 24) : quantity.start]
    return bool(
        _CHANGED_BY.search(before) if side.language == "en" else _CHANGES.match(side.text, quantity.end)
    )


def _is_year_on_year(quantity: Quantity, evidence: Side) -> bool:
    """In a year, for what is held against the year before."""
    return quantity.value == 1 and quantity.unit == "year" and bool(_YEAR_BEFORE.search(evidence.text))


def _is_row(quantity: Quantity, wording: Side, evidence: Side) -> bool:
    """Two months in a row, for January and February; six months earlier, for December instead of June."""
    months = {d.value[:7] for d in evidence.dates if d.value and len(d.value) in (7, 10)}
    if quantity.unit != "month":
        return False
    ordinals = {q.value for q in evidence.quantities if q.unit == "ordinal"}  # for the 12th month in a row
    if _IN_A_ROW.match(wording.text, quantity.end) and quantity.value in (len(months), *ordinals):
        return True
    counted = [12 * int(month[:4]) + int(month[5:]) for month in months]
    return any(abs(a - b) == quantity.value for a, b in combinations(counted, 2))
