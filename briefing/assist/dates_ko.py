"""How Korean writes dates: each pattern with what it means. The first that fits a place is taken."""

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
    weekday_reading,
    year_end_reading,
    year_range_reading,
    year_reading,
)
from briefing.assist.readings_seasons import (
    COUNTED_KO,
    earlier_reading,
    holiday_reading,
    later_reading,
    season_reading,
    untold_reading,
    weekend_reading,
)
from briefing.assist.words_east import DAYS_KO, MONTHS_KO, SAME_YEAR, WEEKS_KO, YEARS_KO, any_of

Rule = tuple[re.Pattern[str], Callable[[re.Match[str], Frame], Reading | None], re.Pattern[str]]  # and a hint

_DAYS = "월화수목금토일"
_W = r"(?:\s?\(\s?(?P<weekday>[월화수목금토일])(?:요일)?\s?\))?"
_Y = r"(?P<year>(?:18|19|20)\d\d)년"
_YW = rf"(?:{_Y}|(?P<yword>{any_of(YEARS_KO)}))"
_NOT_TERM = r"(?<!징역 \d년 )(?<!징역 \d\d년 )(?<!금고 \d년 )"  # "징역 3년 6월"
_M = r"(?P<month>1[0-2]|[1-9])월"
_M2 = r"(?P<month2>1[0-2]|[1-9])월"
_D = r"(?P<day>3[01]|[12]\d|[1-9])일"
_NOT_DAY = (
    r"(?!간|째|\s?동안|\s?만에|\s?이내|\s?내에|\s?내로|\s?안에|\s?평균|\s?이상|\s?연속|"
    r"자\b|\s?\d+회|\s?치\b|장\b|\s?(?:전(?![남북국체])|후|뒤|앞)(?![가-힣]{2}|\s?세계|\s?국민|\s?직원)|정\b)"
)
_TO = r"\s?(?:부터|[~∼\-–])\s?"
_END = r"(?P<part>\s?(?:말|초순|초|중순|상순|하순|중|안))?(?P<upto>(?<=[말안])(?:까지)|(?<=안)에)?"
_OL_END = r"(?P<part>\s(?:초|말|연말))?(?P<upto>(?<=말)까지)?"
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
    year_range_reading,
)

