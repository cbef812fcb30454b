"""What each command of the menus does. Names are those in `actions.MENUS`."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from briefing.model import edits
from briefing.model.history import Label
from briefing.settings import KEY_HINTS, STEP_ON, Setting
from briefing.store.notes import SUFFIX
from briefing.ui.asking import Asking
from briefing.ui.values import Span
from briefing.words import Words

if TYPE_CHECKING:
    from briefing.ui.main_window import MainWindow

_NEEDS_NOTE = (
    "add_article", "save", "save_as", "export", "export_again", "copy_note", "print", "find", "find_next",
    "layout", "focus_source", "focus_points", "focus_preview", "show_hidden", "text_bigger", "text_smaller",
    "text_reset", "zoom_in", "zoom_out", "zoom_fit", "remove_tag", "new_tag", "next_untagged", "rename",
    "edit_point", "new_point", "add_quote", "move_up", "move_down", "split", "merge", "delete_point", "summary",
    "header_fields", "article_details", "save_template_as", "accept_suggestion", "dismiss_suggestion",
    "accept_all", "find_again", "checks",
)  # fmt: skip


class Commands(QObject):
    """The commands of one window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.asking = Asking(window)
        self._found = ""
        for name, act in self._table().items():
            window.actions_by_name[name].triggered.connect(partial(_call, act))
        window.editor.toolbar.undo.clicked.connect(partial(_call, self.undo))
        window.editor.toolbar.redo.clicked.connect(partial(_call, self.redo))
        window.editor.toolbar.find_button.clicked.connect(partial(_call, window.editor.find_bar.open))
        window.editor.toolbar.panes.clicked.connect(partial(_call, window.editor.panes.cycle))
        window.editor.toolbar.export.clicked.connect(partial(_call, self.export))

    def _table(self) -> dict[str, Callable[[], object]]:
        window, editor, asking = self._window, self._window.editor, self.asking
        return {
            "new_note": partial(window.request_window.emit, None),
            "new_from_clipboard": self.paste,
            "open": self.open,
            "open_address": asking.address,
            "add_article": self.add_article,
            "save": self.save,
            "save_as": self.save_as,
            "export": self.export,
            "export_again": self.export_again,
            "copy_note": self.copy_note,
            "print": asking.print,
            "close": window.close,
            "quit": QApplication.closeAllWindows,
            "undo": self.undo,
            "redo": self.redo,
            "copy": _copy_selection,
            "find": editor.find_bar.open,
            "find_next": partial(self.find, None, False),
            "settings": asking.settings,
            "layout": editor.panes.cycle,
            "focus_source": partial(editor.focus_pane, "source"),
            "focus_points": partial(editor.focus_pane, "points"),
            "focus_preview": partial(editor.focus_pane, "preview"),
            "show_hidden": self._show_hidden,
            "key_hints": self._key_hints,
            "text_bigger": partial(self._text_size, 1),
            "text_smaller": partial(self._text_size, -1),
            "text_reset": partial(self._text_size, 0),
            "zoom_in": editor.preview.zoom_in,
            "zoom_out": editor.preview.zoom_out,
            "zoom_fit": editor.preview.fit,
            "full_screen": self._full_screen,
            "remove_tag": self._remove_tag,
            "new_tag": asking.new_tag,
            "next_untagged": editor.source.step_to_untagged,
            "step_on": self._step_on,
            "accept_suggestion": partial(self._with_sentence, window.suggestion_wishes.accept),
            "dismiss_suggestion": partial(self._with_sentence, window.suggestion_wishes.dismiss),
            "accept_all": window.suggestion_wishes.accept_all,
            "find_again": window.suggestion_wishes.find_again,
            "checks": asking.checks,
            "rename": self._rename,
            "edit_point": self._edit_point,
            "new_point": self._new_point,
            "add_quote": self._add_quote,
            "move_up": partial(self._move, -1),
            "move_down": partial(self._move, 1),
            "split": partial(editor.points.carry_out, "split"),
            "merge": self._merge,
            "delete_point": self._delete,
            "summary": partial(asking.header_fields, "summary"),
            "header_fields": asking.header_fields,
            "article_details": self.article_details,
            "save_template_as": asking.save_template,
            "import_template": asking.import_template,
            "keys": self.keys,
            "sample": self._sample,
            "messages": asking.messages,
            "about": asking.about,
        }

    @property
    def _words(self) -> Words:
        return self._window.home.words

    def refresh(self) -> None:
        """Which commands are possible, what undo is called, and what the toolbar says of the file."""
        window, session, words = self._window, self._window.session, self._words
        actions = window.actions_by_name
        for name in _NEEDS_NOTE:
            actions[name].setEnabled(not window.on_start)
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
        if session.path is None:
            state, look = words("window.state_new"), "secondary"
        elif session.is_saved:
            state, look = f"✓ {words('window.state_saved')}", "success"
        else:
            state, look = words("window.state_unsaved"), "secondary"
        window.editor.toolbar.show_state(state, look)
        name = session.note.title or words("window.title_untitled")
        window.setWindowTitle(f"{name}[*] – Briefing" if not window.on_start else "Briefing[*]")
        window.setWindowModified(not session.is_saved and not session.is_empty)

    # -- files

    def paste(self) -> None:
        """Imports the clipboard; beside an open note, in a window of its own."""
        window = self._window
        if window.session.is_empty:
            window.opening.import_clipboard(QGuiApplication.clipboard().mimeData())
        else:
            window.request_window.emit("clipboard")

    def open(self) -> None:
        """Asks for files and opens them."""
        self.open_paths(tuple(str(p) for p in self._window.opening.ask()))

    def open_paths(self, paths: tuple[str, ...]) -> None:
        """Opens files: the first here if nothing is open, the others in windows of their own."""
        for path in paths:
            self.open_path(Path(path))

    def open_path(self, path: Path) -> None:
        """Opens a note or imports an article; nothing that is open is replaced."""
        window = self._window
        if not window.session.is_empty and not (path.suffix != SUFFIX and window.on_start):
            window.request_window.emit(path)
        elif path.suffix == SUFFIX:
            window.opening.open_note(path)
        else:
            window.opening.import_file(path)

    def add_article(self) -> None:
        """Asks for articles and adds them to the open note."""
        for path in self._window.opening.ask(articles_only=True):
            self._window.opening.import_file(path)

    def save(self) -> None:
        """Keeps what is being typed, then saves."""
        self._window.editor.points.commit_editing()
        self._window.saving.save()

    def save_as(self) -> None:
        """The same under another name."""
        self._window.editor.points.commit_editing()
        self._window.saving.save_as()

    def export(self, formats: tuple[str, ...] = ()) -> None:
        """The export sheet."""
        self._window.editor.points.commit_editing()
        self._window.saving.export(formats)

    def export_again(self) -> None:
        """The same files as last time."""
        self._window.editor.points.commit_editing()
        self._window.saving.export_again()

    def copy_note(self) -> None:
        """The note on the clipboard."""
        self._window.editor.points.commit_editing()
        self._window.saving.copy_note()

    # -- steps

    def undo(self) -> None:
        """One step back, said aloud."""
        self._step(self._window.session.undo, "said_undone")

    def redo(self) -> None:
        """One step on, said aloud."""
        self._step(self._window.session.redo, "said_redone")

    def _step(self, act: Callable[[], None], key: str) -> None:
        window, session = self._window, self._window.session
        window.editor.points.commit_editing()
        label = session.undo_label if key == "said_undone" else session.redo_label
        act()
        if label is not None:
            window.screens.announced.emit(self._words(f"window.{key}", step=spoken(label, self._words)))

    # -- the note

    def set_title(self, title: str) -> None:
        """Renames the note."""
        session = self._window.session
        session.apply(edits.set_title(session.note, title), Label("title"))

    def use_template(self, name: str) -> None:
        """Puts the note in another form; for a new note, remembers the choice."""
        window = self._window
        copy = window.home.template_copy(name)
        window.session.use_template(copy.name, copy.source)

    def tag_here(self, digit: int, *, add: bool = False) -> None:
        """Does what the digit does in the source pane."""
        span = self._window.editor.source.current()
        if span is not None:
            self._window.source_wishes.tag(span, digit, add=add)

    def _with_sentence(self, act: Callable[[Span], None]) -> None:
        span = self._window.editor.source.current_sentence()
        if span is not None:
            act(span)

    def _remove_tag(self) -> None:
        self._window.point_wishes.delete(self._focused())

    def _focused(self) -> tuple[str, ...]:
        point = self._window.screens.focus.point
        return (point,) if point else ()

    def _edit_point(self) -> None:
        point = self._window.screens.focus.point
        span = self._window.editor.source.current()
        if self._window.editor.focused_pane() == "source" and span is not None:
            self._window.source_wishes.edit(span)
        elif point:
            self._window.editor.points.edit(point)

    def _new_point(self) -> None:
        window = self._window
        point = next((p for p in window.session.note.points if p.id == window.screens.focus.point), None)
        tag = point.tag if point else window.session.template.tags[0].id
        window.point_wishes.new_point(tag)

    def _add_quote(self) -> None:
        span = self._window.editor.source.current()
        if span is not None:
            self._window.source_wishes.add_quote(span)

    def _move(self, step: int) -> None:
        if self._focused():
            self._window.editor.points.carry_out("move_up" if step < 0 else "move_down")

    def move_to(self, tag_id: str) -> None:
        """Moves the focused point to the end of another section."""
        session, words = self._window.session, self._words
        form = session.template.tag(tag_id)
        for point in self._focused():
            label = Label("retag", (("tag", form.name if form else words("window.stray_tag", tag=tag_id)),))
            session.apply(edits.retag(session.note, point, tag_id), label)

    def _merge(self) -> None:
        for point in self._focused():
            self._window.point_wishes.merge(point)

    def _delete(self) -> None:
        if self._focused():
            self._window.point_wishes.delete(self._window.editor.points.selected_points() or self._focused())

    def article_details(self) -> None:
        """The metadata of the article in view, to correct."""
        self.asking.article_details(self._window.screens.focus.article)

    def new_tag_on(self, span: Span) -> None:
        """Makes a tag and puts it on that stretch."""
        made = self.asking.new_tag()
        if made:
            self._window.source_wishes.tag_as(span, made[0], made[1], add=True)

    def show_origin(self, origin: str) -> None:
        """Leads from a line of the preview to what made it."""
        kind, _, name = origin.partition(":")
        if kind == "point":
            self._window.screens.focus_point(name)

    def edit_origin(self, origin: str) -> None:
        """Opens what made a line of the preview."""
        kind, _, name = origin.partition(":")
        window = self._window
        if kind == "point":
            window.screens.focus_point(name)
            window.editor.panes.reveal("points")
            window.editor.points.edit(name)
        elif kind in ("title", "summary", "field", "fields"):
            self.asking.header_fields(name or kind)

    # -- the view

    def find(self, text: str | None, backward: bool) -> None:
        """Finds a text in the article, then in the points."""
        self._found = text if text is not None else self._found
        if self._found and not self._window.editor.source.find(self._found, backward):
            needle = self._found.casefold()
            hit = next((p for p in self._window.session.note.points if needle in p.wording.casefold()), None)
            if hit is not None:
                self._window.screens.focus_point(hit.id)
                return
            self._window.screens.announced.emit(self._words("window.said_not_found", text=self._found))

    def _show_hidden(self) -> None:
        self._window.editor.source.set_folded(not self._window.actions_by_name["show_hidden"].isChecked())

    def _key_hints(self) -> None:
        on = self._window.actions_by_name["key_hints"].isChecked()
        self._window.home.change_settings(self._window.home.settings.with_value(KEY_HINTS, on))
        self._window.editor.status.set_hints_on(on)

    def _step_on(self) -> None:
        on = self._window.actions_by_name["step_on"].isChecked()
        self._window.home.change_settings(self._window.home.settings.with_value(STEP_ON, on))
        self._window.editor.source.set_step_after_tagging(on)

    def _text_size(self, step: int) -> None:
        self.asking.text_size(step)

    def _full_screen(self) -> None:
        window = self._window
        if window.isFullScreen():
            window.showNormal()
        else:
            window.showFullScreen()

    def _rename(self) -> None:
        title = self._window.editor.toolbar.title
        title.setFocus()
        title.selectAll()

    def _sample(self) -> None:
        window = self._window
        if window.session.is_empty:
            window.opening.import_sample()
        else:
            window.request_window.emit("sample")

    def keys(self) -> None:
        """All keys on one sheet."""
        self.asking.keys()

    def choose(self, setting: Setting[str], value: str) -> None:
        """Takes a theme or a language; the windows are built anew with their notes."""
        home = self._window.home
        home.change_settings(home.settings.with_value(setting, value))
        self._window.request_rebuild.emit()


def _call(act: Callable[[], object], *_: object) -> None:
    """Drops the arguments Qt sends along."""
    act()


def spoken(label: Label, words: Words) -> str:
    """A step in the interface's words."""
    return words(f"window.step_{label.key}", **dict(label.arguments))


def _copy_selection() -> None:
    focus = QApplication.focusWidget()
    if isinstance(focus, QLineEdit | QPlainTextEdit):
        focus.copy()
