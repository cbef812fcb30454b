"""English offices of one person: Culture Secretary for Health Secretary, curator for president."""

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
_POSTS = words("""
    president governor minister secretary commissioner chairman chairwoman chair director treasurer
    economist curator strategist statistician scientist engineer epidemiologist physician surgeon
    negotiator adviser advisor ambassador consul prosecutor lawyer counsel judge auditor ombudsman
    trustee professor researcher inspector superintendent rector dean editor coach captain conductor
    analyst manager mayor
""")
_POST = re.compile(
    r"\b(?P<post>[A-Za-z]+)\s(?:[A-Z][\w'’-]+\s){1,2}?(?P<name>[A-Z][\w'’-]+)(?=\s[a-z(]|[,.;:)]|$)"
)
_SERVICE = re.compile(
    r"(?P<post>(?P<rank>(?:Brigadier|Major|Lieutenant|Rear|Vice|Staff|Chief|Sub|Wing|Squadron)\s)?"
    r"(?P<arm>General|Admiral|Colonel|Commander|Marshal))\s(?:[A-Z][\w'’-]+\s){0,2}?"
    r"(?P<name>[A-Z][\w'’-]+)(?=\s[a-z(]|[,.;:)]|$)"
)


def post_findings(wording: Side, evidence: Side) -> Iterator[CheckFound]:
    """A finding for a person who stands in one post in the wording and in another in the evidence."""
    if not wording.language == evidence.language == "en":
        return
    for pattern in (_POST, _SERVICE):
        theirs = [m for m in pattern.finditer(evidence.text) if pattern is _SERVICE or _is_post(m)]
        for ours in pattern.finditer(wording.text):
            held = [m["post"] for m in theirs if m["name"] == ours["name"]]
            told = re.search(rf"\b{ours['post']}\b", evidence.text, re.IGNORECASE)
            if held and not told and (pattern is _SERVICE or _is_post(ours)):
                yield CheckFound("title", ours["post"], held[0], ours.start("post"), ours.end("post"), held[0])


def _is_post(match: re.Match[str]) -> bool:
    return match["post"].lower() in _POSTS


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
