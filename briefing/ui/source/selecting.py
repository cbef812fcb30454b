"""What a gesture selects: by words or letters, snapped to sentences, trimmed, never inside a syllable. Pure.

All offsets are Python characters within one text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

SNAP_CHARS = 3
_NEAR_CHARS = 200  # how far a word is looked for
_PAIRS = {
    "“": "”", "‘": "’", "(": ")", "[": "]", "{": "}", "「": "」", "『": "』", "《": "》", "〈": "〉",
    "（": "）", "«": "»", "„": "“", "【": "】", '"': '"',
}  # fmt: skip
_CLOSERS = {closer: opener for opener, closer in _PAIRS.items()}
_JOINER = "\u200d"
_JAMO_VOWELS_AND_FINALS = (0x1160, 0x11FF)


@lru_cache(maxsize=1)
def _word() -> re.Pattern[str]:
    """A run of letters and digits, with the marks that join them; an ideograph or a kana is one by itself."""
    eastern = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"  # slow to compile: on first use
    return re.compile(rf"[{eastern}]|[^\W{eastern}]+(?:[’'\-.,·][^\W{eastern}]+)*")


def word_at(text: str, offset: int) -> tuple[int, int]:
    """The word at or before `offset`; the character itself where there is none."""
    for match in _word().finditer(text, max(0, offset - _NEAR_CHARS), offset + _NEAR_CHARS):
        if match.start() <= offset < match.end():
            return match.span()
    return whole(text, min(offset, len(text) - 1), min(offset + 1, len(text))) if text else (0, 0)


def by_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch widened to the words it touches."""
    if start >= end:
        return start, end
    first, last = word_at(text, start), word_at(text, end - 1)
    return min(first[0], start), max(last[1], end)


def word_end_after(text: str, offset: int) -> int:
    """Where the next word behind `offset` ends; the end of the text if none follows."""
    match = _word().search(text, offset)
    while match is not None and match.end() <= offset:
        match = _word().search(text, match.end())
    return match.end() if match is not None else len(text)


def word_end_before(text: str, offset: int) -> int:
    """Where the text ends when the last word before `offset` is taken away; 0 if no other word is left."""
    near = _word().finditer(text, max(0, offset - _NEAR_CHARS), offset)
    ends = [m.end() for m in near]
    return ends[-2] if len(ends) > 1 else 0


def with_stop(text: str, offset: int, sentence_end: int) -> int:
    """The end of the sentence where only punctuation lies between it and `offset`; else `offset`."""
    between = text[offset:sentence_end]
    near = 0 < len(between) <= SNAP_CHARS
    return sentence_end if near and not any(c.isalnum() or c.isspace() for c in between) else offset


def word_start_after(text: str, offset: int) -> int:
    """Where the next word behind `offset` begins; the end of the text if none follows."""
    match = _word().search(text, word_at(text, offset)[1] if offset < len(text) else offset)
    return match.start() if match is not None else len(text)


def word_start_before(text: str, offset: int) -> int:
    """Where the last word that begins before `offset` begins; 0 if none does."""
    starts = [
        m.start() for m in _word().finditer(text, max(0, offset - _NEAR_CHARS), offset) if m.start() < offset
    ]
    return starts[-1] if starts else 0


def snapped(stretch: tuple[int, int], sentences: Iterable[tuple[int, int]]) -> tuple[int, int]:
    """The stretch, its start or end moved to a sentence's when within three letters of it."""
    start, end = stretch
    for first, last in sentences:
        if abs(first - start) <= SNAP_CHARS and first < end:
            start = first
        if abs(last - end) <= SNAP_CHARS and last > start:
            end = last
    return start, end


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without spaces, and without quotes and brackets that enclose it or lack their partner."""
    before = (-1, -1)
    while start < end and before != (start, end):
        before = (start, end)
        if text[start].isspace():
            start += 1
        elif text[end - 1].isspace():
            end -= 1
        else:
            start, end = _unquoted(text, start, end)
    return start, end


def _unquoted(text: str, start: int, end: int) -> tuple[int, int]:
    first, last = text[start], text[end - 1]
    inside = text[start + 1 : end - 1]
    if first in _PAIRS and last == _PAIRS[first] and end - start > 1 and last not in inside:
        return start + 1, end - 1
    if first in _PAIRS and _PAIRS[first] not in text[start + 1 : end]:
        return start + 1, end
    if last in _CLOSERS and last != "’" and _CLOSERS[last] not in text[start : end - 1]:
        return start, end - 1
    return start, end


def whole(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch widened so that no combining mark, joined emoji or conjoining Hangul letter is cut off."""
    while start > 0 and _continues(text, start):
        start -= 1
    while end < len(text) and _continues(text, end):
        end += 1
    return start, end


def _continues(text: str, offset: int) -> bool:
    """Whether the character at `offset` belongs to the one before it."""
    character = text[offset]
    low, high = _JAMO_VOWELS_AND_FINALS
    return (
        character == _JOINER
        or text[offset - 1] == _JOINER
        or low <= ord(character) <= high
        or unicodedata.category(character) in ("Mn", "Me")
        or "\U0001f3fb" <= character <= "\U0001f3ff"
    )
