"""Where in an article a quote stands.

An Anchor is a W3C Web Annotation position selector (`block`, `start`, `end`) together with a quote selector
(`quote`, `prefix`, `suffix`). The unit of every offset is the Python character within one block.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from briefing.model.article import NOTHING, Article, Block

CONTEXT_CHARS = 32  # of prefix and suffix


@dataclass(frozen=True, slots=True)
class Anchor:
    """A quote in an article: `article.blocks[block].text[start:end] == quote`."""

    article: str
    block: int
    start: int
    end: int
    quote: str
    prefix: str = ""
    suffix: str = ""
    extra: Mapping[str, object] = NOTHING

    def overlaps(self, other: Anchor) -> bool:
        """Whether both name at least one common character."""
        same_block = self.article == other.article and self.block == other.block
        return same_block and self.start < other.end and other.start < self.end


def anchor_at(article: Article, block: int, start: int, end: int) -> Anchor:
    """An anchor for that stretch of the article. Raises ValueError if it is empty or out of bounds."""
    text = article.blocks[block].text
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
    return article.blocks[anchor.block].text[anchor.start : anchor.end] == anchor.quote


def reanchored(anchor: Anchor, article: Article) -> Anchor | None:
    """The anchor on a corrected version of its article, or None if its exact quote is gone.

    Where the quote stands more than once, the place with the most context in common wins; with none in
    common and more than one place, the answer is None: a look-alike is never taken silently.
    """
    places = list(_places(anchor.quote, article.blocks))
    if not places:
        return None
    scored = sorted(places, key=lambda p: _likeness(anchor, article.blocks, p), reverse=True)
    best = scored[0]
    if len(scored) > 1:
        first, second = (_likeness(anchor, article.blocks, p) for p in scored[:2])
        if first[0] == second[0] and first[0] == 0:
            return None
    block, start = best
    moved = anchor_at(article, block, start, start + len(anchor.quote))
    return replace(moved, extra=anchor.extra)


def _places(quote: str, blocks: tuple[Block, ...]) -> Iterator[tuple[int, int]]:
    for index, block in enumerate(blocks):
        start = block.text.find(quote)
        while start >= 0:
            yield index, start
            start = block.text.find(quote, start + 1)


def _likeness(anchor: Anchor, blocks: tuple[Block, ...], place: tuple[int, int]) -> tuple[int, int]:
    block, start = place
    text = blocks[block].text
    end = start + len(anchor.quote)
    before = _common_suffix(anchor.prefix, text[:start])
    after = _common_prefix(anchor.suffix, text[end:])
    return before + after, -abs(block - anchor.block)


def _common_prefix(one: str, other: str) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count


def _common_suffix(one: str, other: str) -> int:
    return _common_prefix(one[::-1], other[::-1])
