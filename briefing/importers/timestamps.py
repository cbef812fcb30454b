"""Dates and times as pages print them, to ISO 8601: as exact as the source and no more."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from msgspec import Struct

_MONTH_NAMES = {
    1: "january jan janvier janv januar jänner jan enero ene gennaio janeiro",
    2: "february feb février févr fév februar feber febrero febbraio fevereiro",
    3: "march mar mars märz mrz marzo março",
    4: "april apr avril avr abril abr aprile",
    5: "may mai mayo maggio maio",
    6: "june jun juin juni junio giugno junho",
    7: "july jul juillet juil juli julio luglio julho",
    8: "august aug août aout agosto ago",
    9: "september sept sep septembre septiembre setiembre settembre setembro",
    10: "october oct octobre oktober okt octubre ottobre outubro",
    11: "november nov novembre noviembre novembro",
    12: "december dec décembre déc dezember dez diciembre dic dicembre dezembro",
}
_MONTHS = {name: number for number, names in _MONTH_NAMES.items() for name in names.split()}
_MONTH = "(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DAY = r"(?P<day>[0-3]?\d)(?!\d)"
_ALSO = r"(?:\s?[（(][^（()）]{2,6}[)）])?"  # the same year in the other count: "令和6年(2024年)5月17日"
_DATES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<!\d){_YEAR}-(?P<month>\d\d)-{_DAY}",
        rf"(?<!\d){_YEAR}\s?[./]\s?(?P<month>[01]?\d)\s?[./]\s?{_DAY}",
        rf"(?<!\d){_YEAR}\s?년\s?(?P<month>[01]?\d)\s?월\s?{_DAY}\s?일",
        rf"(?<!\d){_YEAR}\s(?P<month>\d\d)/{_DAY}",
        rf"日期\s?[:：]\s?(?P<roc>1[01]\d)[-./](?P<month>\d\d)[-./]{_DAY}",
        rf"(?<!\d){_YEAR}\s?年{_ALSO}\s?(?P<month>[01]?\d)\s?月\s?{_DAY}\s?日",
        rf"(?P<era>令和|平成|民國|民国)\s?(?P<year>元|\d{{1,3}})\s?年{_ALSO}\s?(?P<month>[01]?\d)\s?月\s?{_DAY}\s?日",
        rf"\b{_MONTH}\s?{_DAY}(?:st|nd|rd|th)?,?\s+{_YEAR}\b",
        rf"(?<!\d){_DAY}(?:st|nd|rd|th|\.|er|º)?\s+(?:de\s+|of\s+)?{_MONTH},?\s+(?:de\s+|del\s+)?{_YEAR}\b",
        rf"(?<!\d){_DAY}-{_MONTH}-{_YEAR}\b",
    )
)
_ERAS = {"令和": 2018, "平成": 1988, "民國": 1911, "民国": 1911}  # the year before their first
_NUMERIC = re.compile(rf"(?<![\d./])(?P<one>[0-3]?\d)(?P<mark>[./-])(?P<two>[0-3]?\d)(?P=mark){_YEAR}(?!\d)")
_SHORT_YEAR = re.compile(
    r"(?<![\d./-])(?P<one>[0-3]\d)(?P<mark>[./-])(?P<two>[0-3]\d)(?P=mark)(?P<year>[0-4]\d)"
    r"(?=\s*$|\s*[,|–-]?\s*(?:at |um |à |a las )?[0-2]?\d[:.h][0-5]\d)"  # alone, or before a time
)
_CLOCK = re.compile(
    r"(?P<before>오전|오후|午前|午後|上午|下午|a\.m\.|p\.m\.)?\s?"
    r"(?<![\d.,:])(?P<hour>[0-2]?\d)(?:\s?(?:[:：h]|時|시|时)\s?(?P<minute>[0-5]\d)"
    r"|\.(?P<point>[0-5]\d)(?=\s?(?:[ap]\.?m|BST|GMT|CES?T|uhr|$)))"
    r"(?:\s?(?:分|분)|:(?P<second>[0-5]\d)(?:\.\d+)?)?(?!\d)\s?(?P<after>[ap]\.?\s?m\b\.?)?",
    re.IGNORECASE,
)
_HOUR_ONLY = re.compile(r"(?<![\d.,:])(?P<hour>1[0-2]|0?[1-9])\s?(?P<after>[ap]\.?m\b\.?)", re.IGNORECASE)
_OFFSET = re.compile(r"(?:GMT|UTC)?\s?(?P<sign>[+-])(?P<hours>[01]?\d)(?::?(?P<minutes>[0-5]\d))?(?![\d:.])")
_ZONES = {
    "z": 0, "gmt": 0, "utc": 0, "kst": 540, "jst": 540, "bst": 60, "cet": 60, "cest": 120, "mez": 60,
    "mesz": 120, "edt": -240, "est": -300, "cdt": -300, "mdt": -360, "mst": -420, "pdt": -420, "pst": -480,
    "sgt": 480, "hkt": 480, "aest": 600, "aedt": 660, "nzst": 720, "nzdt": 780, "eet": 120, "eest": 180,
    "msk": 180, "wib": 420, "pht": 480, "beijing time": 480,
}  # fmt: skip
# CST, IST and AST each name several zones and are not read: a zone is never invented.
_ZONE = re.compile(
    r"\(?\b(?P<zone>" + "|".join(sorted(_ZONES, key=len, reverse=True)) + r")\b\)?", re.IGNORECASE
)
_EASTERN = re.compile(r"\(?\bE\.?T\b\.?\)?")
_REACH_CHARS = 28  # between a date and its time
_GAP = re.compile(
    r"[\s,;.·•|∣/()\[\]~–—-]*(?:at|à|um|a las|alle|kl|às|le|on|published|\(?(?:mon|tue|wed|thu"
    r"|fri|sat|sun)[a-z]*\.?\)?|[月火水木金土日월화수목금토일]曜?요?일?日?)?[\s,;.·•"
    r"|∣/()\[\]~–—-]*",
    re.IGNORECASE,
)
_DAY_FIRST = frozenset(("fr", "de", "es", "it", "pt", "nl"))
EARLIEST_YEAR = 1950


class Stamp(Struct, frozen=True):
    """A date, with its time where one is given, and the stretch of text it was read from."""

    iso: str
    start: int
    end: int


def stamps_in(text: str, language: str = "") -> tuple[Stamp, ...]:
    """Every full date in `text`, in order, with the time that stands beside it."""
    found = sorted(_dates(text, language), key=lambda f: (f[1], -f[2]))
    stamps: list[Stamp] = []
    for day, start, end in found:
        if not stamps or start >= stamps[-1].end:
            stamps.append(_with_time(text, day, start, end))
    return tuple(stamps)


def iso_of(text: str) -> str:
    """A machine's date (JSON-LD, meta, `<time>`) as the model keeps it; empty if it is none."""
    text = text.strip()
    try:
        moment = datetime.fromisoformat(text.replace("Z", "+00:00") if text.endswith("Z") else text)
    except ValueError:
        stamps = stamps_in(text)
        return stamps[0].iso if stamps else ""
    if moment.year < EARLIEST_YEAR:
        return ""
    if len(text) <= 10:
        return moment.date().isoformat()
    return moment.replace(second=0, microsecond=0).isoformat(timespec="minutes")


