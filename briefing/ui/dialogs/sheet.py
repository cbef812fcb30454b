"""What every dialog shares: a title, a body, buttons, and keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefing.ui.composing import finish_composition
from briefing.ui.theme import Theme
from briefing.ui.widgets import button, label, tool_button
from briefing.words import Words

MARGIN_PX = 26
MOST_OF_SCREEN = 0.94


def with_room(box: QAbstractSpinBox) -> None:
    """Leaves room before the number, which the style sheet puts at the very edge."""
    box.lineEdit().setTextMargins(box.fontMetrics().height() // 2, 0, 0, 0)


class Sheet(QDialog):
    """A dialog with a heading, `body` to fill, and a row of buttons at the foot."""

    def __init__(self, theme: Theme, words: Words, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme, self.words = theme, words
        self.setWindowTitle(title)
        self.setModal(True)
        column = QVBoxLayout(self)
        margin = theme.px(MARGIN_PX)
        column.setContentsMargins(margin, theme.px(22), margin, theme.px(20))
        column.setSpacing(theme.px(12))
        self._head = QHBoxLayout()
        self._head.addWidget(label(title, "heading", theme, 18), 1)
        column.addLayout(self._head)
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.px(8))
        column.addLayout(self.body, 1)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(theme.px(10))
        column.addSpacing(theme.px(6))
        column.addLayout(self.foot)

    def add_cross(self) -> QToolButton:
        """The cross in the corner; it does what Esc does."""
        cross = tool_button(self.theme, "close", self.words("window.close_button"))
        cross.clicked.connect(lambda _=False: self.reject())
        self._head.addWidget(cross)
        return cross

    def add_buttons(self, accept: str, *, cancel: bool = True) -> QPushButton:
        """Cancel and the main button; the main one is the default."""
        self.foot.addStretch(1)
        if cancel:
            away = button(self.words("window.cancel"))
            away.setMinimumWidth(self.theme.px(88))
            away.clicked.connect(self.reject)
            self.foot.addWidget(away)
        main = button(accept, "primary")
        main.setMinimumWidth(self.theme.px(100))
        main.setDefault(True)
        main.clicked.connect(self.accept)
        self.foot.addWidget(main)
        return main

    def showEvent(self, event: QShowEvent) -> None:
        """Opens no larger than the screen."""
        self.resize(self.size().boundedTo(self.screen().availableSize() * MOST_OF_SCREEN))
        super().showEvent(event)

    def done(self, answer: int) -> None:
        """Closes; what is still being composed is part of the answer."""
        finish_composition(self.focusWidget())
        super().done(answer)

    def form(self) -> QFormLayout:
        """Rows of a label and a field, in the body."""
        rows = QFormLayout()
        rows.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        rows.setHorizontalSpacing(self.theme.px(14))
        rows.setVerticalSpacing(self.theme.px(8))
        rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.body.addLayout(rows)
        return rows

    def scrolling_form(self) -> QFormLayout:
        """The same, in a part of the sheet that scrolls on a small screen."""
        rows = self.form()
        self.body.removeItem(rows)
        rows.setContentsMargins(0, 0, self.theme.px(8), 0)
        inner = QWidget()
        inner.setLayout(rows)
        self.body.addWidget(_scroll(inner), 1)
        return rows

    def scroll_body(self) -> None:
        """Puts all that the body holds so far in a part that scrolls where the screen is small."""
        inner, column = QWidget(), self.layout()
        if isinstance(column, QVBoxLayout):
            column.removeItem(self.body)
            inner.setLayout(self.body)
            self.body.setContentsMargins(0, 0, 0, 0)
            column.insertWidget(1, _scroll(inner), 1)

    def take_room(self, width_px: int, height_px: int) -> None:
        """Opens in a size of the design, taller if more stands in what scrolls, within the screen."""
        width, height = self.theme.px(width_px), self.theme.px(height_px)
        for scroll in self.findChildren(QScrollArea):
            around = self.sizeHint().height() - scroll.sizeHint().height()
            inner = scroll.widget()
            if inner is not None:
                height = max(height, inner.sizeHint().height() + around)
        self.resize(width, height)

    def add_row(self, rows: QFormLayout, text: str, field: QWidget) -> QLabel:
        """One row; the field takes the label as its accessible name."""
        named = label(text, "secondary", self.theme, 13)
        named.setBuddy(field)
        field.setAccessibleName(text)
        if isinstance(field, QComboBox) and (line := field.lineEdit()) is not None:
            line.setAccessibleName(text)
        rows.addRow(named, field)
        return named

    def wrapped(self, text: str, look: str = "secondary") -> QLabel:
        """A paragraph in the body."""
        shown = label(text, look, self.theme, 12)
        shown.setWordWrap(True)
        self.body.addWidget(shown)
        return shown


def _scroll(inner: QWidget) -> QScrollArea:
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setWidget(inner)
    return scroll
