"""A list of keys that changes in its middle, and where each key stands."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count

MOST_DRIFT = 64  # how far from its remembered place a key is looked for


class KeyIndex:
    """Finds a key near where it was remembered: one that comes or goes does not renumber all behind it."""

    def __init__(self) -> None:
        self._keys: list[str] = []
        self._near: dict[str, int] = {}
        self._drift = 0  # no key stands further than this from its remembered place

    def __contains__(self, key: str) -> bool:
        return key in self._near

    def find(self, key: str) -> int | None:
        """Where `key` stands, or None."""
        near = self._near.get(key)
        if near is None:
            return None
        return self._keys.index(key, max(0, near - self._drift), near + self._drift + 1)

    def insert(self, at: int, keys: Sequence[str]) -> None:
        """Keys come in, the first one at `at`."""
        self._keys[at:at] = keys
        self._near.update(zip(keys, count(at), strict=False))
        self._moved_by(len(keys))

    def remove(self, first: int, last: int) -> None:
        """The keys from `first` to `last` go."""
        for key in self._keys[first : last + 1]:
            del self._near[key]
        del self._keys[first : last + 1]
        self._moved_by(last + 1 - first)

    def move(self, source: int, at: int) -> None:
        """A key goes from `source` to where it then stands at `at`."""
        key = self._keys.pop(source)
        self._keys.insert(at, key)
        self._near[key] = at
        self._moved_by(1)

    def _moved_by(self, places: int) -> None:
        self._drift += places
        if self._drift > MOST_DRIFT:
            self._near = dict(zip(self._keys, count(), strict=False))
            self._drift = 0
