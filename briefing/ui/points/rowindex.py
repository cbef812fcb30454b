"""The rows of the pane from one view to the next: only those of cards that are others are made anew."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from briefing.model.splices import splice
from briefing.ui.points.rows import Parts, Row, card_row, heading_row, rows_of, suggestion_rows
from briefing.ui.values import PointsView, SectionView


class _Made(Struct, frozen=True):
    """The rows of one section, and what they were made of."""

    section: SectionView
    heading: Row
    cards: tuple[Row, ...] = ()
    suggestions: tuple[Row, ...] = ()
    rows: tuple[Row, ...] = ()  # all of them


class RowIndex:
    """Rows as `rows_of` gives them."""

    def __init__(self) -> None:
        self._forget()

    def _forget(self) -> None:
        self._made: dict[str, _Made] = {}
        self._keys: set[str] = set()

    def of(self, view: PointsView) -> Parts:
        """The rows of each section, in order; those of a section that stayed are the same object."""
        alone = sum(len(s.suggestions) for s in view.sections) == 1
        before, self._made = self._made, {}
        gone: list[Row] = []
        come: list[Row] = []
        for i, section in enumerate(view.sections):
            held = before.pop(section.tag.id, None)
            made = self._made[section.tag.id] = _made(held, section, first=not i, alone=alone)
            _tell_apart(held, made, gone, come)
        for held in before.values():
            gone += (*held.cards, *held.suggestions)
        if self._doubles(gone, come) or len(self._made) < len(view.sections):
            self._forget()
            return (rows_of(view),)
        return tuple(m.rows for m in self._made.values())

    def _doubles(self, gone: Sequence[Row], come: Sequence[Row]) -> bool:
        """Whether a key is there twice, now that these rows went and those came."""
        self._keys.difference_update(r.key for r in gone)
        new = {r.key for r in come}
        doubled = len(new) < len(come) or not self._keys.isdisjoint(new)
        self._keys |= new
        return doubled


def _made(held: _Made | None, section: SectionView, *, first: bool, alone: bool) -> _Made:
    heading = heading_row(section, first=first)
    suggestions = tuple(suggestion_rows(section, alone=alone))
    if held is None or (held.section.tag, held.section.assigns) != (section.tag, section.assigns):
        cards = tuple(card_row(section, c) for c in section.cards)
        return _Made(section, heading, cards, suggestions, (heading, *cards, *suggestions))
    heading = held.heading if held.heading == heading else heading
    suggestions = held.suggestions if held.suggestions == suggestions else suggestions
    stayed = heading is held.heading and suggestions is held.suggestions
    if stayed and section.cards is held.section.cards:
        return held
    changed = splice(held.section.cards, section.cards)
    fresh = tuple(card_row(section, c) for c in changed.new(section.cards))
    cards = (*held.cards[: changed.at], *fresh, *held.cards[changed.at + changed.gone :])
    return _Made(section, heading, cards, suggestions, (heading, *cards, *suggestions))


def _tell_apart(held: _Made | None, made: _Made, gone: list[Row], come: list[Row]) -> None:
    """Adds the rows that went and those that came between two states of a section."""
    if held is made:
        return
    cards, suggestions = (held.cards, held.suggestions) if held is not None else ((), ())
    for old, new in ((cards, made.cards), (suggestions, made.suggestions)):
        changed = splice(old, new)
        gone += changed.old(old)
        come += changed.new(new)
