"""Inputs for keys of one table, made from the keys' own declarations: a new key shows by itself."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from briefing.template.flaws import LANGUAGES, Flaw
from briefing.template.keys import Key
from briefing.ui.dialogs.template.chips import ChipsInput
from briefing.ui.dialogs.template.inputs import (
    ChoiceInput,
    ColourInput,
    Input,
    ListedInput,
    NumberInput,
    NumbersInput,
    TextInput,
    TruthInput,
)
from briefing.ui.dialogs.template.speech import choice_of, flaw_sentence, label_of
from briefing.ui.theme import Theme
from briefing.ui.widgets import label
from briefing.words import Words

DATE_PATTERNS = ("d MMMM yyyy", "d MMM yyyy", "MMMM d, yyyy", "dd/MM/yyyy", "EEEE d MMMM yyyy", "yyyy. M. d.")
NARROW_PX = 430
_NARROW_KINDS = ("number", "whole", "choice", "colour", "truth", "font", "date", "language")
_NARROW_TABLES = ("styles",)


def input_for(theme: Theme, words: Words, table: str, key: Key) -> Input:
    """The input that suits a key."""
    name = label_of(words, table, key)
    match key.kind:
        case "truth":
            return TruthInput(theme, name, key)
        case "choice":
            choices = tuple((c, choice_of(words, table, key, c)) for c in key.choices)
            return ChoiceInput(theme, name, choices)
        case "number" | "whole":
            return NumberInput(theme, name, key, words("templates.no_limit") if key.low == 0 else "")
        case "texts":
            return ChipsInput(theme, words, name)
    return _written(theme, words, table, key)


def _written(theme: Theme, words: Words, table: str, key: Key) -> Input:
    name, listed = label_of(words, table, key), _listed(table, key)
    if key.kind == "colour":
        return ColourInput(theme, name, key)
    if key.kind == "numbers":
        sides = tuple(words(f"templates.side_{side}") for side in ("t", "r", "b", "l"))
        return NumbersInput(theme, name, key, sides)
    return TextInput(theme, name, key) if listed is None else ListedInput(theme, name, listed)


def _listed(table: str, key: Key) -> tuple[str, ...] | None:
    """What can be chosen from for a text; None where it is only typed."""
    if table == "styles":
        return ()  # those of the Word file, once there is one
    if key.kind == "font":
        return tuple(QFontDatabase.families())
    return {"date": DATE_PATTERNS, "language": LANGUAGES}.get(key.kind)


class KeyForm(QWidget):
    """The keys of one table, two to a row where they are short. Emits the key's name with its new value."""

    edited = Signal(str, object)

    def __init__(self, theme: Theme, words: Words, table: str, keys: Iterable[Key], heading: str = "") -> None:
        super().__init__()
        self._theme, self._words = theme, words
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(14))
        self._grid.setVerticalSpacing(theme.px(10))
        self._heading = label(heading, "heading", theme, 14) if heading else None
        self.inputs: dict[str, Input] = {}
        self._cells: list[tuple[QWidget, bool]] = []
        self._by_name: dict[str, QWidget] = {}
        for key in keys:
            self._add(table, key)
        self._arrange(2)

    def _add(self, table: str, key: Key) -> None:
        made = input_for(self._theme, self._words, table, key)
        made.setToolTip("")
        made.edited.connect(lambda value, name=key.name: self.edited.emit(name, value))
        self.inputs[key.name] = made
        cell = QWidget()
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(3))
        if key.kind != "truth":
            said = label(made.name, "secondary", self._theme, 13)
            said.setWordWrap(True)
            said.setBuddy(made)
            column.addWidget(said)
        else:
            column.addStretch(1)
        column.addWidget(made)
        column.addStretch(0 if key.kind == "truth" else 1)
        self._cells.append((cell, key.kind in _NARROW_KINDS or table in _NARROW_TABLES))
        self._by_name[key.name] = cell

    def show_entry(self, entry: object, flaws: dict[str, Flaw]) -> None:
        """Shows the values of a table, and what is wrong with them by key."""
        for name, made in self.inputs.items():
            made.show_value(getattr(entry, name))
            flaw = flaws.get(name)
            made.show_flaw(flaw_sentence(self._words, flaw) if flaw is not None else "")

    def show_key(self, name: str, *, on: bool) -> None:
        """Shows the input of a key, or takes it away while it means nothing."""
        self._by_name[name].setVisible(on)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(2 if self.width() >= self._theme.px(NARROW_PX) else 1)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        row = column = 0
        if self._heading is not None:
            self._grid.addWidget(self._heading, 0, 0, 1, columns)
            row = 1
        for cell, is_narrow in self._cells:
            span = 1 if is_narrow else columns
            if column + span > columns:
                row, column = row + 1, 0
            self._grid.addWidget(cell, row, column, 1, span, Qt.AlignmentFlag(0))
            column += span
        for each in (0, 1):
            self._grid.setColumnStretch(each, 1 if each < columns else 0)
