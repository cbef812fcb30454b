"""Days, weeks, months and years as the values we print: "2023-09-07", "2023-06", "2016", "A/B"."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from typing import Literal

from msgspec import Struct

Tense = Literal["past", "future", "unclear", ""]

MONTHS_EN = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_DAYS_EN = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_EAST_ASIA = timezone(timedelta(hours=9))
_NEAR_MONTHS = 4  # a month or day without a year and without a tense: the nearest one, if it is this near
_NEXT_MONTHS, _LONG_AGO = 3, 8  # months between which the tense and the nearness of a date are weighed
_NEAR_DAYS = 12  # a bare day of another month is no farther off than this
NO_PUBLISHED = "the publication date is not known"
AS_WRITTEN = "as written"
NO_YEAR_NAMED = "no year is named before it"
NO_SUCH_DAY = "there is no such day"


class Reading(Struct, frozen=True):
    """What a stretch of text means: a value, or None for "cannot tell", and why."""

    value: str | None
    reason: str


class Frame(Struct, frozen=True):
    """What a date is read against: the day of publication, the tense around a place, what is named before."""

    text: str
    day: date | None
    tense: Callable[[int, int], Tense]
    named_before: Callable[[int], date | None]
    year_before: Callable[[int], int | None]
    sure: Callable[[int, int], bool] = lambda _start, _end: True  # its sentence speaks of one time only

    @property
    def published(self) -> str:
        """The reason shown: "published Fri 8 September 2023"."""
        return published_label(self.day) if self.day else NO_PUBLISHED


def published_label(day: date) -> str:
    """The day of publication in words."""
    return f"published {_DAYS_EN[day.weekday()]} {day.day} {MONTHS_EN[day.month - 1]} {day.year}"


def published_day(published: str, language: str) -> date | None:
    """The day of publication where the paper is printed.

    A stamp in another zone (web pages often carry UTC) is moved to the zone of a Korean or Japanese paper.
    """
    try:
        stamp = datetime.fromisoformat(published.strip())
    except ValueError:
        return None
    if not 1900 <= stamp.year <= 2200:
        return None  # a stamp out of any paper's lifetime
    if stamp.tzinfo is not None and language[:2] in ("ko", "ja"):
        stamp = stamp.astimezone(_EAST_ASIA)
    return stamp.date()


def make_day(year: int, month: int, day: int) -> date | None:
    """That day, or None if the calendar has none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_text(year: int, month: int) -> str:
    """A month as "2023-06"."""
    return f"{year:04d}-{month:02d}"


def shifted_month(day: date, months: int) -> tuple[int, int]:
    """Year and month so many months after (or before) that of `day`."""
    count = day.year * 12 + day.month - 1 + months
    return count // 12, count % 12 + 1


def last_of_month(year: int, month: int) -> date:
    """The last day of a month."""
    following = date(year + month // 12, month % 12 + 1, 1)
    return following - timedelta(days=1)


def week_text(day: date, weeks: int = 0) -> str:
    """The week, Monday to Sunday, so many weeks from the one that holds `day`."""
    monday = day - timedelta(days=day.weekday()) + timedelta(weeks=weeks)
    return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"


def weekday_in_week(day: date, weekday: int, weeks: int) -> date:
    """That weekday in the week so many weeks from the one that holds `day`."""
    return day + timedelta(days=weekday - day.weekday(), weeks=weeks)


def weekday_by_tense(day: date, weekday: int, tense: Tense) -> date | None:
    """The nearest such weekday on or before the day (past), on or after it (future); None if unclear."""
    if tense == "past":
        return day - timedelta(days=(day.weekday() - weekday) % 7)
    if tense == "future":
        return day + timedelta(days=(weekday - day.weekday()) % 7)
    return None


def last_weekday(day: date, weekday: int) -> date | None:
    """Last Thursday: one day only where this week's and last week's cannot be meant differently."""
    found = day - timedelta(days=(day.weekday() - weekday - 1) % 7 + 1)
    return found if found < weekday_in_week(day, 0, 0) or found == day - timedelta(days=7) else None


def next_weekday(day: date, weekday: int) -> date | None:
    """Next Monday: one day only where this week's and next week's cannot be meant differently."""
    found = day + timedelta(days=(weekday - day.weekday() - 1) % 7 + 1)
    return found if found > weekday_in_week(day, 6, 0) else None


def year_of_month(day: date, month: int, tense: Tense, *, sure: bool = True) -> int | None:
    """The year of a month that is named without one; None where an unsure tense passes over a nearer one."""
    back, ahead = (day.month - month) % 12, (month - day.month) % 12
    if tense == "past":
        return day.year - (month > day.month) if sure or not ahead <= _NEXT_MONTHS < _LONG_AGO <= back else None
    if tense == "future":
        return day.year + (month < day.month) if sure or not back <= _NEXT_MONTHS < _LONG_AGO <= ahead else None
    if tense == "unclear":
        return None
    if back <= _NEAR_MONTHS:
        return day.year - (month > day.month)
    return day.year + (month < day.month) if ahead <= _NEAR_MONTHS else None


def day_without_year(day: date, month: int, number: int, tense: Tense, *, sure: bool = True) -> date | None:
    """The day that "5 June" names; None where an unsure tense passes over a much nearer one."""
    found = [made for step in (0, -1, 1) if (made := make_day(day.year + step, month, number))]
    before = max((d for d in found if d <= day), default=None)
    after = min((d for d in found if d >= day), default=None)
    if tense == "unclear":
        return None
    if tense:
        meant, other = (before, after) if tense == "past" else (after, before)
        doubted = not sure and meant and other and _passes_over(abs(meant - day), abs(other - day))
        return None if doubted else meant
    nearest = min(found, key=lambda d: abs(d - day), default=None)
    return nearest if nearest and abs(nearest - day).days <= _NEAR_MONTHS * 30 else None


def _passes_over(meant: timedelta, other: timedelta) -> bool:
    """Whether a reading by tense is most of a year off while the other is near: one of the two is misread."""
    return meant.days > _LONG_AGO * 30 and other.days < _NEAR_MONTHS * 30


def day_without_month(day: date, number: int, tense: Tense, *, sure: bool = True) -> date | None:
    """The day that a bare "7일" or "7日" names: in this month, or the one beside it by tense.

    A paper says which month it means unless the day is near, so an unsure tense yields to a day much nearer.
    """
    before = _nearest_before(day, number)
    after = _nearest_after(day, number)
    if tense in ("unclear", ""):
        nearer = before and after and (after - day).days <= _NEAR_DAYS < (day - before).days
        return before if not tense and number <= day.day and not nearer else None
    meant, other = (before, after) if tense == "past" else (after, before)
    if meant is None:
        return None
    off = abs(meant - day).days
    if sure or meant.month == day.month or off <= _NEAR_DAYS:
        return meant
    return other if other and other.month == day.month and abs(other - day).days <= _NEAR_DAYS else None


def too_far(meant: date, day: date) -> bool:
    """Whether a bare day would lie in another month and so far off that a paper names the month."""
    return meant.month != day.month and abs(meant - day).days > _NEAR_DAYS


def _nearest_before(day: date, number: int) -> date | None:
    found = [make_day(*shifted_month(day, step), number) for step in (0, -1)]
    return next((d for d in found if d and d <= day), None)


def _nearest_after(day: date, number: int) -> date | None:
    found = [make_day(*shifted_month(day, step), number) for step in (0, 1)]
    return next((d for d in found if d and d >= day), None)
