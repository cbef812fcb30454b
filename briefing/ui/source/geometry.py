"""Where rows and lines stand on the screen, and what is under a point. All in the viewport's coordinates."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil, floor
from typing import NamedTuple, Protocol

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextBlock, QTextLine
from PySide6.QtWidgets import QWidget

from briefing.ui.source.layout import ReadingLayout, cursor_x
from briefing.ui.source.page import Page
from briefing.ui.values import Span


class Spot(Struct, frozen=True):
    """A place under the pointer: a row, and the character of its block there."""

    row: int
    offset: int
    inside: bool  # whether a letter is really there, and not the end of a line


class Line(NamedTuple):
    """One line of a row on the screen. `start` and `end` in the row's characters; `y` in the viewport."""

    start: int
    end: int
    y: float
    pitch: float
    baseline: float
    line: QTextLine


class Shown(Protocol):
    """The text widget, as far as geometry needs it."""

    page: Page
    where: Geometry
    setting: ReadingLayout

    def viewport(self) -> QWidget:
        """The widget that is painted on."""

    def top_block(self) -> tuple[QTextBlock, QPointF]:
        """Qt's first visible block, and where it stands."""

    def block_of(self, row: int) -> QTextBlock:
        """Qt's block of a row."""


class Geometry:
    """Pixels to places and back."""

    def __init__(self, text: Shown) -> None:
        self._text = text

    def visible_rows(self) -> Iterator[tuple[int, QRectF]]:
        """The rows in the window with their rectangles, from the top."""
        block, offset = self._text.top_block()
        y, bottom = offset.y(), self._text.viewport().height()
        count = len(self._text.page.rows)  # an empty page still has one block to Qt
        while block.isValid() and block.blockNumber() < count and y < bottom:
            height = self._text.setting.height_of(block)
            yield block.blockNumber(), QRectF(0, y, self._text.viewport().width(), height)
            y += height
            block = block.next()

    def lines_of(self, row: int, top: float, beyond: int = 1) -> Iterator[Line]:
        """The lines in the window of a row that begins at `top`, and as many as `beyond` above and below."""
        block, units = self._text.block_of(row), self._text.page.units(row)
        style = self._text.setting.style_of(block)
        layout = block.layout()
        first = floor((-top - style.above) / style.pitch) - beyond
        last = ceil((self._text.viewport().height() - top - style.above) / style.pitch) + beyond
        for index in range(max(0, first), min(layout.lineCount(), last)):
            line = layout.lineAt(index)
            start = units.from_qt(line.textStart())
            end = units.from_qt(line.textStart() + line.textLength())
            y = top + style.above + index * style.pitch
            yield Line(start, end, y, style.pitch, y + style.baseline, line)

    def extent(self, row: int, line: Line, stretch: tuple[int, int]) -> tuple[float, float] | None:
        """From where to where a stretch of a row's characters runs on a line; None if it is not there."""
        start, end = max(stretch[0], line.start), min(stretch[1], line.end)
        text = self._text.page.rows[row].text
        while end > start and text[end - 1] in " \u2028":
            end -= 1
        if start >= end:
            return None
        units = self._text.page.units(row)
        return cursor_x(line.line, units.to_qt(start)), cursor_x(line.line, units.to_qt(end))

    def rects_of(self, span: Span) -> list[QRectF]:
        """The visible rectangles of a stretch of the article, one to a line."""
        found: list[QRectF] = []
        for row, rect in self.visible_rows():
            part = self._text.page.within(row, span)
            for line in self.lines_of(row, rect.top()) if part is not None else ():
                extent = self.extent(row, line, part or (0, 0))
                if extent is not None:
                    found.append(QRectF(extent[0], line.y, extent[1] - extent[0], line.pitch))
        return found

    def spot_at(self, point: QPointF) -> Spot | None:
        """What is under a point of the viewport; None above the first row and below the last."""
        for row, rect in self.visible_rows():
            if rect.top() <= point.y() < rect.bottom():
                return self._spot_in(row, rect, point)
        return None

    def _spot_in(self, row: int, rect: QRectF, point: QPointF) -> Spot:
        lines = list(self.lines_of(row, rect.top()))
        line = next((n for n in lines if point.y() < n.y + n.pitch), lines[-1])
        unit = line.line.xToCursor(point.x(), QTextLine.CursorPosition.CursorOnCharacter)
        offset = min(self._text.page.units(row).from_qt(unit), max(line.start, line.end - 1))
        natural = line.line.naturalTextRect()
        inside = natural.left() <= point.x() < natural.right()
        return Spot(row, self._text.page.rows[row].start + offset, inside)

    def edge_at(self, point: QPointF, row: int) -> int | None:
        """The character boundary of a row's block that is nearest to a point; None off the window."""
        for number, rect in self.visible_rows():
            if number == row:
                lines = list(self.lines_of(row, rect.top()))
                line = next((n for n in lines if point.y() < n.y + n.pitch), lines[-1])
                unit = line.line.xToCursor(point.x(), QTextLine.CursorPosition.CursorBetweenCharacters)
                return self._text.page.rows[row].start + self._text.page.units(row).from_qt(unit)
        return None
