"""A small language for rows: "T" a section, "a" a card, "?x" a suggestion."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.ui.points.rows import Row, rows_of
from briefing.ui.values import Card, PointsView, SectionView, Span, SuggestionMark, TagLook

COLOURS = ("blue", "ochre", "green", "violet")


def view_of(sketch: str) -> PointsView:
    """The view of "M: a b ?x | A: c | N:"; "b'" is nested one deep."""
    sections = []
    for i, part in enumerate(s for s in sketch.split("|") if s.strip()):
        name, _, words = part.strip().partition(":")
        cards = tuple(_card(w) for w in words.split() if not w.startswith("?"))
        waiting = tuple(w[1:] for w in words.split() if w.startswith("?"))
        marks = tuple(SuggestionMark(Span("art", ord(w), 0, 5), i) for w in waiting)
        look = TagLook(name, name, i + 1, COLOURS[i % len(COLOURS)])
        sections.append(SectionView(look, cards, marks, waiting))
    return PointsView(tuple(sections))


def _card(word: str) -> Card:
    return Card(word.rstrip("'"), f"Wording {word}", level=word.count("'"))


@pytest.fixture
def rows() -> Callable[[str], tuple[Row, ...]]:
    """Rows from a sketch."""
    return lambda sketch: rows_of(view_of(sketch))
