"""The page beside the editor: the open note in the form as it is being made."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from briefing.compose import compose
from briefing.model.note import Note
from briefing.template import Template
from briefing.ui.preview.pane import PreviewPane
from briefing.ui.theme import Theme
from briefing.ui.widgets import label
from briefing.words import Words

DELAY_MS = 60


class Side(QFrame):
    """Shows a note on its page; a click on a line tells what made it."""

    origin_clicked = Signal(str)

    def __init__(self, theme: Theme, words: Words, note: Note, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._note = words, note
        self._form: Template | None = None
        self.setObjectName("side")
        self.setStyleSheet(f"#side {{ background: {theme.palette.desk}; }}")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(12), 0, 0)
        column.setSpacing(0)
        self.title = label("", "secondary", theme, 13)
        self.title.setContentsMargins(theme.px(18), 0, theme.px(18), 0)
        self.title.setWordWrap(True)
        column.addWidget(self.title)
        self.pane = PreviewPane(theme, words)
        self.pane.header.hide()
        self.pane.origin_clicked.connect(self.origin_clicked)
        self.pane.pages_changed.connect(self._show_length)
        self.pane.fit("page")
        column.addWidget(self.pane, 1)
        self._timer = QTimer(self, interval=DELAY_MS, singleShot=True)
        self._timer.timeout.connect(self.refresh)

    def show_form(self, form: Template) -> None:
        """Shows the note in that form, after a pause in typing."""
        self._form = form
        self._timer.start()

    def refresh(self) -> None:
        """Composes the page now."""
        self._timer.stop()
        if self._form is not None:
            self.pane.show_document(compose(self._note, self._form, prompts=True))
            self._show_length(self.pane.page_count(), self.pane.overflow_lines())

    def _show_length(self, pages: int, over: int) -> None:
        is_own = bool(self._note.articles or self._note.points)
        said = self._words("templates.preview" if is_own else "templates.preview_empty")
        length = self._words("templates.preview_pages", count=pages)
        if over:
            length = self._words("templates.preview_over", count=over)
        self.title.setText(f"{said} · {length}")
