"""What Korean and Japanese date words mean, against the day of publication and the verb that follows."""

from __future__ import annotations

import re
from datetime import date, timedelta

from briefing.assist.days import (
    AS_WRITTEN,
    NO_PUBLISHED,
    NO_SUCH_DAY,
    NO_YEAR_NAMED,
    Frame,
    Reading,
    day_without_month,
    day_without_year,
    last_of_month,
    last_weekday,
    make_day,
    month_text,
    next_weekday,
    shifted_month,
    too_far,
    week_text,
    weekday_by_tense,
    weekday_in_week,
    year_of_month,
)
from briefing.assist.words_east import (
    BESIDE,
    DAYS,
    ERAS,
    MONTHS,
    SAME_YEAR,
    WEEKS,
    YEARS,
    number_of,
    weekday_number,
)

UNCLEAR = Reading(None, "the sentence does not say whether it was or will be")
VAGUE = Reading(None, "not exact")
_TWO_DAYS = Reading(None, "two days could be meant")


_SATURDAY, _THIRD = 5, 21
_TENTHS = {
    "초순": 1,
    "상순": 1,
    "上旬": 1,
    "중순": 11,
    "中旬": 11,
    "하순": _THIRD,
    "下旬": _THIRD,
}  # their first day


def _year_of(match: re.Match[str], frame: Frame) -> int | None:
    groups = match.groupdict()
    if groups.get("year"):
        return number_of(groups["year"])
    if groups.get("era"):
        return ERAS[groups["era"]] + number_of(groups["erayear"])
    return frame.day.year + YEARS[groups["yword"]] if frame.day and groups.get("yword") else None


def _reason(match: re.Match[str], frame: Frame) -> str:
    groups = match.groupdict()
    return AS_WRITTEN if groups.get("year") or groups.get("era") else frame.published


def _checked(day: date | None, match: re.Match[str], reason: str) -> Reading:
    weekday = match.groupdict().get("weekday")
    if day is None:
        return Reading(None, NO_SUCH_DAY)
    if weekday and weekday_number(weekday) != day.weekday():
        return Reading(None, "the weekday and the day do not agree")
    return Reading(day.isoformat(), reason)


def numeric_reading(match: re.Match[str], _frame: Frame) -> Reading:
    """2023. 9. 8. or 2023-09-08."""
    year = number_of(match["year"])
    return _checked(
        make_day(year if year > 99 else 2000 + year, number_of(match["m"]), number_of(match["d"])),
        match,
        AS_WRITTEN,
    )


def full_reading(match: re.Match[str], frame: Frame) -> Reading:
    """9월 7일, with or without its year."""
    year, month, number = _year_of(match, frame), number_of(match["month"]), number_of(match["day"])
    if year is not None:
        return _checked(make_day(year, month, number), match, _reason(match, frame))
    if frame.day is None or match.groupdict().get("yword"):
        return Reading(None, NO_PUBLISHED)
    if make_day(2000, month, number) is None:
        return Reading(None, NO_SUCH_DAY)
    place = match.start("month"), match.end()
    found = day_without_year(frame.day, month, number, frame.tense(*place), sure=frame.sure(*place))
    return _checked(found, match, frame.published) if found else UNCLEAR


def full_range_reading(match: re.Match[str], frame: Frame) -> Reading:
    """9월 4일부터 6일까지, 9月30日から10月2日."""
    month = number_of(match["month"])
    month2 = number_of(match.groupdict().get("month2") or match["month"])
    year = _year_of(match, frame)
    if year is None and frame.day is not None:
        last = day_without_year(
            frame.day, month2, number_of(match["day2"]), frame.tense(match.start("month"), match.end())
        )
    else:
        last = make_day(year, month2, number_of(match["day2"])) if year else None
    first = make_day(last.year - (month > month2), month, number_of(match["day"])) if last else None
    if first is None or last is None or first >= last:
        return Reading(None, NO_PUBLISHED if frame.day is None and year is None else NO_SUCH_DAY)
    return Reading(f"{first}/{last}", _reason(match, frame))


def day_range_reading(match: re.Match[str], frame: Frame) -> Reading:
    """4~6일, without a month."""
    if frame.day is None:
        return Reading(None, NO_PUBLISHED)
    last = day_without_month(frame.day, number_of(match["day2"]), frame.tense(match.start(), match.end()))
    first = make_day(last.year, last.month, number_of(match["day"])) if last else None
    return Reading(f"{first}/{last}", frame.published) if first and last and first < last else UNCLEAR


