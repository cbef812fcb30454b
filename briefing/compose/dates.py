"""Dates in the template's pattern, e.g. "d MMMM yyyy" or "yyyy. M. d." (CLDR letters)."""

from __future__ import annotations

import re
from datetime import date

from briefing.model.article import day_of

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_WEEKDAYS = {
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "ko": ("월", "화", "수", "목", "금", "토", "일"),
    "ja": ("月", "火", "水", "木", "金", "土", "日"),
}
_LETTERS = re.compile(r"'([^']*)'|y+|M+|d+|E+")
_SHORT = 3


def written(iso: str, pattern: str, language: str) -> str:
    """An ISO date as the template writes it; anything else comes back as it is."""
    day = day_of(iso)
    return iso if day is None else format_date(day, pattern, language)


def format_date(day: date, pattern: str, language: str) -> str:
    """`day` in CLDR letters: d dd M MM MMM MMMM yy yyyy E EEEE; text in single quotes stands as it is."""
    base = language.partition("-")[0]

    def replacement(match: re.Match[str]) -> str:
        if match.group(1) is not None:
            return match.group(1)
        return _part(day, match.group(0), base)

    return _LETTERS.sub(replacement, pattern)


def _part(day: date, letters: str, language: str) -> str:
    width = len(letters)
    if letters[0] == "y":
        return f"{day.year % 100:02d}" if width == 2 else str(day.year)
    if letters[0] == "d":
        return f"{day.day:0{min(width, 2)}d}"
    if letters[0] == "E":
        name = _WEEKDAYS.get(language, _WEEKDAYS["en"])[day.weekday()]
        return name if width > _SHORT else name[:_SHORT]
    if width < _SHORT:
        return f"{day.month:0{width}d}"
    if language in ("ko", "ja", "zh"):
        return str(day.month)
    name = _MONTHS[day.month - 1]
    return name if width > _SHORT else name[:_SHORT]
