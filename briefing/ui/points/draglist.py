"""Dragging in the list: points to another place, points out as text, the source's text in."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)

from briefing.ui.icons import paint_icon
from briefing.ui.points.card import GAP_PX, RADIUS_PX, SIDE_PX
from briefing.ui.points.faces import Kit
from briefing.ui.points.model import points_in
from briefing.ui.points.mouselist import MouseList
from briefing.ui.points.moves import Target, changes_order, target_at
from briefing.ui.points.pieces import Box, paint_box, paint_drawing
from briefing.ui.points.rows import Kind, Row, section_start
from briefing.ui.source.carry import unpacked

LINE_PX = 3
RING_PX = 9
GRIP_PX = 10  # what the grip adds to the card under way
PICTURE_MARGIN_PX = 12


class Guide(Struct, frozen=True):
    """Where a drop would go: the gap above row `gap` for points, the section in row `section` for text."""

    gap: int = -1
    section: int = -1


class DragList(MouseList):
    """The list with its drags."""

    dropped_points = Signal(object, object)  # tuple of ids, Target
    dropped_span = Signal(str, object)  # tag id, Span

    def set_kit(self, kit: Kit) -> None:
        """Draw in another theme."""
        self._kit = kit
        self._guide = Guide()
        self.measure_anew()

    # out

    def startDrag(self, _actions: Qt.DropAction) -> None:
        """Drag the selected points: moved inside the list, text elsewhere."""
        rows = self.selected_rows()
        if not rows:
            return
        drag = QDrag(self)
        drag.setMimeData(self._model.mimeData([self._model.index_of(r.key) for r in rows]))
        drag.setPixmap(self.drag_picture(rows))
        drag.setHotSpot(QPoint(self._kit.px(30), self._kit.px(24)))
        self._delegate.dragged = frozenset(r.point for r in rows)
        drag.exec(Qt.DropAction.MoveAction | Qt.DropAction.CopyAction, Qt.DropAction.MoveAction)
        self._end_drag()
        self.let_go()

    def drag_picture(self, rows: list[Row]) -> QPixmap:
        """The first dragged card, lifted; with a count if there are more."""
        kit, row = self._kit, rows[0]
        focused, self._delegate.focused = self._delegate.focused, ""
        drawing = self._delegate.drawing(row)
        margin, ratio = kit.px(PICTURE_MARGIN_PX), self.devicePixelRatioF()
        frame = drawing.frame.adjusted(-kit.px(GRIP_PX), 0, 0, 0)
        width, height = frame.width() + 2 * margin, frame.height() + 2 * margin
        picture = QPixmap(round(width * ratio), round(height * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.translate(margin - frame.left(), margin)
        self._paint_lifted(painter, row, frame)
        if len(rows) > 1:
            self._paint_count(painter, frame, len(rows))
        painter.end()
        self._delegate.focused = focused
        return picture

    def _paint_lifted(self, painter: QPainter, row: Row, frame: QRectF) -> None:
        kit, radius = self._kit, self._kit.px(RADIUS_PX)
        shade = QColor(0, 0, 0, 14)
        for spread in range(1, 7):
            grown = frame.adjusted(-spread, -spread + 3, spread, spread + 3)
            paint_box(painter, Box(grown, radius + spread, shade))
        paint_box(painter, Box(frame, radius, kit.color("card"), kit.color("accent"), 2))
        paint_drawing(painter, self._delegate.drawing(row), None)
        grip = QRectF(frame.left() + kit.px(3), frame.center().y() - kit.px(7), kit.px(14), kit.px(14))
        paint_icon(painter, "grip", grip, kit.color("secondary"))

    def _paint_count(self, painter: QPainter, frame: QRectF, count: int) -> None:
        kit = self._kit
        side = kit.px(20)
        rect = QRectF(frame.right() - side / 2 - 2, -side / 2 + 2, side, side)
        paint_box(painter, Box(rect, side / 2, kit.color("accent")))
        painter.setFont(kit.badge.font)
        painter.setPen(kit.color("on_accent"))
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), str(count))

    # in

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Points and stretches of the source may come in."""
        super().dragEnterEvent(event)
        self._consider(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where the drop would go; near the edges the list scrolls."""
        super().dragMoveEvent(event)
        self._consider(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Nothing will be dropped here."""
        super().dragLeaveEvent(event)
        self._show_guide(Guide())

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the points to their new place, or tag the text."""
        guide = self._guide_for(event)
        points, span = self._points_in(event), unpacked(event.mimeData())
        self._end_drag()
        self.setState(MouseList.State.NoState)
        if guide == Guide():
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.CopyAction if span else Qt.DropAction.MoveAction)
        event.accept()
        if span:
            self.dropped_span.emit(self._model.rows[guide.section].tag.id, span)
        else:
            target = target_at(self._model.rows, points, guide.gap)
            self._drop_points(points, target)

    def _drop_points(self, points: tuple[str, ...], target: Target) -> None:
        if changes_order(self._model.rows, points, target):
            self.dropped_points.emit(points, target)

    def _consider(self, event: QDropEvent) -> None:
        guide = self._guide_for(event)
        self._show_guide(guide)
        if guide == Guide():
            event.ignore()
        else:
            span = guide.section >= 0
            event.setDropAction(Qt.DropAction.CopyAction if span else Qt.DropAction.MoveAction)
            event.accept()

    def _guide_for(self, event: QDropEvent) -> Guide:
        rows = self._model.rows
        if not rows:
            return Guide()
        gap = self.gap_at(event.position())
        if self._points_in(event):
            return Guide(gap=max(1, gap))
        if unpacked(event.mimeData()):
            found = self.indexAt(event.position().toPoint()).row()
            return Guide(section=section_start(rows, found if found >= 0 else len(rows) - 1))
        return Guide()

    def _points_in(self, event: QDropEvent) -> tuple[str, ...]:
        """The dragged points that are ours: another window's are not."""
        ours = {r.point for r in self._model.rows}
        return tuple(p for p in points_in(event.mimeData()) if p in ours)

    def gap_at(self, at: QPointF) -> int:
        """The gap nearest to a point: the number of the row below it. Suggestions stay below all cards."""
        rows, index = self._model.rows, self.indexAt(at.toPoint())
        if not index.isValid():
            gap = len(rows)
        else:
            below = at.y() > self.visualRect(index).center().y()
            gap = index.row() + (1 if below else 0)
        while gap > 1 and rows[gap - 1].kind is Kind.SUGGESTION:
            gap -= 1
        return gap

    def _show_guide(self, guide: Guide) -> None:
        if guide != self._guide:
            self._guide = guide
            self.viewport().update()

    def _end_drag(self) -> None:
        self._delegate.dragged = frozenset()
        self.stopAutoScroll()
        self._show_guide(Guide())
        self.viewport().update()

    # paint

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows, and over them where a drop would go."""
        super().paintEvent(event)
        if self._guide == Guide():
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._guide.section >= 0:
            self._paint_section_guide(painter)
        else:
            self._paint_line(painter)
        painter.end()

    def _paint_line(self, painter: QPainter) -> None:
        kit = self._kit
        above = self._model.rows[self._guide.gap - 1]
        bottom = self.visualRect(self._model.index(self._guide.gap - 1, 0)).bottom() + 1
        gap = kit.px(GAP_PX) / 2 if above.kind is Kind.CARD else 0
        y = bottom - gap
        left, right = kit.px(SIDE_PX), self.width() - kit.px(SIDE_PX)
        painter.setPen(QPen(kit.color("accent"), kit.px(LINE_PX), c=Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(left, y), QPointF(right, y))
        painter.setPen(QPen(kit.color("accent"), 2))
        painter.setBrush(kit.color("points"))
        painter.drawEllipse(QPointF(left, y), kit.px(RING_PX) / 2, kit.px(RING_PX) / 2)

    def _paint_section_guide(self, painter: QPainter) -> None:
        kit = self._kit
        rect = QRectF(self.visualRect(self._model.index(self._guide.section, 0)))
        side = kit.px(SIDE_PX) - 6
        band = QRectF(side, rect.bottom() - kit.px(27), self.width() - 2 * side, kit.px(27))
        paint_box(painter, Box(band, kit.px(6), None, kit.color("accent"), 2))
