"""What is kept on this computer beside the notes: for how long, and deleted when that is wanted."""

from __future__ import annotations

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSpinBox, QWidget

from briefing import settings as config
from briefing.settings import Settings
from briefing.store.forgetting import Held, What
from briefing.ui.boxes import Icon, Role, plain_box
from briefing.ui.dialogs.sheet import Sheet, with_room
from briefing.ui.home import Home
from briefing.ui.theme import Theme
from briefing.ui.widgets import button, label

WIDTH_PX = 560


class HistorySheet(Sheet):
    """Retention, and a list of what can be deleted. Only what is ticked is, and only after a question."""

    def __init__(self, theme: Theme, home: Home, parent: QWidget | None = None) -> None:
        words = home.words
        super().__init__(theme, words, words("kept.history_title"), parent)
        self.setMinimumWidth(theme.px(WIDTH_PX))
        self._home = home
        self.wrapped(words("kept.history_text"))
        rows = self.form()
        self.days = QSpinBox()
        with_room(self.days)
        self.days.setRange(config.HISTORY_DAYS.least, config.HISTORY_DAYS.most)
        self.days.setValue(home.settings.get(config.HISTORY_DAYS))
        self.add_row(rows, words("kept.history_days"), self.days)
        self.versions = self._box("kept.history_versions", on=home.settings.get(config.KEEP_VERSIONS))
        self.recent = self._box("kept.history_recent", on=home.settings.get(config.KEEP_RECENT))
        self.body.addWidget(label(words("kept.history_delete"), "heading", theme, 14))
        self.boxes: dict[What, QCheckBox] = {}
        for held in home.held():
            self._offer(held)
        self.wrapped(words("kept.history_open"), "quiet")
        self.said = self.wrapped("")
        self.delete = button(words("kept.history_delete_go"))
        self.delete.clicked.connect(self._ask)
        row = QHBoxLayout()
        row.addWidget(self.delete)
        row.addStretch(1)
        self.body.addLayout(row)
        self.add_buttons(words("window.done"))
        self._refresh()

    def chosen(self) -> Settings:
        """The settings as they stand in the dialog."""
        changed = self._home.settings.with_value(config.HISTORY_DAYS, self.days.value())
        changed = changed.with_value(config.KEEP_VERSIONS, self.versions.isChecked())
        return changed.with_value(config.KEEP_RECENT, self.recent.isChecked())

    def _box(self, key: str, *, on: bool) -> QCheckBox:
        box = QCheckBox(self.words(key))
        box.setChecked(on)
        self.body.addWidget(box)
        return box

    def _offer(self, held: Held) -> None:
        """One kind that can be deleted. Work that is saved nowhere is only deleted if somebody ticks it."""
        box = QCheckBox()
        box.setChecked(held.what != "unsaved")
        box.toggled.connect(self._refresh)
        self.body.addWidget(box)
        self.boxes[held.what] = box
        self._show(held)

    def _show(self, held: Held) -> None:
        size = QLocale("ko_KR" if self.words.language == "ko" else "en_GB").formattedDataSize(held.size)
        self.boxes[held.what].setText(self.words(f"kept.held_{held.what}", count=held.count, size=size))
        self.boxes[held.what].setVisible(held.count > 0)

    def _ticked(self) -> tuple[What, ...]:
        return tuple(what for what, box in self.boxes.items() if box.isChecked() and not box.isHidden())

    def _refresh(self) -> None:
        self.delete.setEnabled(bool(self._ticked()))

    def _ask(self) -> None:
        words, ticked = self.words, self._ticked()
        text = "\n".join(self.boxes[what].text() for what in ticked)
        box = plain_box(self, Icon.Warning, words("kept.history_ask"), text)
        delete = box.addButton(words("kept.history_delete"), Role.DestructiveRole)
        box.setDefaultButton(box.addButton(words("window.cancel"), Role.RejectRole))
        box.exec()
        if box.clickedButton() is delete:
            self._forget(frozenset(ticked))

    def _forget(self, ticked: frozenset[What]) -> None:
        stayed = len(self._home.forget(ticked))
        for held in self._home.held():
            self._show(held)
        self._refresh()
        said = self.words("kept.history_stayed", count=stayed) if stayed else self.words("kept.history_done")
        self.said.setText(said)
