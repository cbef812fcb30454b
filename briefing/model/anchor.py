"""Where in an article a quote stands.

An Anchor is a W3C Web Annotation position selector (`block`, `start`, `end`) together with a quote selector
(`quote`, `prefix`, `suffix`). The unit of every offset is the Python character within one block.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import takewhile

from msgspec import Struct
from msgspec.structs import replace

from briefing.model.article import NOTHING, Article, Block

CONTEXT_CHARS = 32  # of prefix and suffix
ENOUGH_CHARS = 8  # of context in common, before a place is taken for the one that was meant
TELLING_CHARS = 24  # a quote this long, standing once, needs no context: sentences seldom repeat
_EDGE = "\0"  # the edge of a block, which no text holds


class Anchor(Struct, frozen=True, gc=False):
    """A quote in an article: `article.blocks[block].text[start:end] == quote`."""

    article: str
    block: int
    start: int
    end: int
    quote: str
    prefix: str = ""
    suffix: str = ""
    extra: Mapping[str, object] = NOTHING


def anchor_at(article: Article, block: int, start: int, end: int) -> Anchor:
    """An anchor for that stretch of the article. Raises ValueError if it is empty or out of bounds."""
    text = article.blocks[block].text if 0 <= block < len(article.blocks) else ""
    if not 0 <= start < end <= len(text):
        message = f"no text at {start}:{end} of block {block}"
        raise ValueError(message)
    return Anchor(
        article=article.id,
        block=block,
        start=start,
        end=end,
        quote=text[start:end],
        prefix=text[max(0, start - CONTEXT_CHARS) : start],
        suffix=text[end : end + CONTEXT_CHARS],
    )


def resolves(anchor: Anchor, article: Article) -> bool:
    """Whether the anchor's quote stands exactly where the anchor says."""
    if anchor.article != article.id or not 0 <= anchor.block < len(article.blocks):
        return False
    text = article.blocks[anchor.block].text
    if not 0 <= anchor.start < anchor.end <= len(text):
        return False
    return text[anchor.start : anchor.end] == anchor.quote


def reanchored(anchor: Anchor, article: Article) -> Anchor | None:
    """The anchor on a corrected version of its article, or None if its exact quote is gone or in doubt.

    A look-alike is never taken silently. The place is taken whose whole context is the old one, if there is
    one such place; else the one with at least ENOUGH_CHARS of it, and twice as much as any other; else
    the only one, if the quote is so long (TELLING_CHARS) that it speaks for itself.
    """
    place = _best_place(anchor, article.blocks)
    if place is None:
        return None
    block, start = place
    moved = anchor_at(article, block, start, start + len(anchor.quote))
    return replace(moved, extra=anchor.extra)


def _best_place(anchor: Anchor, blocks: tuple[Block, ...]) -> tuple[int, int] | None:
    places = list(_places(anchor.quote, blocks))
    if len(places) == 1 and len(anchor.quote) >= TELLING_CHARS:
        return places[0]
    context = _context(anchor)
    likenesses = [_likeness(anchor, blocks[block].text, start) for block, start in places]
    whole = [place for place, likeness in zip(places, likenesses, strict=True) if likeness == context]
    if whole:
        return whole[0] if len(whole) == 1 else None
    second, best = sorted([0, 0, *likenesses])[-2:]
    return places[likenesses.index(best)] if best >= max(ENOUGH_CHARS, 2 * second) else None


def _places(quote: str, blocks: tuple[Block, ...]) -> Iterator[tuple[int, int]]:
    for index, block in enumerate(blocks if quote else ()):
        start = block.text.find(quote)
        while start >= 0:
            yield index, start
            start = block.text.find(quote, start + 1)


def _context(anchor: Anchor) -> int:
    """What the likeness of an untouched place would be."""
    return len(_before(anchor.prefix)) + len(_after(anchor.suffix))


def _likeness(anchor: Anchor, text: str, start: int) -> int:
    """How many characters of context that place has in common with the anchor's, the block's edges included."""
    end = start + len(anchor.quote)
    before = _before(text[max(0, start - CONTEXT_CHARS) : start])
    after = _after(text[end : end + CONTEXT_CHARS])
    return _common(_before(anchor.prefix), before) + _common(_after(anchor.suffix), after)


def _before(prefix: str) -> str:
    """A prefix read backwards; a short one reaches the edge of its block, which counts as a character."""
    return prefix[::-1] + (_EDGE if len(prefix) < CONTEXT_CHARS else "")


def _after(suffix: str) -> str:
    return suffix + (_EDGE if len(suffix) < CONTEXT_CHARS else "")


def _common(one: str, other: str) -> int:
    """How many characters both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
