"""What lies behind the text: fills, underlines, the outline of the current sentence, and the gutter.

Only visible rows are painted, each from the marks of its own block, so a mark costs the same in a long article.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from briefing.ui.icons import paint_icon
from briefing.ui.source.badges import paint_badge, paint_hollow, paint_pill, sign
from briefing.ui.source.geometry import Line, Shown
from briefing.ui.source.gutter import SHOWN_SIGNS, Item, LineSigns, signs
from briefing.ui.source.places import Places
from briefing.ui.source.rows import Look, Row
from briefing.ui.source.styles import GUTTER_PX
from briefing.ui.theme import TAG_COLOURS, TagPaint, Theme
from briefing.ui.values import Mark, SourceView, Span, TagLook

_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
_BADGE_CENTER_PX = 24
_PILL_CENTER_PX = 21  # clear of three bars
_BAR_RIGHT_PX = 47
_BAR_STEP_PX = 5
_BAR_PX = 3
_ICON_PX = 14
_MOST_UNDERLINES = 3
_THIN_ALPHA = 0.7


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a row under the same marks."""

    start: int
    end: int
    tags: tuple[int, ...]
    focused: bool = False


class Overlay:
    """Paints the marks of one view, in one theme."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.places = Places(SourceView())
        self.tags: tuple[TagLook, ...] = ()
        self.current: Span | None = None
        self.resizing: Span | None = None  # where a dragged end would leave the mark
        self.focused_point = ""
        self.show_label = ("", "")  # what the line of hidden text offers: closed, open

    def paint(self, painter: QPainter, text: Shown, row: int, top: float) -> None:
        """Paints what belongs to one visible row, whose rectangle begins at `top`."""
        shown = text.page.rows[row]
        lines = list(text.where.lines_of(row, top))
        if not lines:
            return
        self._paint_sort(painter, text, shown, lines)
        if shown.is_article:
            self._paint_marks(painter, text, row, lines)
            self._paint_gutter(painter, self._items(text, row), lines)

    # Marks.

    def _paint_marks(self, painter: QPainter, text: Shown, row: int, lines: list[Line]) -> None:
        segments = self._segments(text, row)
        for line in lines:
            for segment in segments:
                extent = text.where.extent(row, line, (segment.start, segment.end))
                if extent is not None:
                    self._paint_segment(painter, line, segment, extent)
        self._paint_suggestions(painter, text, row, lines)
        self._paint_warnings(painter, text, row, lines)
        for span in (self.resizing or self.current,):
            part = text.page.within(row, span) if span is not None else None
            for line in lines if part is not None else ():
                self._paint_outline(painter, line, text.where.extent(row, line, part or (0, 0)))

    def _segments(self, text: Shown, row: int) -> list[Segment]:
        parts = [
            (part, mark)
            for mark in self.places.marks_in(text.page.rows[row].block)
            if (part := text.page.within(row, mark.span)) is not None
        ]
        edges = sorted({edge for part, _ in parts for edge in part})
        made = []
        for start, end in pairwise(edges):
            over = [m for part, m in parts if part[0] < end and start < part[1]]
            if over:
                tags = tuple(sorted({m.tag for m in over}))
                made.append(Segment(start, end, tags, any(m.point == self.focused_point for m in over)))
        return made

    def _paint_segment(
        self, painter: QPainter, line: Line, segment: Segment, extent: tuple[float, float]
    ) -> None:
        px = self.theme.scale
        paint = self._paint_of(segment.tags[0])
        rect = QRectF(extent[0] - 1.5 * px, line.y + px, extent[1] - extent[0] + 3 * px, line.pitch - 3 * px)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(paint.fill))
        painter.drawRoundedRect(rect, 3 * px, 3 * px)
        tags = segment.tags[:_MOST_UNDERLINES]
        thick = 1.0 if len(tags) == 1 and not segment.focused else 1.5
        first = rect.bottom() - (2.4 if len(tags) == _MOST_UNDERLINES else 0.5) * px
        for number, tag in enumerate(tags):
            y = first + number * 2.2 * px
            ink = QColor(self._paint_of(tag).ink)
            ink.setAlphaF(_THIN_ALPHA if thick == 1.0 else 1.0)
            painter.setPen(QPen(ink, thick * px))
            painter.drawLine(QLineF(extent[0], y, extent[1], y))

    def _paint_suggestions(self, painter: QPainter, text: Shown, row: int, lines: list[Line]) -> None:
        px = self.theme.scale
        for suggestion in self.places.suggestions_in(text.page.rows[row].block):
            part = text.page.within(row, suggestion.span)
            pen = QPen(QColor(self._paint_of(suggestion.tag).ink), 1.3 * px)
            pen.setDashPattern([4, 2])
            painter.setPen(pen)
            for line in lines if part is not None else ():
                extent = text.where.extent(row, line, part or (0, 0))
                if extent is not None:
                    y = line.y + line.pitch - 2.5 * px
                    painter.drawLine(QLineF(extent[0], y, extent[1], y))

    def _paint_warnings(self, painter: QPainter, text: Shown, row: int, lines: list[Line]) -> None:
        px = self.theme.scale
        warned = [m for m in self.places.marks_in(text.page.rows[row].block) if m.warning]
        for span in (s for mark in warned for s in _warned(mark, text.page.text_of(mark.span.block))):
            part = text.page.within(row, span)
            for line in lines if part is not None else ():
                extent = text.where.extent(row, line, part or (0, 0))
                if extent is not None:
                    area = QRectF(
                        extent[0] - px, line.y + px, extent[1] - extent[0] + 2 * px, line.pitch - 3 * px
                    )
                    painter.fillRect(area, self.theme.color("warning_fill"))
                    under = QRectF(area.left(), area.bottom() - px, area.width(), 2.4 * px)
                    painter.fillRect(under, self.theme.color("warning"))

    def _paint_outline(self, painter: QPainter, line: Line, extent: tuple[float, float] | None) -> None:
        if extent is None:
            return
        px = self.theme.scale
        rect = QRectF(extent[0] - 3.5 * px, line.y - px, extent[1] - extent[0] + 7 * px, line.pitch + 0.6 * px)
        painter.setPen(QPen(self.theme.color("accent"), 1.6 * px))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect, 4 * px, 4 * px)

    # The gutter.

    def _items(self, text: Shown, row: int) -> list[Item]:
        block = text.page.rows[row].block
        found = [(m.span, m.tag, False) for m in self.places.marks_in(block)]
        found += [(s.span, s.tag, True) for s in self.places.suggestions_in(block)]
        made = []
        for span, tag, suggested in found:
            part = text.page.within(row, span)
            if part is not None:
                made.append(Item(*part, tag, suggested))
        return sorted(made, key=lambda i: (i.start, i.end))

    def _paint_gutter(self, painter: QPainter, items: list[Item], lines: list[Line]) -> None:
        if not items:
            return
        made = signs(items, [(line.start, line.end) for line in lines])
        for number, (line, here) in enumerate(zip(lines, made, strict=True)):
            after = made[number + 1] if number + 1 < len(made) else LineSigns()
            goes_on = after.bars == here.bars and not after.begins and after.dashed == here.dashed
            self._paint_bars(painter, line, here, goes_on=goes_on)
            if here.badge:
                self._paint_sign(painter, line, here)

    def _paint_sign(self, painter: QPainter, line: Line, here: LineSigns) -> None:
        center = QPointF(self.theme.px(_BADGE_CENTER_PX), round(line.y + line.pitch / 2))
        looks = [self.tags[tag] for tag in here.badge]
        if len(looks) > 1:
            center.setX(self.theme.px(_PILL_CENTER_PX))
        if len(looks) > SHOWN_SIGNS:
            paint_pill(painter, self.theme, f"×{len(looks)}", center)
        elif len(looks) == SHOWN_SIGNS:
            paint_pill(painter, self.theme, ("+" if here.overlap else "·").join(map(sign, looks)), center)
        elif here.suggested:
            paint_hollow(painter, self.theme, looks[0], center)
        else:
            paint_badge(painter, self.theme, looks[0], center)

    def _paint_bars(self, painter: QPainter, line: Line, here: LineSigns, *, goes_on: bool) -> None:
        px = self.theme.px
        top = line.y + (px(2) if here.begins else 0)
        bottom = line.y + line.pitch - (0 if goes_on else px(2))
        for column, tag in enumerate(reversed(here.bars)):
            right = px(_BAR_RIGHT_PX) - column * px(_BAR_STEP_PX)
            rect = QRectF(right - px(_BAR_PX), top, px(_BAR_PX), bottom - top)
            ink = QColor(self._paint_of(tag).ink)
            third = rect.width() / 3 if self._is_double(tag) else 0.0
            for part in (rect.adjusted(0, 0, -2 * third, 0), rect.adjusted(2 * third, 0, 0, 0)):
                self._paint_bar(painter, part, ink, dashed=here.dashed)

    def _paint_bar(self, painter: QPainter, rect: QRectF, ink: QColor, *, dashed: bool) -> None:
        if not dashed:
            painter.fillRect(rect, ink)
            return
        step = self.theme.px(_BAR_PX)
        y = rect.top()
        while y < rect.bottom():
            painter.fillRect(QRectF(rect.left(), y, rect.width(), min(step, rect.bottom() - y)), ink)
            y += 2 * step

    # What a row is.

    def _paint_sort(self, painter: QPainter, text: Shown, row: Row, lines: list[Line]) -> None:
        px, first = self.theme.px, lines[0]
        middle = first.y + first.pitch / 2
        left = px(GUTTER_PX)
        if row.look is Look.FOLD:
            self._icon(painter, "chevron-down" if row.start else "chevron-right", middle)
            self._offer(painter, text, first, self.show_label[bool(row.start)])
        elif row.look is Look.CAPTION:
            self._icon(painter, "image", middle)
        elif row.look is Look.ITEM:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.color("text"))
            painter.drawEllipse(QPointF(left + px(6), middle), px(2), px(2))
        elif row.look is Look.QUOTE:
            height = lines[-1].y + lines[-1].pitch - first.y
            painter.fillRect(QRectF(left + px(3), first.y, px(2), height), self.theme.color("border"))
        if row.doubtful:
            self._icon(painter, "info", middle)

    def _icon(self, painter: QPainter, name: str, middle: float) -> None:
        size = self.theme.px(_ICON_PX)
        left = self.theme.px(_BADGE_CENTER_PX + 2) - size / 2
        paint_icon(painter, name, QRectF(left, middle - size / 2, size, size), self.theme.color("quiet"))

    def _offer(self, painter: QPainter, text: Shown, line: Line, words: str) -> None:
        right = text.column_right()
        painter.setPen(self.theme.color("accent"))
        painter.setFont(self.theme.interface(12, QFont.Weight.Medium))
        area = QRectF(0, line.y, right, line.pitch)
        painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_of(self, tag: int) -> TagPaint:
        return self.theme.palette.tag(self.tags[tag].colour)

    def _is_double(self, tag: int) -> bool:
        """A ninth tag has the colour of the seventh and shows it by a double bar."""
        return tag >= len(TAG_COLOURS)


def _warned(mark: Mark, text: str) -> list[Span]:
    if mark.warned:
        return list(mark.warned)
    span = mark.span
    found = _NUMBER.finditer(text, span.start, span.end)
    return [Span(span.article, span.block, m.start(), m.end()) for m in found] or [span]
