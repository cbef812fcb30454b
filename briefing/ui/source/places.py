"""Where things stand in the article: sentences, marks and suggestions, found by bisection. Pure.

All three lists are sorted by place, so a question about one block costs a bisection and nothing is built.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Protocol, TypeVar

from briefing.model.article import Article, Status
from briefing.ui.values import Mark, SourceView, Span, SuggestionMark


class _Placed(Protocol):
    @property
    def span(self) -> Span: ...


P = TypeVar("P", bound=_Placed)


class Places:
    """The sentences, marks and suggestions of the article in view."""

    def __init__(self, view: SourceView) -> None:
        several = len(view.articles) > 1
        self.sentences = view.sentences
        self.marks = view.marks
        self.suggestions = view.suggestions
        if several:
            self.sentences = tuple(s for s in view.sentences if s.article == view.shown)
            self.marks = tuple(m for m in view.marks if m.span.article == view.shown)
            self.suggestions = tuple(s for s in view.suggestions if s.span.article == view.shown)

    def marks_in(self, block: int) -> Sequence[Mark]:
        """The marks of one block, by place."""
        return _of_block(self.marks, block)

    def suggestions_in(self, block: int) -> Sequence[SuggestionMark]:
        """The suggestions of one block, by place."""
        return _of_block(self.suggestions, block)

    def sentences_in(self, block: int) -> Sequence[Span]:
        """The sentences of one block."""
        first = bisect_left(self.sentences, block, key=lambda s: s.block)
        return self.sentences[first : bisect_right(self.sentences, block, lo=first, key=lambda s: s.block)]

    def sentence_index(self, span: Span) -> int | None:
        """The number of the sentence at the start of `span`, or the last one before it in its block."""
        found = bisect_right(self.sentences, (span.block, span.start), key=place_of) - 1
        if found >= 0 and self.sentences[found].block == span.block:
            return found
        after = found + 1
        inside = after < len(self.sentences) and self.sentences[after].block == span.block
        return after if inside else None

    def is_sentence(self, span: Span) -> bool:
        """Whether `span` is exactly one of the sentences."""
        index = self.sentence_index(span)
        return index is not None and self.sentences[index] == span

    def nearest_index(self, span: Span) -> int | None:
        """The number of the sentence at `span`, or the next one, or the last; None in an empty article."""
        if not self.sentences:
            return None
        here = self.sentence_index(span)
        if here is not None:
            return here
        after = bisect_left(self.sentences, (span.block, span.start), key=place_of)
        return min(after, len(self.sentences) - 1)

    def marks_over(self, span: Span) -> tuple[Mark, ...]:
        """The marks that share a character with `span`."""
        return tuple(m for m in self.marks_in(span.block) if overlap(m.span, span))

    def suggestions_over(self, span: Span) -> tuple[SuggestionMark, ...]:
        """The suggestions that share a character with `span`."""
        return tuple(s for s in self.suggestions_in(span.block) if overlap(s.span, span))

    def next_untagged(self, after: int) -> int | None:
        """The number of the next sentence without a mark, going round once; None if all are marked."""
        count = len(self.sentences)
        for step in range(1, count + 1):
            index = (after + step) % count
            if not self.marks_over(self.sentences[index]):
                return index
        return None

    def next_suggestion(self, after: Span | None) -> SuggestionMark | None:
        """The first suggestion that begins behind `after`, going round; None if there is none."""
        if not self.suggestions:
            return None
        place = (after.block, after.start) if after is not None else (-1, 0)
        found = bisect_right(self.suggestions, place, key=lambda s: place_of(s.span))
        return self.suggestions[found % len(self.suggestions)]


def runs(article: Article, status: Status) -> Iterator[tuple[int, ...]]:
    """The blocks of a status, those that follow one another together."""
    for found, run in groupby(range(len(article.blocks)), lambda i: article.blocks[i].status is status):
        if found:
            yield tuple(run)


def overlap(one: Span, other: Span) -> bool:
    """Whether two stretches of the same article share a character."""
    return one.block == other.block and one.start < other.end and other.start < one.end


def place_of(span: Span) -> tuple[int, int]:
    """What spans are sorted by."""
    return (span.block, span.start)


def _of_block(placed: Sequence[P], block: int) -> Sequence[P]:
    first = bisect_left(placed, block, key=_block)
    last = bisect_right(placed, block, lo=first, key=_block)
    return placed[first:last]


def _block(placed: _Placed) -> int:
    return placed.span.block