def _period(match: re.Match[str], year: int, month: int | None, reason: str) -> Reading:
    if match.groupdict().get("upto"):
        return Reading(last_of_month(year, month or 12).isoformat(), reason)
    tenths = _TENTHS.get((match.groupdict().get("part") or "").strip())
    if tenths and month:
        last = last_of_month(year, month) if tenths == _THIRD else date(year, month, tenths + 9)
        return Reading(f"{date(year, month, tenths)}/{last}", reason)
    return Reading(month_text(year, month) if month else f"{year:04d}", reason)


def month_reading(match: re.Match[str], frame: Frame) -> Reading:
    """6월, with or without its year."""
    year, month = _year_of(match, frame), number_of(match["month"])
    if year is not None:
        return _period(match, year, month, _reason(match, frame))
    if frame.day is None or match.groupdict().get("yword"):
        return Reading(None, NO_PUBLISHED)
    tense = frame.tense(match.start("month"), match.end())
    if match["which"] and month == frame.day.month:
        return Reading(None, "two years could be meant")
    found = year_of_month(frame.day, month, tense, sure=frame.sure(match.start("month"), match.end()))
    return _period(match, found, month, frame.published) if found else UNCLEAR


def months_reading(match: re.Match[str], frame: Frame) -> Reading:
    """1~6월, 1～6月."""
    year, first, last = _year_of(match, frame), number_of(match["month"]), number_of(match["month2"])
    if year is None and frame.day is not None and not match.groupdict().get("yword"):
        year = year_of_month(frame.day, last, frame.tense(match.start("month"), match.end()))
    if year is None or not 1 <= first < last <= 12:
        return UNCLEAR if frame.day else Reading(None, NO_PUBLISHED)
    return Reading(f"{month_text(year, first)}/{month_text(year, last)}", _reason(match, frame))


def year_reading(match: re.Match[str], frame: Frame) -> Reading:
    """2016년, 昨年."""
    year = _year_of(match, frame)
    return _period(match, year, None, _reason(match, frame)) if year else Reading(None, NO_PUBLISHED)


def year_end_reading(match: re.Match[str], frame: Frame) -> Reading:
    """연말까지, 年内: the last day of the year."""
    if frame.day is None:
        return Reading(None, NO_PUBLISHED)
    if match.groupdict().get("gone"):
        return Reading(str(frame.day.year - 1), frame.published)
    exact = match[0].startswith(("연내", "年内")) or match["upto"]
    if not exact and frame.tense(*match.span()) == "past":
        return UNCLEAR
    return Reading(f"{frame.day.year}-12-31" if exact else str(frame.day.year), frame.published)


def relative_month_reading(match: re.Match[str], frame: Frame) -> Reading:
    """지난달, 来月3日."""
    if frame.day is None:
        return Reading(None, NO_PUBLISHED)
    year, month = shifted_month(frame.day, MONTHS[match["mword"]])
    if match.groupdict().get("day"):
        return _checked(make_day(year, month, number_of(match["day"])), match, frame.published)
    return _period(match, year, month, frame.published)


def relative_week_reading(match: re.Match[str], frame: Frame) -> Reading:
    """지난주 목요일, 来週."""
    if frame.day is None:
        return Reading(None, NO_PUBLISHED)
    weeks = WEEKS[match["week"]]
    if match.groupdict().get("end"):
        if weeks == -1 and ("末" in match[0] or frame.day.weekday() >= _SATURDAY):
            return _TWO_DAYS  # 先週末 may be a Friday
        saturday, sunday = (weekday_in_week(frame.day, day, weeks) for day in (5, 6))
        return Reading(f"{saturday}/{sunday}", frame.published)
    if match["day"]:
        return Reading(
            weekday_in_week(frame.day, weekday_number(match["day"]), weeks).isoformat(), frame.published
        )
    return Reading(week_text(frame.day, weeks), frame.published)


def weekday_reading(match: re.Match[str], frame: Frame) -> Reading:
    """목요일, 오는 월요일."""
    if frame.day is None:
        return Reading(None, NO_PUBLISHED)
    number = weekday_number(match["day"])
    which = match["which"]
    if not which:
        found = weekday_by_tense(frame.day, number, frame.tense(match.start(), match.end()))
        return Reading(found.isoformat(), frame.published) if found else UNCLEAR
    if which in ("지난", "先の", "前の"):
        found = last_weekday(frame.day, number)
    elif which in ("오는", "돌아오는"):
        found = weekday_by_tense(frame.day + timedelta(days=1), number, "future")
    else:
        found = next_weekday(frame.day, number)
    return Reading(found.isoformat(), frame.published) if found else _TWO_DAYS


