"""Find in the article and the points, and replace in the points: fields above the panes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from briefing.ui.composing import LineField
from briefing.ui.theme import Theme
from briefing.ui.widgets import button, tool_button
from briefing.words import Words


class FindBar(QFrame):
    """Enter finds the next place, Shift+Enter the one before, Esc closes; the second field replaces."""

    request_find = Signal(str, bool)  # text, backward
    request_replace = Signal(str, str, bool)  # text, what stands there then, everywhere
    closed = Signal()

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self.setProperty("look", "bar")
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(16), theme.px(5), theme.px(12), theme.px(5))
        column.setSpacing(theme.px(5))
        column.addLayout(self._find_row())
        self.replacing = self._replace_row()
        column.addWidget(self.replacing)
        self.hide()

    def _find_row(self) -> QHBoxLayout:
        theme, words = self._theme, self._words
        row = QHBoxLayout()
        self.field = self._field("window.find_placeholder")
        row.addWidget(self.field, 1)
        before = tool_button(theme, "chevron-up", words("window.find_previous"))
        after = tool_button(theme, "chevron-down", words("window.find_next"))
        away = tool_button(theme, "close", words("window.find_close"))
        before.clicked.connect(lambda _=False: self.search(backward=True))
        after.clicked.connect(lambda _=False: self.search())
        away.clicked.connect(lambda _=False: self.shut())
        for made in (before, after, away):
            row.addWidget(made)
        return row

    def _replace_row(self) -> QWidget:
        words = self._words
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        self.other = self._field("window.replace_placeholder")
        self.one = button(words("window.replace_one"))
        self.all = button(words("window.replace_all"))
        self.one.clicked.connect(lambda _=False: self.replace())
        self.all.clicked.connect(lambda _=False: self.replace(everywhere=True))
        row.addWidget(self.other, 1)
        row.addWidget(self.one)
        row.addWidget(self.all)
        holder.hide()
        return holder

    def _field(self, words: str) -> LineField:
        field = LineField()
        field.setPlaceholderText(self._words(words))
        field.setAccessibleName(self._words(words))
        return field

    def open(self, *, replacing: bool = False) -> None:
        """Shows the bar, ready to type; with `replacing`, the field for what stands there then as well."""
        self.replacing.setVisible(replacing)
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def search(self, *, backward: bool = False) -> None:
        """Asks for the next place of the text in the field."""
        if self.field.text():
            self.request_find.emit(self.field.text(), backward)

    def replace(self, *, everywhere: bool = False) -> None:
        """Asks for the other text in the place of the one looked for."""
        if self.field.text():
            self.request_replace.emit(self.field.text(), self.other.text(), everywhere)

    def shut(self) -> None:
        """Hides the bar."""
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.shut()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif self.other.hasFocus():
            self.replace(everywhere=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        else:
            self.search(backward=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
