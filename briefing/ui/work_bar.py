"""Work that takes a while: its step by name, how far it is, and Cancel. It stays until the work is done."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout

from briefing.ui.theme import Theme
from briefing.ui.widgets import button, label
from briefing.words import Words

_BAR_PX = 5


class Work(Struct, frozen=True):
    """What is under way. `total` 0: nobody knows how long it takes."""

    title: str
    text: str
    done: int
    total: int
    cancel: Callable[[], object]


class WorkBar(QFrame):
    """Shows a `Work` and follows it from step to step, the keyboard undisturbed."""

    def __init__(self, theme: Theme, words: Words, work: Work) -> None:
        super().__init__()
        self.setProperty("look", "info")
        px = theme.px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(18), px(8), px(12), px(8))
        row.setSpacing(px(16))
        column = QVBoxLayout()
        column.setSpacing(px(3))
        self._title, self._text = label("", "heading", theme, 13), label("", "secondary", theme, 12)
        self._title.setWordWrap(True)
        self._text.setWordWrap(True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(px(_BAR_PX))
        for part in (self._title, self._text, self._bar):
            column.addWidget(part)
        row.addLayout(column, 1)
        self._work = work
        cancel = button(words("window.busy_cancel"))
        cancel.clicked.connect(self._cancel)
        row.addWidget(cancel)
        self.show_work(work)

    def show_work(self, work: Work) -> None:
        """Shows the next step."""
        self._work = work
        self._title.setText(work.title)
        self._text.setText(work.text)
        self._bar.setRange(0, work.total)
        self._bar.setValue(work.done)
        self._bar.setAccessibleName(work.title)
        self.setAccessibleName(f"{work.title} {work.text}".strip())

    def _cancel(self) -> None:
        self._work.cancel()
