"""How English writes dates: each pattern with what it means. The first that fits a place is taken."""

from __future__ import annotations

import re
from collections.abc import Callable

from briefing.assist.days import MONTHS_EN, Frame, Reading
from briefing.assist.periods_en import (
    NUMBERS_EN,
    ago_reading,
    day_of_month_reading,
    decade_reading,
    end_of_period_reading,
    first_in_reading,
    first_months_reading,
    fiscal_reading,
    quarter_reading,
    relative_period_reading,
    season_reading,
    year_range_reading,
    year_reading,
)
from briefing.assist.readings_en import (
    bare_day_reading,
    beside_reading,
    day_range_reading,
    full_day_reading,
    iso_reading,
    month_reading,
    months_reading,
    relative_day_reading,
    slashes_reading,
    that_year_reading,
    two_days_reading,
    week_of_reading,
    weekday_of_week_reading,
    weekday_reading,
)
from briefing.assist.readings_seasons import later_reading, untold_reading, weekend_reading

Rule = tuple[re.Pattern[str], Callable[[re.Match[str], Frame], Reading | None], re.Pattern[str]]  # and a hint

_MONTH_NAMES = rf"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?|(?:{'|'.join(MONTHS_EN)})\b"
_M = rf"(?P<month>{_MONTH_NAMES})"
_M2 = rf"(?P<month2>{_MONTH_NAMES})"
_D = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?!\d|,\d|[.]\d|\s?(?:%|percent|million|billion))"
_D2 = r"(?P<day2>\d{1,2})(?:st|nd|rd|th)?(?!\d)"
_Y = r"(?P<year>(?:18|19|20)\d\d)\b"
_W = r"(?P<weekday>Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b\.?"
_FULL_W = r"(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
_WITH_W = rf"(?:{_W}(?:\s*\(|,?\s+))?"
_DASH = r"\s*(?:-|–|—|\bto\b|\bthrough\b|\buntil\b)\s*"
_PART = (
    r"(?P<part>(?P<by>(?:by|before|until|till|no later than) )?(?:the )?(?:very )?end of|"
    r"(?:the )?(?:start|beginning|middle) of|"
    r"early|late|mid-?|earlier|later)"
)
_N = rf"(?P<count>\d{{1,3}}|{'|'.join(NUMBERS_EN)})"
_UNITS_AFTER = (
    r"(?!\s?(?:%|percent|people|tons?|tonnes|won|yen|dollars|euros|km|kilometers|firms|companies|"
    r"cases|items|troops|"
    r"workers|ships|vehicles|units|times|members|jobs|homes|points|a\.?m|p\.?m|GMT|KST)\b|[,.:]\d|-?[a-z]*\d)"
)
_I = re.IGNORECASE
_MONTH_HINT = re.compile("Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec")
_WEEKDAY_HINT = re.compile("(?i)(?:mon|tues|wednes|thurs|fri|satur|sun)day")
_YEAR_HINT = re.compile(r"\d\d\d")
_WORD_HINT = re.compile(
    r"(?i)Q[1-4]|\d(?:st|nd|rd|th)\b|day|week|spring|summer|autumn|fall|winter|month|year|tonight|tomorrow|morning|noon|evening|night|half|quarter"
)
_LEAD = (
    r"\b(?P<lead>(?:[Ii]n|[Ss]ince|[Uu]ntil|[Ff]rom|[Oo]f|[Bb]y|[Bb]efore|[Aa]fter|[Dd]uring|[Tt]he|[Tt]o|"
    r"[Ff]or|and|through)\s+)"
)
_NOT_MONTH = r"(?!\s*\d)(?!\s+(?:Fourth|Day\b|[A-Z][a-z]+\s+(?:said|told|asked)))"
_YEARS = r"(?:\s*,?\s*(?:of\s+)?(?P<which2>last|this|next)\s+year)"


def _rule(pattern: str, read: Callable[[re.Match[str], Frame], Reading | None], flags: int = 0) -> Rule:
    return re.compile(pattern, flags), read, _hint(pattern)


def _hint(pattern: str) -> re.Pattern[str]:
    """What must stand in a text for the rule to be tried at all: cheap to look for."""
    if _MONTH_NAMES in pattern:
        return _MONTH_HINT
    if "weekday" in pattern:
        return _WEEKDAY_HINT
    return _YEAR_HINT if r"20)\d" in pattern and "?P<unit" not in pattern else _WORD_HINT


