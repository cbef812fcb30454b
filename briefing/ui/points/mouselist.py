"""The list under the mouse: painted buttons, tooltips, double clicks and the menu."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip, QWidget

from briefing.ui.points.delegate import CardDelegate
from briefing.ui.points.listview import CardList
from briefing.ui.points.model import PointsModel
from briefing.ui.points.pieces import Button
from briefing.ui.points.rows import Kind, Row
from briefing.ui.tip import tip


class MouseList(CardList):
    """Cards that can be clicked."""

    clicked_button = Signal(str, object)  # key of the row, the Button
    request_menu = Signal(object)  # where, on the screen

    def __init__(self, model: PointsModel, delegate: CardDelegate, parent: QWidget) -> None:
        super().__init__(model, delegate, parent)
        self.setMouseTracking(True)
        self._pressed: tuple[str, Button] | None = None
        self._clicked = ""  # key of the row of the last press

    def row_at(self, at: QPointF) -> tuple[Row, QRect] | None:
        """The row under a point of the viewport, and its rectangle."""
        index = self.indexAt(at.toPoint())
        row = self._model.row_at(index)
        return None if row is None else (row, self.visualRect(index))

    def button_at(self, at: QPointF) -> tuple[str, Button] | None:
        """The painted button under a point of the viewport, with the key of its row."""
        found = self.row_at(at)
        if found is None:
            return None
        row, rect = found
        button = self._delegate.drawing(row).button_at(at - QPointF(rect.topLeft()))
        return None if button is None else (row.key, button)

    def let_go(self) -> None:
        """The mouse is up again: the focused card unfolds, its top where it was if the list can scroll."""
        self._holding = False
        self._delegate.stop_lingering()
        before = self.visualRect(self.currentIndex()).top()
        self.unfold(self.current_row())
        self.executeDelayedItemsLayout()
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.visualRect(self.currentIndex()).top() - before)
        self.scrollTo(self.currentIndex())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A button remembers the press; a header is no place to stand on."""
        self._holding = left = event.button() == Qt.MouseButton.LeftButton
        self._pressed = self.button_at(event.position()) if left else None
        found = self.row_at(event.position())
        if self._pressed is None and not (found and found[0].kind is Kind.SECTION):
            self._clicked = found[0].key if found else ""
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A button acts when it is released over itself."""
        pressed, self._pressed = self._pressed, None
        same = pressed is not None and pressed == self.button_at(event.position())
        if pressed is None:
            super().mouseReleaseEvent(event)
        if self._holding:
            self.let_go()
        if same and pressed is not None:
            self.clicked_button.emit(*pressed)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click edits a card or accepts a suggestion: the one its first click was on."""
        row = self._model.row_at(self._model.index_of(self._clicked))
        if self.button_at(event.position()) is not None:
            self.mousePressEvent(event)
        elif row is not None:
            self.focus_key(row.key)
            self.commanded.emit("enter")

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The button under the mouse is tinted."""
        if event.buttons() == Qt.MouseButton.NoButton:
            found = self.row_at(event.position())
            self._hover(self.button_at(event.position()), found[0].key if found else "")
        if self._pressed is None:
            super().mouseMoveEvent(event)

    def _hover(self, hovered: tuple[str, Button] | None, key: str) -> None:
        if (hovered, key) == (self._delegate.hovered, self._delegate.under_mouse):
            return
        self._delegate.hovered, self._delegate.under_mouse = hovered, key
        shape = Qt.CursorShape.PointingHandCursor if hovered else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        """Tooltips name the buttons; leaving the list takes the tint away."""
        if event.type() == QEvent.Type.Leave:
            self._hover(None, "")
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            found = self.button_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), tip(found[1].name) if found else "", self.viewport())
            return True
        return super().viewportEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the focused row, at the mouse or, from the keyboard, at the card."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            rect = self.visualRect(self.currentIndex())
            self.request_menu.emit(self.viewport().mapToGlobal(rect.center()))
            return
        found = self.row_at(QPointF(event.pos()))
        if found is not None and found[0].kind is not Kind.SECTION:
            self.focus_key(found[0].key)
            self.request_menu.emit(event.globalPos())