def _dates(text: str, language: str) -> Iterator[tuple[date, int, int]]:
    for pattern in _DATES:
        for found in pattern.finditer(text):
            month = found["month"].lower()
            day = _day(_year(found), _MONTHS.get(month) or int(month), int(found["day"]))
            if day:
                yield day, found.start(), found.end()
    for pattern in (_NUMERIC, _SHORT_YEAR):
        for found in pattern.finditer(text):
            day = _numeric(found, language)
            if day:
                yield day, found.start(), found.end()


def _year(found: re.Match[str]) -> int:
    given = found.groupdict()
    if given.get("roc"):
        return int(given["roc"]) + _ERAS["民國"]
    return (1 if given["year"] == "元" else int(given["year"])) + _ERAS.get(given.get("era") or "", 0)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _numeric(found: re.Match[str], language: str) -> date | None:
    """The date of "28/09/2023": the one way that is a date, else as the language writes it."""
    one, two, year = int(found["one"]), int(found["two"]), int(f"20{found['year']}"[-4:])
    if found["mark"] == "." or language in _DAY_FIRST or one > 12:
        return _day(year, two, one)
    if two > 12 or one == two:
        return _day(year, one, two)
    return None


def _with_time(text: str, day: date, start: int, end: int) -> Stamp:
    after = text[end : end + _REACH_CHARS]
    if after[:1] in ("T", "t"):
        after = " " + after[1:]
    gap = _GAP.match(after)
    shift = gap.end() if gap else 0
    for pattern in (_CLOCK, _HOUR_ONLY):
        found = pattern.match(after, shift) or pattern.match(after)
        if found and _clock(found):
            zone, length = _zone(after[found.end() :], day)
            return Stamp(_iso(day, _clock(found), zone), start, end + found.end() + length)
    return _time_before(text, day, start, end)


