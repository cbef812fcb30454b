"""Every command of the window, declared once: its key, its icon, and the menu it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from briefing.ui.words import Words


class Command(NamedTuple):
    """One command. `keys` is its shortcut; `hint` a key that a pane reads itself, shown beside the name."""

    name: str
    keys: str = ""
    hint: str = ""
    checkable: bool = False


LINE = Command("-")


class Submenu(NamedTuple):
    """A menu in a menu: filled by the window when it opens, or from `commands`."""

    name: str
    commands: tuple[Command, ...] = ()


MENUS: tuple[tuple[str, tuple[Command | Submenu, ...]], ...] = (
    (
        "file",
        (
            Command("new_note", "Ctrl+N"),
            Command("new_from_clipboard", "Ctrl+Shift+V"),
            Command("open", "Ctrl+O"),
            Command("open_address", "Ctrl+L"),
            Command("add_article"),
            Submenu("recent"),
            LINE,
            Command("save", "Ctrl+S"),
            Command("save_as", "Ctrl+Shift+S"),
            Command("versions"),
            LINE,
            Command("export", "Ctrl+E"),
            Command("export_again", "Ctrl+Shift+E"),
            Command("copy_note", "Ctrl+Shift+C"),
            Command("print", "Ctrl+P"),
            Command("print_preview"),
            LINE,
            Command("close", "Ctrl+W"),
            Command("quit", "Ctrl+Q"),
        ),
    ),
    (
        "edit",
        (
            Command("undo", "Ctrl+Z"),
            Command("redo", "Ctrl+Shift+Z"),
            LINE,
            Command("cut", hint="Ctrl+X"),
            Command("copy", hint="Ctrl+C"),
            Command("paste", hint="Ctrl+V"),
            Command("paste_as_text", "Ctrl+Alt+V"),
            Command("delete", hint="Del"),
            Command("select_all", hint="Ctrl+A"),
            LINE,
            Command("find", "Ctrl+F"),
            Command("find_next", "F3"),
            Command("replace_words", "Ctrl+H"),
            LINE,
            Command("settings", "Ctrl+,"),
            Command("history"),
        ),
    ),
    (
        "view",
        (
            Submenu(
                "layout",
                (
                    Command("layout_all", checkable=True),
                    Command("layout_source_points", checkable=True),
                    Command("layout_points_preview", checkable=True),
                    Command("layout", "Ctrl+\\"),
                ),
            ),
            Command("focus_source", "Ctrl+Alt+1"),
            Command("focus_points", "Ctrl+Alt+2"),
            Command("focus_preview", "Ctrl+Alt+3"),
            LINE,
            Command("source_as_list", checkable=True),
            Command("show_hidden", checkable=True),
            Command("key_hints", checkable=True),
            Submenu(
                "text_size",
                (
                    Command("text_bigger", "Ctrl++"),
                    Command("text_smaller", "Ctrl+-"),
                    Command("text_reset", "Ctrl+0"),
                ),
            ),
            Submenu("zoom", (Command("zoom_in"), Command("zoom_out"), Command("zoom_fit"))),
            Submenu("theme"),
            Submenu("language"),
            LINE,
            Command("full_screen", "F11", checkable=True),
        ),
    ),
    (
        "tag",
        (
            Submenu("tags"),
            Submenu("add_tag"),
            Command("remove_tag"),
            LINE,
            Command("new_tag", "Ctrl+T"),
            Command("edit_tags"),
            Command("next_untagged", hint="N"),
            Submenu(
                "suggestions",
                (
                    Command("accept_suggestion", hint="Enter"),
                    Command("dismiss_suggestion", hint="X"),
                    Command("accept_all", hint="Ctrl+Shift+Enter"),
                    Command("find_again"),
                ),
            ),
            Command("step_on", checkable=True),
        ),
    ),
    (
        "note",
        (
            Command("rename", "F2"),
            Command("edit_point", hint="E"),
            Command("new_point", "Ctrl+Shift+N"),
            Command("add_quote", hint="Q"),
            LINE,
            Command("move_up", hint="Alt+Up"),
            Command("move_down", hint="Alt+Down"),
            Submenu("move_to"),
            Command("split", hint="Ctrl+D"),
            Command("merge", hint="M"),
            Command("delete_point", hint="Del"),
            LINE,
            Command("checks", "F8"),
            LINE,
            Command("summary"),
            Command("header_fields"),
            Command("article_details"),
            Command("replace_article"),
            Command("replace_from_clipboard"),
            Command("remove_article"),
        ),
    ),
    (
        "template",
        (
            Submenu("switch_template"),
            Command("choose_template", "Ctrl+Shift+T"),
            LINE,
            Command("edit_template"),
            Command("save_template_as"),
            Command("take_newer"),
            LINE,
            Command("new_from_word"),
            Command("import_template"),
            Command("share_template"),
            Command("manage_templates"),
            Command("template_reference"),
        ),
    ),
    (
        "help",
        (
            Command("keys", "F1", hint="?"),
            Command("sample"),
            Command("messages"),
            Command("report"),
            LINE,
            Command("about"),
        ),
    ),
)


# Not possible on the start screen.
NEEDS_NOTE = (
    "add_article", "save", "save_as", "versions", "export", "export_again", "copy_note", "print",
    "print_preview", "find",
    "find_next", "replace_words", "layout", "layout_all", "layout_source_points", "layout_points_preview",
    "edit_tags", "focus_source", "focus_points", "focus_preview", "source_as_list",
    "show_hidden", "text_bigger",
    "text_smaller", "text_reset", "zoom_in", "zoom_out", "zoom_fit", "remove_tag", "new_tag",
    "next_untagged", "rename", "edit_point", "new_point", "add_quote", "move_up", "move_down", "split",
    "merge", "delete_point", "summary", "header_fields", "article_details", "replace_article",
    "replace_from_clipboard", "remove_article", "save_template_as", "choose_template", "edit_template",
    "take_newer", "share_template",
    "accept_suggestion", "dismiss_suggestion", "accept_all", "find_again", "checks",
)  # fmt: skip


def all_commands() -> Iterator[Command]:
    """Every declared command, lines aside."""
    for _, entries in MENUS:
        for entry in entries:
            if isinstance(entry, Submenu):
                yield from entry.commands
            elif entry is not LINE:
                yield entry


class Actions(QObject):
    """The QActions of one window, by name, and its menu bar. Made as the start screen needs them."""

    triggered = Signal(str)  # the name of a command
    about_to_show = Signal()  # a menu of the menu bar opens

    def __init__(self, window: QWidget, words: Words) -> None:
        super().__init__(window)
        self._words = words
        self._by_name = {c.name: _action(c, window, words) for c in all_commands()}
        self.submenus: dict[str, QMenu] = {}
        window.addActions(list(self._by_name.values()))
        for name, action in self._by_name.items():
            action.triggered.connect(partial(self._triggered, name))
        self._for_note = True
        self.enable_for_note(False)
        for name in ("undo", "redo"):
            self._by_name[name].setEnabled(False)

    def enable_for_note(self, on: bool) -> None:
        """Makes the commands that need a note possible or not."""
        if on is not self._for_note:
            self._for_note = on
            for name in NEEDS_NOTE:
                self._by_name[name].setEnabled(on)

    def _triggered(self, name: str, *_: object) -> None:
        self.triggered.emit(name)

    def __getitem__(self, name: str) -> QAction:
        return self._by_name[name]

    def fill(self, bar: QMenuBar) -> None:
        """Puts the menus into the menu bar."""
        for name, entries in MENUS:
            menu = bar.addMenu(self._words(f"window.menu_{name}"))
            menu.setObjectName(name)
            menu.aboutToShow.connect(self.about_to_show)
            for entry in entries:
                self._add(menu, entry)

    def _add(self, menu: QMenu, entry: Command | Submenu) -> None:
        if entry is LINE:
            menu.addSeparator()
        elif isinstance(entry, Submenu):
            sub = menu.addMenu(self._words(f"window.menu_{entry.name}"))
            self.submenus[entry.name] = sub
            for command in entry.commands:
                self._add(sub, command)
        else:
            menu.addAction(self._by_name[entry.name])


def _action(command: Command, window: QWidget, words: Words) -> QAction:
    text = words(f"window.{command.name}")
    action = QAction(f"{text}\t{command.hint}" if command.hint and not command.keys else text, window)
    action.setObjectName(command.name)
    action.setCheckable(command.checkable)
    if command.keys:
        action.setProperty("shortcut", command.keys)  # `setShortcut` touches `Qt` (see `numbers`)
    return action
