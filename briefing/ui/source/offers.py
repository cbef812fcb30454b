"""What a line of the pane's own offers at its right end, to be clicked: show or hide, keep or drop."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from briefing.ui.source.geometry import Line, Shown
from briefing.ui.source.rows import Look, Row
from briefing.ui.theme import Theme
from briefing.words import Words

_SIZE_PX = 12
_PAD_PX = 7  # on either side of a label, so that it can be hit
_LEAST_PX = 24
KEEP, DROP = "keep", "drop"


class Offers:
    """The labels at the right end of a row, in a theme and a language."""

    def __init__(self, theme: Theme, words: Words) -> None:
        self._theme, self._words = theme, words

    @property
    def width(self) -> float:
        """The room that the widest row of labels takes."""
        return max(sum(map(self._width, names)) for names in (("show",), ("hide",), (KEEP, DROP)))

    def names(self, row: Row) -> tuple[str, ...]:
        """What a row offers, from left to right."""
        if row.look is Look.DOUBT:
            return (KEEP, DROP)
        return (("hide",) if row.start else ("show",)) if row.look is Look.FOLD else ()

    def paint(self, painter: QPainter, text: Shown, row: Row, line: Line) -> None:
        """Paints what a row offers, on its first line."""
        painter.setPen(self._theme.color("accent"))
        painter.setFont(self._font())
        for name, area in self._areas(text, row, line.y, line.pitch):
            right = area.adjusted(0, 0, -self._pad(text, area), 0)
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(right, flags, self._words(f"source.{name}"))

    def _pad(self, text: Shown, area: QRectF) -> float:
        """The last label ends where the text's column does; its area goes on."""
        return area.right() - min(area.right(), text.setting.right) or self._theme.px(_PAD_PX)

    def at(self, text: Shown, row: Row, rect: QRectF, point: QPointF) -> str:
        """What is offered at a point of a row with that rectangle; empty for nothing."""
        areas = self._areas(text, row, rect.top(), rect.height())
        return next((name for name, area in areas if area.contains(point)), "")

    def _areas(self, text: Shown, row: Row, top: float, height: float) -> list[tuple[str, QRectF]]:
        areas: list[tuple[str, QRectF]] = []
        right = text.setting.right + self._theme.px(_PAD_PX)
        for name in reversed(self.names(row)):
            width = self._width(name)
            areas.append((name, QRectF(right - width, top, width, height)))
            right -= width
        return areas

    def _width(self, name: str) -> float:
        said = QFontMetricsF(self._font()).horizontalAdvance(self._words(f"source.{name}"))
        return max(said + 2 * self._theme.px(_PAD_PX), self._theme.px(_LEAST_PX))

    def _font(self) -> QFont:
        return self._theme.interface(_SIZE_PX, QFont.Weight.Medium)
