"""Blocks laid out: what the paginator counts, what a click meets, and how it is painted. Lengths in points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, cast

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QTextLine

from briefing.exporters.colours import HAIRLINE, TINT
from briefing.ui.offsets import to_qt
from briefing.ui.preview.fonts import UNITS_PER_POINT
from briefing.ui.preview.looks import (
    BOX_BAR_PT,
    RULE_PT,
    paler,
)
from briefing.ui.preview.paginate import Slice, Strip
from briefing.ui.preview.pieces import Piece

Kind = Literal["title", "heading", "item", "text", "field", "table", "placeholder", "note"]
HAIRLINE_PT = 0.5
OVERLINE_SHARE = 0.31  # of the text's width
OVERLINE_PT = 0.75
QUOTE_BAR_PT, QUOTE_GAP_PT = 1.5, 10.0
EDGE_PT = 1.0
MARKER_GAP_PT = 2.0
BLACK = "#000000"


def draw_line(painter: QPainter, place: QPointF, width: float, thickness: float, colour: str) -> None:
    """A level line from `place` on, given in points: whole dots of the device, and at least one."""
    unit = UNITS_PER_POINT
    device = painter.deviceTransform()
    dots = max(abs(device.m22()), 1e-6)
    top = device.map(place * unit).y()
    y = place.y() * unit + (round(top) - top) / dots
    height = max(round(thickness * unit * dots), 1) / dots
    painter.fillRect(QRectF(place.x() * unit, y, width * unit, height), QColor(colour))


class Spot(Struct, frozen=True):
    """Where a line stands within the text area of its page, and what made it."""

    origin: str
    left: float
    top: float
    width: float
    height: float
    text: str


def rect(x: float, y: float, width: float, height: float) -> QRectF:
    """A rectangle given in points, in layout units."""
    unit = UNITS_PER_POINT
    return QRectF(x * unit, y * unit, width * unit, height * unit)


class TextLaid(Struct, frozen=True, gc=False):
    """A paragraph: its lines from `left` on, perhaps a marker before the first."""

    strip: Strip
    kind: Kind
    piece: Piece
    origin: str
    left: float
    width: float  # of the text area
    accent: str
    marker: Piece | None = None
    marker_left: float = 0.0
    mirrored: bool = False  # in a document that runs from right to left

    @property
    def is_east_asian(self) -> bool:
        """Whether it shows Korean, Japanese or Chinese."""
        return self.piece.is_east_asian

    def plain(self) -> str:
        """Marker and text."""
        text = self.piece.text.replace("\u2028", "\n")
        return f"{self.marker.text} {text}" if self.marker else text

    def spots(self, first: int, last: int, top: float) -> Iterator[Spot]:
        """The lines that a click can meet: one for each line, from `first` to `last` (excluded)."""
        text = self.plain()
        for line in range(first, last):
            height = self.strip.heights[line]
            yield Spot(self.origin, 0.0, top, self.width, height, text)
            top += height

    def underlines(self, start: int, end: int, slice_: Slice) -> Iterator[tuple[float, float, float]]:
        """Left, right and base of characters `start` to `end` on the lines of a slice."""
        begin, stop = to_qt(self.piece.text, start), to_qt(self.piece.text, end)
        top = slice_.top
        for index in range(slice_.first, slice_.last):
            line = self.piece.layout.lineAt(index)
            first = max(begin, line.textStart())
            last = min(stop, line.textStart() + line.textLength())
            if first < last:
                ends = sorted(self._x_of(line, at) for at in (first, last))
                pad = self.piece.look.pad_top if not index else 0.0
                yield ends[0], ends[1], top + pad + self.piece.baseline(index)
            top += self.strip.heights[index]

    def _x_of(self, line: QTextLine, at: int) -> float:
        x, _ = cast(tuple[float, int], line.cursorToX(at))
        return self._x() + x / UNITS_PER_POINT

    def draw(self, painter: QPainter, first: int, last: int, top: float) -> None:
        """Paints lines `first` to `last` (excluded), the first with its top at `top`; in layout units."""
        heights = self.strip.heights
        if self.piece.look.dress:
            self._dress(painter, first, last, top)
        x = self._x()
        for line in range(first, last):
            text_top = top + (self.piece.look.pad_top if not line else 0.0)
            baseline = text_top + self.piece.baseline(line)
            self.piece.draw(painter, line, x, baseline)
            if self.marker is not None and not line:
                self.marker.draw(painter, 0, self._marker_x(self.marker), baseline)
            top += heights[line]

    def _x(self) -> float:
        return self.width - self.left - self.piece.width if self.piece.right_to_left else self.left

    def _marker_x(self, marker: Piece) -> float:
        natural = marker.natural_width
        at = min(self.marker_left, self.left - natural - MARKER_GAP_PT)
        return (self.width - at - natural if self.piece.right_to_left else at) - marker.slack

    def _dress(self, painter: QPainter, first: int, last: int, top: float) -> None:
        height = sum(self.strip.heights[first:last])
        dress = self.piece.look.dress
        if dress == "box":
            painter.fillRect(rect(0, top, self.width, height), QColor(paler(self.accent, TINT)))
            bar = self.width - BOX_BAR_PT if self.mirrored else 0.0
            painter.fillRect(rect(bar, top, BOX_BAR_PT, height), QColor(self.accent))
        elif dress == "rule" and last == len(self.strip.heights):
            draw_line(painter, QPointF(0, top + height - RULE_PT), self.width, RULE_PT, self.accent)
        elif dress == "quote":
            x = self.left - QUOTE_GAP_PT - QUOTE_BAR_PT
            x = self.width - x - QUOTE_BAR_PT if self.piece.right_to_left else x
            painter.fillRect(rect(x, top, QUOTE_BAR_PT, height), QColor(paler(self.accent, HAIRLINE)))
        elif dress == "overline" and not first:
            draw_line(painter, QPointF(0, top), self.width * OVERLINE_SHARE, OVERLINE_PT, BLACK)


class Cell(Struct, frozen=True):
    """A cell of a grid: its text and where it stands."""

    piece: Piece
    left: float  # of the text
    origin: str
    edge: float  # left edge of what a click meets
    width: float

    def mirrored(self, whole: float) -> Cell:
        """The same cell in a grid `whole` wide whose first column stands at the right."""
        left, edge = whole - self.left - self.piece.width, whole - self.edge - self.width
        return replace(self, left=left, edge=edge)


class Row(Struct, frozen=True):
    """A row: its cells, its first line among the grid's, and how many."""

    cells: tuple[Cell, ...]
    first: int
    lines: int
    text: str


