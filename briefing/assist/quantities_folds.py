"""English multiples and parts in words: to double, threefold, a decade, by a third."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from briefing.assist.units import Raw

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


def folds(text: str) -> Iterator[Raw]:
    """To double, threefold; a decade."""
    for match in _FOLD.finditer(text):
        yield match.start(), match.end(), Fraction(_FOLDS[match.lastgroup or "double"]), "fold", ""
    for match in _CENTURY.finditer(text):
        yield match.start(), match.end(), Fraction(10), "decade", ""
    for match in _DECADE.finditer(text):
        if not re.search(r"\d\s?$|(?:two|three|four|five|six|several|many)\s$", text[: match.start()]):
            yield match.start(), match.end(), Fraction(1), "decade", ""


def thirds(text: str) -> Iterator[Raw]:
    """By a third, whatever follows."""
    for match in _THIRD.finditer(text):
        start = match.start("bottom")
        yield start, match.end(), Fraction(100, _PARTS[match["bottom"].lower()]), "percent", ""
