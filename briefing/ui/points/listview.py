"""The list of cards: where the focus goes, what the mouse and the keys ask for."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPointF, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QStyleOptionViewItem,
    QToolTip,
    QTreeView,
    QWidget,
)

from briefing.ui.points.delegate import CardDelegate
from briefing.ui.points.keys import command_of
from briefing.ui.points.model import Index, PointsModel
from briefing.ui.points.pieces import Button
from briefing.ui.points.rows import Kind, Row

Selection = QItemSelectionModel.SelectionFlag
Cursor = QAbstractItemView.CursorAction
BACKWARD = (Cursor.MoveUp, Cursor.MovePrevious, Cursor.MovePageUp, Cursor.MoveEnd, Cursor.MoveLeft)
NOT_A_ROW = -1


class CardList(QTreeView):
    """Cards in sections. It says which row has the focus and which command was given."""

    focus_moved = Signal(str)  # key of the row
    commanded = Signal(str)  # a key of keys.command_of
    clicked_button = Signal(str, object)  # key of the row, the Button
    request_menu = Signal(object)  # where, on the screen
    editing_ended = Signal()

    def __init__(self, model: PointsModel, delegate: CardDelegate, parent: QWidget) -> None:
        super().__init__(parent)
        self._model, self._delegate = model, delegate
        self._pressed: tuple[str, Button] | None = None
        self._holding = False  # a mouse button is down: nothing folds under the mouse
        self._clicked = ""  # key of the row of the last press
        self.letters = True
        self._set_up()
        self.setModel(model)
        self.setItemDelegate(delegate)
        delegate.editor_resized.connect(self._follow_editor)

    def _set_up(self) -> None:
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setIndentation(0)
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QTreeView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        self.setTabKeyNavigation(False)

    # rows

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

    def current_row(self) -> Row | None:
        """The row that has the focus."""
        return self._model.row_at(self.currentIndex())

    def focus_key(self, key: str) -> None:
        """Move the focus to a row; a selection it belongs to stays."""
        index = self._model.index_of(key)
        if index.isValid() and index != self.currentIndex():
            kept = self.selectionModel().isSelected(index)
            self.selectionModel().setCurrentIndex(
                index, Selection.Current if kept else Selection.ClearAndSelect
            )

    def _follow_editor(self) -> None:
        """The editor grew or shrank with its text: it stays over its place, and in view."""
        self.updateEditorGeometries()
        self.scrollTo(self.currentIndex())

    # Qt's events

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """A row as its drawing: no style adds a background of its own."""
        row = self._model.row_at(index)
        if row is None:
            return
        rect: QRect = option.rect
        painter.save()
        painter.translate(QPointF(rect.topLeft()))
        self._delegate.paint_row(painter, row, selected=self.selectionModel().isSelected(index))
        painter.restore()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """The focused card unfolds, the one before folds."""
        if not self._holding:
            self._unfold(self._model.row_at(current))
        super().currentChanged(current, previous)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        row = self._model.row_at(current)
        self.focus_moved.emit(row.key if row else "")

    def _unfold(self, row: Row | None) -> None:
        before, self._delegate.focused = self._delegate.focused, row.key if row else ""
        if before != self._delegate.focused:
            for key in {before, self._delegate.focused} - {""}:
                self._model.touch(key)

    def let_go(self) -> None:
        """The mouse is up again: the focused card unfolds, its top where it was if the list can scroll."""
        self._holding = False
        before = self.visualRect(self.currentIndex()).top()
        self._unfold(self.current_row())
        self.executeDelayedItemsLayout()
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.visualRect(self.currentIndex()).top() - before)
        self.scrollTo(self.currentIndex())

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """With several selected, the focused card shows that it is one of them."""
        super().selectionChanged(selected, deselected)
        several = len(self.selectionModel().selectedRows()) > 1
        if several != self._delegate.several:
            self._delegate.several = several
            self.viewport().update()

    def moveCursor(self, action: Cursor, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Where a cursor key leads: never to a section's header."""
        index = super().moveCursor(action, modifiers)
        step = -1 if action in BACKWARD else 1
        at = index.row() if index.isValid() else 0
        return self._card_from(at, step)

    def _card_from(self, at: int, step: int) -> QModelIndex:
        rows = self._model.rows
        for order in (
            range(at, len(rows) if step > 0 else NOT_A_ROW, step),
            range(at, -1, -1),
            range(at, len(rows)),
        ):
            for i in order:
                if 0 <= i < len(rows) and rows[i].kind is not Kind.SECTION:
                    return self._model.index(i, 0)
        return QModelIndex()

    def step(self, by: int) -> None:
        """Move the focus one card on (+1) or back (-1)."""
        index = self._card_from(self.currentIndex().row() + by, by)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, Selection.ClearAndSelect)

    def keyboardSearch(self, _search: str) -> None:
        """Letters are commands here, not a search."""

    def event(self, event: QEvent) -> bool:
        """Our keys come to us before any shortcut of the window, and Tab before the focus chain."""
        if isinstance(event, QKeyEvent) and command_of(event, letters=self.letters):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.keyPressEvent(event)
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Commands to the pane; cursor keys and selection to Qt; other letters to the window."""
        command = command_of(event, letters=self.letters)
        if command in ("next", "previous"):
            self.step(1 if command == "next" else -1)
        elif command:
            self.commanded.emit(command)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.commanded.emit("copy")
        elif event.text().isprintable() and event.text() and event.key() != Qt.Key.Key_Space:
            event.ignore()
            return
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A button remembers the press; a header is no place to stand on."""
        left = event.button() == Qt.MouseButton.LeftButton
        self._pressed = self.button_at(event.position()) if left else None
        found = self.row_at(event.position())
        if self._pressed is None and not (found and found[0].kind is Kind.SECTION):
            self._clicked = found[0].key if found else ""
            self._holding = left
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A button acts when it is released over itself."""
        pressed, self._pressed = self._pressed, None
        if pressed is None:
            super().mouseReleaseEvent(event)
            if self._holding:
                self.let_go()
        elif pressed == self.button_at(event.position()):
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
            QToolTip.showText(event.globalPos(), found[1].name if found else "", self.viewport())
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

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The halo of the focused card; with none focused, the first one is."""
        self._delegate.keyboard = True
        super().focusInEvent(event)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The halo goes."""
        self._delegate.keyboard = False
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width is another height for every card."""
        if self._delegate.width != self.width():
            self._delegate.width = float(self.width())
            self.scheduleDelayedItemsLayout()
        super().resizeEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """The card takes its height back when its editor goes."""
        point = self._delegate.edited
        super().closeEditor(editor, hint)
        self._model.touch(f"p:{point}")
        self.editing_ended.emit()
