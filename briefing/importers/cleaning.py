"""Clean text as the readers use it: on one line, compared, cut into words."""

from __future__ import annotations

import re

from briefing.cleaning import clean

__all__ = ["clean", "key", "one_line", "words"]

_WIDE = "\t\xa0\u1680\u2000-\u200a\u202f\u205f"
_SPACES = re.compile(f"[{_WIDE}][ {_WIDE}]*| [ {_WIDE}]+")  # runs but a single plain space, which most are


def one_line(text: str) -> str:
    """Clean text on one line: runs of white space become one space, the ideographic space inside stays."""
    line = clean(text).replace("\n", " ")
    if not line.isascii() or "  " in line or "\t" in line:
        line = _SPACES.sub(" ", line)
    return line.strip()


def key(text: str) -> str:
    """The text as two copies of it compare: no white space, no case."""
    if text.isascii() and text.isprintable():  # the same, in a third of the time
        return text.replace(" ", "").lower()
    return "".join(text.split()).casefold()


def words(text: str) -> tuple[str, ...]:
    """The words of a text; a long list of names is easier to read so."""
    return tuple(text.split())
