"""The points of a note by id, kept from one note to the next: an edit costs what it changed."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from briefing.model.note import Point
from briefing.model.splices import Splice, splice


class Edits:
    """Where the points of two notes differ, found once for all that follow the same note."""

    def __init__(self) -> None:
        self._pair: tuple[tuple[Point, ...], tuple[Point, ...]] = ((), ())
        self._found = splice((), ())

    def between(self, old: tuple[Point, ...], new: tuple[Point, ...]) -> Splice:
        """The one stretch that differs."""
        if self._pair[0] is not old or self._pair[1] is not new:
            self._pair, self._found = (old, new), splice(old, new)
        return self._found

    def changed(self, old: tuple[Point, ...], new: tuple[Point, ...]) -> tuple[list[Point], list[Point]]:
        """The points that went, and those that came; one that only stands elsewhere did neither."""
        found = self.between(old, new)
        went, came = found.old(old), found.new(new)
        moved = set(map(id, went)) & set(map(id, came))
        return [p for p in went if id(p) not in moved], [p for p in came if id(p) not in moved]


class PointIndex:
    """Points by id, and which tags are in use."""

    def __init__(self, edits: Edits | None = None) -> None:
        self.edits = edits or Edits()
        self._points: tuple[Point, ...] = ()
        self._by_id: dict[str, Point] = {}
        self._counts: dict[str, int] = {}

    def follow(self, points: tuple[Point, ...]) -> PointIndex:
        """This index, of these points."""
        if points is self._points:
            return self
        went, came = self.edits.changed(self._points, points)
        for point in went:
            self._by_id.pop(point.id, None)
            self._count(point.tag, -1)
        for point in came:
            self._by_id[point.id] = point
            self._count(point.tag, 1)
        self._points = points
        return self

    def _count(self, tag: str, by: int) -> None:
        left = self._counts.get(tag, 0) + by
        if left:
            self._counts[tag] = left
        else:
            self._counts.pop(tag, None)

    def get(self, point_id: str) -> Point | None:
        """The point of that id, or None."""
        return self._by_id.get(point_id)

    @property
    def tags(self) -> Collection[str]:
        """The tags that points carry."""
        return self._counts.keys()


def changed_keys(old: Mapping[str, object], new: Mapping[str, object]) -> set[str]:
    """The keys under which another object stands, or none any more."""
    if old is new:
        return set()
    return {key for key, value in new.items() if old.get(key) is not value} | (old.keys() - new.keys())
