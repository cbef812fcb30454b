"""All keys on one sheet: those the panes read themselves, then every command that has one, menu by menu."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from briefing.ui.actions import MENUS, Command, Submenu
from briefing.ui.dialogs.sheet import MARGIN_PX, MOST_OF_SCREEN, Sheet
from briefing.ui.theme import Theme
from briefing.ui.widgets import label
from briefing.words import Words

IN_PANES: tuple[tuple[tuple[str, ...], str], ...] = (
    (("J", "K"), "next"),
    (("1", "–", "9"), "tag"),
    (("Alt+1–9",), "second"),
    (("Shift+→", "Shift+←"), "end"),
    (("Ctrl+Shift+→", "Ctrl+Shift+←"), "start"),
    (("Shift+↓",), "sentence"),
    (("Esc",), "back"),
    (("Tab", "Shift+Tab"), "nest"),
    (("F6", "Shift+F6"), "pane"),
)
COLUMNS = (("panes", "tag", "note"), ("file", "edit"), ("view", "template", "help"))
# Those, or fewer where the screen is narrow.
ARRANGEMENTS = (COLUMNS, (COLUMNS[0], COLUMNS[1] + COLUMNS[2]), (COLUMNS[0] + COLUMNS[1] + COLUMNS[2],))
ARROWS = {"Up": "↑", "Down": "↓"}


class Line(NamedTuple):
    """One line: the keys, and what they do."""

    keys: tuple[str, ...]
    text: str


def lines_of(group: str, words: Words) -> tuple[Line, ...]:
    """The lines of the panes, or of a menu: each of its commands that has a key."""
    if group == "panes":
        return tuple(Line(keys, words(f"window.keys_{what}")) for keys, what in IN_PANES)
    commands = (c for c in _commands(dict(MENUS)[group]) if c.keys or c.hint)
    return tuple(Line(_keys_of(c), _plain(words(f"window.{c.name}"))) for c in commands)


def _commands(entries: tuple[Command | Submenu, ...]) -> Iterator[Command]:
    for entry in entries:
        if isinstance(entry, Submenu):
            yield from entry.commands
        else:
            yield entry


def _keys_of(command: Command) -> tuple[str, ...]:
    return tuple(_shown(key) for key in (command.keys, command.hint) if key)


def _shown(key: str) -> str:
    """A key as this system writes it, arrows drawn."""
    text = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) or key
    head, plus, last = text.rpartition("+")
    return f"{head}{plus}{ARROWS.get(last, last)}"


def _plain(text: str) -> str:
    return text.replace("&", "").removesuffix("…")


class KeysSheet(Sheet):
    """All keys on one sheet; it scrolls where the screen is small."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(theme, words, words("window.keys_title"), parent)
        room = self.screen().availableSize().width() * MOST_OF_SCREEN - 2 * theme.px(MARGIN_PX)
        pages = (self._page(columns) for columns in ARRANGEMENTS)
        page = next((p for p in pages if p.sizeHint().width() <= room), None) or self._page(ARRANGEMENTS[-1])
        self.body.addWidget(_scrolling(page, words("window.keys_title")), 1)
        self.add_buttons(words("window.close_button"), cancel=False)
        self._take_room(page)

    def _page(self, columns: tuple[tuple[str, ...], ...]) -> QWidget:
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, self.theme.px(14), 0)
        row.setSpacing(self.theme.px(36))
        for groups in columns:
            row.addLayout(self._column(groups))
        return page

    def _column(self, groups: tuple[str, ...]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(self.theme.px(6))
        for group in groups:
            key = "keys_panes" if group == "panes" else f"menu_{group}"
            column.addWidget(label(_plain(self.words(f"window.{key}")), "heading", self.theme, 13))
            column.addLayout(self._grid(lines_of(group, self.words)))
            column.addSpacing(self.theme.px(10))
        column.addStretch(1)
        return column

    def _grid(self, lines: tuple[Line, ...]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(self.theme.px(14))
        grid.setVerticalSpacing(self.theme.px(5))
        grid.setColumnStretch(1, 1)
        for number, line in enumerate(lines):
            row = QHBoxLayout()
            row.setSpacing(self.theme.px(4))
            for key in line.keys:
                row.addWidget(label(key, "keycap", self.theme, 11.5))
            row.addStretch(1)
            grid.addLayout(row, number, 0)
            grid.addWidget(label(line.text, "", self.theme, 12.5), number, 1)
        return grid

    def _take_room(self, page: QWidget) -> None:
        """As large as its lines, and no larger than the screen."""
        screen = self.screen().availableGeometry().size() * MOST_OF_SCREEN
        around = self.sizeHint() - self.body.sizeHint()
        self.resize((page.sizeHint() + around).boundedTo(screen))


def _scrolling(page: QWidget, name: str) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # arrows and PageDown scroll
    area.setAccessibleName(name)
    area.setWidget(page)
    return area
