"""How Japanese (and Chinese that looks alike) writes dates: the first pattern that fits a place is taken."""

from __future__ import annotations

import re
from collections.abc import Callable

from briefing.assist.days import Frame, Reading
from briefing.assist.readings_east import (
    ago_reading,
    bare_day_reading,
    beside_reading,
    day_range_reading,
    day_word_reading,
    first_in_reading,
    full_range_reading,
    full_reading,
    half_reading,
    month_reading,
    months_reading,
    numeric_reading,
    relative_month_reading,
    relative_week_reading,
    same_year_reading,
    two_days_reading,
    weekday_reading,
    year_end_reading,
    year_range_reading,
    year_reading,
)
from briefing.assist.readings_fiscal import fiscal_end_reading, fiscal_reading
from briefing.assist.readings_seasons import later_reading, season_reading, weekend_reading
from briefing.assist.words_east import DAYS_JA, ERAS, MONTHS_JA, SAME_YEAR, WEEKS_JA, YEARS_JA, any_of

Rule = tuple[re.Pattern[str], Callable[[re.Match[str], Frame], Reading | None], re.Pattern[str]]  # and a hint

_DAYS = "月火水木金土日"
_W = r"(?:\s?[（(]\s?(?P<weekday>[月火水木金土日])(?:曜日?)?(?:・祝)?\s?[)）])?"
_Y = rf"(?:(?P<year>[12１２][\d０-９]{{3}})年|(?P<era>{any_of(ERAS)})(?P<erayear>[\d０-９]{{1,2}}|元)年)"
_YW = rf"(?:{_Y}(?:[（(][^)）]{{2,6}}[)）])?|(?P<yword>{any_of(YEARS_JA)}))"
_N2 = r"[\d０-９]{1,2}"
_M = rf"(?P<month>{_N2})月"
_M2 = rf"(?:(?P<month2>{_N2})月)?"
_D = rf"(?P<day>{_N2})(?:日|号(?![^。]*[ぁ-ん]))(?!本)"
_NOT_DAY = r"(?!間|目|連続|ぶり|以内|以上|あたり|当たり|前|後(?!半)|分|付け?で?は|程度|余り|およそ|約|平均)"
_TO = r"\s?(?:から|[~～〜\-－–])\s?"
_END = r"(?P<part>末|初め|初頭|中旬|上旬|下旬|中|はじめ|早々)?(?P<upto>(?<=[末中])(?:までに?|に(?=も)))?"
_DIGIT, _ANY = re.compile(r"\d"), re.compile("")
_WITH_DIGITS = (
    numeric_reading,
    full_reading,
    full_range_reading,
    month_reading,
    day_range_reading,
    ago_reading,
    first_in_reading,
    bare_day_reading,
    two_days_reading,
    year_range_reading,
)

RULES: tuple[Rule, ...] = tuple(
    (re.compile(pattern), read, _DIGIT if read in _WITH_DIGITS else _ANY)
    for pattern, read in (
        (r"(?<![\d./-])(?P<year>(?:19|20)\d\d)[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?!\d)", numeric_reading),
        (
            rf"(?:{_YW}の?)?(?<![\d０-９]){_M}(?P<day>{_N2})日?{_TO}{_M2}(?P<day2>{_N2})日{_NOT_DAY}(?:まで)?",
            full_range_reading,
        ),
        (rf"(?P<same>{any_of(SAME_YEAR)})(?!度)の?(?:{_M}(?:{_D}{_W}{_NOT_DAY})?)?{_END}", same_year_reading),
        (rf"(?:{_YW}の?\s?)?(?<![\d０-９]){_M}\s?{_D}{_W}{_NOT_DAY}", full_reading),
        (rf"(?P<mword>{any_of(MONTHS_JA)})の?{_D}{_W}{_NOT_DAY}", relative_month_reading),
        (
            rf"(?:(?P<year>(?:19|20)\d\d)年の?|(?P<sword>[今来昨]|{any_of(YEARS_JA)})の?)(?P<season>[春夏秋冬])(?![一-鿿季休場])",
            season_reading,
        ),
        (r"(?P<which>)(?<![今来先毎一-鿿])週末(?=[はにのまも、])", weekend_reading),
        (r"(?<![\d０-９])(?P<count>[\d０-９]{1,2})日後", later_reading),
        (rf"(?:{_Y}|(?P<which>[昨今来])年)度", fiscal_reading),
        (rf"{_YW}の?(?P<half>上半|下半|前半|後半)(?:期|年)?", half_reading),
        (
            rf"(?:{_YW}の?)?(?<![\d０-９])(?P<month>{_N2})月?[~～〜\-–](?P<month2>{_N2})月(?![\d０-９])",
            months_reading,
        ),
        (rf"{_YW}の?(?<![\d０-９]){_M}(?![\d０-９]|曜){_END}", month_reading),
        (rf"(?P<which>来る|去る)?(?<![\d０-９~～〜])(?<!\d年){_M}(?![\d０-９]|曜|間){_END}", month_reading),
        (rf"(?<![\d０-９])(?P<day>{_N2})日?{_TO}(?P<day2>{_N2})日(?:まで)?{_NOT_DAY}", day_range_reading),
        (
            r"(?<!\d)(?P<first>(?:18|19|20)\d\d)年?(?:\s?[~～〜\-－–]\s?|から)(?P<last>(?:18|19|20)?\d\d)年(?:まで)?",
            year_range_reading,
        ),
        (rf"(?P<mword>{any_of(MONTHS_JA)}){_END}", relative_month_reading),
        (
            rf"(?P<week>{any_of(WEEKS_JA)})(?P<end>末)?の?(?:(?P<day>[{_DAYS}])曜日?)?",
            relative_week_reading,
        ),
        (rf"(?:(?P<which>先の|前の|次の)\s?)?(?P<day>[{_DAYS}])曜日?", weekday_reading),
        (r"(?P<which>)周(?P<day>[一二三四五六日])", weekday_reading),
        (
            r"(?<![\d０-９])(?P<count>[\d０-９]{1,3})(?P<unit>日|年|[かカヶ]月|個月)(?:前|(?P<later>後))",
            ago_reading,
        ),
        (r"(?<![\d０-９])(?P<count>[\d０-９]{1,3})年ぶり", first_in_reading),
        (r"(?<![昨今来去前毎\d０-９])年末(?P<upto>までに?)?|年内", year_end_reading),
        (
            rf"(?<![\d０-９])(?P<day>{_N2})日?[、・](?P<day2>{_N2})(?:日|両日)(?!間)",
            two_days_reading,
        ),
        (r"年度内", fiscal_end_reading),
        (rf"(?P<which>来る|去る)?(?<![\d０-９.,月年第~]){_D}{_W}{_NOT_DAY}", bare_day_reading),
        (rf"(?<![毎])(?P<word>{any_of(DAYS_JA)})(?!の日|的日子)", day_word_reading),
        (r"(?P<word>前日|同日|翌日)", beside_reading),
        (rf"{_Y}(?!間|度|ぶり|目|代|前|後){_END}", year_reading),
        (rf"(?P<yword>{any_of(YEARS_JA)})(?!度){_END}", year_reading),
    )
)