RULES: tuple[Rule, ...] = tuple(
    (re.compile(pattern), read, _DIGIT if read in _WITH_DIGITS else _ANY)
    for pattern, read in (
        (
            r"(?<![\d.-])(?P<year>(?:19|20)\d\d)(?:\.\s?|-|/)(?P<m>\d{1,2})(?:\.\s?|-|/)(?P<d>\d{1,2})(?!\d)\.?"
            + _W,
            numeric_reading,
        ),
        (r"['’‘](?P<year>\d\d)\.\s?(?P<m>\d{1,2})\.\s?(?P<d>\d{1,2})(?!\d)\.?" + _W, numeric_reading),
        (
            r"(?<![\d.’‘'])(?<![\d.]\s)(?P<month>1[0-2]|[1-9])\.\s?(?P<day>3[01]|[12]\d|[1-9])\.?\s?[~∼\-–]\s?(?:(?P<month2>1[0-2]|[1-9])\.\s?)?(?P<day2>3[01]|[12]\d|[1-9])\.(?!\d|\s?%)",
            full_range_reading,
        ),
        (
            r"(?<![\d.’‘'])(?<![\d.]\s)(?P<month>1[0-2]|[1-9])\.\s?(?P<day>3[01]|[12]\d|[1-9])\.(?!\d|\s?%)(?=\s?[(),]|\s|부터|까지|에|자\b|$)"
            + _W,
            full_reading,
        ),
        (
            rf"(?:{_YW}\s)?(?<!\d){_M}\s(?P<day>\d{{1,2}})일?{_TO}(?:{_M2}\s)?(?P<day2>\d{{1,2}})일{_NOT_DAY}(?:까지)?",
            full_range_reading,
        ),
        (
            rf"(?P<same>{any_of(SAME_YEAR)})(?:\s?{_M}(?!\s?[~∼\-–])(?:\s?{_D}{_W}{_NOT_DAY})?)?{_END}",
            same_year_reading,
        ),
        (rf"(?:{_YW}\s?)?(?:지난 |오는 )?(?<!\d){_M}\s?{_D}{_W}{_NOT_DAY}", full_reading),
        (rf"(?:{_YW}\s?)?(?<!\d)(?P<month>\d{{1,2}})월?\s?[~∼\-–]\s?{_M2}(?!\s?\d)", months_reading),
        (rf"(?P<which>)(?:{_YW}\s?)(?<!\d){_M}{_END}", month_reading),
        (rf"(?P<mword>{any_of(MONTHS_KO)})\s?{_D}{_W}{_NOT_DAY}", relative_month_reading),
        (
            rf"(?P<which>(?:지난|오는)\s)?(?<![\d~]){_NOT_TERM}{_M}(?!\s?\d{{1,2}}(?!\d)\s?[일~∼\-–])(?:{_END})(?!요일|급)",
            month_reading,
        ),
        (rf"(?<!\d)(?P<day>\d{{1,2}})일?{_TO}(?P<day2>\d{{1,2}})일{_NOT_DAY}(?:까지)?", day_range_reading),
        (rf"{_YW}\s?(?:(?P<half>[상하])반기|(?P<quarter>[1-4])분기)", half_reading),
        (
            r"(?<!\d)(?P<first>(?:18|19|20)\d\d)년?(?:\s?[~∼\-–]\s?|부터\s)(?P<last>(?:18|19|20)\d\d)년(?:까지)?",
            year_range_reading,
        ),
        (rf"(?P<mword>{any_of(MONTHS_KO)}){_END}(?![가-힣]*\d)", relative_month_reading),
        (
            rf"(?<![가-힣])(?:{_Y}\s|(?P<sword>{any_of(YEARS_KO)}|지난)\s?)(?P<season>봄|여름|가을|겨울)(?![가-힣]*(?:학기|방학|배추))",
            season_reading,
        ),
        (
            r"(?<![가-힣])(?P<hword>올해|올|내년|작년|지난해|지난|오는)\s?(?P<holiday>추석|설)날?(?=[은는이을를에의\s,.])(?!\s(?:연휴|명절|선물))",
            holiday_reading,
        ),
        (r"(?:(?:19|20)\d\d\s?|올해\s|내년\s|작년\s|지난해\s)회계연도", untold_reading),
        (rf"(?P<week>{any_of(WEEKS_KO)})(?P<end>말)?(?:\s(?P<day>[{_DAYS}])요일)?", relative_week_reading),
        (
            r"(?<![가-힣])(?<!다음 )(?P<which>)주말(?=에|까지|\s|,)(?!\s(?:드라마|나들이|집회|여행))",
            weekend_reading,
        ),
        (rf"(?<![가-힣])(?P<count>{any_of(COUNTED_KO)})\s?(?:뒤|후)(?=에|인|\s|,|\.)", later_reading),
        (rf"(?<![가-힣])(?P<count>{any_of(COUNTED_KO)})\s?전(?=에|인|의|부터|\s|,|\.)", earlier_reading),
        (r"(?<!\d)(?P<count>\d{1,2})일\s?(?:뒤|후)(?=에|인|\s|,|\.)", later_reading),
        (rf"(?:(?P<which>지난|오는|다음|돌아오는)\s)?(?P<day>[{_DAYS}])요일", weekday_reading),
        (
            r"(?<!\d)(?P<count>\d{1,3})(?P<unit>일|년|개월|달)\s?(?:전(?=에|엔|의|부터|보다|까지|쯤|이[라었며고]|인\s|과|와|\s|[,.)]|$)(?!\s(?:세계|국민|직원|회원|지역|산업|분야|과정|품목|은행|부문|연령|군|국가|총리|대통령|장관|의원|대표))|(?P<later>(?:후|뒤)(?=에|엔|인|부터|쯤|로|의|\s|[,.]|$)))",
            ago_reading,
        ),
        (r"(?<!\d)(?P<count>\d{1,3})년\s?만(?:에|의|이)", first_in_reading),
        (r"(?P<gone>지난 )?연말(?P<upto>까지)?|연내", year_end_reading),
        (rf"(?P<which>(?:지난|오는)\s)?(?<![\d.,~제])(?<!\d월 ){_D}{_W}{_NOT_DAY}(?!본)", bare_day_reading),
        (rf"(?<![가-힣\d])(?P<word>{any_of(DAYS_KO)})(?![가-힣]*날)", day_word_reading),
        (r"(?<![가-힣])(?P<word>전날|이날|당일|같은 날|다음 날|다음날|이튿날)", beside_reading),
        (rf"(?:지난\s|오는\s)?(?<!\d){_Y}(?!\s?(?:간|동안|만에|째|여간)){_END}", year_reading),
        (
            rf"(?<![가-힣])(?P<yword>{any_of({k: v for k, v in YEARS_KO.items() if k != '올'})}){_END}",
            year_reading,
        ),
        (
            r"(?<![가-힣])(?P<yword>올)(?=\s(?:들어|초|말|연말))" + _OL_END,
            year_reading,
        ),
    )
)
