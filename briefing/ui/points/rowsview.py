"""A list of rows of any height, of which only those in view are measured and painted.

Qt's own views ask for the height of every row whenever one comes: a tenth of a second at 10,000.
The rows out of view have a guessed height until they come into it; what is in view then stays where it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from briefing.ui.points.heights import Heights
from briefing.ui.points.model import Index, PointsModel
from briefing.ui.points.painter import RowPainter
from briefing.ui.widgets import make_viewport

ALL_MEASURED = 60  # rows: in so short a list all are measured, and its scroll bar is right from the start
MOST_ROUNDS = 50  # of measuring: each brings other rows into view only by a mistaken guess
Cursor = QAbstractItemView.CursorAction
Hint = QAbstractItemView.ScrollHint
STEPS = {
    Cursor.MoveUp: -1, Cursor.MovePrevious: -1, Cursor.MoveDown: 1, Cursor.MoveNext: 1,
    Cursor.MoveLeft: 0, Cursor.MoveRight: 0,
}  # fmt: skip


class RowsView(QListView):
    """A list view that lays out its rows itself."""

    def __init__(self, model: PointsModel, delegate: RowPainter, parent: QWidget) -> None:
        super().__init__(parent)
        self._model, self._delegate = model, delegate
        self._heights = Heights()
        self._settled = True  # whether what is in view is measured
        self._settling = False
        self._still = False  # whether rows are not measured and nothing scrolls
        self._first = 0  # the row at the top of the view
        make_viewport(self).setAttribute(
            Qt.WidgetAttribute.WA_OpaquePaintEvent
        )  # nothing below is painted first
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._follow(model)

    def _follow(self, model: PointsModel) -> None:
        """Hears of changed rows before Qt's part of the view does, which asks where they are.

        Who builds on this view sets the model, once it is ready itself.
        """
        model.rowsInserted.connect(self._rows_came)
        model.rowsRemoved.connect(self._rows_went)
        model.rowsMoved.connect(self._row_moved)
        model.dataChanged.connect(self._rows_changed)
        if model.rows:
            self._rows_came(QModelIndex(), 0, len(model.rows) - 1)

    def _rows_came(self, _parent: QModelIndex, first: int, last: int) -> None:
        self._heights.insert(first, self._delegate.guessed_heights(self._model.rows[first : last + 1]))
        self._unsettle(first)

    def _rows_went(self, _parent: QModelIndex, first: int, last: int) -> None:
        self._heights.remove(first, last)
        self._unsettle(first)

    def _row_moved(self, _parent: QModelIndex, row: int, _end: int, _to: QModelIndex, before: int) -> None:
        at = before - 1 if before > row else before
        self._heights.move(row, at)
        self._unsettle(min(row, at))

    def _rows_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        for row in range(first.row(), last.row() + 1):
            self._heights.doubt(row)
        self._unsettle()

    def _unsettle(self, changed: int | None = None) -> None:
        """Something is to be measured; from row `changed` on all is to be painted."""
        self._settled = False
        if changed is not None:
            self._paint_from(self._heights.top(changed))
        self.scheduleDelayedItemsLayout()

    def measure_anew(self) -> None:
        """All rows look different."""
        self._heights.doubt_all()
        self._unsettle(0)

    # Measuring.

    @contextmanager
    def still(self) -> Iterator[None]:
        """Many changes at once: rows are measured when all are made, and nothing scrolls until then."""
        self._still = True
        try:
            yield
        finally:
            self._still = False
            self._unsettle()

    def _settle(self, *, value: int | None = None, anchor: int | None = None) -> bool:
        """Measures what is in view, at another scroll value if one is given; answers whether anything was.

        Row `anchor`, or else the first one in view, stays at its height of the window while rows above it are
        measured.
        """
        if self._still or self._settling or (self._settled and value is None):
            return False
        self._settling = True
        bar, room = self.verticalScrollBar(), self.viewport().height()
        wanted = bar.value() if value is None else value
        wanted, measured = self._measure(wanted, anchor, room)
        bar.setRange(0, max(0, self._heights.total - room))
        bar.setPageStep(room)
        bar.setValue(wanted)
        self._settled, self._settling = True, False
        return measured

    def _measure(self, value: int, anchor: int | None, room: int) -> tuple[int, bool]:
        """Measures the rows in view at a scroll value; the value that then shows them, and whether any was."""
        heights, any_measured = self._heights, False
        rows = heights.guesses() if len(heights) <= ALL_MEASURED else None
        for _ in range(MOST_ROUNDS):
            value = max(0, min(value, heights.total - room))
            guessed = rows or [r for r, _, h in heights.between(value, value + room) if h < 0]
            rows = None
            if not guessed:
                break
            any_measured = True
            kept = anchor if anchor is not None else heights.row_at(value)
            value += sum(self._measure_row(row) for row in guessed if row < kept)
            for row in guessed:
                self._measure_row(row)
        self._first = heights.row_at(value) if len(heights) else 0
        return value, any_measured

    def _measure_row(self, row: int) -> int:
        """Measures a row that was guessed; answers by how much it grew."""
        if not self._heights.is_guess(row):
            return 0
        grown = self._heights.measured(row, self._delegate.row_height(self._model.rows[row]))
        if grown:
            self._paint_from(self._heights.top(row))
        return grown

    def _paint_from(self, y: int) -> None:
        """Paints all from a height of the list on."""
        top = max(0, y - self.verticalScrollBar().value())
        area = self.viewport().rect()
        if top <= area.bottom():
            self.viewport().update(area.adjusted(0, top, 0, 0))

    # Where rows are.

    def visualRect(self, index: Index) -> QRect:
        """Where a row is in the viewport; far out of view as far as can be guessed."""
        if not index.isValid() or index.row() >= len(self._heights):
            return QRect()
        self._settle()
        top = self._heights.top(index.row()) - self.verticalScrollBar().value()
        return QRect(0, top, self.viewport().width(), self._heights.height(index.row()))

    def indexAt(self, at: QPoint) -> QModelIndex:
        """The row at a point of the viewport."""
        self._settle()
        y = at.y() + self.verticalScrollBar().value()
        if not 0 <= y < self._heights.total:
            return QModelIndex()
        return self._model.index(self._heights.row_at(y), 0)

    def horizontalOffset(self) -> int:
        """Nothing is hidden on the left."""
        return 0

    def verticalOffset(self) -> int:
        """How much is hidden above."""
        return self.verticalScrollBar().value()

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """The rows of a selection that are in view."""
        self._settle()
        region, value, room = QRegion(), self.verticalScrollBar().value(), self.viewport().height()
        chosen = [(selection.at(i).top(), selection.at(i).bottom()) for i in range(selection.size())]
        for row, y, height in self._heights.between(value, value + room) if chosen else ():
            if any(first <= row <= last for first, last in chosen):
                region += QRect(0, y - value, self.viewport().width(), height)
        return region

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Selects the rows a rectangle of the viewport touches."""
        self._settle()
        ys = sorted(y + self.verticalScrollBar().value() for y in (rect.top(), rect.bottom()))
        chosen = QItemSelection()
        if len(self._heights) and ys[0] < self._heights.total:
            first, last = (self._model.index(self._heights.row_at(y), 0) for y in ys)
            chosen = QItemSelection(first, last)
        self.selectionModel().select(chosen, command)

    def moveCursor(self, action: Cursor, _modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Where a cursor key leads."""
        count, row = len(self._heights), self.currentIndex().row()
        if not count:
            return QModelIndex()
        match action:
            case Cursor.MoveHome:
                row = 0
            case Cursor.MoveEnd:
                row = count - 1
            case Cursor.MovePageUp | Cursor.MovePageDown:
                row = self._a_page_from(row, 1 if action == Cursor.MovePageDown else -1)
            case _:
                row += STEPS[action]
        return self._model.index(max(0, min(row, count - 1)), 0)

    def _a_page_from(self, row: int, step: int) -> int:
        """The last row a windowful away from `row`, at least one on."""
        left = self.viewport().height()
        end = row + step
        while 0 <= end + step < len(self._heights):
            self._measure_row(end)
            left -= self._heights.height(end)
            if left <= 0:
                break
            end += step
        return end

    # Scrolling.

    def scrollTo(self, index: Index, hint: Hint = Hint.EnsureVisible) -> None:
        """Scrolls as little as shows the whole of a row, or its top if it is too tall."""
        if self._still or not index.isValid() or index.row() >= len(self._heights):
            return
        row = index.row()
        self._measure_row(row)
        self._settle()
        top, height = self._heights.top(row), self._heights.height(row)
        value, room = self.verticalScrollBar().value(), self.viewport().height()
        if hint == Hint.PositionAtCenter:
            value = top - (room - height) // 2
        elif hint == Hint.PositionAtTop or top < value or height > room:
            value = top
        elif hint == Hint.PositionAtBottom or top + height > value + room:
            value = top + height - room
        else:
            return
        self._settle(value=value, anchor=row)

    def scrollContentsBy(self, _dx: int, dy: int) -> None:
        """The pixels move along; rows that come into view are measured, and nothing jumps."""
        if self._settling:
            self._show_all_anew()
            return
        value, room = self.verticalScrollBar().value(), self.viewport().height()
        in_view = any(row == self._first for row, _, _ in self._heights.between(value, value + room))
        if self._settle(value=value, anchor=self._first if in_view else None):
            self._show_all_anew()
        else:
            self.viewport().scroll(0, dy)

    def _show_all_anew(self) -> None:
        self.viewport().update()
        self.updateEditorGeometries()

    # Qt's events.

    def doItemsLayout(self) -> None:
        """Measures what is in view. Qt calls this some time after rows changed."""
        self._settle()
        self.updateEditorGeometries()

    def updateGeometries(self) -> None:
        """The window of the list changed its height, or its rows did."""
        self._settled = False
        self._settle()
        self.updateEditorGeometries()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width is another height for every row."""
        QAbstractItemView.resizeEvent(self, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows that are in the part to paint."""
        self._settle()
        area, value = event.region(), self.verticalScrollBar().value()
        painter = QPainter(self.viewport())
        painter.fillRect(area.boundingRect(), self._delegate.ground)
        bounds = area.boundingRect().translated(0, value)
        for row, y, height in self._heights.between(bounds.top(), bounds.bottom() + 1):
            rect = QRect(0, y - value, self.viewport().width(), height)
            if area.intersects(rect):
                self.paint_row(painter, rect, row)
        painter.end()

    def paint_row(self, painter: QPainter, rect: QRect, row: int) -> None:
        """A row in its rectangle, as its drawing: no style adds a background of its own."""
        selected = self.selectionModel().isSelected(self._model.index(row, 0))
        painter.save()
        painter.translate(QPointF(rect.topLeft()))
        self._delegate.paint_row(painter, self._model.rows[row], selected=selected)
        painter.restore()
