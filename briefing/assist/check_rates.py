"""What a price or a yield is told per: a kilogram for a tonne."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.assist.findings import CheckFound, Side
from briefing.assist.units import UNITS_EN, UNITS_JA, UNITS_KO, unit_pattern
from briefing.assist.wordlists import words

_WEIGHED = words("""
    ton kg gram barrel liter gallon ounce bushel pound-weight megawatt kilowatt-hour hectare acre meter km mile
""")


def _weighed(names: dict[str, str]) -> dict[str, str]:
    return {name.lower(): unit for name, unit in names.items() if unit in _WEIGHED}


_EN = _weighed(UNITS_EN) | {"pound": "pound-weight"}
_KO, _JA = _weighed(UNITS_KO), _weighed(UNITS_JA)
_PER = {
    "en": (re.compile(rf"(?<=\d|n) (?:an?|per) (?P<unit>{unit_pattern(_EN)})\b", re.IGNORECASE), _EN),
    "ko": (re.compile(rf"(?P<unit>{unit_pattern(_KO)})\s?당", re.IGNORECASE), _KO),
    "ja": (re.compile(rf"1?(?P<unit>{unit_pattern(_JA)})(?:当たり|あたり|につき)", re.IGNORECASE), _JA),
}


def rate_findings(wording: Side, evidence: Side) -> Iterator[CheckFound]:
    """A finding for each unit that something is told per, where the evidence has another."""
    ours, theirs = _per_unit(wording), _per_unit(evidence)
    for unit, match in ours.items():
        if theirs and unit not in theirs:
            said = next(iter(theirs.values())).group()
            fix = said if wording.language == evidence.language else ""
            yield CheckFound("unit", match.group(), said, match.start(), match.end(), fix)


def _per_unit(side: Side) -> dict[str, re.Match[str]]:
    pattern, names = _PER.get(side.language) or _PER["en"]
    return {names[match["unit"].lower().replace("-", " ")]: match for match in pattern.finditer(side.text)}
