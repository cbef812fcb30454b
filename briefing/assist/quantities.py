"""The figures of a text as values with units: "$10 billion", "seven years", "100억 달러", "約4割"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from fractions import Fraction

from msgspec import Struct

from briefing.assist import quantities_east, quantities_en
from briefing.assist.units import Raw

Span = tuple[int, int]

_BASES: dict[str, tuple[str, int | Fraction]] = {
    "day": ("minute", 1440),
    "week": ("minute", 10080),
    "year": ("month", 12),
    "decade": ("month", 120),
    "age": ("month", 12),  # five-year-old
    "hour": ("minute", 60),
    "ton": ("kg", 1000),
    "megaton": ("kg", 10**9),
    "kiloton": ("kg", 10**6),
    "meter": ("mm", 1000),
    "cm": ("mm", 10),
    "mile": ("km", Fraction(1609, 1000)),
    "nautical": ("km", Fraction(1852, 1000)),
    "foot": ("mm", Fraction(3048, 10)),
    "acre": ("hectare", Fraction(4047, 10_000)),
    "square-km": ("hectare", 100),
    "square-mile": ("hectare", 259),
    "gallon": ("liter", Fraction(3785, 1000)),
    "pound-weight": ("kg", Fraction(4536, 10_000)),
    "basis": ("point", Fraction(1, 100)),
    "gigawatt": ("megawatt", 1000),
    "terawatt": ("megawatt", 10**6),
    "kilowatt": ("megawatt", Fraction(1, 1000)),
    "terawatt-hour": ("kilowatt-hour", 10**9),
    "gigawatt-hour": ("kilowatt-hour", 10**6),
}
CONVERTED = frozenset(
    ("mile", "nautical", "foot", "acre", "square-mile", "gallon", "pound-weight")
)  # never to the last place
_NOUN = re.compile(r"\s(?!to\b|and\b|or\b|of\b|million|billion|in\b|on\b|at\b)[a-z]{3,}|\s?[회발품]\S|[回品発]")
_IN_A_ROW = re.compile(r"\s?(?:連続|続け|연속|째)")
_READERS: dict[str, Callable[[str], Sequence[Raw]]] = {
    "en": quantities_en.read,
    "ko": quantities_east.read_korean,
    "ja": quantities_east.read_japanese,
    "zh": quantities_east.read_japanese,
}


class Quantity(Struct, frozen=True):
    """A figure: where it stands, its value, its unit ("" if none is known) and how exact it says it is.

    `bound` is "", "about", "more" (than) or "less" (than).
    """

    start: int
    end: int
    text: str
    value: Fraction
    unit: str
    bound: str
    counts_things: bool = False  # a plain number before a noun: "20,000 doses"

    @property
    def in_base(self) -> tuple[Fraction, str]:
        """Value and unit with weeks as days, years as months, tons as kilograms: equal amounts become equal."""
        base = _BASES.get(self.unit)
        return (self.value * base[1], base[0]) if base else (self.value, self.unit)


def quantities(text: str, language: str, skip: Sequence[Span] = ()) -> tuple[Quantity, ...]:
    """The figures of a text in order, those inside the spans `skip` (its dates) left out."""
    read = _READERS.get(language, quantities_en.read)
    found = []
    for start, end, value, unit, bound in read(text):
        if (unit != "quarter" or _IN_A_ROW.match(text, end)) and not any(
            a < end and start < b for a, b in skip
        ):
            things = not unit and bool(_NOUN.match(text, end))
            found.append(Quantity(start, end, text[start:end], value, unit, bound, things))
    return tuple(found)
