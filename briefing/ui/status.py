"""The status bar: keys of the focused pane on the left; recovery, place, length and language on the right."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from briefing.ui.elided import ElidedLabel
from briefing.ui.theme import Theme
from briefing.ui.widgets import clear, key_hint, label, line
from briefing.words import Words

HEIGHT_PX = 28
SAID_MS = 6000
RIGHT = ("recovery", "place", "length", "language")
GIVEN_UP = ("language", "length", "place", "recovery")  # in this order, where there is no room
HINTS_KEPT = 2

Pane = Literal["source", "points", "preview", "editing", "none"]

_HINTS: dict[Pane, tuple[tuple[tuple[str, ...], str], ...]] = {
    "source": (
        (("J", "K"), "sentence"),
        (("1", "–", "{last}"), "tag"),
        (("E",), "edit"),
        (("Alt+↑↓",), "move"),
        (("?",), "keys"),
    ),
    "points": ((("E",), "edit"), (("Alt+↑↓",), "move"), (("1", "–", "{last}"), "tag"), (("?",), "keys")),
    "preview": ((("↑", "↓"), "line"), (("Enter",), "open_line"), (("?",), "keys")),
    "editing": ((("Ctrl+Enter",), "keep"), (("Esc",), "revert")),
    "none": (),
}


class StatusBar(QFrame):
    """28 px at the foot of the window. Announcements show on the left for a few seconds."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._pane: Pane = "none"
        self._last_digit = 4
        self._hints_on = True
        self.setProperty("look", "bar")
        self.setAccessibleName(words("window.status"))
        self.setMinimumHeight(theme.px(HEIGHT_PX))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._build()
        self._timer = QTimer(self, interval=SAID_MS, singleShot=True)
        self._timer.timeout.connect(self._silence)

    def _build(self) -> None:
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(self._theme.px(16), 0, self._theme.px(16), 0)
        row.setSpacing(self._theme.px(12))
        self._said = ElidedLabel()
        self._said.setFont(self._theme.interface(12))
        self._said.hide()
        self._hints = QWidget()
        self._hint_row = QHBoxLayout(self._hints)
        self._hint_row.setContentsMargins(0, 0, 0, 0)
        self._hint_row.setSpacing(self._theme.px(16))
        row.addWidget(self._hints)
        row.addWidget(self._said, 100)
        row.addStretch(1)
        self._right = {name: label("", "secondary", self._theme, 12) for name in RIGHT}
        self._bars = {name: line(vertical=True) for name in RIGHT}
        for name, shown in self._right.items():
            self._bars[name].setFixedHeight(self._theme.px(12))
            row.addWidget(self._bars[name])
            row.addWidget(shown)

    def show_hints(self, pane: Pane, last_digit: int) -> None:
        """The keys of the pane that has the focus."""
        if (pane, last_digit) == (self._pane, self._last_digit) and self._hint_row.count():
            return
        self._pane, self._last_digit = pane, last_digit
        clear(self._hint_row)
        for keys, hint in _HINTS[pane] if self._hints_on else ():
            shown = tuple(k.replace("{last}", str(last_digit)) for k in keys)
            self._hint_row.addWidget(key_hint(self._theme, shown, self._words(f"window.hint_{hint}")))
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Fits once more: only now do the parts know their sizes in the style sheet's looks."""
        super().showEvent(event)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Shows on the right what there is room for beside two hints, and then as many hints as fit."""
        items = [self._hint_row.itemAt(i) for i in range(self._hint_row.count())]
        hints = [w for item in items if item is not None and (w := item.widget()) is not None]
        widths = [hint.sizeHint().width() + self._hint_row.spacing() for hint in hints]
        room = self.width() - 2 * self._theme.px(16) - sum(widths[:HINTS_KEPT])
        before = False
        for name in sorted(RIGHT, key=GIVEN_UP.index, reverse=True):
            shown = self._right[name]
            needed = shown.sizeHint().width() + 2 * self._row.spacing() + 1
            fits = bool(shown.text()) and needed <= room
            shown.setVisible(fits)
            if shown.text():
                room = room - needed if fits else 0
        for name in RIGHT:
            self._bars[name].setVisible(before and not self._right[name].isHidden())
            before = before or not self._right[name].isHidden()
        for number, (hint, width) in enumerate(zip(hints, widths, strict=True)):
            room -= width if number >= HINTS_KEPT else 0
            hint.setVisible(number < HINTS_KEPT or room > 0)

    def set_hints_on(self, on: bool) -> None:
        """Whether key hints are shown at all."""
        self._hints_on = on
        clear(self._hint_row)
        self.show_hints(self._pane, self._last_digit)

    def show_place(self, place: str, length: str, language: str) -> None:
        """Where one stands, the note's length and its language."""
        for name, text in (("place", place), ("length", length), ("language", language)):
            self._show(name, text)

    def show_recovery(self, text: str) -> None:
        """How old the recovery copy is."""
        self._show("recovery", text)

    def _show(self, name: str, text: str) -> None:
        if self._right[name].text() != text:
            self._right[name].setText(text)
            self._fit()

    def say(self, sentence: str) -> None:
        """An announcement: shown for a few seconds, and told to assistive technology by its name changing."""
        self._said.show_text(sentence)
        self._said.show()
        self._hints.hide()
        self._timer.start()

    @property
    def said(self) -> str:
        """The announcement that shows now, or empty."""
        return self._said.whole if not self._said.isHidden() else ""

    def _silence(self) -> None:
        self._said.hide()
        self._hints.show()