RULES: tuple[Rule, ...] = (
    _rule(r"(?<![\d-])(?P<year>(?:18|19|20)\d\d)[-/](?P<m>\d{1,2})[-/](?P<d>\d{1,2})(?![\d/-])", iso_reading),
    _rule(r"(?<![\d/])(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<year>(?:19|20)\d\d)(?![\d/])", slashes_reading),
    _rule(rf"\b{_M}\s+{_D}{_DASH}{_M2}\s+{_D2}(?:,?\s+{_Y})?", day_range_reading),
    _rule(
        rf"(?<!\d)(?<!\d[,.]){_D}\s+(?:of\s+)?{_M}{_DASH}{_D2}\s+(?:of\s+)?{_M2}(?:,?\s+{_Y})?",
        day_range_reading,
    ),
    _rule(rf"\b{_M}\s+{_D}\s+and\s+{_D2}(?:,?\s+{_Y})?", two_days_reading),
    _rule(rf"(?<!\d)(?<!\d[,.]){_D}\s+and\s+{_D2}\s+(?:of\s+)?{_M}(?:,?\s+{_Y})?", two_days_reading),
    _rule(rf"\b{_M}\s+{_D}{_DASH}{_D2}(?!\s*(?:p\.?m|a\.?m))(?:,?\s+{_Y})?", day_range_reading),
    _rule(rf"(?<!\d)(?<!\d[,.]){_D}{_DASH}{_D2}\s+(?:of\s+)?{_M}(?:,?\s+{_Y})?", day_range_reading),
    _rule(rf"\bweek\s+of\s+{_M}\s+{_D}(?:,?\s+{_Y})?(?P<weekday>)", week_of_reading),
    _rule(rf"\bweek\s+of\s+{_D}\s+{_M}(?:,?\s+{_Y})?(?P<weekday>)", week_of_reading),
    _rule(rf"{_WITH_W}\b{_M}\s+(?:the\s+)?{_D}(?!:\d|\s*(?:p\.?m|a\.?m)\b)(?:,?\s+{_Y})?", full_day_reading),
    _rule(rf"{_WITH_W}(?:the\s+)?(?<![\d.,$]){_D}\s+(?:of\s+)?{_M}(?:,?\s+{_Y})?", full_day_reading),
    _rule(
        rf"\b{_M}\s*(?:-|–|\bto\b|\bthrough\b)\s*{_M2}(?!\s*\d{{1,2}}\b)(?:{_YEARS}|,?\s+{_Y})?", months_reading
    ),
    _rule(rf"\b{_M},?\s+(?:of\s+)?(?:the\s+)?(?P<same>that|same|following)\s+year\b", that_year_reading),
    _rule(
        rf"\b(?P<lead>between\s+){_M}\s+and\s+{_M2}(?!\s*\d{{1,2}}\b)(?:{_YEARS}|,?\s+{_Y})?", months_reading
    ),
    _rule(rf"(?P<which>)(?P<which3>)(?P<which2>)(?:{_PART}\s*)?\b{_M},?\s+(?:of\s+)?{_Y}", month_reading),
    _rule(rf"(?P<year>)(?P<which>)(?P<which3>)(?:{_PART}\s*)?\b{_M}{_YEARS}", month_reading),
    _rule(
        rf"(?P<year>)(?P<which>)(?P<which2>)(?P<which3>last|this|next)\s+year(?:['’]s|"
        rf"\s+in)\s+(?:{_PART}\s*)?{_M}",
        month_reading,
    ),
    _rule(
        rf"(?P<year>)(?P<which2>)(?P<which3>)(?:{_PART}\s*)?\b(?P<which>[Ll]ast|[Tt]his|[Nn]ext)\s+{_M}",
        month_reading,
    ),
    _rule(rf"(?P<year>)(?P<which>)(?P<which2>)(?P<which3>)\b{_PART}\s*{_M}", month_reading, 0),
    _rule(rf"(?P<year>)(?P<which>)(?P<which2>)(?P<which3>)(?P<part>){_LEAD}{_M}{_NOT_MONTH}", month_reading),
    _rule(
        r"\b(?P<word>the\s+day\s+before\s+yesterday|the\s+day\s+after\s+tomorrow|today|tonight|"
        r"this\s+(?:morning|afternoon|evening)|yesterday|last\s+night|tomorrow)\b",
        relative_day_reading,
        _I,
    ),
    _rule(rf"\b{_FULL_W}\s+(?:of\s+)?(?P<which>this|last|next)\s+week\b", weekday_of_week_reading, _I),
    _rule(rf"\b(?P<which>this|last|next)\s+week(?:['’]s|\s+on)?\s+{_FULL_W}", weekday_of_week_reading, _I),
    _rule(rf"(?:\b(?P<which>last|next|this|past|coming)\s+)?\b{_FULL_W}", weekday_reading, _I),
    _rule(
        r"\b(?:the\s+(?:previous|next|following)\s+day|"
        r"(?:a|the)\s+day\s+(?:earlier|later)|the\s+day\s+(?:before|after)(?=[,.;]))",
        beside_reading,
        _I,
    ),
    _rule(
        r"\bthe\s+(?P<day>first|\d{1,2}(?:st|nd|rd|th))\s+(?:day\s+)?of\s+(?P<which>this|last|next)\s+month\b",
        day_of_month_reading,
        _I,
    ),
    _rule(
        r"\b(?P<lead>(?:on|by|until|till|before|after|since|from)\s+)the\s+(?P<day>\d{1,2})(?:st|nd|rd|th)"
        r"(?=[.,;:)]|$|\s+(?:and|but|or|at|in|to|for|with|when|as|after|before|until)\b)",
        bare_day_reading,
    ),
    _rule(
        r"\b(?P<part>(?P<by>(?:by|before|until|till|to|through|no later than) )?(?:the )?end of)\s+the\s+"
        r"(?P<unit>year|month)\b|\b(?P<by2>(?:by|before|until)\s+)?(?:the\s+)?(?P<unit2>year)(?:-|\s|['’]s\s)end\b",
        end_of_period_reading,
        _I,
    ),
    _rule(r"\b(?:(?P<which>this|last|next|past|coming)|(?:over|at|on)\s+the)\s+weekend\b", weekend_reading, _I),
    _rule(r"\b(?:this|last|next)\s+(?:spring|summer|autumn|fall|winter)\b", untold_reading, _I),
    _rule(rf"\b{_N}\s+days?\s+later\b", later_reading, _I),
    _rule(rf"\b{_N}\s+(?:weeks?|months?|years?)\s+later\b", untold_reading, _I),
    _rule(rf"\b(?:the\s+)?(?:spring|summer|autumn|fall|winter)\s+(?:of\s+|season\s+)?{_Y}", season_reading, _I),
    _rule(
        rf"(?P<unit>)\bthe\s+first\s+{_N}\s+months\s+of\s+(?:(?P<which>last|this|the)\s+year|{_Y})",
        first_months_reading,
        _I,
    ),
    _rule(rf"\bQ(?P<nth>[1-4])\s+(?:of\s+)?(?P<unit>){_Y}(?P<which>)", quarter_reading),
    _rule(rf"\b{_Y}\s?Q(?P<nth>[1-4])\b(?P<unit>)(?P<which>)", quarter_reading),
    _rule(
        rf"\b(?:the\s+)?(?P<nth>first|second|third|fourth|last)\s+(?P<unit>half|quarter)\s+"
        rf"(?:of\s+)?(?:(?P<which>last|this|next|the)\s+year|{_Y})",
        quarter_reading,
        _I,
    ),
    _rule(
        rf"(?:\b{_PART}\s*)?\b(?P<which>last|this|next|coming|current|past)\s+(?P<unit>week|month|year)\b"
        r"(?!['’]s\s+(?:Eve|Day))(?!-old)",
        relative_period_reading,
        _I,
    ),
    _rule(
        rf"(?:\b(?P<about>about|some|nearly|almost|around|over|more\s+than|roughly)\s+)?\b"
        rf"{_N}\s+(?P<unit>day|week|month|year)s?\s+(?:ago|back)\b",
        ago_reading,
        _I,
    ),
    _rule(rf"\b{_N}\s+years\b(?!\s+(?:ago|of\s+age|old))", first_in_reading, _I),
    _rule(rf"\b(?:fiscal(?:\s+year)?\s+|FY\s?){_Y}", fiscal_reading, _I),
    _rule(
        rf"\b(?P<lead>between\s+|from\s+)?{_Y}(?:\s*[-–—]\s*|\s+(?:to|through|and|until)\s+)"
        r"(?P<second>(?:18|19|20)\d\d|(?<=[-–—])\d\d)\b(?!\s?(?:%|percent))",
        year_range_reading,
        _I,
    ),
    _rule(r"\b(?P<year>(?:18|19|20)\d0)['’]?s\b", decade_reading),
    _rule(rf"(?<![\d.,$€£¥#/-])(?<!No\. )(?:\b{_PART}\s*)?\b{_Y}{_UNITS_AFTER}", year_reading),
)