class GridLaid(Struct, frozen=True, gc=False):
    """Header fields, or a table. Its lines are those of its rows; a row is cut only where it must be."""

    strip: Strip
    kind: Kind
    rows: tuple[Row, ...]
    origin: str
    width: float
    pad: float
    accent: str
    has_head: bool = False
    is_table: bool = False

    @property
    def is_east_asian(self) -> bool:
        """Whether it shows Korean, Japanese or Chinese."""
        return any(cell.piece.is_east_asian for row in self.rows for cell in row.cells)

    def plain(self) -> str:
        """Row by row."""
        return "\n".join(row.text for row in self.rows)

    def spots(self, first: int, last: int, top: float) -> Iterator[Spot]:
        """One for each line of each cell that leads somewhere."""
        top += self._head_height(first)
        for row in self.rows:
            for line in range(max(row.first, first), min(row.first + row.lines, last)):
                height = self.strip.heights[line]
                for cell in row.cells:
                    yield Spot(cell.origin, cell.edge, top, cell.width, height, row.text)
                top += height

    def _head_height(self, first: int) -> float:
        return sum(self.strip.heights[: self.strip.head]) if first else 0.0

    def draw(self, painter: QPainter, first: int, last: int, top: float) -> None:
        """The rows, below the repeated head where the table goes on from the page before."""
        if first and self.strip.head:
            self._rows(painter, 0, self.strip.head, top)
            top += self._head_height(first)
        self._rows(painter, first, last, top)

    def _rows(self, painter: QPainter, first: int, last: int, top: float) -> None:
        begin = top
        for index, row in enumerate(self.rows):
            start, end = max(row.first, first), min(row.first + row.lines, last)
            if start >= end:
                continue
            height = sum(self.strip.heights[start:end])
            self._ground(painter, index, top, height)
            self._cells(painter, row, (start, end), top)
            top += height
        if self.is_table:
            self._edges(painter, begin, top)

    def _ground(self, painter: QPainter, index: int, top: float, height: float) -> None:
        if self.has_head and not index:
            painter.fillRect(rect(0, top, self.width, height), QColor(self.accent))
        elif not self.is_table or index + 1 < len(self.rows):
            place = QPointF(0, top + height - HAIRLINE_PT)
            draw_line(painter, place, self.width, HAIRLINE_PT, paler(self.accent, HAIRLINE))

    def _edges(self, painter: QPainter, top: float, bottom: float) -> None:
        for y in (top, bottom):
            draw_line(painter, QPointF(0, y - EDGE_PT / 2), self.width, EDGE_PT, self.accent)

    def _cells(self, painter: QPainter, row: Row, lines: tuple[int, int], top: float) -> None:
        for line in range(*lines):
            at = line - row.first
            present = [cell for cell in row.cells if at < len(cell.piece.heights)]
            text_top = top + (self.pad if not at else 0.0)
            baseline = text_top + max((cell.piece.baseline(at) for cell in present), default=0.0)
            for cell in present:
                cell.piece.draw(painter, at, cell.left, baseline)
            top += self.strip.heights[line]


Laid = TextLaid | GridLaid


def rows_of(cells: Sequence[tuple[Cell, ...]], texts: Sequence[str]) -> tuple[Row, ...]:
    """Rows in order, each as many lines tall as its tallest cell."""
    rows: list[Row] = []
    first = 0
    for row, text in zip(cells, texts, strict=True):
        lines = max((len(cell.piece.heights) for cell in row), default=1) or 1
        rows.append(Row(row, first, lines, text))
        first += lines
    return tuple(rows)


def row_heights(rows: Sequence[Row], pad: float) -> tuple[float, ...]:
    """The height of each line of a grid, paddings and the line below each row included."""
    heights: list[float] = []
    for row in rows:
        for line in range(row.lines):
            tall = [c.piece.heights[line] for c in row.cells if line < len(c.piece.heights)]
            above = 0.0 if line else pad
            below = pad + HAIRLINE_PT if line + 1 == row.lines else 0.0
            heights.append(above + max(tall, default=0.0) + below)
    return tuple(heights)
