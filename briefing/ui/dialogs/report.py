"""What to tell whoever looks after the program: versions, settings and the log. Nothing is sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from briefing import settings as config
from briefing.ui.dialogs.sheet import Sheet
from briefing.ui.last_resort import versions
from briefing.ui.theme import Theme
from briefing.words import Words

if TYPE_CHECKING:
    from briefing.ui.main_window import MainWindow

WIDTH_PX, HEIGHT_PX = 600, 460
LINES = 60  # of the log
# Of the settings, those that hold no name and no folder.
TOLD = tuple(
    s.key
    for s in (
        config.LANGUAGE,
        config.THEME,
        config.AUTOSAVE,
        config.LETTER_KEYS,
        config.STEP_ON,
        config.READING_SIZE,
    )
)


def report_of(window: MainWindow) -> str:
    """The report's text. No word of a note, no name, no path."""
    settings, note, screen = window.home.settings, window.session.note, window.screen()
    size = screen.size()
    lines = (
        versions(),
        f"screen {size.width()}x{size.height()} at {screen.devicePixelRatio():g}",
        f"window {window.width()}x{window.height()}, text {window.theme.scale:.0%}",
        ", ".join(f"{key}={settings.values[key]}" for key in TOLD if key in settings.values),
        f"{len(note.articles)} articles, {len(note.points)} points",
        "",
        *window.home.diary(LINES),
    )
    return "\n".join(lines)


class ReportSheet(Sheet):
    """Shows the report, and copies it."""

    def __init__(self, theme: Theme, words: Words, report: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, words, words("window.report_title"), parent)
        self.resize(theme.px(WIDTH_PX), theme.px(HEIGHT_PX))
        self.wrapped(words("window.report_text"))
        self.text = QPlainTextEdit(report)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setProperty("look", "field")
        self.text.setAccessibleName(words("window.report_title"))
        self.body.addWidget(self.text, 1)
        self.copy = self.add_buttons(words("window.report_copy"))
        self.copy.setFocus()

    def accept(self) -> None:
        """Copies the text and closes."""
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        super().accept()
