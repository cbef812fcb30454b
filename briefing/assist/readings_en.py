"""What English date words mean, against the day of publication and the tense of their sentence."""

from __future__ import annotations

import re
from datetime import date, timedelta

from briefing.assist.days import (
    AS_WRITTEN,
    MONTHS_EN,
    NO_PUBLISHED,
    NO_SUCH_DAY,
    NO_YEAR_NAMED,
    Frame,
    Reading,
    Tense,
    day_without_month,
    day_without_year,
    last_of_month,
    last_weekday,
    make_day,
    month_text,
    next_weekday,
    too_far,
    week_text,
    weekday_by_tense,
    weekday_in_week,
    year_of_month,
)

_AMBIGUOUS = Reading(None, "two days could be meant")
_UNCLEAR = Reading(None, "the sentence does not say whether it was or will be")
STEPS_EN = {
    "last": -1,
    "this": 0,
    "the": 0,
    "next": 1,
    "past": -1,
    "current": 0,
    "coming": 1,
    "previous": -1,
    "following": 1,
}


def _month_of(word: str) -> int:
    return next(i for i, name in enumerate(MONTHS_EN, 1) if name[:3] == word[:3].title())


def _weekday_of(word: str) -> int:
    return ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].index(word[:3].title())


def _exact(day: date | None, weekday: str | None, reason: str) -> Reading:
    if day is None:
        return Reading(None, NO_SUCH_DAY)
    if weekday and _weekday_of(weekday) != day.weekday():
        return Reading(None, "the weekday and the day do not agree")
    return Reading(day.isoformat(), reason)


def _day_of(frame: Frame, month: int, number: int, match: re.Match[str]) -> date | None:
    if frame.day is None:
        return None
    groups = match.groupdict()
    tense: Tense = frame.tense(match.start(), match.end())
    sure = frame.sure(match.start(), match.end())
    found = day_without_year(frame.day, month, number, tense, sure=sure)
    weekday = groups.get("weekday")
    if found is None and weekday:
        years = [make_day(frame.day.year + step, month, number) for step in (0, -1, 1)]
        fits = [d for d in years if d and d.weekday() == _weekday_of(weekday)]
        found = fits[0] if len(fits) == 1 else None
    return found


def iso_reading(match: re.Match[str], _frame: Frame) -> Reading:
    """2023-09-08."""
    return _exact(make_day(int(match["year"]), int(match["m"]), int(match["d"])), None, AS_WRITTEN)


def slashes_reading(match: re.Match[str], _frame: Frame) -> Reading:
    """25/08/2023; 09/08/2023 could be two days."""
    first, second, year = int(match["a"]), int(match["b"]), int(match["year"])
    if first <= 12 and second <= 12 and first != second:
        return _AMBIGUOUS
    return _exact(make_day(year, min(first, second), max(first, second)), None, AS_WRITTEN)


def full_day_reading(match: re.Match[str], frame: Frame) -> Reading:
    """Thursday, Sept. 7; 7 September 2023."""
    month, number = _month_of(match["month"]), int(match["day"])
    if match["year"]:
        return _exact(make_day(int(match["year"]), month, number), match["weekday"], AS_WRITTEN)
    if frame.day is None:
        return Reading(None, NO_PUBLISHED)
    if make_day(2000, month, number) is None:
        return Reading(None, NO_SUCH_DAY)
    found = _day_of(frame, month, number, match)
    return _exact(found, match["weekday"], frame.published) if found else _UNCLEAR


def week_of_reading(match: re.Match[str], frame: Frame) -> Reading:
    """The week of 28 August 2023."""
    day = full_day_reading(match, frame)
    return Reading(week_text(date.fromisoformat(day.value)), day.reason) if day.value else day


def day_range_reading(match: re.Match[str], frame: Frame) -> Reading:
    """Sept. 4 to 6; October 30 to November 2."""
    groups = match.groupdict()
    month = _month_of(match["month"])
    month2 = _month_of(groups.get("month2") or match["month"])
    if match["year"]:
        last = make_day(int(match["year"]), month2, int(match["day2"]))
    else:
        last = _day_of(frame, month2, int(match["day2"]), match)
    if last is None:
        return Reading(None, NO_SUCH_DAY if match["year"] else frame.published)
    first = make_day(last.year - (month > month2), month, int(match["day"]))
    if first is None or first >= last:
        return Reading(None, NO_SUCH_DAY)
    return Reading(f"{first}/{last}", AS_WRITTEN if match["year"] else frame.published)


def two_days_reading(match: re.Match[str], frame: Frame) -> Reading:
    """September 7 and 8: an interval if the days follow one another, else two days at once."""
    if int(match["day2"]) - int(match["day"]) != 1:
        return Reading(None, "two days are named")
    return day_range_reading(match, frame)


def part_of(match: re.Match[str], year: int, month: int | None, reason: str) -> Reading:
    """A month or year, or its last day after "by the end of"."""
    if match.groupdict().get("by"):
        last = last_of_month(year, month or 12)
        return Reading(last.isoformat(), reason)
    return Reading(month_text(year, month) if month else f"{year:04d}", reason)


