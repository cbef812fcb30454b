"""English figures: digits and words, scales, money, percent, fractions, ordinals, ranges."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from briefing.assist.units import SIGNS, UNITS_EN, Raw, unit_pattern
from briefing.assist.wordlists import numbered

_SMALL = numbered(
    """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen""",
    first=0,
)
_TENS = {
    word: 10 * n for word, n in numbered("twenty thirty forty fifty sixty seventy eighty ninety", 2).items()
}
_SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12} | {
    "dozen": 12, "bcm": 10**9, "mcm": 10**6,
}  # fmt: skip
_SHORT = {"m": 10**6, "mn": 10**6, "bn": 10**9, "b": 10**9, "tn": 10**12, "k": 1000}
_ORDINALS = numbered("""
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
    fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
""")
_FRACTIONS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "tenth": 10} | {
    "thirds": 3, "quarters": 4, "fifths": 5, "tenths": 10,
}  # fmt: skip
_WORDS = "|".join(sorted({**_SMALL, **_TENS, **_SCALES}, key=len, reverse=True))
_NUMBER = (
    rf"(?:\d+(?:,\d{{3}})*(?:\.\d+)?|(?:an?[\s-](?=hundred|thousand|million|billion|"
    rf"dozen))?(?:{_WORDS})(?:(?:[\s-]|\sand\s)(?:{_WORDS}))*)"
)
_SCALE = (
    r"(?:[\s-](?P<scale>hundred|thousand|million|billion|trillion|dozen|bcm|mcm)|(?P<short>m|mn|bn|b|tn|k))?"
)
_QUANTITY = re.compile(
    rf"(?<![\w.])(?<!(?<!\d)-)(?:(?P<sign>US\$|AU?\$|CA?\$|HK\$|NZ\$|S\$|[$€£¥₩]|(?:USD|EUR|GBP|JPY|"
    rf"KRW)(?=\s?\d))\s?)?(?P<number>{_NUMBER})(?!-(?:way|sided|fold|"
    rf"time)\b){_SCALE}(?![\d:])(?:[\s-](?:U\.?S\.?\s|metric\s|more\s|further\s|additional\s|extra\s)?"
    rf"(?P<unit>{unit_pattern(UNITS_EN)})(?![a-z])|(?P<close>mm|cm|km|kg|mw|gw)\b|(?P<percent>%))?(?!\w)",
    re.IGNORECASE,
)
_RANGE = re.compile(r"\s?(?:-|–|to|and)\s?$", re.IGNORECASE)
_ORDINAL = re.compile(
    rf"\b(?:(?P<word>{'|'.join(_ORDINALS)})|(?P<digits>\d{{1,3}})(?:st|nd|rd|"
    rf"th))\b(?![\s-](?:of\s)?(?:party|hand|place))",
    re.IGNORECASE,
)
_FRACTION = re.compile(
    r"\b(?:(?P<top>a|an|one|two|three|four|seven|nine)[\s-])?(?:(?P<plural>thirds|quarters|fifths|tenths)\b"
    r"|(?P<bottom>half|third|quarter|fifth|tenth)\b(?=[\s-]+(?:of|the|a|an|as|its|their|in|from|to|"
    r"since|percentage|points?|less|more|fewer|lower|higher|smaller|larger|up|down|below|above|cheaper)\b|[.,;]|$))",
    re.IGNORECASE,
)
_COUNTS = re.compile(
    r"\s(?:bpd|b/d|people|(?:[a-z]+\s)?(?!across\b|less\b|towards\b|is\b|as\b|was\b|has\b)[a-z]+s)\b"
)
_OF_A_POINT = re.compile(r"[\s-](?:of\s)?(?:an?\s)?(?:percentage[\s-])?points?\b", re.IGNORECASE)
_FULL_POINT = re.compile(
    r"(?<!of )(?<!half )(?<!quarter )\b(?:an?|one)(?:\s(?:full\s|whole\s)?percentage[\s-]point\b|"
    r"[\s-](?:full[\s-])?point(?=\s(?:cut|rise|hike|increase|reduction)\b))",
    re.IGNORECASE,
)
_HALF_OF = re.compile(
    r"\bhalf[\s-]an?[\s-](?P<unit>year|month|day|hour|million|billion|trillion|dozen)\b", re.IGNORECASE
)
_LASTED = re.compile(
    r"\b(?P<hours>\d+)(?::| hours?,? (?:and )?)(?P<minutes>\d{1,2})(?::| minutes?,? (?:and )?)"
    r"(?P<seconds>\d\d?)(?: seconds?)?\b"
)
_HALVE = re.compile(r"\bhalv(?:e|es|ed|ing)\b", re.IGNORECASE)
_AND_A_HALF = re.compile(
    rf"\b(?P<count>an?|\d+|{'|'.join(_SMALL)})\s+(?:and\s+a\s+half\s+(?P<unit>years|months|weeks|"
    rf"days|hours|million|billion|percent)"
    r"|(?P<one>year|month|week|day|hour)\s+and\s+a\s+half)\b",
    re.IGNORECASE,
)
_BOUNDS = (
    (
        "about",
        re.compile(
            r"\b(?:about|around|some|roughly|approximately|nearly|almost|close to|an estimated)\s+(?:US)?$",
            re.IGNORECASE,
        ),
    ),
    (
        "more",
        re.compile(
            r"\b(?:more than|over|at least|above|exceeding|a minimum of|upwards of|no fewer than)\s+(?:US)?$",
            re.IGNORECASE,
        ),
    ),
    (
        "less",
        re.compile(
            r"\b(?:less than|fewer than|under|below|up to|at most|no more than|a maximum of)\s+(?:US)?$",
            re.IGNORECASE,
        ),
    ),
)
_PARTIES = re.compile(
    r"\s(?:of\s(?:them|the)\b(?!\s[a-z]+s\s)|(?:[a-z]+\s)?(?:sides|factions|countries|nations|governments|leaders|ministers|parties|neighbou?rs|allies|"
    r"delegations|men|women|officials|heads|chiefs|"
    r"presidents|commissioners|agencies|customs|foreign|Koreas|states|capitals))\b",
    re.IGNORECASE,
)
_TIME = re.compile(r"\b(?P<hour>\d{1,2}):(?P<minute>\d\d)\b")
_THIRD = re.compile(
    r"\b(?:(?:by|of|to|about|around|nearly|almost|roughly|some|than|over|up|down)\s+an?|one)[\s-](?P<bottom>third|quarter|fifth|"
    r"tenth)\b(?!\s+(?:round|time|term|country|party|person|session|meeting|day|week|month|year|phase|stage|vessel|"
    r"ship|plant|reactor|case|generation|year-on))",
    re.IGNORECASE,
)
_FOLD = re.compile(
    r"\b(?:(?P<double>doubl(?:e|es|ed|ing)|twice|twofold|two-fold)|(?P<triple>tripl(?:e|es|ed|ing)|threefold|three-fold|"
    r"three times)|(?P<four>quadrupl(?:e|es|ed|ing)|fourfold|four-fold|four times)|(?P<five>fivefold|five-fold|"
    r"five times)|(?P<ten>tenfold|ten-fold|ten times))\b(?!-digit)",
    re.IGNORECASE,
)
_FOLDS = {"double": 2, "triple": 3, "four": 4, "five": 5, "ten": 10}
_CENTURY = re.compile(r"\ba century\b", re.IGNORECASE)
_DECADE = re.compile(
    r"\b(?:(?:the|a)\s+)?(?:next|past|last|coming|previous)?\s?\bdecade\b(?!s|-)", re.IGNORECASE
)
_PARTS = {"third": 3, "quarter": 4, "fifth": 5, "tenth": 10}


def read(text: str) -> list[Raw]:
    """The figures of an English text, in order."""
    found = [*_halves(text), *_folds(text)]
    taken = [(start, end) for start, end, *_ in found]
    for raw in (*_fractions(text), *_thirds(text), *_times(text), *_plain(text), *_ordinals(text)):
        if not any(a < raw[1] and raw[0] < b for a, b in taken):
            found.append(raw)
            taken.append(raw[:2])
    return sorted(found, key=lambda raw: raw[0])


def _plain(text: str) -> Iterator[Raw]:
    pending: list[tuple[int, int, Fraction, str]] = []
    for match in _QUANTITY.finditer(text):
        word = match["number"].lower()
        if word in ("one", "a") and not (match["unit"] or match["scale"] or match["sign"]):
            continue
        if word == "two" and _PARTIES.match(text, match.end("number")):
            continue
        value = _value(word) * _scale(match)
        sign = SIGNS.get((match["sign"] or "").upper(), "")
        unit = sign or ("percent" if match["percent"] else _unit(match["unit"] or match["close"]))
        pending.append((match.start(), match.end(), value, unit))
    for index, (start, end, value, unit) in enumerate(pending):
        follower = pending[index + 1] if index + 1 < len(pending) else None
        shared = follower[3] if not unit and follower and _RANGE.fullmatch(text[end : follower[0]]) else unit
        yield start, end, value, shared, _bound(text, start)


def _unit(word: str | None) -> str:
    return UNITS_EN.get(re.sub(r"[\s-]", " ", word.lower()), "") if word else ""


def _scale(match: re.Match[str]) -> int:
    if match["scale"]:
        return _SCALES[match["scale"].lower()]
    return (
        _SHORT[match["short"].lower()]
        if match["short"]
        and (
            match["sign"]
            or match["unit"]
            or match["short"] not in "mMbB"
            or _COUNTS.match(match.string, match.end())
        )
        else 1
    )


def _value(word: str) -> Fraction:
    if word[0].isdigit():
        return Fraction(word.replace(",", ""))
    total = section = 0
    for part in re.split(r"[\s-]+", word):
        if part in _SMALL or part in _TENS:
            section += _SMALL.get(part, 0) + _TENS.get(part, 0)
        elif part in ("hundred", "dozen"):
            section = max(section, 1) * _SCALES[part]
        elif part in _SCALES:
            total += max(section, 1) * _SCALES[part]
            section = 0
    return Fraction(total + section)


def _bound(text: str, start: int) -> str:
    before = text[max(0, start - 20) : start]
    return next((name for name, pattern in _BOUNDS if pattern.search(before)), "")


def _ordinals(text: str) -> Iterator[Raw]:
    for match in _ORDINAL.finditer(text):
        value = int(match["digits"]) if match["digits"] else _ORDINALS[match["word"].lower()]
        yield match.start(), match.end(), Fraction(value), "ordinal", ""


def _fractions(text: str) -> Iterator[Raw]:
    for match in _FRACTION.finditer(text):
        top, bottom = (match["top"] or "").lower(), (match["bottom"] or match["plural"]).lower()
        period = bottom == "quarter" and top in ("", "one")  # never "the quarter"
        if (not top and (bottom != "half" or period)) or text[: match.start()].endswith((" and ", " and a ")):
            continue
        value = Fraction(_SMALL.get(top, 1), _FRACTIONS[bottom])
        point = _OF_A_POINT.match(text, match.end())
        if point:
            yield match.start(), point.end(), value, "point", _bound(text, match.start())
            continue
        yield match.start(), match.end(), value * 100, "percent", _bound(text, match.start())


def _halves(text: str) -> Iterator[Raw]:
    """A year and a half; two and a half million; half a year; a full point; to halve; 2:19:41."""
    for match in _FULL_POINT.finditer(text):
        yield match.start(), match.end(), Fraction(1), "point", ""
    for match in _HALF_OF.finditer(text):
        unit = match["unit"].lower()
        value = Fraction(_SCALES.get(unit, 1), 2)
        yield match.start(), match.end(), value, UNITS_EN.get(unit, ""), _bound(text, match.start())
    for match in _LASTED.finditer(text):
        hours, minutes, seconds = (int(match[name]) for name in ("hours", "minutes", "seconds"))
        yield match.start(), match.end(), Fraction(3600 * hours + 60 * minutes + seconds), "second", ""
    for match in _HALVE.finditer(text):
        yield match.start(), match.end(), Fraction(50), "percent", ""
    for match in _AND_A_HALF.finditer(text):
        word = match["count"].lower()
        count = Fraction(int(word) if word.isdigit() else _SMALL.get(word, 1)) + Fraction(1, 2)
        unit = (match["unit"] or match["one"]).lower()
        yield (
            match.start(),
            match.end(),
            count * _SCALES.get(unit, 1),
            UNITS_EN.get(unit, ""),
            _bound(text, match.start()),
        )


def _times(text: str) -> Iterator[Raw]:
    for match in _TIME.finditer(text):
        yield match.start(), match.end(), Fraction(int(match["hour"]) * 60 + int(match["minute"])), "clock", ""


def _folds(text: str) -> Iterator[Raw]:
    """To double, threefold; a decade."""
    for match in _FOLD.finditer(text):
        yield match.start(), match.end(), Fraction(_FOLDS[match.lastgroup or "double"]), "fold", ""
    for match in _CENTURY.finditer(text):
        yield match.start(), match.end(), Fraction(10), "decade", ""
    for match in _DECADE.finditer(text):
        if not re.search(r"\d\s?$|(?:two|three|four|five|six|several|many)\s$", text[: match.start()]):
            yield match.start(), match.end(), Fraction(1), "decade", ""


def _thirds(text: str) -> Iterator[Raw]:
    """By a third, whatever follows."""
    for match in _THIRD.finditer(text):
        start = match.start("bottom")
        yield start, match.end(), Fraction(100, _PARTS[match["bottom"].lower()]), "percent", ""
