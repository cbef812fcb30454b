"""A list of short texts as chips: cue words, markings to choose from, bullets, boxes to tick."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from briefing.ui.dialogs.template.inputs import Input, PlainField
from briefing.ui.flow import FlowLayout
from briefing.ui.icons import icon
from briefing.ui.theme import Theme
from briefing.ui.tip import tip
from briefing.ui.widgets import label
from briefing.words import Words

GAP_PX, LEAST_FIELD_PX, CROSS_PX = 6, 70, 12


class Adding(PlainField):
    """The field at the end: Enter or a comma adds, Backspace in the empty field takes the last chip back."""

    added = Signal(str)
    request_last = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or event.text() in (",", ";", "，", "、"):
            self.take()
        elif event.key() == Qt.Key.Key_Backspace and not self.text():
            self.request_last.emit()
        else:
            super().keyPressEvent(event)

    def take(self) -> None:
        """Hands over what is written."""
        text = self.text().strip()
        self.clear()
        if text:
            self.added.emit(text)


class ChipsInput(Input):
    """Texts as chips in a frame, with a field to add one. `colour` is a tag's, or empty."""

    def __init__(self, theme: Theme, words: Words, name: str) -> None:
        super().__init__(theme, name)
        self._words = words
        self._texts: tuple[str, ...] = ()
        self._colour = ""
        self.frame = QFrame()
        self.frame.setProperty("look", "chips")
        self.flow = FlowLayout(theme.px(GAP_PX), self.frame, theme.px(LEAST_FIELD_PX))
        self.flow.setContentsMargins(*[theme.px(GAP_PX)] * 4)
        self.field = Adding()
        self.field.setProperty("look", "bare")
        self.field.setPlaceholderText(words("templates.add_word"))
        self.field.added.connect(self._add)
        self.field.request_last.connect(lambda: self._take(self._texts[:-1]))
        self.field.editingFinished.connect(self.field.take)
        self.flow.addWidget(self.field)
        self.hold(self.frame)
        self.setFocusProxy(self.field)
        self.field.setAccessibleName(name)

    def show_value(self, value: object) -> None:
        texts = tuple(value) if isinstance(value, tuple) else ()
        if texts != self._texts:
            self._texts = texts
            self._fill()

    def show_colour(self, colour: str) -> None:
        """Paints the chips as marks of that tag."""
        if colour != self._colour:
            self._colour = colour
            self._fill()

    def chips(self) -> tuple[str, ...]:
        """The texts that show."""
        return self._texts

    def _fill(self) -> None:
        had = self.field.hasFocus()
        while (item := self.flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not self.field and widget is not None:
                widget.hide()
                widget.deleteLater()
        for at, text in enumerate(self._texts):
            self.flow.addWidget(self._chip(at, text))
        self.flow.addWidget(self.field)
        if had:
            self.field.setFocus()
        self.frame.updateGeometry()

    def _chip(self, at: int, text: str) -> QWidget:
        chip = QFrame(self.frame)
        fill = self.theme.palette.tag(self._colour).fill if self._colour else self.theme.palette.hover
        chip.setObjectName("chip")
        chip.setStyleSheet(f"#chip {{ background: {fill}; border-radius: {self.theme.px(5)}px; }}")
        row = QHBoxLayout(chip)
        row.setContentsMargins(self.theme.px(8), self.theme.px(2), self.theme.px(3), self.theme.px(2))
        row.setSpacing(self.theme.px(2))
        row.addWidget(label(text, "", self.theme, 13))
        cross = QToolButton()
        cross.setIcon(icon("close", self.theme.color("secondary")))
        cross.setIconSize(QSize(self.theme.px(CROSS_PX), self.theme.px(CROSS_PX)))
        cross.setFixedSize(self.theme.px(20), self.theme.px(20))
        cross.setAccessibleName(self._words("templates.remove_word", word=text))
        cross.setToolTip(tip(cross.accessibleName()))
        cross.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        cross.clicked.connect(lambda: self._remove(at))
        row.addWidget(cross)
        chip.show()
        return chip

    def _add(self, text: str) -> None:
        if text not in self._texts:
            self._take((*self._texts, text))

    def _remove(self, at: int) -> None:
        self.field.setFocus()
        self._take((*self._texts[:at], *self._texts[at + 1 :]))

    def _take(self, texts: tuple[str, ...]) -> None:
        if texts != self._texts:
            self.edited.emit(texts)