def _time_before(text: str, day: date, start: int, end: int) -> Stamp:
    """The date with the clock in front of it, as in "14:35 September 12, 2023"."""
    from_here = max(0, start - _REACH_CHARS)
    for found in reversed(list(_CLOCK.finditer(text, from_here, start))):
        zone, length = _zone(text[found.end() : start], day)
        between = text[found.end() + length : start]
        if _clock(found) and _GAP.fullmatch(between):
            return Stamp(_iso(day, _clock(found), zone), found.start(), end)
    return Stamp(day.isoformat(), start, end)


def _clock(found: re.Match[str]) -> time | None:
    parts = found.groupdict()
    hour, minute = int(parts["hour"]), int(parts.get("minute") or parts.get("point") or 0)
    half = re.sub(r"[.\s]", "", (parts.get("before") or parts.get("after") or "").lower())
    if half in ("pm", "오후", "午後", "下午") and hour < 12:
        hour += 12
    if half in ("am", "오전", "午前", "上午") and hour == 12:
        hour = 0
    return time(hour, minute) if hour < 24 else None


def _iso(day: date, clock: time | None, zone: int | None) -> str:
    if clock is None:
        return day.isoformat()
    plain = f"{day.isoformat()}T{clock:%H:%M}"
    if zone is None:
        return plain
    sign = "+" if zone >= 0 else "-"
    return f"{plain}{sign}{abs(zone) // 60:02d}:{abs(zone) % 60:02d}"


def _zone(after: str, day: date) -> tuple[int | None, int]:
    """Minutes east of Greenwich that the text right behind a time names, and how long the name is."""
    lead = re.match(r"[\s,]*", after)
    skip = lead.end() if lead else 0
    offset = _OFFSET.match(after, skip)
    if offset and not re.match(r"[\s,]+-", after[: offset.end()] if offset["sign"] == "-" else ""):
        minutes = int(offset["hours"]) * 60 + int(offset["minutes"] or 0)
        return (minutes if offset["sign"] == "+" else -minutes), offset.end()
    named = _ZONE.match(after, skip)
    if named:
        return _ZONES[named["zone"].lower()], named.end()
    eastern = _EASTERN.match(after, skip)
    return (_eastern(day), eastern.end()) if eastern else (None, 0)


def _eastern(day: date) -> int:
    """New York's offset on that day, by the rule in force since 2007."""
    march, november = date(day.year, 3, 8), date(day.year, 11, 1)
    begins = march + timedelta((6 - march.weekday()) % 7)
    ends = november + timedelta((6 - november.weekday()) % 7)
    return -240 if begins <= day < ends else -300
