"""All rows of an article, with the ways from a place in the article to a row and back. Pure.

Rows that are a block as it stands are made when they are asked for: a long article has tens of thousands.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, chain

from briefing.model.article import Article, Status
from briefing.ui.offsets import OffsetMap
from briefing.ui.source.rows import Captions, Folds, Look, Plain, Row, Stretch, stretches
from briefing.ui.values import Span


class Rows(Sequence[Row]):
    """The rows of some stretches, one after another; a row that was asked for is kept."""

    def __init__(self, parts: Sequence[Stretch]) -> None:
        self.parts = parts
        self.starts = (0, *accumulate(map(len, parts)))
        self._made: dict[int, Row] = {}

    def __len__(self) -> int:
        return self.starts[-1]

    def __getitem__(self, number: int) -> Row:  # type: ignore[override]  # nobody asks for a slice
        if number not in self._made:
            part = bisect_right(self.starts, number) - 1
            self._made[number] = self.parts[part][number - self.starts[part]]
        return self._made[number]


class Page:
    """The rows of one article, with the ways from a place in the article to a row and back."""

    def __init__(self, article: Article, folds: Folds, captions: Captions) -> None:
        self.article = article
        parts = [part for part in stretches(article, folds, captions) if part]
        self.rows = Rows(parts or [(Row(Look.TEXT, ""),)])  # no document is empty
        self._plain: dict[int, tuple[Plain, int]] = {}  # by first block: the stretch, and its first row
        self._rows_of: dict[int, list[int]] = {}  # of all other blocks
        for part, start in zip(self.rows.parts, self.rows.starts, strict=False):
            self._register(part, start)
        self._firsts = sorted(self._plain)
        self._maps: dict[int, OffsetMap] = {}

    def _register(self, part: Stretch, start: int) -> None:
        if isinstance(part, Plain):
            self._plain[part.first] = part, start
            return
        for number, row in enumerate(part, start):
            if row.is_article:
                self._rows_of.setdefault(row.block, []).append(number)

    @property
    def text(self) -> str:
        """All rows, one to a paragraph."""
        texts = (p.texts() if isinstance(p, Plain) else [row.text for row in p] for p in self.rows.parts)
        return "\n".join(chain.from_iterable(texts))

    def look_of(self, number: int) -> Look:
        """How a row looks; one that is not there yet, as text."""
        return self.rows[number].look if number < len(self.rows) else Look.TEXT

    def rows_of(self, block: int) -> Sequence[int]:
        """The rows that show a block; none where it is folded away."""
        at = bisect_right(self._firsts, block) - 1
        if at >= 0:
            part, start = self._plain[self._firsts[at]]
            if block - part.first < len(part):
                return (start + block - part.first,)
        return self._rows_of.get(block, ())

    def row_at(self, block: int, offset: int) -> int | None:
        """The row that shows the character at `offset` of a block, or None where it is folded away."""
        rows = self.rows_of(block)
        if not rows:
            return None
        starts = [self.rows[r].start for r in rows]
        return rows[max(0, bisect_right(starts, offset) - 1)]

    def units(self, row: int) -> OffsetMap:
        """The map between characters and UTF-16 units of a row."""
        if row not in self._maps:
            self._maps[row] = OffsetMap(self.rows[row].text)
        return self._maps[row]

    def within(self, row: int, span: Span) -> tuple[int, int] | None:
        """The part of `span` that a row shows, in the row's characters; None if it shows none."""
        shown = self.rows[row]
        if not shown.is_article or shown.block != span.block:
            return None
        start = max(0, span.start - shown.start)
        end = min(len(shown.text), span.end - shown.start)
        return (start, end) if start < end else None

    def run_of(self, block: int) -> int | None:
        """The first block of the run of furniture that holds a block; None for text of the article."""
        blocks = self.article.blocks
        if not 0 <= block < len(blocks) or blocks[block].status is not Status.FURNITURE:
            return None
        while block > 0 and blocks[block - 1].status is Status.FURNITURE:
            block -= 1
        return block

    def grey_lines(self) -> tuple[Span, ...]:
        """The lines of page furniture that are shown."""
        made = chain.from_iterable(part for part in self.rows.parts if not isinstance(part, Plain))
        shown = dict.fromkeys(row.block for row in made if row.look is Look.FURNITURE)
        return tuple(Span(self.article.id, block, 0, len(self.text_of(block))) for block in shown)

    def text_of(self, block: int) -> str:
        """The text of a block of the article."""
        return self.article.blocks[block].text
