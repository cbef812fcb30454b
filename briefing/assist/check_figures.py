"""Numbers, units and dates of a wording against those of its evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction

from briefing.assist.check_crossed import crossed_findings
from briefing.assist.dates import DateFound
from briefing.assist.dates_out import long_date
from briefing.assist.days import MONTHS_EN
from briefing.assist.findings import KINDS, CheckFound, Kind, Side, is_length
from briefing.assist.quantities import Quantity

_ROUNDED = Fraction(3, 100)  # "about 40" may stand for 39 to 41, whatever its last place
_QUARTER = re.compile(r"[1-4]분기|[상하]반기|第[1-4一二三四]四半期|[上下]半期|\bQ[1-4]\b")
_DEPUTY = re.compile(r"\s?(?:vice|deputy|차관|副|次官)", re.IGNORECASE)
_MEASURES = ("kg", "km", "meter", "barrel", "percent", "point", "megawatt")
_SCALED_DIGITS = re.compile(
    r"(\d[\d.,]*)\s?(?:thousand|million|billion|trillion|bn|mn|tn|m\b|[만억조万億兆])", re.IGNORECASE
)
_LIST = re.compile(
    r"(?:[^,.;、。]{1,40}[,、]\s?)+[^,.;、。]{1,40}?(?:,?\sand\s|\s및\s|[와과]\s|と)|(?:[^、。]{1,20}、)+"
)
_ITEM = re.compile(r"[,、](?!\s?and\b)")
_LISTED = re.compile(
    r"\s?(?:countries|nations|states|ports|cities|places|topics|areas|issues|points|partners|institutions)"
)
_YEARLY = re.compile(r"\d{4}|year|week|[년年]|해|昨|来|先|지난|오는|다음|내|last|next|this|day", re.IGNORECASE)
_END = re.compile(r"end of|말|末|연내|年内")
_DAYS_EN = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def figure_findings(wording: Side, evidence: Side) -> Iterator[CheckFound]:
    """A finding for each figure of the wording that the evidence does not give."""
    theirs = evidence.quantities
    for quantity in wording.quantities:
        if quantity.unit == "ordinal":
            yield from _ordinal(quantity, theirs, wording, evidence)
        elif not _told(quantity, theirs) and not _listed(quantity, wording, evidence):
            yield _figure(quantity, theirs, wording, evidence)
    yield from crossed_findings(wording, evidence)


def _told(quantity: Quantity, theirs: Sequence[Quantity]) -> bool:
    """Whether the evidence gives the figure: in its unit, or bare where nothing else has that unit."""
    same = [q for q in theirs if _same(quantity, q)]
    if not same and _points_between(quantity, theirs):
        return True
    if not same and any(
        a.value + b.value == quantity.value and a.unit == b.unit == quantity.unit
        for i, a in enumerate(theirs)
        for b in theirs[i + 1 :]
        if quantity.unit == "person"
    ):
        return True  # five dead and eleven hurt are sixteen
    counted = [q for q in theirs if quantity.unit and q.unit == quantity.unit]
    return bool(same) and (not counted or any(q.unit == quantity.unit or q.counts_things for q in same))


def _points_between(quantity: Quantity, theirs: Sequence[Quantity]) -> bool:
    """Ten points, for a share that went from 15 to 5 percent."""
    shares = [q.value for q in theirs if q.unit == "percent"]
    return quantity.unit == "point" and any(abs(a - b) == quantity.value for a in shares for b in shares)


def _same(ours: Quantity, theirs: Quantity) -> bool:
    value, unit = ours.in_base
    other, other_unit = theirs.in_base
    if (unit and other_unit and unit != other_unit) or (unit in _MEASURES and theirs.counts_things):
        return False
    return value == other or _rounds(ours.bound, value, other)


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


def _listed(quantity: Quantity, wording: Side, evidence: Side) -> bool:
    """Whether it counts what the evidence lists: "three countries" for A, B and C."""
    if quantity.bound or not 2 <= quantity.value <= 9:
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
    if quantity.value == 1 and (not ordinals or not _same_noun(quantity, ordinals, wording, evidence)):
        return
    kind = "title" if _DEPUTY.match(wording.text, quantity.end) else "number"
    yield _found(kind, quantity, ordinals[0] if ordinals else None, wording, evidence)


def _same_noun(ours: Quantity, theirs: Sequence[Quantity], wording: Side, evidence: Side) -> bool:
    noun = re.match(r"[\s-]*\w+", wording.text[ours.end :])
    return any(noun and evidence.text[q.end :].startswith(noun.group()) for q in theirs)


def date_findings(wording: Side, evidence: Side) -> Iterator[CheckFound]:
    """A finding for each date of the wording that the evidence does not name."""
    yield from _quarters(wording, evidence)
    for ours in wording.dates:
        if is_length(ours) or any(_agree(ours, theirs, wording.published) for theirs in evidence.dates):
            continue
        if ours.value is None and not _surely_wrong(ours, evidence):
            continue
        yield _date(ours, wording, evidence)


def _quarters(wording: Side, evidence: Side) -> Iterator[CheckFound]:
    """1분기 for 2분기, where no year makes a date of it."""
    theirs = {m.group(): m for m in _QUARTER.finditer(evidence.text)}
    for match in _QUARTER.finditer(wording.text):
        dated = any(d.start <= match.start() < d.end for d in wording.dates)
        if theirs and match.group() not in theirs and not dated:
            yield CheckFound(
                "date", match.group(), next(iter(theirs)), match.start(), match.end(), next(iter(theirs))
            )


def _agree(ours: DateFound, theirs: DateFound, published: str) -> bool:
    if _plain(ours.text) == _plain(theirs.text) or _same_without_year(ours.text, theirs.value):
        return True
    if ours.value is None:
        return False
    if theirs.value is None:
        return _may_mean(ours.value, theirs.text, published)
    if is_length(theirs):
        return ours.value in (*theirs.value.split("/"), theirs.value)
    if _END.search(ours.text) and _END.search(theirs.text) and ours.value[:7] == theirs.value[:7]:
        return True  # "by the end of October", "at the end of October"
    ends = theirs.value.split("/")
    return (
        ours.value == theirs.value
        or all(end.startswith(ours.value) for end in ends)
        or _both_ends(ours.value, theirs.value)
    )


def _same_without_year(words: str, value: str | None) -> bool:
    """Whether words without a year fit the day or month of a date of the evidence."""
    if not value or "/" in value or _YEARLY.search(words):
        return False
    month = _month_in(words)
    day = re.search(r"(\d{1,2})(?:st|nd|rd|th)?\s*(?:일|日|$|[^\d월月])", words)
    if month is None:
        return bool(re.fullmatch(r"\d{1,2}[일日]", words)) and value[8:] == f"{int(words[:-1]):02d}"
    wanted = f"{month:02d}" + (f"-{int(day.group(1)):02d}" if day else "")
    return value[5 : 5 + len(wanted)] == wanted


def _month_in(words: str) -> int | None:
    east = re.search(r"(\d{1,2})[월月]", words)
    if east:
        return int(east.group(1))
    return next((i for i, name in enumerate(MONTHS_EN, 1) if name[:3].lower() in words.lower()), None)


def _both_ends(ours: str, theirs: str) -> bool:
    """September to October, for the days from one to the other."""
    pairs = list(zip(ours.split("/"), theirs.split("/"), strict=False))
    return ours.count("/") == theirs.count("/") == 1 and all(b.startswith(a) for a, b in pairs)


def _may_mean(value: str, words: str, published: str) -> bool:
    """Whether a real date may be what vague words mean: the right weekday near by, or the right month."""
    lower = words.lower()
    if re.search(r"end of the year|year-?end|연말|年末", lower) and value[4:] in ("", "-12-31"):
        return True
    weekday = next((i for i, day in enumerate(_DAYS_EN) if day in lower), None)
    month = next((i for i, name in enumerate(MONTHS_EN, 1) if name[:3].lower() in lower), None)
    if weekday is not None and len(value) == 10:
        return date.fromisoformat(value).weekday() == weekday and _near(value, published)
    return month is not None and value[5:7] == f"{month:02d}"


def _near(value: str, published: str) -> bool:
    try:
        return abs(date.fromisoformat(value) - date.fromisoformat(published[:10])) <= timedelta(days=14)
    except ValueError:
        return True


def _surely_wrong(ours: DateFound, evidence: Side) -> bool:
    """Words that fix no date are doubted only if none of the evidence's dates shares a word with them."""
    if ours.reason.startswith(("the weekday", "there is no")):
        return True
    words = set(re.findall(r"\w+", ours.text.lower()))
    dated = [d for d in evidence.dates if not is_length(d)]
    return bool(dated) and not any(words & set(re.findall(r"\w+", d.text.lower())) for d in dated)


def _date(ours: DateFound, wording: Side, evidence: Side) -> CheckFound:
    used = {d.value for d in wording.dates}
    dated = [d for d in evidence.dates if not is_length(d)]
    free = [d for d in dated if d.value not in used] or dated
    alike = [d for d in free if len(d.value or "") == len(ours.value or "")] or free
    theirs = alike[0] if alike else None
    fix = ""
    if theirs is not None and theirs.value and "/" not in theirs.value:
        fix = long_date(theirs.value, wording.language)
    return CheckFound("date", ours.text, theirs.text if theirs else "", ours.start, ours.end, fix)


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text.lower()).strip()
