"""What lies under the pointer: a letter, the end of a highlight, a line that can be clicked."""

from __future__ import annotations

from msgspec import Struct
from PySide6 import QtCore
from PySide6.QtCore import QPointF

from briefing.ui.source.links import address_of, links_over
from briefing.ui.source.overlay import Overlay
from briefing.ui.source.rows import Row
from briefing.ui.source.text import ArticleText
from briefing.ui.values import Mark, Span

_HANDLE_PX = 4  # how near to a highlight's end the pointer takes hold of it


class Handle(Struct, frozen=True):
    """The end of a highlight under the pointer."""

    mark: Mark
    at_start: bool


class Press(Struct):
    """Where a gesture began."""

    point: QPointF
    row: int = -1
    block: int = -1
    edge: int = 0
    handle: Handle | None = None


class Under:
    """Answers for the points of one text widget's viewport."""

    def __init__(self, text: ArticleText, overlay: Overlay) -> None:
        self._text, self.overlay = text, overlay

    def press(self, point: QPointF) -> Press:
        """Where a gesture begins that begins at a point."""
        spot = self._text.where.spot_at(point)
        if spot is None:
            return Press(point)
        row = self._text.row_of(spot.row)
        edge = self._text.where.edge_at(point, spot.row) or 0
        return Press(point, spot.row, row.block if row.is_article else -1, edge, self.handle(point))

    def row(self, point: QPointF) -> Row | None:
        """The row at a point, the pane's own ones too; None above the first and below the last."""
        spot = self._text.where.spot_at(point)
        return self._text.row_of(spot.row) if spot is not None else None

    def offered(self, point: QPointF) -> str:
        """What a line of the pane's own offers at a point; empty for nothing."""
        for number, rect in self._text.where.visible_rows():
            if rect.top() <= point.y() < rect.bottom():
                return self.overlay.offers.at(self._text, self._text.row_of(number), rect, point)
        return ""

    def link(self, point: QPointF) -> QtCore.QUrl | None:
        """The address that the letter at a point leads to."""
        spot, letter = self._text.where.spot_at(point), self.letter(point)
        if spot is None or letter is None or not spot.inside:
            return None
        return next(map(address_of, links_over(self._text.page.article, letter)), None)

    def letter(self, point: QPointF) -> Span | None:
        """The letter of the article at a point, or the nearest one in its line."""
        spot = self._text.where.spot_at(point)
        if spot is None or not self._text.row_of(spot.row).is_article:
            return None
        block = self._text.row_of(spot.row).block
        return Span(self._text.page.article.id, block, spot.offset, spot.offset + 1)

    def is_in(self, span: Span | None, point: QPointF) -> bool:
        """Whether a point lies on a stretch of the article."""
        return span is not None and any(r.contains(point) for r in self._text.where.rects_of(span))

    def handle(self, point: QPointF) -> Handle | None:
        """The end of a highlight within reach of a point; the focused point's before others."""
        letter = self.letter(point)
        marks = self.overlay.places.marks_in(letter.block) if letter is not None else ()
        near = [h for mark in marks for h in self._ends(mark, point)]
        near.sort(key=lambda handle: handle.mark.point != self.overlay.focused_point)
        return near[0] if near else None

    def _ends(self, mark: Mark, point: QPointF) -> list[Handle]:
        """The ends of one highlight within reach of a point."""
        found: list[Handle] = []
        rects = self._text.where.rects_of(mark.span)
        for rect, at_start in ((rects[:1], True), (rects[-1:], False)):
            if rect and rect[0].adjusted(-9, 0, 9, 0).contains(point):
                edge = rect[0].left() if at_start else rect[0].right()
                if abs(edge - point.x()) <= _HANDLE_PX and self._shows_edge(mark.span, at_start=at_start):
                    found.append(Handle(mark, at_start))
        return found

    def _shows_edge(self, span: Span, *, at_start: bool) -> bool:
        """Whether that end of a span is in the window, and not only a part between."""
        offset = span.start if at_start else span.end - 1
        return bool(self._text.where.rects_of(Span(span.article, span.block, offset, offset + 1)))
