"""Find in the article and the points: one field above the panes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from briefing.ui.composing import LineField
from briefing.ui.theme import Theme
from briefing.ui.widgets import tool_button
from briefing.words import Words


class FindBar(QFrame):
    """Enter finds the next place, Shift+Enter the one before, Esc closes."""

    request_find = Signal(str, bool)  # text, backward
    closed = Signal()

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "bar")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), theme.px(5), theme.px(12), theme.px(5))
        self.field = LineField()
        self.field.setPlaceholderText(words("window.find_placeholder"))
        self.field.setAccessibleName(words("window.find_placeholder"))
        self.field.setClearButtonEnabled(True)
        row.addWidget(self.field, 1)
        before = tool_button(theme, "chevron-up", words("window.find_previous"))
        after = tool_button(theme, "chevron-down", words("window.find_next"))
        away = tool_button(theme, "close", words("window.find_close"))
        before.clicked.connect(lambda _=False: self.search(backward=True))
        after.clicked.connect(lambda _=False: self.search())
        away.clicked.connect(lambda _=False: self.shut())
        for made in (before, after, away):
            row.addWidget(made)
        self.hide()

    def open(self) -> None:
        """Shows the bar, ready to type."""
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def search(self, *, backward: bool = False) -> None:
        """Asks for the next place of the text in the field."""
        if self.field.text():
            self.request_find.emit(self.field.text(), backward)

    def shut(self) -> None:
        """Hides the bar."""
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.shut()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.search(backward=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        else:
            super().keyPressEvent(event)
