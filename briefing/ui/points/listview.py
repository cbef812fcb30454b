"""The list of cards: where the focus goes and what the keys ask for."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QListView,
    QWidget,
)

from briefing.ui.points.delegate import CardDelegate
from briefing.ui.points.keys import command_of
from briefing.ui.points.model import Index, PointsModel
from briefing.ui.points.rows import Kind, Row
from briefing.ui.points.rowsview import RowsView

Selection = QItemSelectionModel.SelectionFlag
Cursor = QAbstractItemView.CursorAction
BACKWARD = (Cursor.MoveUp, Cursor.MovePrevious, Cursor.MovePageUp, Cursor.MoveEnd, Cursor.MoveLeft)
NOT_A_ROW = -1


class CardList(RowsView):
    """Cards in sections. It says which row has the focus and which command was given."""

    focus_moved = Signal(str)  # key of the row
    commanded = Signal(str)  # a key of keys.command_of

    def __init__(self, model: PointsModel, delegate: CardDelegate, parent: QWidget) -> None:
        super().__init__(model, delegate, parent)
        self._delegate: CardDelegate = delegate
        self._after_press = QTimer(self, singleShot=True, interval=0)
        self._after_press.timeout.connect(self._let_editor_go)
        self._holding = False  # a mouse button is down: nothing folds under the mouse
        self.letters = True
        self._set_up()
        self.setModel(model)
        self.setItemDelegate(delegate)
        delegate.editor_resized.connect(self._follow_editor)

    def _set_up(self) -> None:
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        self.setTabKeyNavigation(False)

    def current_row(self) -> Row | None:
        """The row that has the focus."""
        return self._model.row_at(self.currentIndex())

    def selected_rows(self) -> list[Row]:
        """The rows of the selected cards, in order."""
        chosen = sorted(self.selectionModel().selectedRows(), key=lambda i: i.row())
        rows = (self._model.row_at(i) for i in chosen)
        return [r for r in rows if r is not None and r.card is not None]

    @property
    def points_model(self) -> PointsModel:
        """The rows shown."""
        return self._model

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

    def _let_editor_go(self) -> None:
        """An editor closed: its card settles now, or when a mouse button pressed on this list is released."""
        if not self._holding:
            self._delegate.stop_lingering()

    # Qt's events

    def currentChanged(self, current: Index, previous: Index) -> None:
        """The focused card unfolds, the one before folds."""
        if not self._holding:
            self.unfold(self._model.row_at(current))
        super().currentChanged(current, previous)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        row = self._model.row_at(current)
        self.focus_moved.emit(row.key if row else "")

    def unfold(self, row: Row | None) -> None:
        """Unfold one card and fold the one before."""
        before, self._delegate.focused = self._delegate.focused, row.key if row else ""
        if before != self._delegate.focused:
            for key in {before, self._delegate.focused} - {""}:
                self._model.touch(key)

    def light(self, key: str) -> None:
        """Mark a suggestion whose sentence is current in the source; none with an empty key."""
        before, self._delegate.lit = self._delegate.lit, key
        if before != key:
            for touched in {before, key, self._delegate.focused} - {""}:  # only one of them is outlined
                self._model.touch(touched)

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
        if not index.isValid():
            index = self.currentIndex()
        at = max(0, index.row())
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
            self.measure_anew()
        super().resizeEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """The card takes its height back when its editor goes."""
        point = self._delegate.edited
        super().closeEditor(editor, hint)
        self._model.touch(f"p:{point}")
        self._after_press.start()
