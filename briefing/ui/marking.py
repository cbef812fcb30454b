"""The marks on one article, kept by place: an edit makes the marks of the points it changed, and no others."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable
from operator import attrgetter

from briefing.model.anchor import Anchor
from briefing.model.article import Article
from briefing.model.note import Point
from briefing.ui.pointindex import PointIndex, changed_keys
from briefing.ui.values import Checks, Mark, Span

FEW = 200  # marks put in one by one; more are sorted together
_place = attrgetter("span.block", "span.start", "span.end", "tag")


def span_of(anchor: Anchor) -> Span:
    """Where an anchor stands."""
    return Span(anchor.article, anchor.block, anchor.start, anchor.end)


class MarkIndex:
    """What is marked on the article in view."""

    def __init__(self, index: PointIndex) -> None:
        self._index = index
        self._article: Article | None = None
        self._tags: dict[str, int] = {}
        self._forget()

    def _forget(self) -> None:
        self._points: tuple[Point, ...] = ()
        self._checks: Checks = {}
        self._made: dict[str, tuple[Mark, ...]] = {}
        self._sorted: tuple[Mark, ...] = ()

    def of(
        self, points: tuple[Point, ...], article: Article, tags: dict[str, int], checks: Checks
    ) -> tuple[Mark, ...]:
        """The marks by place; `tags` says by id which number a tag has among those shown."""
        if article is not self._article or tags != self._tags:
            self._article, self._tags = article, tags
            self._forget()
        went, came = self._index.edits.changed(self._points, points)
        ids = changed_keys(self._checks, checks)
        ids.update(p.id for p in (*went, *came))
        self._points, self._checks = points, checks
        if ids:
            self._remake(article, ids)
        return self._sorted

    def _remake(self, article: Article, ids: Iterable[str]) -> None:
        index = self._index.follow(self._points)
        gone: list[Mark] = []
        come: list[Mark] = []
        for point_id in ids:
            gone += self._made.pop(point_id, ())
            point = index.get(point_id)
            made = self._marks(point, article) if point is not None else ()
            if made:
                self._made[point_id] = made
                come += made
        self._put(gone, come)

    def _put(self, gone: list[Mark], come: list[Mark]) -> None:
        if len(gone) + len(come) > FEW:
            self._sorted = tuple(sorted((m for made in self._made.values() for m in made), key=_place))
            return
        marks = list(self._sorted)
        for mark in gone:
            at = bisect_left(marks, _place(mark), key=_place)
            while marks[at] is not mark:
                at += 1
            del marks[at]
        for mark in come:
            insort(marks, mark, key=_place)
        self._sorted = tuple(marks)

    def _marks(self, point: Point, article: Article) -> tuple[Mark, ...]:
        warnings = [c for c in self._checks.get(point.id, ()) if not c.info]
        said = " ".join(c.sentence for c in warnings)
        tag = self._tags[point.tag]
        return tuple(
            Mark(span_of(a), tag, point.id, bool(warnings), (), said)
            for a in point.evidence
            if a.article == article.id and _stands(a, article)
        )


def _stands(anchor: Anchor, article: Article) -> bool:
    """Whether the quote is where the anchor says: one that a correction took away is marked nowhere."""
    blocks = article.blocks
    return anchor.block < len(blocks) and blocks[anchor.block].text[anchor.start : anchor.end] == anchor.quote
