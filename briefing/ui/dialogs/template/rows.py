"""Rows that open, close and move: sections and header fields."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from briefing.ui.dialogs.template.draft import Draft
from briefing.ui.icons import icon, pixmap
from briefing.ui.theme import Theme
from briefing.ui.tip import tip
from briefing.ui.widgets import button, tool_button
from briefing.words import Words

GRIP_PX, CHEVRON_PX, LINE_PX = 16, 24, 3


class Grip(QLabel):
    """The handle a row is dragged by."""

    dragged = Signal(QPointF)
    dropped = Signal(QPointF)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.setPixmap(pixmap("grip", theme.color("quiet"), theme.px(GRIP_PX), self.devicePixelRatioF()))
        self.setFixedWidth(theme.px(GRIP_PX))
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setToolTip(tip(name))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.dragged.emit(event.globalPosition())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.dropped.emit(event.globalPosition())


class Row(QFrame):
    """One row: what shows always in `head`, the rest in `more`."""

    request_open = Signal(object)  # the row
    request_move = Signal(object, int)  # the row, one up or down
    request_remove = Signal(object)
    request_drag = Signal(object, QPointF)
    request_drop = Signal(object, QPointF)

    def __init__(self, theme: Theme, words: Words) -> None:
        super().__init__()
        self.theme, self.words = theme, words
        self.setProperty("look", "row")
        column = QVBoxLayout(self)
        column.setContentsMargins(*([theme.px(7)] * 4))
        column.setSpacing(theme.px(12))
        self.head = QHBoxLayout()
        self.head.setSpacing(theme.px(9))
        self.grip = Grip(theme, words("templates.drag"))
        self.head.addWidget(self.grip)
        column.addLayout(self.head)
        self.more = QWidget()
        self.inside = QVBoxLayout(self.more)
        self.inside.setContentsMargins(theme.px(48), 0, theme.px(12), theme.px(10))
        self.inside.setSpacing(theme.px(12))
        self.more.hide()
        self.is_built = False
        column.addWidget(self.more)
        self.grip.dragged.connect(lambda at: self.request_drag.emit(self, at))
        self.grip.dropped.connect(lambda at: self.request_drop.emit(self, at))

    def close_head(self) -> None:
        """Puts the arrow behind what stands in the head."""
        self.chevron = QToolButton()
        self.chevron.setFixedWidth(self.theme.px(CHEVRON_PX))
        self.chevron.setIconSize(QSize(self.theme.px(16), self.theme.px(16)))
        self.chevron.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.chevron.clicked.connect(lambda: self.request_open.emit(self))
        self.head.addWidget(self.chevron)
        self.show_open(on=False)

    def add_moves(self, remove: str) -> None:
        """The buttons that move and remove the row, at its end."""
        line = QHBoxLayout()
        self.up = tool_button(self.theme, "chevron-up", self.words("templates.move_up"))
        self.down = tool_button(self.theme, "chevron-down", self.words("templates.move_down"))
        self.remove = button(remove, "quiet")
        self.remove.setIcon(icon("delete", self.theme.color("secondary")))
        self.up.clicked.connect(lambda: self.request_move.emit(self, -1))
        self.down.clicked.connect(lambda: self.request_move.emit(self, 1))
        self.remove.clicked.connect(lambda: self.request_remove.emit(self))
        for made in (self.up, self.down):
            line.addWidget(made)
        line.addStretch(1)
        line.addWidget(self.remove)
        self.inside.addLayout(line)

    def build_more(self) -> None:
        """Makes what shows in the open row. Most rows are never opened."""

    def show_open(self, *, on: bool) -> None:
        """Opens the row, or closes it."""
        if on and not self.is_built:
            self.is_built = True
            self.build_more()
        self.more.setVisible(on)
        self.setProperty("open", on)
        self.style().polish(self)
        self.chevron.setIcon(icon("chevron-down" if on else "chevron-right", self.theme.color("text")))
        self.name_chevron()

    def name_chevron(self) -> None:
        """Says on the arrow what it opens."""
        said = self.words("templates.less" if self.is_open else "templates.more", name=self.said())
        if self.chevron.accessibleName() != said:
            self.chevron.setAccessibleName(said)
            self.chevron.setToolTip(tip(said))

    @property
    def is_open(self) -> bool:
        """Whether all of the row shows."""
        return bool(self.property("open"))

    def said(self) -> str:
        """What the row is called."""
        return ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.request_move.emit(self, step)
        else:
            super().keyPressEvent(event)


class Rows(QWidget):
    """Rows one below the other, each known by a name; a line shows where a dragged one would go."""

    moved = Signal(int, int)
    rearranged = Signal()  # a row came, went, moved or opened

    def __init__(self, theme: Theme, draft: Draft) -> None:
        super().__init__()
        self.draft = draft
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(8))
        self.rows: dict[str, Row] = {}
        self._line = _Line(theme, self)

    def show_order(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """Brings the known rows into that order and lets the others go; the names that have no row yet."""
        for name in tuple(self.rows):
            if name not in names:
                row = self.rows.pop(name)
                self._column.removeWidget(row)
                row.hide()
                row.deleteLater()
        return tuple(n for n in names if n not in self.rows)

    def add(self, name: str, row: Row) -> None:
        """Takes a new row; `place` puts it where it belongs."""
        self.rows[name] = row
        row.request_open.connect(lambda r: self.open_row(r, on=not r.is_open))
        row.request_move.connect(self._step)
        row.request_drag.connect(lambda _, at: self._show_line(at))
        row.request_drop.connect(self._drop)

    def place(self, names: tuple[str, ...]) -> None:
        """Puts the rows in that order."""
        if tuple(self.rows) == names and self._column.count() == len(names):
            return
        for at, name in enumerate(names):
            if self._column.indexOf(self.rows[name]) != at:
                self._column.removeWidget(self.rows[name])
                self._column.insertWidget(at, self.rows[name])
        if tuple(self.rows) != names:
            self.rows = {n: self.rows[n] for n in names}
        self.rearranged.emit()

    def open_row(self, row: Row, *, on: bool = True) -> None:
        """Opens one row and closes the others."""
        for each in self.rows.values():
            if each.is_open != (on and each is row):
                each.show_open(on=on and each is row)
        self.rearranged.emit()

    def _step(self, row: Row, step: int) -> None:
        at = list(self.rows.values()).index(row)
        if 0 <= at + step < len(self.rows):
            self.moved.emit(at, at + step)

    def _gap(self, at: QPointF) -> int:
        y = self.mapFromGlobal(at).y()
        return sum(y > r.geometry().center().y() for r in self.rows.values())

    def _show_line(self, at: QPointF) -> None:
        rows, gap = list(self.rows.values()), self._gap(at)
        y = rows[gap].geometry().top() if gap < len(rows) else rows[-1].geometry().bottom()
        thick = self._theme.px(LINE_PX)
        self._line.setGeometry(QRect(0, max(0, y - thick - 1), self.width(), thick))
        self._line.raise_()
        self._line.show()

    def _drop(self, row: Row, at: QPointF) -> None:
        if self._line.isHidden():
            return
        self._line.hide()
        here, gap = list(self.rows.values()).index(row), self._gap(at)
        to = gap - 1 if gap > here else gap
        if to != here:
            self.moved.emit(here, to)


class _Line(QWidget):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._ink = theme.color("accent")
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._ink)
