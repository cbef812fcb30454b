"""Clean text as the readers use it: on one line, compared, cut into words."""

from __future__ import annotations

import re

from briefing.cleaning import clean

__all__ = ["clean", "key", "one_line", "words"]

_SPACES = re.compile("[ \t\xa0\u1680\u2000-\u200a\u202f\u205f]+")


def one_line(text: str) -> str:
    """Clean text on one line: runs of white space become one space, the ideographic space inside stays."""
    return _SPACES.sub(" ", clean(text).replace("\n", " ")).strip()


def key(text: str) -> str:
    """The text as two copies of it compare: no white space, no case."""
    return "".join(text.split()).casefold()


def words(text: str) -> tuple[str, ...]:
    """The words of a text; a long list of names is easier to read so."""
    return tuple(text.split())
