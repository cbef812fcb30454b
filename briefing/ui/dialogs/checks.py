"""The checks sheet: everything worth a second look, each line leading to its place."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from briefing.ui.dialogs.sheet import Sheet
from briefing.ui.reviewing import Remark
from briefing.ui.theme import Theme
from briefing.words import Words

WIDTH_PX, HEIGHT_PX = 640, 460


class ChecksSheet(Sheet):
    """Enter or a double-click goes to the place of a line."""

    def __init__(
        self, theme: Theme, words: Words, remarks: tuple[Remark, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, words, words("window.checks_title"), parent)
        self.resize(theme.px(WIDTH_PX), theme.px(HEIGHT_PX))
        self.chosen: Remark | None = None
        self.list = QListWidget()
        self.list.setAccessibleName(words("window.checks_title"))
        self.list.setWordWrap(True)
        self.list.setProperty("look", "roomy")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._fill(remarks)
        self.list.itemActivated.connect(self._go)
        self.body.addWidget(self.list, 1)
        if not remarks:
            self.wrapped(words("window.checks_none"))
        self.add_buttons(words("window.close_button"), cancel=False)

    def _fill(self, remarks: tuple[Remark, ...]) -> None:
        group = ""
        for remark in remarks:
            if remark.group != group:
                group = remark.group
                self._add_heading(self.words(f"window.checks_{group}"))
            item = QListWidgetItem(remark.text)
            item.setData(Qt.ItemDataRole.UserRole, remark)
            self.list.addItem(item)

    def _add_heading(self, text: str) -> None:
        heading = QListWidgetItem(text)
        heading.setFlags(Qt.ItemFlag.NoItemFlags)
        heading.setFont(self.theme.interface(13, QFont.Weight.DemiBold))
        heading.setForeground(self.theme.color("text"))
        self.list.addItem(heading)

    def _go(self, item: QListWidgetItem) -> None:
        chosen = item.data(Qt.ItemDataRole.UserRole)
        if isinstance(chosen, Remark):
            self.chosen = chosen
            self.accept()
