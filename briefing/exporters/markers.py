"""How a numbered list counts, read from the marker its first item prints: "1.", "(a)", "가.", "①"."""

from __future__ import annotations

import re

from msgspec import Struct

from briefing.exporters.text import one_line

LEVELS = 9  # Word has nine, no more
MOST_NUMBER = 32767

_GANADA = "가나다라마바사아자차카타파하"
_KANJI = "一二三四五六七八九十"
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
_MARKER = re.compile(r"([^\w]*)([^\W_]+(?:\.\d+)*)([^\w]*)")


class Format(Struct, frozen=True):
    """How a level counts: Word's name for it, the text with %n in it, and where it starts."""

    kind: str
    text: str
    start: int = 1


def level_of(level: int) -> int:
    """A nesting level within what Word has."""
    return min(max(level, 0), LEVELS - 1)


def number_format(marker: str, level: int) -> Format:
    """The format whose first number prints as `marker`; plain numbers where the marker says nothing."""
    place = f"%{level_of(level) + 1}"
    match = _MARKER.fullmatch(one_line(marker))
    if not match:
        return Format("decimal", f"{place}.")
    kind, start = _ordinal(match[2])
    if not kind:
        return Format("decimal", f"{place}.")
    if "." in match[2]:
        place = ".".join(f"%{n}" for n in range(1, min(match[2].count("."), level_of(level)) + 2))
    return Format(kind, f"{match[1]}{place}{match[3]}", start)


def _ordinal(core: str) -> tuple[str, int]:
    last = core.rpartition(".")[2]
    if last.isascii() and last.isdigit():
        return "decimal", min(int(last[:6]), MOST_NUMBER)
    if core.lower() in _ROMAN:
        return ("lowerRoman" if core.islower() else "upperRoman"), _ROMAN[core.lower()]
    if len(core) != 1:
        return "", 0
    return _single(core)


def _single(character: str) -> tuple[str, int]:
    if character.isascii() and character.isalpha():
        return ("lowerLetter" if character.islower() else "upperLetter"), ord(character.lower()) - 96
    for sequence, kind in ((_GANADA, "ganada"), (_KANJI, "japaneseCounting")):
        if character in sequence:
            return kind, sequence.index(character) + 1
    if "\u2460" <= character <= "\u2473":
        return "decimalEnclosedCircle", ord(character) - 0x245F
    return "", 0
