"""Units of measure, money and counting, by their words in three languages."""

from __future__ import annotations

import re
from fractions import Fraction

from briefing import resources

Raw = tuple[int, int, Fraction, str, str]  # start, end, value, unit, bound


def _tables() -> tuple[dict[str, str], ...]:
    """The unit of each word, in English, Korean and Japanese."""
    tables: tuple[dict[str, str], ...] = ({}, {}, {})
    for line in resources.text("assist", "units.txt").splitlines():
        unit, equals, columns = line.partition(" = ")
        if equals and not line.startswith("#"):
            for table, names in zip(tables, columns.split("|"), strict=False):
                table.update({name.strip(): unit for name in names.split(",") if name.strip()})
    return tables


UNITS_EN, UNITS_KO, UNITS_JA = _tables()
SIGNS = {"$": "usd", "US$": "usd", "€": "eur", "£": "gbp", "¥": "jpy", "₩": "krw"} | {
    "USD": "usd", "EUR": "eur", "GBP": "gbp", "JPY": "jpy", "KRW": "krw", "A$": "aud", "AU$": "aud",
    "C$": "cad", "CA$": "cad", "HK$": "hkd", "NZ$": "nzd", "S$": "sgd",
}  # fmt: skip


def unit_pattern(names: dict[str, str]) -> str:
    """The unit words as alternatives, longest first."""
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True)).replace(r"\ ", r"[\s-]")
