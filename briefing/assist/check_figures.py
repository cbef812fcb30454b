"""Numbers and units of a wording against those of its evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from briefing.assist.check_implied import is_implied
from briefing.assist.check_measures import crossed_findings, rate_findings, trend_findings
from briefing.assist.dates import DateFound
from briefing.assist.findings import KINDS, CheckFound, Kind, Side
from briefing.assist.quantities import CONVERTED, Quantity

_ROUNDED = Fraction(3, 100)  # "about 40" may stand for 39 to 41, whatever its last place
_DUAL = re.compile(r"\b(?:dual|both|pair|twin|double|either|bilateral)\b|양국|양측|쌍|両", re.IGNORECASE)
_DEPUTY = re.compile(r"\s?(?:vice|deputy|차관|副|次官)", re.IGNORECASE)
_NOT_ONE = re.compile(r"도\s(?:[가-힣]+\s)?(?:없|않|못)")  # "한 명도 없었다" counts nobody
_QUARTER_AFTER = re.compile(r"[\s-]quarter\b|四半期")
_QUARTER = re.compile(r"분기|四半期|\bquarter\b|\bQ[1-4]\b")
_COUNTED = ("person", "case", "country", "ship")  # what a bare figure may count
_MEASURES = ("kg", "km", "meter", "barrel", "percent", "point", "megawatt")
_SCALED_DIGITS = re.compile(
    r"(\d[\d.,]*)\s?(?:thousand|million|billion|trillion|bn|mn|tn|m\b|[만억조万億兆])", re.IGNORECASE
)
_LIST = re.compile(
    r"(?:[^,.;、。]{1,40}[,、]\s?)+[^,.;、。]{1,40}?(?:,?\sand\s|\s및\s|[와과]\s|と)|(?:[^、。]{1,20}、)+"
)
_ITEM = re.compile(r"[,、](?!\s?and\b)")
_LISTED = re.compile(
    r"\s?(?:[A-Z][a-z]+(?:-[A-Z]?[a-z]+)?\s)?(?:countries|nations|states|ports|cities|places|topics|areas|issues|points|partners|institutions)"
)


def figure_findings(wording: Side, evidence: Side) -> Iterator[CheckFound]:
    """A finding for each figure of the wording that the evidence does not give."""
    theirs = evidence.quantities
    for quantity in wording.quantities:
        if quantity.unit == "ordinal":
            yield from _ordinal(quantity, theirs, wording, evidence)
        elif not (
            _told(quantity, theirs)
            or _listed(quantity, wording, evidence)
            or _is_span(quantity, evidence)
            or _is_year(quantity, evidence)
            or _is_small(quantity, evidence)
            or (quantity.value == 1 and _NOT_ONE.match(wording.text, quantity.end))
            or is_implied(quantity, wording, evidence)
        ):
            yield _figure(quantity, theirs, wording, evidence)
    yield from rate_findings(wording, evidence)
    yield from crossed_findings(wording, evidence)
    yield from trend_findings(wording, evidence)


def _told(quantity: Quantity, theirs: Sequence[Quantity]) -> bool:
    """Whether the evidence gives the figure: in its unit, or bare where nothing else has that unit."""
    same = [q for q in theirs if _same(quantity, q)]
    if not same and any(
        a.value + b.value == quantity.value and a.unit == b.unit == quantity.unit
        for i, a in enumerate(theirs)
        for b in theirs[i + 1 :]
        if quantity.unit == "person"
    ):
        return True  # five dead and eleven hurt are sixteen
    if quantity.unit == "fold":
        return bool(same) or not any(q.unit == "fold" or q.value == quantity.value for q in theirs)
    millions = re.search(r"\dm\b", quantity.text) or quantity.unit == "megaton"
    if millions and any(q.value == quantity.value * 10**6 for q in theirs):
        return True  # 9.5m and 9.5 Mt for 9.5 million
    counted = [q for q in theirs if quantity.unit and q.unit == quantity.unit]
    return bool(same) and (
        not counted
        or quantity.unit in _COUNTED
        or any(q.unit == quantity.unit or q.counts_things for q in same)
    )


def _same(ours: Quantity, theirs: Quantity) -> bool:
    bare = not ours.unit or not theirs.unit
    value, unit = (ours.value, ours.unit) if bare else ours.in_base
    other, other_unit = (theirs.value, theirs.unit) if bare else theirs.in_base
    if "kilo" in (unit, other_unit) and {unit, other_unit} <= {"kilo", "kg", "km"}:
        unit = other_unit
    if (unit and other_unit and unit != other_unit) or (unit in _MEASURES and theirs.counts_things):
        return False
    if unit == "percent" and 3 in (value.denominator, other.denominator) and abs(value - other) * 2 <= 1:
        return True  # two thirds, for 67 percent
    if ours.unit != theirs.unit and {ours.unit, theirs.unit} & CONVERTED:
        return abs(value - other) <= other * _ROUNDED
    if value == other or not _rounds(ours.bound, value, other):
        return value == other
    return theirs.bound in ("", "about") or abs(value - other) <= other * _ROUNDED


def _rounds(bound: str, said: Fraction, real: Fraction) -> bool:
    """Whether a figure said to be rounded may stand for the real one, at the figure's own precision."""
    if not real or not bound or said == 0:
        return False
    step = _step(said)
    if bound == "about":
        return abs(said - real) * 2 <= step or abs(said - real) <= real * _ROUNDED
    if bound == "more":
        return said <= real < said + step
    return real <= said < real + step


