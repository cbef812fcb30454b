"""The cards of a note by tag, in order: an edit makes the cards of the points it changed, no others."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence

from briefing.model.anchor import resolves
from briefing.model.article import Article
from briefing.model.note import Note, Point
from briefing.model.splices import Splice
from briefing.ui.pointindex import PointIndex, changed_keys
from briefing.ui.values import Card, Checks, CheckView

Voices = Mapping[str, str]  # by point: whose word its evidence is, as a line to read
Number = Callable[[Article, int], int]  # of the paragraph at a block


class CardIndex:
    """The cards of each tag, in the order of the note."""

    def __init__(self, index: PointIndex, number: Number) -> None:
        self._index, self._number = index, number
        self.forget()

    def forget(self) -> None:
        """Every card is made anew: the sources are others."""
        self._points: tuple[Point, ...] = ()
        self._checks: Checks = {}
        self._voices: Voices = {}
        self._cards: dict[str, tuple[Card, ...]] = {}
        self._ids: dict[str, list[str]] = {}  # of the cards, for finding one

    def of(self, note: Note, checks: Checks, voices: Voices) -> Mapping[str, tuple[Card, ...]]:
        """The cards by tag; a card whose point stayed, and of which the same is said, is the same object."""
        said = changed_keys(self._checks, checks) | changed_keys(self._voices, voices)
        before, self._points, self._checks, self._voices = self._points, note.points, checks, voices
        changed = self._index.edits.between(before, note.points)
        self._take(note, changed, changed.old(before), said)
        come = {p.id for p in changed.new(note.points)}
        for point_id in said - come:
            self._say_anew(note, point_id)
        return self._cards

    def _take(self, note: Note, changed: Splice, gone: Sequence[Point], said: set[str]) -> None:
        """Puts the cards of what came in the place of those of what went."""
        come = changed.new(note.points)
        parted = {tag: self._part(tag, points, changed.at) for tag, points in _by_tag((*gone, *come), gone)}
        kept = {c.point: c for cards, _ in parted.values() for c in cards if c.point not in said}
        stayed = {p.id for p in gone if self._point(note, p.id) is p}
        for tag, points in _by_tag(come, come):
            made = [kept[p.id] if p.id in stayed and p.id in kept else self._card(note, p) for p in points]
            self._put(tag, parted[tag][1], made)

    def _point(self, note: Note, point_id: str) -> Point | None:
        return self._index.follow(note.points).get(point_id)

    def _part(self, tag: str, gone: Sequence[Point], at: int) -> tuple[tuple[Card, ...], int]:
        """Takes out the cards of points of one tag that went; they, and where they stood."""
        cards, ids = self._cards.get(tag, ()), self._ids.setdefault(tag, [])
        first = ids.index(gone[0].id) if gone else self._behind(tag, at)
        last = first + len(gone)
        self._cards[tag] = cards[:first] + cards[last:]
        del ids[first:last]
        return cards[first:last], first

    def _behind(self, tag: str, at: int) -> int:
        """Where in its section a point stands that comes in at `at`."""
        before = next((self._points[i].id for i in range(at - 1, -1, -1) if self._points[i].tag == tag), None)
        return 0 if before is None else self._ids[tag].index(before) + 1

    def _put(self, tag: str, at: int, made: Sequence[Card]) -> None:
        cards = self._cards[tag]
        self._cards[tag] = (*cards[:at], *made, *cards[at:])
        self._ids[tag][at:at] = [c.point for c in made]

    def _say_anew(self, note: Note, point_id: str) -> None:
        point = self._point(note, point_id)
        if point is not None:
            at = self._ids[point.tag].index(point_id)
            cards = self._cards[point.tag]
            self._cards[point.tag] = (*cards[:at], self._card(note, point), *cards[at + 1 :])

    def _card(self, note: Note, point: Point) -> Card:
        return Card(
            point=point.id,
            wording=point.wording,
            quotes=tuple(a.quote for a in point.evidence),
            paragraph=self._paragraph(note, point),
            level=point.level,
            comment=point.comment,
            owner=point.owner,
            due=point.due,
            checks=self._said(point),
            latin=_is_latin(point.evidence[0].quote if point.evidence else point.wording),
            voice=self._voices.get(point.id, ""),
        )

    def _said(self, point: Point) -> tuple[CheckView, ...]:
        return self._checks.get(point.id, ())

    def _paragraph(self, note: Note, point: Point) -> str:
        for anchor in point.evidence:
            for place, article in enumerate(note.articles, 1):
                if resolves(anchor, article):
                    number = f"¶{self._number(article, anchor.block)}"
                    return f"{place} {number}" if len(note.articles) > 1 else number
        return ""


def _by_tag(points: Iterable[Point], kept: Sequence[Point]) -> Iterable[tuple[str, list[Point]]]:
    """For each tag that `points` carry, those of `kept` that carry it."""
    found: dict[str, list[Point]] = {p.tag: [] for p in points}
    for point in kept:
        found[point.tag].append(point)
    return found.items()


def _is_latin(text: str) -> bool:
    letter = next((c for c in text if c.isalpha()), "a")
    return unicodedata.name(letter, "").startswith("LATIN")
