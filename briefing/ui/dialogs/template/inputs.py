"""One input for each kind of key. Each shows a value, emits `edited` with a new one, and can say a flaw."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QIcon,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPixmap,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QCheckBox,
    QColorDialog,
    QComboBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from briefing.template.keys import Key
from briefing.ui.dialogs.sheet import with_room
from briefing.ui.theme import Theme
from briefing.ui.widgets import label

_UNDO_KEYS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class PlainField(QLineEdit):
    """A text field that leaves undo to the dialog: one history for all that is done in it."""

    def event(self, event: QEvent) -> bool:
        if is_undo(event):
            event.ignore()
            return False
        return super().event(event)


def is_undo(event: QEvent) -> bool:
    """Whether a field is being asked for its own undo or redo."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    redo = QKeySequence(event.keyCombination()) == QKeySequence("Ctrl+Shift+Z")
    return redo or any(event.matches(key) for key in _UNDO_KEYS)


class LeavesUndo(QObject):
    """Keeps undo and redo from a field that is part of another widget."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if is_undo(event):
            event.ignore()
            return True
        return super().eventFilter(watched, event)


class Input(QWidget):
    """A value with room for a sentence about what is wrong with it."""

    edited = Signal(object)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme, self.name = theme, name
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.px(3))
        self._flaw = label("", "warning", theme, 12)
        self._flaw.setWordWrap(True)
        self._flaw.hide()

    def hold(self, widget: QWidget) -> None:
        """Takes the widget that has the keyboard; the sentence stands below it."""
        widget.setAccessibleName(self.name)
        self.setFocusProxy(widget)
        self.column.addWidget(widget)
        self.column.addWidget(self._flaw)

    def show_value(self, value: object) -> None:
        """Shows a value without telling anybody."""
        raise NotImplementedError

    def show_flaw(self, sentence: str) -> None:
        """Says what is wrong; empty: nothing is."""
        if self._flaw.text() == sentence:
            return
        self._flaw.setText(sentence)
        self._flaw.setVisible(bool(sentence))
        holder = self.focusProxy()
        if holder is not None:
            holder.setAccessibleDescription(sentence)
            holder.setProperty("flawed", bool(sentence))
            holder.style().polish(holder)

    @property
    def flaw(self) -> str:
        """What is said to be wrong."""
        return self._flaw.text()


class TextInput(Input):
    """One line of text."""

    def __init__(self, theme: Theme, name: str, key: Key) -> None:
        super().__init__(theme, name)
        self.field = PlainField()
        self.field.textEdited.connect(self.edited.emit)
        self.hold(self.field)

    def show_value(self, value: object) -> None:
        if self.field.text() != value:
            self.field.setText(str(value))


class ListedInput(Input):
    """A text that is typed or taken from a list: fonts, languages, date patterns, styles."""

    def __init__(self, theme: Theme, name: str, listed: tuple[str, ...]) -> None:
        super().__init__(theme, name)
        self.box = SteadyBox()
        self.box.setEditable(True)
        field = PlainField()
        self.box.setLineEdit(field)
        self.box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.offer(listed)
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(8)
        field.textEdited.connect(self.edited.emit)
        field.setAccessibleName(name)
        self.box.textActivated.connect(self.edited.emit)
        self.hold(self.box)

    def offer(self, listed: tuple[str, ...]) -> None:
        """What can be chosen; what is written stays."""
        written = self.box.currentText()
        blocker = QSignalBlocker(self.box)
        self.box.clear()
        self.box.addItems(list(listed))
        self.box.setCurrentIndex(-1)
        self.box.setEditText(written)
        blocker.unblock()

    def show_value(self, value: object) -> None:
        if self.box.currentText() != value:
            self.box.setEditText(str(value))


class SteadyBox(QComboBox):
    """A list that the wheel scrolls past unless it has the keyboard."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class ChoiceInput(Input):
    """One of a few; `said` are their names in the window, `icons` their pictures."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        choices: tuple[tuple[str, str], ...],
        icons: dict[str, QIcon] | None = None,
    ) -> None:
        super().__init__(theme, name)
        self.box = SteadyBox()
        self.box.setIconSize(QSize(theme.px(16), theme.px(16)))
        for value, said in choices:
            self.box.addItem((icons or {}).get(value, QIcon()), said, value)
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(5)
        self.box.activated.connect(lambda at: self.edited.emit(self.box.itemData(at)))
        self.hold(self.box)

    def show_value(self, value: object) -> None:
        self.box.setCurrentIndex(self.box.findData(value))


class TruthInput(Input):
    """Yes or no; the label stands behind the box."""

    def __init__(self, theme: Theme, name: str, key: Key) -> None:
        super().__init__(theme, name)
        self.box = QCheckBox(name)
        self.box.clicked.connect(self.edited.emit)
        self.hold(self.box)

    def show_value(self, value: object) -> None:
        self.box.setChecked(bool(value))


class NumberInput(Input):
    """A number between its bounds; `none` is said for 0 where that means no limit."""

    def __init__(self, theme: Theme, name: str, key: Key, none: str = "") -> None:
        super().__init__(theme, name)
        self.box = number_box(key, none)
        self.box.valueChanged.connect(self.edited.emit)
        self.hold(self.box)

    def show_value(self, value: object) -> None:
        put(self.box, value)


def number_box(key: Key, none: str = "") -> QSpinBox | QDoubleSpinBox:
    """A spin box with the bounds of a key. The wheel scrolls past it unless it has the keyboard."""
    made = _whole_box(key, none) if key.kind == "whole" else _real_box(key)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.setKeyboardTracking(False)
    with_room(made)
    made.lineEdit().installEventFilter(LeavesUndo(made))
    return made


def _whole_box(key: Key, none: str) -> QSpinBox:
    made = QSpinBox()
    made.setRange(int(key.low), int(key.high))
    made.setSpecialValueText(none)
    return made


def _real_box(key: Key) -> QDoubleSpinBox:
    is_fine = key.name == "line_spacing"
    made = QDoubleSpinBox()
    made.setDecimals(2 if is_fine else 1)
    made.setSingleStep(0.05 if is_fine else 0.5)
    made.setRange(key.low, key.high)
    return made


def put(box: QSpinBox | QDoubleSpinBox, value: object) -> None:
    """Shows a number without telling anybody."""
    blocker = QSignalBlocker(box)
    if isinstance(box, QSpinBox):
        box.setValue(int(str(value)))
    else:
        box.setValue(float(str(value)))
    blocker.unblock()


class NumbersInput(Input):
    """Several numbers side by side, each under its name: the margins."""

    def __init__(self, theme: Theme, name: str, key: Key, names: tuple[str, ...]) -> None:
        super().__init__(theme, name)
        self.boxes = [number_box(Key(key.name, "number", 0, "", low=key.low, high=key.high)) for _ in names]
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.px(6))
        for box, said in zip(self.boxes, names, strict=True):
            cell = QVBoxLayout()
            cell.setSpacing(theme.px(2))
            cell.addWidget(label(said, "secondary", theme, 12))
            cell.addWidget(box)
            line.addLayout(cell, 1)
            box.valueChanged.connect(lambda _: self.edited.emit(tuple(b.value() for b in self.boxes)))
        self.hold(row)
        self.setFocusProxy(self.boxes[0])
        for box, said in zip(self.boxes, names, strict=True):
            box.setAccessibleName(f"{name}: {said}")

    def show_value(self, value: object) -> None:
        if isinstance(value, tuple):
            for box, number in zip(self.boxes, value, strict=True):
                put(box, number)


class ColourInput(Input):
    """A colour as #RRGGBB, with a button that shows it and asks for another."""

    def __init__(self, theme: Theme, name: str, key: Key) -> None:
        super().__init__(theme, name)
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.px(6))
        self.field = PlainField()
        self.field.setMaxLength(7)
        self.swatch = QPushButton()
        self.swatch.setAutoDefault(False)
        self.swatch.setFixedWidth(theme.px(44))
        line.addWidget(self.swatch)
        line.addWidget(self.field, 1)
        self.field.textEdited.connect(self.edited.emit)
        self.swatch.clicked.connect(self._ask)
        self.hold(row)
        self.setFocusProxy(self.field)
        self.field.setAccessibleName(name)
        self.swatch.setAccessibleName(name)

    def show_value(self, value: object) -> None:
        if self.field.text() != value:
            self.field.setText(str(value))
        self.swatch.setIcon(swatch(str(value), self.theme.px(16)))

    def _ask(self) -> None:
        chosen = QColorDialog.getColor(self.field.text(), self, self.name)
        if chosen.isValid():
            self.edited.emit(chosen.name().upper())


def swatch(colour: str, size_px: int, fill: str = "") -> QIcon:
    """A square of a colour; with `fill`, the fill with the colour as its bar, as a tag is marked."""
    picture = QPixmap(size_px, size_px)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(fill or colour))
    painter.drawRoundedRect(picture.rect(), 3, 3)
    if fill:
        bar = max(2, size_px // 5)
        painter.setBrush(QColor(colour))
        painter.drawRoundedRect(0, size_px - bar, size_px, bar, 1, 1)
    painter.end()
    return QIcon(picture)
