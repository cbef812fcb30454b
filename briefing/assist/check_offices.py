"""English offices that no list knows: Culture Secretary, where the evidence tells of a Health Secretary."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.assist.findings import CheckFound, Side
from briefing.assist.wordlists import pairs, words

_RANK = r"(?i:secretary|minister|commissioner)"
_NAME = r"(?P<name>(?:[A-Z][\w'’-]+\s?){1,3})"
_OFFICES = (
    re.compile(rf"(?P<office>(?:[A-Z][\w-]+(?:\s(?:and|&))?\s){{1,3}})(?P<rank>{_RANK})\s{_NAME}"),
    re.compile(rf"\b[Tt]he\s(?P<office>(?:[a-z-]+\s){{1,3}})(?P<rank>{_RANK}),\s{_NAME}"),
    re.compile(
        r"(?P<name>[A-Z][\w'’-]+),\s(?:(?:the|its|their)\s)?(?:[A-Z][\w'’-]+\s)?"
        rf"(?P<office>(?:[a-z-]+\s){{1,3}})(?P<rank>{_RANK})\b"
    ),
)
_NO_FIELD = words("""
    deputy vice first prime acting former assistant under permanent general cabinet chief senior
    junior the a an and new then outgoing incoming union federal state press private parliamentary
    home-grown shadow british french german
""")
_SAME_FIELD = pairs("""
    finance: treasury exchequer economy economic
    defense: defence war
    foreign: external
    trade: commerce business
    labor: labour employment work pensions
    interior: home
    agriculture: farm farming food rural
    energy: climate
    environment: climate
    transport: transportation
    culture: heritage media
""")


def office_findings(wording: Side, evidence: Side) -> Iterator[CheckFound]:
    """A finding for each person to whom the wording gives an office of another field."""
    if not wording.language == evidence.language == "en":
        return
    theirs = list(_held(evidence))
    for name, fields, match in _held(wording):
        listed = any(match.start("office") <= t.start < match.start("rank") for t in wording.titles)
        given = [(other, found) for person, other, found in theirs if person == name]
        if given and not (listed and evidence.titles) and not any(fields & other for other, _ in given):
            said = _office(given[0][1])
            yield CheckFound("title", _office(match), said, match.start("office"), match.end("rank"), said)


def _held(side: Side) -> Iterator[tuple[str, frozenset[str], re.Match[str]]]:
    """Each person by the last name, with the fields of an office."""
    for pattern in _OFFICES:
        for match in pattern.finditer(side.text):
            fields = frozenset(_fields(match, side))
            if fields and (name := match["name"].split()):
                yield name[-1].removesuffix("'s").removesuffix("’s"), fields, match


def _fields(match: re.Match[str], side: Side) -> Iterator[str]:
    for word in re.finditer(r"[\w&-]+", match["office"]):
        start = match.start("office") + word.start()
        field = word.group().lower()
        if field not in _NO_FIELD and not any(k.start <= start < k.end for k in side.names):
            yield _SAME_FIELD.get(field, field)


def _office(match: re.Match[str]) -> str:
    return f"{match['office']}{match['rank']}"
