"""What English words for weeks, months, quarters and years mean, against the day of publication."""

from __future__ import annotations

import re
from datetime import timedelta

from briefing.assist.days import (
    AS_WRITTEN,
    NO_PUBLISHED,
    NO_SUCH_DAY,
    Frame,
    Reading,
    last_of_month,
    make_day,
    month_text,
    shifted_month,
    week_text,
)
from briefing.assist.readings_en import STEPS_EN, part_of

_NUMBER_WORDS = "one two three four five six seven eight nine ten eleven twelve"
NUMBERS_EN = {"a": 1, "an": 1, **{word: value for value, word in enumerate(_NUMBER_WORDS.split(), 1)}}
_COUNTED = re.compile(r"\s+(?!(?:was|is|has|does|as|its|this|plus)\b)[a-z]{1,22}s\b")
_LABEL = re.compile(
    r"\b(?:Flight|Train|Bus|Boeing|Airbus|Resolution|Regulation|Directive|Decree|Order|Article|Section|Rule|Form|"
    r"Route|Highway|Room|Gate|Lot|Case|Model|No\.|Number|ISO|Vision|Agenda)\s+$"
)  # what follows is its number or name
_VAGUE = Reading(None, "not exact")


def _count(word: str) -> int:
    return int(word) if word.isdigit() else NUMBERS_EN[word.lower()]


def relative_period_reading(match: re.Match[str], frame: Frame) -> Reading:
    """Last week; by the end of this year."""
    if frame.day is None:
        return Reading(None, NO_PUBLISHED)
    step, unit = STEPS_EN[match["which"].lower()], match["unit"].lower()
    if unit == "week":
        return Reading(week_text(frame.day, step), frame.published)
    if unit == "month":
        return part_of(match, *shifted_month(frame.day, step), frame.published)
    return part_of(match, frame.day.year + step, None, frame.published)


def day_of_month_reading(match: re.Match[str], frame: Frame) -> Reading:
    """The first of this month."""
    if frame.day is None:
        return Reading(None, NO_PUBLISHED)
    number = 1 if match["day"].lower() == "first" else int(match["day"][:-2])
    found = make_day(*shifted_month(frame.day, STEPS_EN[match["which"].lower()]), number)
    return Reading(found.isoformat(), frame.published) if found else Reading(None, NO_SUCH_DAY)


def end_of_period_reading(match: re.Match[str], frame: Frame) -> Reading:
    """By the end of the year: of this year, unless its sentence speaks of another."""
    if frame.day is None:
        return Reading(None, NO_PUBLISHED)
    before = re.split(r"[.!?]\s", frame.text[max(0, match.start() - 160) : match.start()])[-1]
    if re.search(r"\b(?:19|20)\d\d\b|last year|next year", before) or (
        not (match["by"] or match["by2"]) and frame.tense(*match.span()) == "past"
    ):
        return _VAGUE
    month = frame.day.month if (match["unit"] or "").lower() == "month" else 12
    if match["by"] or match["by2"]:
        return Reading(last_of_month(frame.day.year, month).isoformat(), frame.published)
    whole = (
        month_text(frame.day.year, month) if (match["unit"] or "").lower() == "month" else str(frame.day.year)
    )
    return Reading(whole, frame.published)


def first_months_reading(match: re.Match[str], frame: Frame) -> Reading:
    """The first eight months of the year."""
    count = _count(match["count"])
    if not match["year"] and frame.day is None:
        return Reading(None, NO_PUBLISHED)
    year = int(match["year"]) if match["year"] else frame.day.year if frame.day else 0
    year -= (match["which"] or "").lower() == "last"
    if not 2 <= count <= 11:
        return _VAGUE
    return Reading(f"{year}-01/{year}-{count:02d}", AS_WRITTEN if match["year"] else frame.published)


def season_reading(_match: re.Match[str], _frame: Frame) -> Reading:
    """The summer of 2026: seasons have no days."""
    return _VAGUE


def ago_reading(match: re.Match[str], frame: Frame) -> Reading:
    """Two days ago."""
    if frame.day is None:
        return Reading(None, NO_PUBLISHED)
    if match["about"] or ((match["count"] or "").lower() in ("a", "an") and match["unit"] == "week"):
        return _VAGUE
    count, unit = _count(match["count"]), match["unit"].lower()
    if unit == "day":
        return Reading((frame.day - timedelta(days=count)).isoformat(), frame.published)
    if unit == "month":
        return Reading(month_text(*shifted_month(frame.day, -count)), frame.published)
    return Reading(str(frame.day.year - count), frame.published) if unit == "year" else _VAGUE


def first_in_reading(match: re.Match[str], frame: Frame) -> Reading | None:
    """The first in seven years: from then until now."""
    before = frame.text[max(0, match.start() - 160) : match.start()].lower()
    if not re.search(r"\b(?:first|only|biggest|largest|highest|lowest|worst|sharpest)\b[^.!?]*\bin $", before):
        return None
    if frame.day is None:
        return Reading(None, NO_PUBLISHED)
    return Reading(f"{frame.day.year - _count(match['count'])}/{frame.day.year}", frame.published)


def quarter_reading(match: re.Match[str], frame: Frame) -> Reading:
    """The first half of this year."""
    if match["year"]:
        year = int(match["year"])
    elif frame.day is not None and match["which"]:
        year = frame.day.year + STEPS_EN[match["which"].lower()]
    else:
        return _VAGUE if frame.day else Reading(None, NO_PUBLISHED)
    number = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}.get(match["nth"].lower()) or int(
        match["nth"]
    )
    if match["unit"].lower() == "half":
        first, length = (1, 6) if number == 1 else (7, 6)
    else:
        first, length = number * 3 - 2, 3
    return Reading(
        f"{month_text(year, first)}/{month_text(year, first + length - 1)}",
        AS_WRITTEN if match["year"] else frame.published,
    )


def year_range_reading(match: re.Match[str], _frame: Frame) -> Reading | None:
    """2016 to 2023; 1910-45."""
    first, second = int(match["year"]), match["second"]
    last = int(second) if len(second) == 4 else first // 100 * 100 + int(second)
    return Reading(f"{first}/{last}", AS_WRITTEN) if first < last < 2100 else None


def decade_reading(match: re.Match[str], _frame: Frame) -> Reading:
    """The 1990s."""
    first = int(match["year"])
    return Reading(f"{first}/{first + 9}", AS_WRITTEN)


def year_reading(match: re.Match[str], frame: Frame) -> Reading | None:
    """2019."""
    follower = _COUNTED.match(frame.text, match.end())
    before = frame.text[max(0, match.start() - 12) : match.start()]
    if follower and not re.search(
        r"(?:\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Ii]n|[Ss]ince|an?)|['’]s)\s+$", before
    ):
        return None  # "2000 soldiers" is a number
    if _LABEL.search(before):
        return None
    return part_of(match, int(match["year"]), None, AS_WRITTEN)


def fiscal_reading(_match: re.Match[str], _frame: Frame) -> Reading:
    """A fiscal year: its months differ from country to country."""
    return Reading(None, "a fiscal year")
