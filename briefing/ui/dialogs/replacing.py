"""What a corrected version of a source would change, before it is taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from briefing.ui.dialogs.sheet import Sheet
from briefing.ui.theme import Theme
from briefing.words import Words

if TYPE_CHECKING:
    from briefing.ui.replacing import Change, Lost

WIDTH_PX, HEIGHT_PX = 620, 420


class ReplaceSheet(Sheet):
    """How many quotes stand, and each that does not with what the new version says in its place."""

    def __init__(
        self, theme: Theme, words: Words, headline: str, change: Change, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, words, words("window.replace_title"), parent)
        self.resize(theme.px(WIDTH_PX), theme.px(HEIGHT_PX if change.lost else 0))
        self.wrapped(headline)
        self.wrapped(words("window.replace_kept", count=change.kept), "")
        if change.lost:
            self.wrapped(words("window.replace_lost", count=len(change.lost)), "warning")
            self.list = QListWidget()
            self.list.setWordWrap(True)
            self.list.setAccessibleName(words("window.replace_lost", count=len(change.lost)))
            for lost in change.lost:
                self.list.addItem(QListWidgetItem(self._line(lost)))
            self.body.addWidget(self.list, 1)
        self.add_buttons(words("window.replace_do"))

    def _line(self, lost: Lost) -> str:
        key = "window.replace_changed" if lost.now else "window.replace_gone"
        return self.words(key, wording=lost.wording, quote=lost.quote, now=lost.now)
