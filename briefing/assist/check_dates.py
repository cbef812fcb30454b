"""Dates of a wording against those of its evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from briefing.assist.clauses import clause_at, nearest, sides_clauses
from briefing.assist.dates import DateFound
from briefing.assist.dates_out import long_date
from briefing.assist.days import MONTHS_EN
from briefing.assist.findings import CheckFound, Side, is_length

_QUARTER = re.compile(
    r"[1-4]분기|[상하]반기|第[1-4一二三四]四半期|[上下]半期|\bQ[1-4]\b|\b(?:first|second|third|fourth)[\s-]quarter\b",
    re.IGNORECASE,
)
_QUARTER_FORMS = (
    ("first", "1", "第一"),
    ("second", "2", "第二"),
    ("third", "3", "第三"),
    ("fourth", "4", "第四"),
)
_HALVES = (("h1", "상반"), ("h1", "上半"), ("h2", "하반"), ("h2", "下半"))
_TWO_DAYS = re.compile(r"\d+(?=\s?(?:[일日]|\.?\s?[-~∼–]|\.$))")
_YEARLY = re.compile(r"\d{4}|year|week|[년年]|해|昨|来|先|지난|오는|다음|내|last|next|this|day", re.IGNORECASE)
_END = re.compile(r"end of|말|末|연내|年内")
_SAME_MONTH = re.compile(
    r"^\s?(?:同[月期]|同じ[月時]|의?\s?(?:같은 (?:달|기간)|동[월기]))|same (?:month|period)"
)
_START = re.compile(r"\b(?:start|beginning)\b|초|初め", re.IGNORECASE)
_SEASON = re.compile(r"[来今昨][春夏秋冬]|(?:next|this|last) (?:spring|summer|autumn|fall|winter)")
_SEASON_STEPS = {"来": 1, "今": 0, "昨": -1, "n": 1, "t": 0, "l": -1}
_YEAR_BEFORE = re.compile(
    r"\ba year (?:earlier|before)\b|전년 ?동[월기]|(?:1년|지난해|작년) (?:전|같은)|前年同[月期]"
)
_MONTH_BEFORE = re.compile(r"\b(?:previous month|month (?:before|earlier))\b|전월|전달|前月")
_AGO = re.compile(r"\bago\b|전|前")
_DAYS_EN = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def date_findings(wording: Side, evidence: Side) -> Iterator[CheckFound]:
    """A finding for each date of the wording that the evidence does not name."""
    yield from _quarters(wording, evidence)
    for ours in wording.dates:
        agreed = [theirs for theirs in evidence.dates if _agree(ours, theirs, wording.published)]
        if is_length(ours) or (agreed and not _of_another_clause(ours, agreed, wording, evidence)):
            continue
        if ours.value is None and not _surely_wrong(ours, evidence):
            continue
        if _stands_unread(ours.text, evidence):
            continue
        if _same_month(ours.value or "", evidence) or _of_season(ours, evidence) or _of_quarter(ours, evidence):
            continue
        if _is_year_before(ours, evidence) or _is_month_before(ours, wording, evidence):
            continue
        yield _date(ours, wording, evidence)


def _stands_unread(words: str, evidence: Side) -> bool:
    """Whether the evidence has the words where it reads no date: "as early as July", "its May estimate"."""
    places = (m.start() for m in re.finditer(rf"\b{re.escape(words)}\b", evidence.text))
    return any(not any(d.start <= place < d.end for d in evidence.dates) for place in places)


def _of_another_clause(ours: DateFound, agreed: list[DateFound], wording: Side, evidence: Side) -> bool:
    """A month that only holds the day of another clause, where its own clause names another month."""
    if len(ours.value or "") != 7 or any(len(theirs.value or "") != 10 for theirs in agreed):
        return False
    own = clause_at(sides_clauses(wording, evidence), ours.start)
    near = nearest(own, sides_clauses(evidence, wording)) if own else []
    inside = [d for d in evidence.dates if near and near[0].start <= d.start < near[0].end]
    return bool(inside) and all(len(d.value or "") == 7 for d in inside)


def _quarters(wording: Side, evidence: Side) -> Iterator[CheckFound]:
    """1분기 for 2분기, where no year makes a date of it."""
    theirs = {_period(m.group()): m.group() for m in _QUARTER.finditer(evidence.text)}
    for match in _QUARTER.finditer(wording.text):
        dated = any(d.start <= match.start() < d.end for d in wording.dates)
        if theirs and _period(match.group()) not in theirs and not dated:
            said = next(iter(theirs.values()))
            fix = said if wording.language == evidence.language else ""
            yield CheckFound("date", match.group(), said, match.start(), match.end(), fix)


def _period(words: str) -> str:
    """A quarter or a half, by one name in all languages."""
    lower = words.lower()
    half = next((sign for sign, form in _HALVES if form in lower), "")
    return half or next(forms[1] for forms in _QUARTER_FORMS if any(form in lower for form in forms))


def _agree(ours: DateFound, theirs: DateFound, published: str) -> bool:
    if _plain(ours.text) == _plain(theirs.text) or _same_without_year(ours.text, theirs.value):
        return True
    if theirs.text.isalpha() and _month_in(theirs.text) and _is_month_near(ours.value or "", theirs, published):
        return True
    if ours.value is None or theirs.value is None:
        return ours.value is not None and _may_mean(ours.value, theirs.text, published)
    return _same_time(ours, theirs, ours.value, theirs.value)


def _same_time(ours: DateFound, theirs: DateFound, value: str, other: str) -> bool:
    """Whether two dates that are told in full are one, or one lies in the other."""
    if is_length(theirs):
        return value in (*other.split("/"), other)
    half = len(other) == 10 and value.endswith(f"/{other[:7]}")  # the first half, for the end of June
    if _at_an_edge(ours, theirs, value, other) or (half and _END.search(theirs.text)):
        return True
    if len(value) == 4 and len(other) == 10 and _is_relative(ours.text):
        return bool(re.search(r"\d{4}", theirs.text)) and other.startswith(value)
    ends = other.split("/")
    first, _, last = value.partition("/")
    if len(ends) == len(_TWO_DAYS.findall(ours.text)) == len(_TWO_DAYS.findall(theirs.text)) > 1:
        return value == other  # both tell their first and last day
    if last and len(ends[0]) == len(first) and first <= ends[0] and ends[-1] <= last:
        return True  # next week, for Tuesday next week
    edge = len(value) == 4 and value in ends  # 2022, for between 2019 and 2022
    return edge or value == other or all(end.startswith(value) for end in ends) or _both_ends(value, other)


def _at_an_edge(ours: DateFound, theirs: DateFound, value: str, other: str) -> bool:
    """By the end of October, for at the end of it; 1 May, for the start of May; a day, for its week."""
    ends, later = bool(_END.search(ours.text)), "later" in theirs.text
    if value[:7] == other[:7] and ends and (later or _END.search(theirs.text)):
        return True
    first, _, last = value.partition("/")
    starts = other == value[:7] and value.endswith("-01") and bool(_START.search(theirs.text))
    return starts or ("week of" in ours.text.lower() and first <= other <= last)


def _is_relative(words: str) -> bool:
    """Whether words name a year by its distance, as "next year" does."""
    return not re.search(r"\d", words)


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
    if lower in ("이날", "同日", "この日") and _near(value, published, 1):
        return True
    weekday = next((i for i, day in enumerate(_DAYS_EN) if day in lower), None)
    bare = re.fullmatch(r"(?:지난\s|오는\s)?(\d{1,2})[일日].{0,4}", lower)
    if bare:
        return value[8:] == f"{int(bare.group(1)):02d}" and _near(value, published, 45)
    month = _month_in(lower)
    if weekday is not None and len(value) == 10:
        return date.fromisoformat(value).weekday() == weekday and _near(value, published)
    return month is not None and value[5:7] == f"{month:02d}"


def _is_month_near(value: str, theirs: DateFound, published: str) -> bool:
    """Whether a month with its year is the last or the next one that a bare "January" may be."""
    months = [
        12 * int(when[:4]) + int(when[5:7]) for when in (value, published) if re.match(r"\d{4}-\d\d", when)
    ]
    return (
        len(value) == len("2026-01")
        and value[5:7] == f"{_month_in(theirs.text):02d}"
        and len(months) > 1
        and abs(months[0] - months[1]) <= len(MONTHS_EN)
    )


def _near(value: str, published: str, days: int = 14) -> bool:
    try:
        return abs(date.fromisoformat(value) - date.fromisoformat(published[:10])) <= timedelta(days=days)
    except ValueError:
        return True


def _same_month(value: str, evidence: Side) -> bool:
    """January 2019, for "the same month of 2019" where the evidence speaks of January."""
    months = {d.value[5:7] for d in evidence.dates if d.value and len(d.value) >= 7}
    return len(value) == 7 and any(
        d.value == value[:4] and value[5:] in months and _SAME_MONTH.search(evidence.text[d.end : d.end + 14])
        for d in evidence.dates
    )


def _is_year_before(ours: DateFound, evidence: Side) -> bool:
    """A year ago, or its month named, where the evidence says "a year earlier"."""
    year, value = evidence.published[:4], ours.value or ""
    if not _YEAR_BEFORE.search(evidence.text) or not year.isdigit() or value[:4] != str(int(year) - 1):
        return False
    months = {d.value[5:7] for d in evidence.dates if d.value and len(d.value) == 7}
    return bool(_AGO.search(ours.text)) or (len(value) == 7 and value[5:] in months)


def _is_month_before(ours: DateFound, wording: Side, evidence: Side) -> bool:
    """January, for the month before, where both speak of February."""
    value = ours.value or ""
    if len(value) != 7 or not _MONTH_BEFORE.search(evidence.text):
        return False
    following = f"{date.fromisoformat(f'{value}-28') + timedelta(days=7):%Y-%m}"
    return all(any(d.value == following for d in side.dates) for side in (wording, evidence))


def _of_season(ours: DateFound, evidence: Side) -> bool:
    """2025, for "next spring"."""
    season = _SEASON.search(evidence.text.lower())
    if season and ours.value is None and _SEASON.search(ours.text.lower()):
        return True  # its season is held against the other by claims
    year = re.search(r"(?:19|20)\d\d", ours.value or ours.text)
    if season is None or year is None or not evidence.published[:4].isdigit() or len(ours.value or "") > 4:
        return False
    this = int(evidence.published[:4])
    return int(year.group()) in (this, this + _SEASON_STEPS[season.group()[0]])


def _of_quarter(ours: DateFound, evidence: Side) -> bool:
    """July to September, for a third quarter, or for the second one of a year that begins in April."""
    first, _, last = (ours.value or "").partition("/")
    named = {_period(m.group()) for m in _QUARTER.finditer(evidence.text)} - {"h1", "h2"}
    if _QUARTER.search(ours.text) or len(first) != 7 or len(last) != 7:
        return False
    begins, ends = int(first[5:]), int(last[5:])
    return ends - begins == 2 and bool(named & {str(ends // 3), str((ends // 3 + 2) % 4 + 1)})


def _surely_wrong(ours: DateFound, evidence: Side) -> bool:
    """Words that fix no date are doubted only if none of the evidence's dates shares a word with them."""
    if ours.basis in ("disagrees", "no_such_day"):
        return True
    years = set(re.findall(r"(?:19|20)\d\d", ours.text))
    if years and not any(
        y in evidence.text or (d.value or "").startswith(y) for y in years for d in evidence.dates
    ):
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
