"""Between Qt's offsets (UTF-16 code units) and ours (Python characters). Nothing else converts."""

from __future__ import annotations

from bisect import bisect_left

HIGHEST_BMP = 0xFFFF


def to_qt(text: str, offset: int) -> int:
    """The UTF-16 offset of character `offset` in `text`."""
    if text.isascii():
        return offset
    return offset + sum(1 for c in text[:offset] if ord(c) > HIGHEST_BMP)


def from_qt(text: str, units: int) -> int:
    """The character offset of UTF-16 offset `units` in `text`; inside a pair, the character's start."""
    if text.isascii():
        return units
    return OffsetMap(text).from_qt(units)


class OffsetMap:
    """Both conversions for one text, asked often. Building costs one pass, each question a bisection."""

    __slots__ = ("_astral", "_units")

    def __init__(self, text: str) -> None:
        self._astral = () if text.isascii() else _astral_offsets(text)
        self._units = tuple(at + i for i, at in enumerate(self._astral))

    def to_qt(self, offset: int) -> int:
        """The UTF-16 offset of a character offset."""
        return offset + bisect_left(self._astral, offset)

    def from_qt(self, units: int) -> int:
        """The character offset of a UTF-16 offset; inside a pair, the character's start."""
        return units - bisect_left(self._units, units)


def _astral_offsets(text: str) -> tuple[int, ...]:
    return tuple(i for i, c in enumerate(text) if ord(c) > HIGHEST_BMP)
