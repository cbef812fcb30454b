"""Acronyms that nobody spelled out."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

# Two to seven capitals, perhaps with & inside and a plural s: CLG, R&D, NGOs.
_ACRONYM = re.compile(r"(?<![A-Za-z0-9&.-])(?P<name>[A-Z](?:[A-Z]|&(?=[A-Z])){1,6})s?(?![A-Za-z0-9&]|-\d)")
_ROMAN = re.compile(r"M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")
_SHOUTED = re.compile(r"[A-Z&]{2,}(?:[ -]+[A-Z&]{2,}){2,}")  # three in a row are a heading, not acronyms
_OPENING, _CLOSING = "(（[", ")）]"
_LEAST_WORD = 2  # letters of what may be the long form


def unexplained(lines: Sequence[str], known: Collection[str]) -> tuple[tuple[str, int], ...]:
    """Each acronym that is not spelled out where it first stands, with the index of that line, in order.

    "Customs Liaison Group (CLG)", "CLG (Customs Liaison Group)" and "관세연락단(CLG)" spell one out.
    """
    met: set[str] = set(known)
    found: list[tuple[str, int]] = []
    for index, line in enumerate(lines):
        shouted = [m.span() for m in _SHOUTED.finditer(line)]
        for match in _ACRONYM.finditer(line):
            name = match["name"]
            if name in met or _ROMAN.fullmatch(name) or any(a <= match.start() < b for a, b in shouted):
                continue
            met.add(name)
            if not _is_spelled_out(line, match):
                found.append((name, index))
    return tuple(found)


def _is_spelled_out(line: str, match: re.Match[str]) -> bool:
    before, after = line[: match.start()].rstrip(), line[match.end() :].lstrip()
    if before[-1:] in _OPENING and before[-1:]:  # (CLG), (CLG, founded in 2016)
        return _holds_a_word(before[:-1])
    if after[:1] in _OPENING and after[:1]:  # CLG (Customs Liaison Group)
        inside = re.split(f"[{re.escape(_CLOSING)}]", after[1:], maxsplit=1)[0]
        return _holds_a_word(inside) and not _ACRONYM.fullmatch(inside)
    return False


def _holds_a_word(text: str) -> bool:
    return sum(sign.isalpha() for sign in text) >= _LEAST_WORD
