"""One row as it is painted: its lines near the window, and the marks and suggestions that reach into them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from msgspec import Struct
from PySide6.QtCore import QRectF

from briefing.ui.source.geometry import Line, Shown
from briefing.ui.source.gutter import Item
from briefing.ui.values import Mark, Span, SuggestionMark

Extent = tuple[float, float]  # from where to where on a line


class Segment(NamedTuple):
    """A stretch of a row under the same marks. `tags` in the template's order."""

    start: int
    end: int
    tags: tuple[int, ...]
    points: frozenset[str]


class Scene(Struct, frozen=True):
    """A row to paint."""

    text: Shown
    row: int
    lines: tuple[Line, ...]  # in view, and some beyond
    painted: tuple[Line, ...]  # those to paint
    marks: tuple[Mark, ...]
    suggestions: tuple[SuggestionMark, ...]

    def extents(self, stretch: tuple[int, int]) -> Iterator[tuple[Line, Extent]]:
        """Where a stretch of the row's characters stands, line by line."""
        for line in self.painted:
            if line.start < stretch[1] and stretch[0] < line.end:
                extent = self.text.where.extent(self.row, line, stretch)
                if extent is not None:
                    yield line, extent

    def extents_of(self, span: Span) -> Iterator[tuple[Line, Extent]]:
        """Where a stretch of the article stands in this row, line by line."""
        part = self.text.page.within(self.row, span)
        if part is not None:
            yield from self.extents(part)

    def segments(self) -> Iterator[Segment]:
        """The row cut wherever a mark begins or ends; only what is marked."""
        parts = [(p, m) for m in self.marks if (p := self.text.page.within(self.row, m.span)) is not None]
        for start, end in pairwise(sorted({edge for part, _ in parts for edge in part})):
            over = [m for part, m in parts if part[0] < end and start < part[1]]
            if over:
                tags = tuple(sorted({m.tag for m in over}))
                yield Segment(start, end, tags, frozenset(m.point for m in over))

    def items(self) -> tuple[Item, ...]:
        """What the gutter tells of, by place."""
        found = [(m.span, m.tag, False) for m in self.marks]
        found += [(s.span, s.tag, True) for s in self.suggestions]
        parts = ((self.text.page.within(self.row, span), tag, suggested) for span, tag, suggested in found)
        made = [Item(*part, tag, suggested) for part, tag, suggested in parts if part is not None]
        return tuple(sorted(made, key=itemgetter(0, 1)))


def to_paint(lines: tuple[Line, ...], area: QRectF) -> tuple[Line, ...]:
    """The lines of which any, or what reaches a little beyond them, lies in an area; all, if it is empty."""
    if area.isEmpty():
        return lines
    top, bottom = area.top(), area.bottom()
    return tuple(n for n in lines if n.y - n.pitch / 2 <= bottom and n.y + n.pitch * 1.5 >= top)
