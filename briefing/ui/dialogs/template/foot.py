"""The foot of the template editor: what is done with the form, and what is said of it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from briefing.ui.dialogs.sheet import MARGIN_PX
from briefing.ui.theme import Theme
from briefing.ui.widgets import button, label
from briefing.words import Words

LEAST_SAID_PX = 220  # room for words beside the buttons; with less they stand in two rows


class Foot(QFrame):
    """Buttons and a sentence in one row, or in two where the dialog is narrow."""

    def __init__(self, theme: Theme, words: Words) -> None:
        super().__init__()
        px = theme.px
        self.save_as = button(words("templates.save_as"))
        self.bring = button(words("templates.import"))
        self.share = button(words("templates.share"))
        self.cancel = button(words("window.cancel"))
        self.save = button(words("templates.save"), "primary")
        self.said = label("", "secondary", theme, 12.5)
        self.said.setWordWrap(True)
        self.said.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._least, self._side = px(LEAST_SAID_PX), px(MARGIN_PX)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(MARGIN_PX), px(14), px(MARGIN_PX), px(14))
        column.setSpacing(px(9))
        self._upper, self._lower = QHBoxLayout(), QHBoxLayout()
        for row in (self._upper, self._lower):
            row.setSpacing(px(9))
            column.addLayout(row)
        for made in (self.save_as, self.bring, self.share, self.said, self.cancel, self.save):
            self._lower.addWidget(made, 1 if made is self.said else 0)
        self._is_narrow = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Takes two rows where one has no room, or one again."""
        super().resizeEvent(event)
        buttons = (self.save_as, self.bring, self.share, self.cancel, self.save)
        needed = sum(b.sizeHint().width() + self._lower.spacing() for b in buttons) + self._least
        if (needed > self.contentsRect().width() - 2 * self._side) != self._is_narrow:
            self._is_narrow = not self._is_narrow
            self._place()

    def _place(self) -> None:
        for number, made in enumerate((self.save_as, self.bring, self.share)):
            if self._is_narrow:
                self._lower.removeWidget(made)
                self._upper.insertWidget(number, made, 0, Qt.AlignmentFlag.AlignLeft)
            else:
                self._upper.removeWidget(made)
                self._lower.insertWidget(number, made)
        self._upper.setStretch(2, int(self._is_narrow))
