"""Seasons, weekends, the lunar holidays and "three days later": exact, an interval, or untold."""

from __future__ import annotations

import re
from datetime import date, timedelta

from briefing.assist.days import AS_WRITTEN, NO_PUBLISHED, Frame, Reading, month_text, weekday_in_week
from briefing.assist.periods_en import NUMBERS_EN
from briefing.assist.words_east import YEARS, number_of

_SEASONS = {"봄": 3, "春": 3, "여름": 6, "夏": 6, "가을": 9, "秋": 9, "겨울": 12, "冬": 12}
_STEPS = {**YEARS, "今": 0, "来": 1, "昨": -1}
_WINTER, _SINCE_AUGUST, _SPRING = 12, 8, 3
_DAYS_KO = ("하루", "이틀", "사흘", "나흘", "닷새", "엿새", "이레", "여드레", "아흐레", "열흘")
COUNTED_KO = {word: count for count, word in enumerate(_DAYS_KO, 1)}
_HOLIDAYS = {
    "추석": "2019-09-13 2020-10-01 2021-09-21 2022-09-10 2023-09-29 2024-09-17 2025-10-06 2026-09-25",
    "설": "2019-02-05 2020-01-25 2021-02-12 2022-02-01 2023-01-22 2024-02-10 2025-01-29 2026-02-17",
}
_TWO = Reading(None, "two times could be meant")
_UNTOLD = Reading(None, "the sentence does not say whether it was or will be")
_ELSEWHERE = Reading(None, "counted from something else")
_SENTENCE_END = re.compile(r"[.!?。]\s|。|\n")


def season_reading(match: re.Match[str], frame: Frame) -> Reading:
    """올가을, 来春, 2025년 봄: three months as they are told in Korea and Japan."""
    word, month = match["sword"] or "", _SEASONS[match["season"]]
    if match["year"]:
        return _TWO if month == _WINTER else _span(int(match["year"]), month, AS_WRITTEN)
    if frame.day is None:
        return Reading(None, NO_PUBLISHED)
    year = _last_year(frame.day, month) if word == "지난" else _stepped_year(frame.day, month, _STEPS[word])
    return _TWO if year is None else _span(year, month, frame.published)


def _last_year(day: date, month: int) -> int | None:
    """The year in which the season before this one began; None while one has hardly ended."""
    if month == _WINTER:
        return day.year - 1 if _SPRING <= day.month < _WINTER else None
    return None if day.month == month + 2 else day.year - (day.month < month + 2)


def _stepped_year(day: date, month: int, step: int) -> int | None:
    if month == _WINTER:
        running = day.month < _SPRING
        return day.year - running if step == 0 and (running or day.month >= _SINCE_AUGUST) else None
    return None if step == 1 and day.month < _SPRING == month else day.year + step


def _span(year: int, month: int, reason: str) -> Reading:
    last = month_text(year + (month == _WINTER), (month + 1) % 12 + 1)
    return Reading(f"{month_text(year, month)}/{last}", reason)


def weekend_reading(match: re.Match[str], frame: Frame) -> Reading:
    """Over the weekend, 주말, 週末: Saturday and Sunday by the tense; untold on a weekend itself."""
    if frame.day is None:
        return Reading(None, NO_PUBLISHED)
    which = (match["which"] or "").lower()
    tense = {"last": "past", "past": "past", "coming": "future", "this": "future"}.get(which) or (
        frame.tense(*match.span()) if not which else ""
    )
    if which == "next" or (frame.day.weekday() >= 5 and which != "this"):
        return _TWO
    if tense not in ("past", "future"):
        return _UNTOLD
    saturday = weekday_in_week(frame.day, 5, -(tense == "past"))
    return Reading(f"{saturday}/{saturday + timedelta(days=1)}", frame.published)


def later_reading(match: re.Match[str], frame: Frame) -> Reading:
    """Three days later, 사흘 뒤, 3日後: from the day its sentence names, else from today if it is to come."""
    told = match["count"].lower()
    count = COUNTED_KO.get(told) or NUMBERS_EN.get(told) or number_of(told)
    anchor = frame.named_before(match.start())
    opening = _SENTENCE_END.split(frame.text[: match.start()])[-1]
    if anchor and re.search(r"\d", opening):
        return Reading((anchor + timedelta(days=count)).isoformat(), f"counted from {anchor.isoformat()}")
    if frame.day is None:
        return Reading(None, NO_PUBLISHED)
    if anchor or frame.tense(*match.span()) != "future":
        return _ELSEWHERE
    return Reading((frame.day + timedelta(days=count)).isoformat(), frame.published)


def earlier_reading(match: re.Match[str], frame: Frame) -> Reading:
    """사흘 전: from today, where no other day is named."""
    if frame.day is None:
        return Reading(None, NO_PUBLISHED)
    if frame.named_before(match.start()) not in (None, frame.day):
        return _ELSEWHERE
    day = frame.day - timedelta(days=COUNTED_KO[match["count"]])
    return Reading(day.isoformat(), frame.published)


def holiday_reading(match: re.Match[str], frame: Frame) -> Reading:
    """올해 추석, 지난 설."""
    if frame.day is None:
        return Reading(None, NO_PUBLISHED)
    days = [date.fromisoformat(day) for day in _HOLIDAYS[match["holiday"]].split()]
    if match["hword"] in YEARS:
        found = [d for d in days if d.year == frame.day.year + YEARS[match["hword"]]]
    elif match["hword"] == "지난":
        found = [d for d in days if d < frame.day][-1:] if frame.day <= days[-1] else []
    else:
        found = [d for d in days if d > frame.day][:1] if frame.day >= days[0] else []
    return Reading(found[0].isoformat(), frame.published) if found else Reading(None, "not exact")


def untold_reading(_match: re.Match[str], _frame: Frame) -> Reading:
    """A season or a fiscal year of nobody knows which country."""
    return Reading(None, "not exact")
