"""The lines of the source pane as values: from an article to the rows that show it. Pure.

A row is one paragraph of the text widget. Most rows are a block of the article, or a piece of a very long one;
a few are the pane's own: the headline, the line of publisher and date, and the line for hidden text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import partial
from itertools import chain, groupby, repeat
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
        self.rows = tuple(chain.from_iterable(_rows(article, folds, captions))) or (
            Row(Look.TEXT, ""),
        )  # no document is empty
        self._rows_of = _by_block(self.rows)
        self._maps: dict[int, OffsetMap] = {}

    @property
    def text(self) -> str:
        """All rows, one to a paragraph."""
        return "\n".join(row.text for row in self.rows)

    def look_of(self, number: int) -> Look:
        """How a row looks; one that is not there yet, as text."""
        return self.rows[number].look if number < len(self.rows) else Look.TEXT

    def rows_of(self, block: int) -> Sequence[int]:
        """The rows that show a block; none where it is folded away."""
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
        shown = dict.fromkeys(row.block for row in self.rows if row.look is Look.FURNITURE)
        return tuple(Span(self.article.id, block, 0, len(self.text_of(block))) for block in shown)

    def text_of(self, block: int) -> str:
        """The text of a block of the article."""
        return self.article.blocks[block].text


def _by_block(rows: Sequence[Row]) -> Mapping[int, Sequence[int]]:
    """The rows of each block. Where each block is one row, no code of Python's sees them one by one."""
    blocks, looks = [row[2] for row in rows], [row[0] for row in rows]
    parted = len(set(blocks)) < len(blocks) - max(0, blocks.count(OWN) - 1)
    if not (parted or Look.FOLD in looks or Look.DOUBT in looks):
        quick = dict(zip(blocks, zip(range(len(blocks)), strict=True), strict=True))
        quick.pop(OWN, None)
        return quick
    found: dict[int, list[int]] = {}
    for index, row in enumerate(rows):
        if row.is_article:
            found.setdefault(row.block, []).append(index)
    return found


def _rows(article: Article, folds: Folds, captions: Captions) -> Iterator[Iterable[Row]]:
    """The rows in stretches, a stretch for what stands together."""
    own: Iterable[Row] = _own_rows(article, captions)
    headline = _headline_block(article)
    blocks, statuses = article.blocks, [block.status for block in article.blocks]
    for status, grouped in groupby(range(len(statuses)), statuses.__getitem__):
        run = list(grouped)
        first, end = run[0], run[-1] + 1
        if status is Status.FURNITURE:
            yield _furniture(list(enumerate(blocks[first:end], first)), folds, captions)
            continue
        yield own
        own = ()
        if status is Status.DOUBTFUL:
            yield (Row(Look.DOUBT, captions.doubted(len(run)), first),)
        if first == headline:
            yield _pieces(first, blocks[first], Look.HEADLINE)
            yield _below_headline(captions)
            first += 1
        yield _body(first, blocks[first:end], is_doubtful=status is Status.DOUBTFUL)
    yield own


def _body(first: int, run: Sequence[Block], *, is_doubtful: bool) -> Iterable[Row]:
    """Rows of blocks of one status. Where each is a row as it stands, no code of Python's sees it."""
    texts = [block.text for block in run]
    numbers = range(first, first + len(run))
    if max(map(len, texts), default=0) > PIECE_CHARS or not _is_plain("".join(texts)):
        parts = (_pieces(i, block, _LOOKS[block.kind]) for i, block in zip(numbers, run, strict=True))
        return chain.from_iterable(parts)
    looks = [_LOOKS[block.kind] for block in run]
    return map(_row, zip(looks, texts, numbers, repeat(0), repeat(True), repeat(is_doubtful)))


_row = partial(tuple.__new__, Row)


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


def _is_plain(text: str) -> bool:
    """Whether a text is surely shown as it is; looking for a few letters is faster than looking at each."""
    return text.isascii() and not any(c in text for c in "\0\n\r")


def _displayed(text: str) -> str:
    return text if text.isprintable() else text.translate(_DISPLAYED)  # the first is twenty times as fast
