"""Dates in the template's pattern, e.g. "d MMMM yyyy" or "yyyy. M. d." (CLDR letters)."""

from __future__ import annotations

import re
from datetime import date

from briefing.model.article import day_of

_ENGLISH = "January February March April May June July August September October November December"
_MONTHS = {
    "en": _ENGLISH,
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
}
_SHORT_MONTHS = {
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    "fr": "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
    "de": "Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez.",
    "es": "ene feb mar abr may jun jul ago sept oct nov dic",
}
_MONTH_SIGN = {"ko": "월", "ja": "月", "zh": "月"}  # behind the number: there are no names
_WEEKDAYS = {  # short, long
    "en": ("Mon Tue Wed Thu Fri Sat Sun", "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"),
    "ko": ("월 화 수 목 금 토 일", "월요일 화요일 수요일 목요일 금요일 토요일 일요일"),
    "ja": ("月 火 水 木 金 土 日", "月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日"),
    "zh": ("周一 周二 周三 周四 周五 周六 周日", "星期一 星期二 星期三 星期四 星期五 星期六 星期日"),
    "fr": ("lun. mar. mer. jeu. ven. sam. dim.", "lundi mardi mercredi jeudi vendredi samedi dimanche"),
    "de": ("Mo. Di. Mi. Do. Fr. Sa. So.", "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag"),
    "es": ("lun mar mié jue vie sáb dom", "lunes martes miércoles jueves viernes sábado domingo"),
}
_LETTERS = re.compile(r"'((?:[^']|'')*)'|y+|M+|d+|E+")
_SHORT = 3  # letters ask for the short name, more for the long one


def written(iso: str, pattern: str, language: str) -> str:
    """An ISO date as the template writes it; anything else comes back as it is."""
    day = day_of(iso)
    return iso if day is None else format_date(day, pattern, language)


def format_date(day: date, pattern: str, language: str) -> str:
    """`day` in CLDR letters: d dd M MM MMM MMMM yy yyyy E EEEE; text in single quotes stands as it is."""
    base = language.partition("-")[0]

    def replacement(match: re.Match[str]) -> str:
        quoted: str | None = match[1]
        if quoted is None:
            return _PARTS[match[0][0]](day, len(match[0]), base)
        return quoted.replace("''", "'") or "'"

    return _LETTERS.sub(replacement, pattern)


def _year(day: date, width: int, _: str) -> str:
    return f"{day.year % 100:02d}" if width == 2 else f"{day.year:0{width}d}"


def _month(day: date, width: int, language: str) -> str:
    if width < _SHORT:
        return f"{day.month:0{width}d}"
    if language in _MONTH_SIGN:
        return f"{day.month}{_MONTH_SIGN[language]}"
    names = _MONTHS if width > _SHORT else _SHORT_MONTHS
    return names.get(language, names["en"]).split()[day.month - 1]


def _day(day: date, width: int, _: str) -> str:
    return f"{day.day:0{min(width, 2)}d}"


def _weekday(day: date, width: int, language: str) -> str:
    short, long = _WEEKDAYS.get(language, _WEEKDAYS["en"])
    return (long if width > _SHORT else short).split()[day.weekday()]


_PARTS = {"y": _year, "M": _month, "d": _day, "E": _weekday}
