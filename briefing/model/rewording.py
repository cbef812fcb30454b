"""Words found and replaced in the wordings of points."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

from msgspec import Struct
from msgspec.structs import replace

from briefing.model.note import Note, Point


class Reworded(Struct, frozen=True):
    """A note with words replaced: at how many places, in how many points."""

    note: Note
    places: int
    points: int


def holding(note: Note, text: str) -> tuple[Point, ...]:
    """The points whose wording holds `text`, whatever its capitals."""
    pattern = _pattern(text)
    return tuple(p for p in note.points if text and pattern.search(p.wording))


def replace_words(note: Note, text: str, other: str, only: Collection[str] | None = None) -> Reworded:
    """`other` in the place of each `text`, in all points or in those of the ids in `only`.

    A place that begins with a capital keeps one, where `text` was looked for without: "Talks" in the place of
    "talks" stays the beginning of a sentence.
    """
    points, places, changed = [], 0, 0
    pattern = _pattern(text)
    for point in note.points:
        wording, found = point.wording, 0
        if text and (only is None or point.id in only):
            wording, found = pattern.subn(lambda m: _as_found(m[0], text, other), point.wording)
        points.append(replace(point, wording=wording) if found else point)
        places, changed = places + found, changed + bool(found)
    return Reworded(replace(note, points=tuple(points)) if changed else note, places, changed)


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(re.escape(unicodedata.normalize("NFC", text)), re.IGNORECASE)


def _as_found(found: str, text: str, other: str) -> str:
    """`other`, with a capital if the place had one that was not looked for."""
    if found[:1].isupper() and not text[:1].isupper():
        return other[:1].upper() + other[1:]
    return other
