"""How tall rows are, measured or guessed, and where each begins. Rows come and go in the middle of many."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, islice

CHUNK = 128  # rows whose sum is kept; a question looks at the sums, and at the rows of one chunk


class Heights:
    """Heights in whole pixels, in chunks with their sums. A guess is kept below zero."""

    def __init__(self) -> None:
        self._chunks: list[list[int]] = []
        self._sums: list[int] = []
        self._edges: tuple[list[int], list[int]] | None = None  # the first row and the top of each chunk

    def __len__(self) -> int:
        return self._ends()[0][-1]

    @property
    def total(self) -> int:
        """How tall all rows are."""
        return self._ends()[1][-1]

    def height(self, row: int) -> int:
        """How tall a row is, as far as known."""
        chunk, at = self._find(row)
        return abs(self._chunks[chunk][at])

    def is_guess(self, row: int) -> bool:
        """Whether the row was not measured."""
        chunk, at = self._find(row)
        return self._chunks[chunk][at] < 0

    def top(self, row: int) -> int:
        """Where a row begins; the row behind the last begins where all end."""
        if row >= len(self):
            return self.total
        chunk, at = self._find(row)
        return self._ends()[1][chunk] + sum(map(abs, self._chunks[chunk][:at]))

    def row_at(self, y: int) -> int:
        """The row at a height; the first or the last one for what lies outside. There must be one."""
        firsts, tops = self._ends()
        chunk = min(max(0, bisect_right(tops, y) - 1), len(self._chunks) - 1)
        bottoms = list(accumulate(map(abs, self._chunks[chunk]), initial=tops[chunk]))
        return firsts[chunk] + min(max(0, bisect_right(bottoms, y) - 1), len(bottoms) - 2)

    def between(self, top: int, bottom: int) -> Iterator[tuple[int, int, int]]:
        """The rows between two heights: each with its top, and its height (below zero if it is a guess)."""
        if not self._chunks:
            return
        row = self.row_at(top)
        y, (chunk, at) = self.top(row), self._find(row)
        for heights in (self._chunks[chunk][at:], *islice(self._chunks, chunk + 1, None)):
            for height in heights:
                if y >= bottom:
                    return
                yield row, y, height
                row, y = row + 1, y + abs(height)

    def guesses(self) -> list[int]:
        """The rows that were not measured."""
        firsts = self._ends()[0]
        rows = zip(firsts, self._chunks, strict=False)
        return [first + i for first, chunk in rows for i, height in enumerate(chunk) if height < 0]

    def measured(self, row: int, height: int) -> int:
        """Keep a row's height; answers by how much it differs from what was known."""
        return self._set(row, max(1, height))

    def doubt(self, row: int) -> None:
        """From now on the row's height is a guess."""
        self._set(row, -self.height(row))

    def doubt_all(self) -> None:
        """From now on all heights are guesses."""
        self._chunks = [[-abs(h) for h in chunk] for chunk in self._chunks]

    def insert(self, at: int, guesses: Sequence[int]) -> None:
        """Rows come in, the first one at `at`."""
        made = [-max(1, guess) for guess in guesses]
        if not self._chunks:
            self._put(0, 0, made)
            return
        chunk, place = self._find(at)
        old = self._chunks[chunk]
        self._put(chunk, chunk + 1, [*old[:place], *made, *old[place:]])

    def remove(self, first: int, last: int) -> None:
        """The rows from `first` to `last` go."""
        start, at = self._find(first)
        end, behind = self._find(last)
        self._put(start, end + 1, [*self._chunks[start][:at], *self._chunks[end][behind + 1 :]])

    def move(self, source: int, at: int) -> None:
        """A row goes from `source` to where it then stands at `at`."""
        guess, height = self.is_guess(source), self.height(source)
        self.remove(source, source)
        self.insert(at, (height,))
        if not guess:
            self.measured(at, height)

    def _put(self, first: int, end: int, heights: Sequence[int]) -> None:
        """Heights in the place of some chunks, cut where they are too many."""
        made = [list(heights)] if len(heights) <= 2 * CHUNK else list(_cut(heights))
        made = [chunk for chunk in made if chunk]
        self._chunks[first:end] = made
        self._sums[first:end] = [sum(map(abs, chunk)) for chunk in made]
        self._edges = None

    def _set(self, row: int, height: int) -> int:
        chunk, at = self._find(row)
        by = abs(height) - abs(self._chunks[chunk][at])
        self._chunks[chunk][at] = height
        if by:
            self._sums[chunk] += by
            self._edges = None
        return by

    def _ends(self) -> tuple[list[int], list[int]]:
        if self._edges is None:
            firsts = list(accumulate(map(len, self._chunks), initial=0))
            self._edges = (firsts, list(accumulate(self._sums, initial=0)))
        return self._edges

    def _find(self, row: int) -> tuple[int, int]:
        """The chunk of a row and its place there; behind the last row, the end of the last chunk."""
        firsts = self._ends()[0]
        chunk = min(max(0, bisect_right(firsts, row) - 1), len(self._chunks) - 1)
        return chunk, row - firsts[chunk]


def _cut(heights: Sequence[int]) -> Iterable[list[int]]:
    return (list(heights[i : i + CHUNK]) for i in range(0, len(heights), CHUNK))
