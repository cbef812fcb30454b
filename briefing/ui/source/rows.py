"""The lines of the source pane as values: from an article to the rows that show it, in stretches. Pure.

A row is one paragraph of the text widget. Most rows are a block of the article, or a piece of a very long one;
a few are the pane's own: the headline, the line of publisher and date, and the line for hidden text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum, auto
from itertools import chain, groupby
from typing import NamedTuple

from msgspec import Struct

from briefing.model.article import Article, Block, Kind, Status

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
    """One paragraph of the text widget."""

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


class Folds(Struct, frozen=True):
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


class Plain(Sequence[Row]):
    """Blocks of one status of which each is one row. A row is made when it is asked for."""

    def __init__(self, first: int, blocks: Sequence[Block], *, is_doubtful: bool) -> None:
        self.first, self.blocks = first, blocks
        self._is_doubtful = is_doubtful

    def __len__(self) -> int:
        return len(self.blocks)

    def __getitem__(self, number: int) -> Row:  # type: ignore[override]  # nobody asks for a slice
        block = self.blocks[number]
        look, text = _LOOKS[block.kind], _displayed(block.text)
        return Row(look, text, self.first + number, doubtful=self._is_doubtful)

    def texts(self) -> Iterable[str]:
        """The text of each row."""
        texts = [block.text for block in self.blocks]
        return texts if _is_plain("".join(texts)) else map(_displayed, texts)


Stretch = Plain | tuple[Row, ...]


def stretches(article: Article, folds: Folds, captions: Captions) -> Iterator[Stretch]:
    """The rows of an article in stretches, a stretch for what stands together."""
    own = tuple(_own_rows(article, captions))
    headline = _headline_block(article)
    blocks, statuses = article.blocks, [block.status for block in article.blocks]
    for status, grouped in groupby(range(len(statuses)), statuses.__getitem__):
        run = list(grouped)
        first, end = run[0], run[-1] + 1
        if status is Status.FURNITURE:
            yield tuple(_furniture(list(enumerate(blocks[first:end], first)), folds, captions))
            continue
        yield own
        own = ()
        if status is Status.DOUBTFUL:
            yield (Row(Look.DOUBT, captions.doubted(len(run)), first),)
        if first == headline:
            yield (*_pieces(first, blocks[first], Look.HEADLINE), *_below_headline(captions))
            first += 1
        yield _body(first, blocks[first:end], is_doubtful=status is Status.DOUBTFUL)
    yield own


def _body(first: int, run: Sequence[Block], *, is_doubtful: bool) -> Stretch:
    """Rows of blocks of one status. Where each is one row, no code of Python's sees it."""
    if max([len(block.text) for block in run], default=0) <= PIECE_CHARS:
        return Plain(first, run, is_doubtful=is_doubtful)
    parts = (_pieces(i, block, _LOOKS[block.kind]) for i, block in enumerate(run, first))
    return tuple(chain.from_iterable(parts))


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
