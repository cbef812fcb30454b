"""What one window showed last: cards, marks and paragraph numbers. What did not change is not made again.

A value is the same as long as it is the same object; values are frozen, so that is safe.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.model.article import Article, paragraph_numbers
from briefing.model.note import Note
from briefing.ui.carding import CardIndex
from briefing.ui.marking import MarkIndex
from briefing.ui.pointindex import PointIndex
from briefing.ui.values import Checks, Mark, TagLook


class Remembered:
    """The points, cards and marks of one note from one edit to the next."""

    def __init__(self) -> None:
        self.points = PointIndex()
        self._marks = MarkIndex(self.points)
        self.cards = CardIndex(self.points, self.number)
        self._articles: tuple[Article, ...] = ()
        self._numbers: dict[str, tuple[Article, tuple[int, ...]]] = {}

    def number(self, article: Article, block: int) -> int:
        """The number of the paragraph at `block`, as a person counts."""
        held = self._numbers.get(article.id)
        if held is None or held[0] is not article:
            held = self._numbers[article.id] = (article, paragraph_numbers(article))
        numbers = held[1]
        return numbers[block] if block < len(numbers) else 0

    def begin(self, note: Note) -> None:
        """Follows the note, and forgets what other sources had a say in."""
        self.points.follow(note.points)
        if note.articles is not self._articles:
            self._articles, self._numbers = note.articles, {}
            self.cards.forget()

    def marks_of(
        self, note: Note, article: Article, tags: Sequence[TagLook], checks: Checks
    ) -> tuple[Mark, ...]:
        """The marks on one article, by place."""
        return self._marks.of(note.points, article, {t.id: i for i, t in enumerate(tags)}, checks)
