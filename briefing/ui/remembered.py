"""Cards, marks and paragraph numbers as they were made last: what did not change is not made again.

A value is the same as long as it is the same object; values are frozen, so that is safe.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from operator import attrgetter

from briefing.model.article import Article, paragraph_numbers
from briefing.model.note import Note, Point
from briefing.ui.values import Card, CheckView, Mark

_place = attrgetter("span.block", "span.start", "span.end", "tag")


class Remembered:
    """What one window showed last, by point."""

    def __init__(self) -> None:
        self._articles: tuple[Article, ...] = ()
        self._numbers: dict[str, tuple[int, ...]] = {}
        self._cards: dict[str, tuple[Point, tuple[CheckView, ...], str, Card]] = {}
        self._marks: dict[str, tuple[tuple[object, ...], tuple[Mark, ...]]] = {}
        self._sorted: tuple[Mark, ...] = ()
        self._shown: Article | None = None

    def number(self, article: Article, block: int) -> int:
        """The number of the paragraph at `block`, as a person counts."""
        if article.id not in self._numbers:
            self._numbers[article.id] = paragraph_numbers(article)
        numbers = self._numbers[article.id]
        return numbers[block] if block < len(numbers) else 0

    def begin(self, note: Note) -> None:
        """Forgets what other sources, or fewer, had a say in."""
        if note.articles is not self._articles:
            self._articles, self._numbers, self._cards, self._marks = note.articles, {}, {}, {}
            self._shown = None

    def card(
        self, point: Point, checks: tuple[CheckView, ...], voice: str, make: Callable[[Point], Card]
    ) -> Card:
        """The point's card, made if the point or what is said of it is another."""
        held = self._cards.get(point.id)
        if held and held[0] is point and held[1] is checks and held[2] == voice:
            return held[3]
        card = make(point)
        self._cards[point.id] = (point, checks, voice, card)
        return card

    def marks(
        self, shown: Article, wanted: Mapping[str, tuple[object, ...]], make: Callable[[str], tuple[Mark, ...]]
    ) -> tuple[Mark, ...]:
        """All marks by place; `wanted` says by point what its marks are made from, compared by identity."""
        if shown is not self._shown:
            self._shown, self._marks = shown, {}
        changed = [p for p, facts in wanted.items() if not _same(self._marks.get(p), facts)]
        gone = self._marks.keys() - wanted.keys()
        if not changed and not gone:
            return self._sorted
        for point in gone:
            del self._marks[point]
        for point in changed:
            self._marks[point] = (wanted[point], make(point))
        self._sorted = tuple(sorted((m for _, marks in self._marks.values() for m in marks), key=_place))
        return self._sorted


def _same(held: tuple[tuple[object, ...], tuple[Mark, ...]] | None, facts: tuple[object, ...]) -> bool:
    return held is not None and all(a is b or a == b for a, b in zip(held[0], facts, strict=True))