def month_reading(match: re.Match[str], frame: Frame) -> Reading | None:
    """June; the end of June 2024; June last year."""
    month = _month_of(match["month"])
    if match["year"]:
        return part_of(match, int(match["year"]), month, AS_WRITTEN)
    if frame.day is None:
        return Reading(None, NO_PUBLISHED)
    which = match["which"] or match["which2"] or match["which3"]
    if which:
        return _which_month(match, frame, frame.day, month)
    place = match.start("month") if match.groupdict().get("lead") else match.start()
    sure = frame.sure(place, match.end())
    year = year_of_month(frame.day, month, frame.tense(place, match.end()), sure=sure)
    return part_of(match, year, month, frame.published) if year else _UNCLEAR


def months_reading(match: re.Match[str], frame: Frame) -> Reading | None:
    """January-August."""
    first, last = _month_of(match["month"]), _month_of(match["month2"])
    if match["year"]:
        year = int(match["year"])
    elif frame.day is None:
        return Reading(None, NO_PUBLISHED)
    elif match["which2"]:
        year = frame.day.year + STEPS_EN[match["which2"].lower()]
    else:
        year = year_of_month(frame.day, last, frame.tense(match.start(), match.end())) or 0
    if not year:
        return _UNCLEAR
    begin = year - (first > last)
    return Reading(
        f"{month_text(begin, first)}/{month_text(year, last)}", AS_WRITTEN if match["year"] else frame.published
    )


def _which_month(match: re.Match[str], frame: Frame, day: date, month: int) -> Reading:
    year_word = match["which2"] or match["which3"]
    if year_word:
        return part_of(match, day.year + STEPS_EN[year_word.lower()], month, frame.published)
    word = match["which"].lower()
    year = {"this": day.year, "last": day.year - 1, "next": day.year + 1}[word]
    clear = word == "this" or (month >= day.month if word == "last" else month <= day.month)
    return part_of(match, year, month, frame.published) if clear else Reading(None, "two years could be meant")


def weekday_reading(match: re.Match[str], frame: Frame) -> Reading:
    """Thursday; next Monday."""
    if frame.day is None:
        return Reading(None, NO_PUBLISHED)
    number, which = _weekday_of(match["weekday"]), (match["which"] or "").lower()
    if which:
        chosen = {
            "last": last_weekday(frame.day, number),
            "next": next_weekday(frame.day, number),
            "this": weekday_in_week(frame.day, number, 0),
            "past": weekday_by_tense(frame.day - timedelta(days=1), number, "past"),
            "coming": weekday_by_tense(frame.day + timedelta(days=1), number, "future"),
        }[which]
        return Reading(chosen.isoformat(), frame.published) if chosen else _AMBIGUOUS
    found = weekday_by_tense(frame.day, number, frame.tense(match.start(), match.end()))
    return Reading(found.isoformat(), frame.published) if found else _UNCLEAR


def weekday_of_week_reading(match: re.Match[str], frame: Frame) -> Reading:
    """Tuesday of last week."""
    if frame.day is None:
        return Reading(None, NO_PUBLISHED)
    found = weekday_in_week(frame.day, _weekday_of(match["weekday"]), STEPS_EN[match["which"].lower()])
    return Reading(found.isoformat(), frame.published)


def bare_day_reading(match: re.Match[str], frame: Frame) -> Reading:
    """On the 14th: of this month, or one near by."""
    if frame.day is None:
        return Reading(None, NO_PUBLISHED)
    place = match.start("day"), match.end()
    found = day_without_month(frame.day, int(match["day"]), frame.tense(*place), sure=frame.sure(*place))
    near = found and not too_far(found, frame.day)
    return Reading(found.isoformat(), frame.published) if found and near else _UNCLEAR


def that_year_reading(match: re.Match[str], frame: Frame) -> Reading:
    """September that year; March of the following year: counted from the year named before."""
    named = frame.year_before(match.start())
    if named is None:
        return Reading(None, NO_YEAR_NAMED)
    year = named + (match["same"].lower() == "following")
    return Reading(month_text(year, _month_of(match["month"])), f"counted from {named}")


def relative_day_reading(match: re.Match[str], frame: Frame) -> Reading:
    """yesterday; the day after tomorrow."""
    steps = {
        "today": 0,
        "tonight": 0,
        "this morning": 0,
        "this afternoon": 0,
        "this evening": 0,
        "yesterday": -1,
        "last night": -1,
        "tomorrow": 1,
        "the day before yesterday": -2,
        "the day after tomorrow": 2,
    }
    if frame.day is None:
        return Reading(None, NO_PUBLISHED)
    step = steps[" ".join(match["word"].lower().split())]
    return Reading((frame.day + timedelta(days=step)).isoformat(), frame.published)


def beside_reading(match: re.Match[str], frame: Frame) -> Reading:
    """The previous day: beside the day named before it, if there is one."""
    anchor = frame.named_before(match.start())
    if anchor is None:
        return Reading(None, "no day is named before it")
    step = (
        -1
        if re.match(
            r"(?:the )?(?:previous|day before|day earlier)|a day (?:earlier|before)", match[0], re.IGNORECASE
        )
        else 1
    )
    return Reading((anchor + timedelta(days=step)).isoformat(), f"counted from {anchor.isoformat()}")
