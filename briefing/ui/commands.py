"""What each command of the menus does. Names are those in `actions.MENUS`."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit

from briefing.model.history import Label
from briefing.ui.file_commands import FileCommands
from briefing.ui.note_commands import NoteCommands
from briefing.ui.view_commands import ViewCommands
from briefing.words import Words

if TYPE_CHECKING:
    from briefing.ui.asking import Asking
    from briefing.ui.main_window import MainWindow
    from briefing.ui.template_commands import TemplateCommands

_IN_FIELDS = {"cut": "cut", "copy": "copy", "paste": "paste", "select_all": "selectAll"}
_ASKS = {  # by command: the method of `Asking`
    "open_address": "address",
    **{
        name: name
        for name in (
            "print", "print_preview", "settings", "history", "new_tag", "checks", "header_fields", "keys",
            "messages", "report", "about",
        )
    },
}  # fmt: skip


class Commands(QObject):
    """The commands of one window, by room, and which of them are possible."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.files = FileCommands(window)
        self.note = NoteCommands(window, lambda: self.asking)
        self.view = ViewCommands(window, lambda: self.asking)
        window.home.library_changed.connect(self._library_changed)
        toolbar = window.editor.toolbar
        toolbar.undo.clicked.connect(partial(_call, self.undo))
        toolbar.redo.clicked.connect(partial(_call, self.redo))
        toolbar.find_button.clicked.connect(partial(_call, window.editor.find_bar.open))
        toolbar.panes.clicked.connect(partial(_call, window.editor.panes.cycle))
        toolbar.export.clicked.connect(partial(_call, self.files.export))

    @cached_property
    def templates(self) -> TemplateCommands:
        """The commands of the Template menu."""
        from briefing.ui.template_commands import TemplateCommands  # noqa: PLC0415 - loaded after the first paint

        return TemplateCommands(self._window)

    @cached_property
    def asking(self) -> Asking:
        """The commands that ask something first."""
        from briefing.ui.asking import Asking  # noqa: PLC0415 - every dialog: loaded after the first paint

        return Asking(self._window)

    def _ask(self, asks: str) -> None:
        getattr(self.asking, asks)()

    def _library_changed(self) -> None:
        self.templates.library_changed()

    @cached_property
    def _acts(self) -> dict[str, Callable[[], object]]:
        window = self._window
        return {
            **self.files.table(),
            **self.note.table(),
            **self.view.table(),
            **self.templates.table(),
            "close": window.close,
            "quit": QApplication.closeAllWindows,
            "undo": self.undo,
            "redo": self.redo,
            **{name: partial(_in_field, name) for name in _IN_FIELDS},
            **{name: partial(self._ask, asks) for name, asks in _ASKS.items()},
            "paste": self._paste,
            "summary": lambda: self.asking.header_fields("summary"),
            "delete": self._delete,
            "edit_tags": self.templates.edit,
        }

    def carry_out(self, name: str) -> None:
        """Does the command of that name."""
        self._acts[name]()

    @property
    def _words(self) -> Words:
        return self._window.home.words

    def refresh(self) -> None:
        """Which commands are possible, what undo is called, and what the toolbar says of the file."""
        window, session, words = self._window, self._window.session, self._words
        actions = window.actions_by_name
        actions.enable_for_note(not window.on_start)
        for name, label in (("undo", session.undo_label), ("redo", session.redo_label)):
            possible = label is not None and not window.on_start
            text = words(f"window.{name}_step", step=spoken(label, words)) if label else words(f"window.{name}")
            actions[name].setText(text)
            actions[name].setEnabled(possible)
            tool = window.editor.toolbar.undo if name == "undo" else window.editor.toolbar.redo
            tool.setEnabled(possible)
            tool.setToolTip(text)
        self._refresh_file()

    def _refresh_file(self) -> None:
        window, session, words = self._window, self._window.session, self._words
        if window.keeping.in_trouble:
            state, look = words("kept.state_unkept"), "danger"
        elif session.read_only:
            state, look = words("kept.read_only"), "secondary"
        elif session.path is None:
            state, look = words("window.state_new"), "secondary"
        elif session.is_saved:
            state, look = f"✓ {words('window.state_saved')}", "success"
        else:
            state, look = words("window.state_unsaved"), "secondary"
        window.editor.toolbar.show_state(state, look)
        name = session.note.title or words("window.title_untitled")
        name = words("kept.read_only_title", name=name) if session.read_only else name
        window.setWindowTitle(f"{name}[*] – Briefing" if not window.on_start else "Briefing[*]")
        window.setWindowModified(not session.is_saved and not session.is_empty)

    def _paste(self) -> None:
        """What is on the clipboard: on the start screen an article, else into the field with the keyboard."""
        if self._window.on_start:
            self.files.paste()
        else:
            _in_field("paste")

    def _delete(self) -> None:
        """What is selected in the field that has the keyboard, else the selected points."""
        focus = QApplication.focusWidget()
        if isinstance(focus, QLineEdit) and not focus.isReadOnly():
            focus.del_()
        elif isinstance(focus, QPlainTextEdit | QTextEdit) and not focus.isReadOnly():
            focus.textCursor().deleteChar()
        elif self._window.editor.focused_pane() == "points":
            self._window.editor.points.carry_out("delete")

    def undo(self) -> None:
        """One step back, said aloud."""
        self._step(self._window.session.undo, "said_undone")

    def redo(self) -> None:
        """One step on, said aloud."""
        self._step(self._window.session.redo, "said_redone")

    def _step(self, act: Callable[[], None], key: str) -> None:
        window, session = self._window, self._window.session
        window.editor.keep_typing()
        label = session.undo_label if key == "said_undone" else session.redo_label
        act()
        if label is not None:
            window.screens.announced.emit(self._words(f"window.{key}", step=spoken(label, self._words)))


def _call(act: Callable[[], object], *_: object) -> None:
    """Drops the arguments Qt sends along."""
    act()


def spoken(label: Label, words: Words) -> str:
    """A step in the interface's words."""
    return words(f"window.step_{label.key}", **dict(label.arguments))


def _in_field(name: str) -> None:
    """Cut, copy, paste or select all in the field that has the keyboard."""
    focus = QApplication.focusWidget()
    if isinstance(focus, QLineEdit | QPlainTextEdit | QTextEdit):
        getattr(focus, _IN_FIELDS[name])()