def _step(figure: Fraction) -> Fraction:
    """The last place a figure is exact to: 100 for 4,300; a tenth for 7.7; half of it where a five ends it."""
    step = Fraction(1, 100)
    while (figure / (step * 10)).denominator == 1:
        step *= 10
    return step


def _is_span(quantity: Quantity, evidence: Side) -> bool:
    """Eight months, for the interval from January to August."""
    if quantity.unit != "month":
        return False
    ends = [d.value.split("/") for d in evidence.dates if d.value and "/" in d.value]
    return any(
        len(last) == 7
        and (int(last[:4]) - int(first[:4])) * 12 + int(last[5:]) - int(first[5:]) + 1 == quantity.value
        for first, last in ends
        if len(first) == 7
    )


def _is_small(quantity: Quantity, evidence: Side) -> bool:
    """One, which is often left unsaid; two, for what is dual or told of both."""
    if quantity.value == 1 and re.search(
        rf"\b(?:an?|another)\s(?:\w+\s)?{quantity.text.split()[-1]}\b", evidence.text
    ):
        return True  # one month, for a month
    if quantity.unit or quantity.value > 2:
        return False
    return quantity.value == 1 or (quantity.value == 2 and bool(_DUAL.search(evidence.text)))


def _is_year(quantity: Quantity, evidence: Side) -> bool:
    """A bare "2030", where the evidence names that year."""
    said = quantity.text.strip()
    return (
        len(said) == 4 and not quantity.unit and any((d.value or "").startswith(said) for d in evidence.dates)
    )


def _listed(quantity: Quantity, wording: Side, evidence: Side) -> bool:
    """Whether it counts what the evidence lists: "three countries" for A, B and C."""
    counted = any(q.unit == quantity.unit != "" for q in evidence.quantities)
    if quantity.bound or counted or not 2 <= quantity.value <= 9:
        return False
    if quantity.unit not in ("country", "place") and not _LISTED.match(wording.text, quantity.end):
        return False
    countries = {known.id for known in evidence.names}
    lists = [len(_ITEM.findall(found.group())) + 2 for found in _LIST.finditer(evidence.text)]
    return int(quantity.value) in (len(countries), *lists)


def _figure(quantity: Quantity, theirs: Sequence[Quantity], wording: Side, evidence: Side) -> CheckFound:
    twin = next((q for q in theirs if q.value == quantity.value and q.unit != "ordinal"), None)
    if twin is not None:
        return _found("unit", quantity, twin, wording, evidence)
    same_script = wording.language == evidence.language
    scaled = next(
        (q for q in theirs if same_script and _digits(q) == _digits(quantity) and q.unit != "ordinal"), None
    )
    if scaled is not None and scaled.value != quantity.value:
        return _found("unit", quantity, scaled, wording, evidence)  # million for billion
    used = {q.value for q in wording.quantities}
    free = [q for q in theirs if q.value not in used and q.unit != "ordinal"] or list(theirs)
    alike = [q for q in free if q.unit == quantity.unit] or free
    nearest = min(alike, key=lambda q: _far(float(q.value), float(quantity.value)), default=None)
    return _found("number", quantity, nearest, wording, evidence)


def _digits(quantity: Quantity) -> str:
    """The digits as written, if a word of scale follows them; else a text of its own."""
    digits = "|".join(re.findall(r"\d[\d.,]*", quantity.text))
    return digits if _SCALED_DIGITS.search(quantity.text) else f"-{quantity.text}"


def _far(one: float, other: float) -> float:
    return abs(one - other) / (abs(one) + abs(other) + 1e-9)


def _found(kind: str, ours: Quantity, theirs: Quantity | None, wording: Side, evidence: Side) -> CheckFound:
    said = theirs.text.strip() if theirs else ""
    fix = said if wording.language == evidence.language else ""
    named: Kind = next((k for k in KINDS if k == kind), "number")
    return CheckFound(named, ours.text, said, ours.start, ours.end, fix)


def _ordinal(
    quantity: Quantity, theirs: Sequence[Quantity], wording: Side, evidence: Side
) -> Iterator[CheckFound]:
    """First is often said without a number (처음, "no earlier"); any other ordinal needs its like."""
    ordinals = [q for q in theirs if q.unit == "ordinal"]
    if any(q.value == quantity.value for q in theirs):
        return
    quarter = any(_is_quarter(d) for d in evidence.dates) or _QUARTER.search(evidence.text)
    if quarter and _QUARTER_AFTER.match(wording.text, quantity.end):
        return  # held against each other as dates
    if quantity.value == 1 and (not ordinals or not _same_noun(quantity, ordinals, wording, evidence)):
        return
    kind = "title" if _DEPUTY.match(wording.text, quantity.end) else "number"
    yield _found(kind, quantity, ordinals[0] if ordinals else None, wording, evidence)


def _is_quarter(found: DateFound) -> bool:
    """Whether a date is three months that a quarter may be."""
    first, _, last = (found.value or "").partition("/")
    return len(first) == len(last) == 7 and int(last[5:]) - int(first[5:]) == 2 and int(last[5:]) % 3 == 0


def _same_noun(ours: Quantity, theirs: Sequence[Quantity], wording: Side, evidence: Side) -> bool:
    noun = re.match(r"[\s-]*\w+", wording.text[ours.end :])
    return any(noun and evidence.text[q.end :].startswith(noun.group()) for q in theirs)
