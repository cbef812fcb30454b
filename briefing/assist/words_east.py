"""Korean, Japanese and Chinese words for days, weeks, months and years, as steps from a day."""

from __future__ import annotations


def _steps(text: str) -> dict[str, int]:
    """Each word of lines such as "-1: 작년, 지난해" with its step."""
    rows = (line.split(":") for line in text.strip().splitlines())
    return {word.strip(): int(step) for step, words in rows for word in words.split(",")}


WEEKDAYS = ("월화수목금토일", "月火水木金土日", "一二三四五六日")
ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925}
YEARS_KO = _steps("""
    -2: 재작년
    -1: 작년, 지난해, 지난 해
    0: 올해, 올, 금년
    1: 내년, 다음 해, 다음해
    2: 내후년
""")
YEARS_JA = _steps("""
    -2: 一昨年, おととし
    -1: 昨年, 去年
    0: 今年, 本年, ことし
    1: 来年, 明年
    2: 再来年
""")
MONTHS_KO = _steps("""
    -2: 지지난달
    -1: 지난달, 지난 달
    0: 이달, 이번 달, 이번달, 금월
    1: 다음 달, 다음달, 내달
""")
MONTHS_JA = _steps("""
    -2: 先々月
    -1: 先月, 上个月, 上月
    0: 今月, 本月, 这个月
    1: 来月, 下个月, 下月
    2: 再来月
""")
WEEKS_KO = _steps("""
    -2: 지지난주
    -1: 지난주, 지난 주
    0: 이번 주, 이번주, 금주
    1: 다음 주, 다음주, 내주, 차주
""")
WEEKS_JA = _steps("""
    -2: 先々週
    -1: 先週, 上周
    0: 今週, 本周
    1: 来週, 下周
    2: 再来週
""")
DAYS_KO = _steps("""
    -2: 그저께, 그제
    -1: 어제, 어젯밤, 작일
    0: 오늘, 금일
    1: 내일, 명일, 익일
    2: 모레, 내일모레
""")
DAYS_JA = _steps("""
    -2: 一昨日, おととい
    -1: 昨日, きのう, 昨夜, 昨天
    0: 今日, きょう, 本日, 今天
    1: 明日, あす, 明天
    2: 明後日, あさって
""")
YEARS, MONTHS, WEEKS, DAYS = (
    {**YEARS_KO, **YEARS_JA},
    {**MONTHS_KO, **MONTHS_JA},
    {**WEEKS_KO, **WEEKS_JA},
    {**DAYS_KO, **DAYS_JA},
)
BESIDE = _steps("""
    -1: 전날, 前日
    0: 이날, 당일, 같은 날, 同日
    1: 다음 날, 다음날, 이튿날, 翌日
""")

SAME_YEAR = _steps("""
    0: 같은 해, 같은해, 그해, 同年
    1: 이듬해, 翌年
""")


def any_of(names: dict[str, int]) -> str:
    """The names as alternatives of a pattern, longest first."""
    return "|".join(sorted(names, key=len, reverse=True))


def weekday_number(letter: str) -> int:
    """0 for Monday, whichever of the three scripts the letter is from."""
    return next(row.index(letter) for row in WEEKDAYS if letter in row)


def number_of(digits: str) -> int:
    """The number that ASCII or full-width digits write; 元 is the first year of an era."""
    return 1 if digits == "元" else int(digits)
