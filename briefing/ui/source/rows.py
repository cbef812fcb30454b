"""The lines of the source pane as values: from an article to the rows that show it. Pure.

A row is one paragraph of the text widget. Most rows are a block of the article, or a piece of a very long one;
a few are the pane's own: the headline, the line of publisher and date, and the line for hidden text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from itertools import groupby
from typing import NamedTuple

from briefing.model.article import Article, Block, Kind, Status
from briefing.ui.offsets import OffsetMap
from briefing.ui.values import Span

PIECE_CHARS = 20_000  # a paragraph longer than this is slow to lay out in one piece
OWN = -1  # the block of a row that is the pane's own
_LINE_SEPARATOR = "\u2028"
# Characters Qt takes for the end of a paragraph become ends of lines; what it cannot hold becomes a mark.
_DISPLAYED = {ord(c): _LINE_SEPARATOR for c in "\n\r\u2029\ufdd0\ufdd1"} | dict.fromkeys(
    (0, *range(0xD800, 0xE000)), "\ufffd"
)


class Look(Enum):
    """How a row looks."""

    TEXT = auto()
    HEADING = auto()
    ITEM = auto()
    QUOTE = auto()
    CAPTION = auto()
    TABLE = auto()
    FURNITURE = auto()
    FOLD = auto()
    DOUBT = auto()
    LOSS = auto()
    HEADLINE = auto()
    META = auto()


class Row(NamedTuple):
    """One paragraph of the text widget (a tuple: a long article has tens of thousands)."""

    look: Look
    text: str  # as shown: as long as the block's text, character for character
    block: int = OWN  # of a FOLD or DOUBT row: the first block of the run it stands for
    start: int = 0  # where in the block the row begins
    ends: bool = True  # whether the block ends here
    doubtful: bool = False

    @property
    def is_article(self) -> bool:
        """Whether the row shows text of the article."""
        return self.block != OWN and self.look not in (Look.FOLD, Look.DOUBT)


@dataclass(frozen=True, slots=True)
class Folds:
    """Which runs of page furniture are open: all, or none but those that begin at the blocks named."""

    folded: bool = True
    turned: frozenset[int] = frozenset()

    def is_open(self, run: int) -> bool:
        """Whether the run that begins at block `run` shows its lines."""
        return self.folded is (run in self.turned)

    def with_turned(self, run: int) -> Folds:
        """The folds after the line of that run was clicked."""
        return Folds(self.folded, self.turned ^ {run})


class Captions(NamedTuple):
    """The pane's own lines, already in words. `fold` takes the number of lines and whether they show."""

    meta: str
    hidden: str  # with "{count}" for many lines
    hidden_one: str
    shown: str
    shown_one: str
    doubt: str = ""  # with "{count}" for many paragraphs
    doubt_one: str = ""
    losses: tuple[str, ...] = ()  # what the reader could not keep, a sentence each

    def doubted(self, count: int) -> str:
        """What the line over a run of doubtful paragraphs says."""
        return (self.doubt_one if count == 1 else self.doubt).replace("{count}", f"{count:,}")

    def fold(self, count: int, *, is_open: bool) -> str:
        """What the line of a run of furniture says."""
        one, many = (self.shown_one, self.shown) if is_open else (self.hidden_one, self.hidden)
        return (one if count == 1 else many).replace("{count}", f"{count:,}")


class Page:
    """The rows of one article, with the ways from a place in the article to a row and back."""

    def __init__(self, article: Article, folds: Folds, captions: Captions) -> None:
        self.article = article
        self.rows = tuple(_rows(article, folds, captions)) or (Row(Look.TEXT, ""),)  # no document is empty
        self._first: dict[int, list[int]] = {}
        for index, row in enumerate(self.rows):
            if row.is_article:
                self._first.setdefault(row.block, []).append(index)
        self._maps: dict[int, OffsetMap] = {}

    @property
    def text(self) -> str:
        """All rows, one to a paragraph."""
        return "\n".join(row.text for row in self.rows)

    def look_of(self, number: int) -> Look:
        """How a row looks; one that is not there yet, as text."""
        return self.rows[number].look if number < len(self.rows) else Look.TEXT

    def rows_of(self, block: int) -> list[int]:
        """The rows that show a block; none where it is folded away."""
        return self._first.get(block, [])

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
        shown = dict.fromkeys(row.block for row in self.rows if row.look is Look.FURNITURE)
        return tuple(Span(self.article.id, block, 0, len(self.text_of(block))) for block in shown)

    def text_of(self, block: int) -> str:
        """The text of a block of the article."""
        return self.article.blocks[block].text


