"""What lies behind the text: fills, underlines, the outline of the current sentence, and the gutter.

Only visible rows are painted, each from the marks of its own block, so a mark costs the same in a long article.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from briefing.model.article import Link
from briefing.ui.icons import paint_icon
from briefing.ui.source.geometry import Line, Shown
from briefing.ui.source.gutter_painter import BADGE_CENTER_PX, Gutter
from briefing.ui.source.links import links_over
from briefing.ui.source.offers import Offers
from briefing.ui.source.places import Places
from briefing.ui.source.rows import Look, Row
from briefing.ui.source.scene import Extent, Scene, Segment, to_paint
from briefing.ui.source.styles import GUTTER_PX
from briefing.ui.theme import TagPaint, Theme
from briefing.ui.values import Mark, SourceView, Span, SuggestionMark, TagLook
from briefing.words import Words

_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
_ICON_PX = 14
_ICONS = {Look.CAPTION: "image", Look.DOUBT: "question", Look.LOSS: "warning"}
_LINK_BELOW_PX = 1.5  # the baseline
_DOUBT_PX = 50  # between bars and text
_MOST_UNDERLINES = 3
_LINES_BEYOND = 8  # looked at outside the window, so that badges stand where they would stand in full view
_THIN_ALPHA = 0.7
_SHAPES: tuple[tuple[float, ...], ...] = (
    (),
    (5, 2),
    (1, 1.6),
    (6, 2, 1, 2),
    (9, 3),
    (3, 3),
    (1, 3),
    (6, 2, 1, 2, 1, 2),
)  # fmt: skip - underlines of high contrast, by tag; lengths in pen widths


class Overlay:
    """Paints the marks of one view, in one theme."""

    def __init__(self, theme: Theme, words: Words) -> None:
        self.theme = theme
        self.offers = Offers(theme, words)
        self.places = Places(SourceView())
        self.tags: tuple[TagLook, ...] = ()
        self.current: Span | None = None
        self.resizing: Span | None = None  # where a dragged end would leave the mark
        self.focused_point = ""

    def paint(self, painter: QPainter, text: Shown, row: int, top: float) -> None:
        """Paints what belongs to one visible row, whose rectangle begins at `top`."""
        lines = tuple(text.where.lines_of(row, top, _LINES_BEYOND))
        painted = to_paint(lines, painter.clipBoundingRect())
        if not painted:
            return
        shown = text.page.rows[row]
        self._paint_sort(painter, text, shown, lines)
        if not shown.is_article:
            return
        start, end = shown.start + lines[0].start, shown.start + lines[-1].end
        near = Span(text.page.article.id, shown.block, start, end)
        marks, suggestions = self.places.marks_over(near), self.places.suggestions_over(near)
        scene = Scene(text, row, lines, painted, marks, suggestions)
        self._paint_marks(painter, scene)
        self._paint_links(painter, scene, links_over(text.page.article, near))
        Gutter(self.theme, self.tags).paint(painter, scene)

    # Marks.

    def _paint_marks(self, painter: QPainter, scene: Scene) -> None:
        for segment in scene.segments():
            for line, extent in scene.extents((segment.start, segment.end)):
                self._paint_segment(painter, line, segment, extent)
        for suggestion in scene.suggestions:
            self._paint_suggestion(painter, scene, suggestion)
        for mark in scene.marks:
            if mark.warning:
                self._paint_warning(painter, scene, mark)
        outlined = self.resizing or self.current
        if outlined is not None:
            for line, extent in scene.extents_of(outlined):
                self._paint_outline(painter, line, extent)

    def _paint_segment(self, painter: QPainter, line: Line, segment: Segment, extent: Extent) -> None:
        px = self.theme.scale
        rect = _behind(line, extent, 1.5 * px, px)
        if not self.theme.palette.patterns:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._paint_of(segment.tags[0]).fill))
            painter.drawRoundedRect(rect, 3 * px, 3 * px)
        tags = segment.tags[:_MOST_UNDERLINES]
        is_thin = len(tags) == 1 and self.focused_point not in segment.points
        first = rect.bottom() - (2.4 if len(tags) == _MOST_UNDERLINES else 0.5) * px
        for number, tag in enumerate(tags):
            y = first + number * 2.2 * px
            ink = QColor(self._paint_of(tag).ink)
            ink.setAlphaF(_THIN_ALPHA if is_thin else 1.0)
            painter.setPen(self._underline(tag, ink, (1.0 if is_thin else 1.5) * px))
            painter.drawLine(QLineF(extent[0], y, extent[1], y))

    def _underline(self, tag: int, ink: QColor, width: float) -> QPen:
        """A plain line; in high contrast a pattern of the tag's own."""
        if not self.theme.palette.patterns:
            return QPen(ink, width)
        pen = QPen(self.theme.color("text"), 2 * self.theme.scale)
        if shape := _SHAPES[tag % len(_SHAPES)]:
            pen.setDashPattern(shape)
        return pen

    def _paint_suggestion(self, painter: QPainter, scene: Scene, suggestion: SuggestionMark) -> None:
        px = self.theme.scale
        pen = QPen(QColor(self._paint_of(suggestion.tag).ink), 1.3 * px)
        pen.setDashPattern([4, 2])
        painter.setPen(pen)
        for line, extent in scene.extents_of(suggestion.span):
            y = line.y + line.pitch - 2.5 * px
            painter.drawLine(QLineF(extent[0], y, extent[1], y))

    def _paint_links(self, painter: QPainter, scene: Scene, links: list[Link]) -> None:
        """A dotted line close below the letters, quieter than any mark."""
        if not links:
            return
        pen = QPen(self.theme.color("quiet"), self.theme.scale)
        pen.setDashPattern([1, 2])
        painter.setPen(pen)
        article, block = scene.text.page.article, scene.text.page.rows[scene.row].block
        for link in links:
            for line, extent in scene.extents_of(Span(article.id, block, link.start, link.end)):
                y = round(line.baseline + _LINK_BELOW_PX * self.theme.scale) + 0.5
                painter.drawLine(QLineF(extent[0], y, extent[1], y))

    def _paint_warning(self, painter: QPainter, scene: Scene, mark: Mark) -> None:
        px = self.theme.scale
        for span in _warned(mark, scene.text.page.text_of(mark.span.block)):
            for line, extent in scene.extents_of(span):
                area = _behind(line, extent, px, px)
                painter.fillRect(area, self.theme.color("warning_fill"))
                under = QRectF(area.left(), area.bottom() - px, area.width(), 2.4 * px)
                painter.fillRect(under, self.theme.color("warning"))

    def _paint_outline(self, painter: QPainter, line: Line, extent: Extent) -> None:
        px = self.theme.scale
        width = extent[1] - extent[0] + 7 * px
        painter.setPen(QPen(self.theme.color("accent"), 1.6 * px))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        rect = QRectF(extent[0] - 3.5 * px, line.y - px, width, line.pitch + 0.6 * px)
        painter.drawRoundedRect(rect, 4 * px, 4 * px)

    # What a row is.

    def _paint_sort(self, painter: QPainter, text: Shown, row: Row, lines: tuple[Line, ...]) -> None:
        first = lines[0]
        middle = first.y + first.pitch / 2
        icon = _ICONS.get(row.look, "")
        if row.look is Look.FOLD:
            icon = "chevron-down" if row.start else "chevron-right"
        if icon and first.start == 0:
            self._icon(painter, icon, middle, "warning" if row.look is Look.LOSS else "quiet")
        self.offers.paint(painter, text, row, first)
        if row.look in (Look.ITEM, Look.QUOTE):
            self._paint_indent(painter, row, lines)
        if row.doubtful:
            self._paint_doubt(painter, lines)

    def _paint_indent(self, painter: QPainter, row: Row, lines: tuple[Line, ...]) -> None:
        px, left, top = self.theme.px, self.theme.px(GUTTER_PX), lines[0].y
        if row.look is Look.ITEM:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.color("text"))
            painter.drawEllipse(QPointF(left + px(6), top + lines[0].pitch / 2), px(2), px(2))
        else:
            height = lines[-1].y + lines[-1].pitch - top
            painter.fillRect(QRectF(left + px(3), top, px(2), height), self.theme.color("border"))

    def _paint_doubt(self, painter: QPainter, lines: tuple[Line, ...]) -> None:
        """A dotted line beside a doubtful paragraph, down from the line that asks about it."""
        pen = QPen(self.theme.color("quiet"), 1.4 * self.theme.scale)
        pen.setDashPattern([1, 2])
        painter.setPen(pen)
        x = self.theme.px(_DOUBT_PX) + 0.5
        painter.drawLine(QLineF(x, lines[0].y, x, lines[-1].y + lines[-1].pitch))

    def _icon(self, painter: QPainter, name: str, middle: float, color: str) -> None:
        size = self.theme.px(_ICON_PX)
        left = self.theme.px(BADGE_CENTER_PX + 2) - size / 2
        paint_icon(painter, name, QRectF(left, middle - size / 2, size, size), self.theme.color(color))

    def _paint_of(self, tag: int) -> TagPaint:
        return self.theme.palette.tag(self.tags[tag].colour)


def _behind(line: Line, extent: Extent, sideways: float, px: float) -> QRectF:
    """The area behind a stretch of a line: a little wider, and lower than the line's pitch."""
    return QRectF(extent[0] - sideways, line.y + px, extent[1] - extent[0] + 2 * sideways, line.pitch - 3 * px)


def _warned(mark: Mark, text: str) -> list[Span]:
    if mark.warned:
        return list(mark.warned)
    span = mark.span
    found = _NUMBER.finditer(text, span.start, span.end)
    return [Span(span.article, span.block, m.start(), m.end()) for m in found] or [span]
