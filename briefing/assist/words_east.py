"""Korean, Japanese and Chinese words for days, weeks, months and years, as steps from a day."""

from __future__ import annotations

WEEKDAYS = ("월화수목금토일", "月火水木金土日", "一二三四五六日")
ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925}
YEARS_KO = {
    "재작년": -2,
    "작년": -1,
    "지난해": -1,
    "지난 해": -1,
    "올해": 0,
    "올": 0,
    "금년": 0,
    "내년": 1,
    "다음 해": 1,
    "다음해": 1,
    "내후년": 2,
}
YEARS_JA = {
    "一昨年": -2,
    "おととし": -2,
    "昨年": -1,
    "去年": -1,
    "今年": 0,
    "本年": 0,
    "ことし": 0,
    "来年": 1,
    "明年": 1,
    "再来年": 2,
}
MONTHS_KO = {
    "지지난달": -2,
    "지난달": -1,
    "지난 달": -1,
    "이달": 0,
    "이번 달": 0,
    "이번달": 0,
    "금월": 0,
    "다음 달": 1,
    "다음달": 1,
    "내달": 1,
}
MONTHS_JA = {
    "先々月": -2,
    "先月": -1,
    "今月": 0,
    "本月": 0,
    "来月": 1,
    "再来月": 2,
    "上个月": -1,
    "上月": -1,
    "这个月": 0,
    "下个月": 1,
    "下月": 1,
}
WEEKS_KO = {
    "지지난주": -2,
    "지난주": -1,
    "지난 주": -1,
    "이번 주": 0,
    "이번주": 0,
    "금주": 0,
    "다음 주": 1,
    "다음주": 1,
    "내주": 1,
    "차주": 1,
}
WEEKS_JA = {"先々週": -2, "先週": -1, "今週": 0, "来週": 1, "再来週": 2, "上周": -1, "本周": 0, "下周": 1}
DAYS_KO = {
    "그저께": -2,
    "그제": -2,
    "어제": -1,
    "어젯밤": -1,
    "작일": -1,
    "오늘": 0,
    "금일": 0,
    "내일": 1,
    "명일": 1,
    "익일": 1,
    "모레": 2,
    "내일모레": 2,
}
DAYS_JA = {
    "一昨日": -2,
    "おととい": -2,
    "昨日": -1,
    "きのう": -1,
    "昨夜": -1,
    "今日": 0,
    "きょう": 0,
    "本日": 0,
    "明日": 1,
    "あす": 1,
    "明後日": 2,
    "あさって": 2,
    "昨天": -1,
    "今天": 0,
    "明天": 1,
}
YEARS, MONTHS, WEEKS, DAYS = (
    {**YEARS_KO, **YEARS_JA},
    {**MONTHS_KO, **MONTHS_JA},
    {**WEEKS_KO, **WEEKS_JA},
    {**DAYS_KO, **DAYS_JA},
)
BESIDE = {
    "전날": -1,
    "이날": 0,
    "당일": 0,
    "같은 날": 0,
    "다음 날": 1,
    "다음날": 1,
    "이튿날": 1,
    "前日": -1,
    "同日": 0,
    "翌日": 1,
}


def any_of(names: dict[str, int]) -> str:
    """The names as alternatives of a pattern, longest first."""
    return "|".join(sorted(names, key=len, reverse=True))


def weekday_number(letter: str) -> int:
    """0 for Monday, whichever of the three scripts the letter is from."""
    return next(row.index(letter) for row in WEEKDAYS if letter in row)


def number_of(digits: str) -> int:
    """The number that ASCII or full-width digits write; 元 is the first year of an era."""
    return 1 if digits == "元" else int(digits)