def _rows(article: Article, folds: Folds, captions: Captions) -> Iterator[Row]:
    own = list(_own_rows(article, captions))
    headline = _headline_block(article)
    for status, grouped in groupby(enumerate(article.blocks), lambda numbered: numbered[1].status):
        run = list(grouped)
        if status is Status.FURNITURE:
            yield from _furniture(run, folds, captions)
            continue
        yield from own
        own = []
        if status is Status.DOUBTFUL:
            yield Row(Look.DOUBT, captions.doubted(len(run)), run[0][0])
        yield from _body(run, headline, captions)
    yield from own


def _body(run: Iterable[tuple[int, Block]], headline: int | None, captions: Captions) -> Iterator[Row]:
    for index, block in run:
        if index == headline:
            yield from _pieces(index, block, Look.HEADLINE)
            yield from _below_headline(captions)
        elif len(block.text) <= PIECE_CHARS:
            yield _row(index, block, _LOOKS[block.kind])
        else:
            yield from _pieces(index, block, _LOOKS[block.kind])


def _row(index: int, block: Block, look: Look) -> Row:
    return Row(look, _displayed(block.text), index, 0, True, block.status is Status.DOUBTFUL)


def _own_rows(article: Article, captions: Captions) -> Iterator[Row]:
    if _headline_block(article) is not None:
        return
    if article.headline:
        yield Row(Look.HEADLINE, _displayed(article.headline))
    yield from _below_headline(captions)


def _below_headline(captions: Captions) -> Iterator[Row]:
    if captions.meta:
        yield Row(Look.META, captions.meta)
    yield from (Row(Look.LOSS, _displayed(loss)) for loss in captions.losses)


def _headline_block(article: Article) -> int | None:
    """The block that repeats the headline, if the body begins with it: shown once, and taggable."""
    for index, block in enumerate(article.blocks):
        if block.status is not Status.FURNITURE:
            same = block.kind is Kind.HEADING and block.text.strip() == article.headline.strip()
            return index if same else None
    return None


def _furniture(run: list[tuple[int, Block]], folds: Folds, captions: Captions) -> Iterator[Row]:
    first = run[0][0]
    is_open = folds.is_open(first)
    yield Row(Look.FOLD, captions.fold(len(run), is_open=is_open), first, start=int(is_open))
    if is_open:
        for index, block in run:
            yield from _pieces(index, block, Look.FURNITURE)


_LOOKS = {
    Kind.PARAGRAPH: Look.TEXT,
    Kind.HEADING: Look.HEADING,
    Kind.LIST_ITEM: Look.ITEM,
    Kind.QUOTE: Look.QUOTE,
    Kind.CAPTION: Look.CAPTION,
    Kind.TABLE: Look.TABLE,
}


def _pieces(index: int, block: Block, look: Look) -> Iterator[Row]:
    text = _displayed(block.text)
    doubtful = block.status is Status.DOUBTFUL
    start = 0
    while len(text) - start > PIECE_CHARS:
        space = text.rfind(" ", start + PIECE_CHARS // 2, start + PIECE_CHARS)
        end = space + 1 if space >= 0 else start + PIECE_CHARS
        yield Row(look, text[start:end], index, start, ends=False, doubtful=doubtful)
        start = end
    yield Row(look, text[start:] if start else text, index, start, doubtful=doubtful)


def _displayed(text: str) -> str:
    return text if text.isprintable() else text.translate(_DISPLAYED)  # the first is twenty times as fast