def bare_day_reading(match: re.Match[str], frame: Frame) -> Reading | None:
    """7일, 지난 7일, 7日."""
    if frame.day is None:
        return Reading(None, NO_PUBLISHED)
    number = number_of(match["day"])
    if match["which"] and number == frame.day.day:
        return Reading(None, "two months could be meant")
    place = match.start("day"), match.end()
    sure = bool(match["which"]) or frame.sure(*place)
    found = day_without_month(frame.day, number, frame.tense(*place), sure=sure)
    if found and not match["which"] and too_far(found, frame.day):
        return UNCLEAR
    return _checked(found, match, frame.published) if found else UNCLEAR


def day_word_reading(match: re.Match[str], frame: Frame) -> Reading:
    """어제, 明日."""
    if frame.day is None:
        return Reading(None, NO_PUBLISHED)
    return Reading((frame.day + timedelta(days=DAYS[match["word"]])).isoformat(), frame.published)


def beside_reading(match: re.Match[str], frame: Frame) -> Reading:
    """전날 and 前日 count from a day named before them, else from that of publication; the others need one."""
    anchor = frame.named_before(match.start())
    if anchor is None and match["word"] in ("전날", "前日"):
        anchor = frame.day
    if anchor is None:
        return Reading(None, NO_PUBLISHED if frame.day is None else "no day is named before it")
    step = BESIDE[match["word"]]
    reason = frame.published if anchor == frame.day else f"counted from {anchor.isoformat()}"
    return Reading((anchor + timedelta(days=step)).isoformat(), reason)


def same_year_reading(match: re.Match[str], frame: Frame) -> Reading:
    """같은 해 9월, 翌年: counted from the year named before."""
    named = frame.year_before(match.start())
    if named is None:
        return Reading(None, NO_YEAR_NAMED)
    year, reason = named + SAME_YEAR[match["same"]], f"counted from {named}"
    if match["day"]:
        return _checked(make_day(year, number_of(match["month"]), number_of(match["day"])), match, reason)
    return _period(match, year, number_of(match["month"]) if match["month"] else None, reason)


def ago_reading(match: re.Match[str], frame: Frame) -> Reading:
    """3일 전, 2カ月前."""
    if frame.day is None:
        return Reading(None, NO_PUBLISHED)
    if re.search(r"(?:후|뒤|이후|から|後)\s?$", frame.text[max(0, match.start() - 4) : match.start()]):
        return Reading(None, "counted from something else")
    count = number_of(match["count"]) * (1 if match["later"] else -1)
    if match["unit"] in "일日":
        return Reading((frame.day + timedelta(days=count)).isoformat(), frame.published)
    if match["unit"] in "년年":
        return Reading(str(frame.day.year + count), frame.published)
    return Reading(month_text(*shifted_month(frame.day, count)), frame.published)


def first_in_reading(match: re.Match[str], frame: Frame) -> Reading:
    """7년 만에, 7年ぶり: from then until now."""
    if frame.day is None:
        return Reading(None, NO_PUBLISHED)
    return Reading(f"{frame.day.year - number_of(match['count'])}/{frame.day.year}", frame.published)


def half_reading(match: re.Match[str], frame: Frame) -> Reading:
    """올해 상반기, 3분기."""
    year = _year_of(match, frame)
    if year is None:
        return VAGUE if frame.day else Reading(None, NO_PUBLISHED)
    half, quarter = match["half"], match.groupdict().get("quarter")
    first, last = (1, 6) if half in ("상", "上半", "前半") else (7, 12)
    if quarter:
        first, last = int(quarter) * 3 - 2, int(quarter) * 3
    return Reading(f"{month_text(year, first)}/{month_text(year, last)}", _reason(match, frame))


def two_days_reading(match: re.Match[str], frame: Frame) -> Reading:
    """7、8両日: an interval if the days follow one another."""
    if number_of(match["day2"]) - number_of(match["day"]) != 1:
        return Reading(None, "two days are named")
    return day_range_reading(match, frame)


def year_range_reading(match: re.Match[str], _frame: Frame) -> Reading | None:
    """2016년부터 2023년까지."""
    first, last = number_of(match["first"]), number_of(match["last"])
    last = last if last > 99 else first // 100 * 100 + last
    return Reading(f"{first}/{last}", AS_WRITTEN) if first < last else None
