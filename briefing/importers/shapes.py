"""What is no one whole text, told alike of a page and of a paste: entries of a live blog, a gallery."""

from __future__ import annotations

from collections.abc import Sequence

CUT_OFF_LINES = 8  # behind the text, where a page says that the rest is for subscribers
_LEAST_ENTRIES = 4
_ENTRY_LINES = 3  # behind its moment, in which an entry begins to tell
_LEAST_PICTURES = 5


def are_entries(opens: Sequence[bool], tells: Sequence[bool]) -> bool:
    """Whether lines are entries: `opens` says which give a moment, `tells` which are running text."""
    told = [i for i, here in enumerate(opens) if here and any(tells[i + 1 : i + 1 + _ENTRY_LINES])]
    return len(told) >= _LEAST_ENTRIES


def is_gallery(captions: Sequence[str], running_chars: int) -> bool:
    """Whether pictures tell more than the running text."""
    return len(captions) >= _LEAST_PICTURES and sum(map(len, captions)) > running_chars
