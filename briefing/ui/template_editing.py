"""The template editor over one window: on the note's form, on one of the library, on a new one."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from briefing import template as templates
from briefing.model import edits
from briefing.model.note import Note
from briefing.store.naming import safe_name
from briefing.template import Template
from briefing.ui.messages import Message
from briefing.ui.template_files import TemplateFiles
from briefing.ui.unfinished import Unfinished
from briefing.words import Words

if TYPE_CHECKING:
    from briefing.ui.main_window import MainWindow


class TemplateEditing(QObject):
    """Opens the editor, and keeps what comes of it."""

    def __init__(self, window: MainWindow, files: TemplateFiles) -> None:
        super().__init__(window)
        self._window, self._files = window, files

    @property
    def _words(self) -> Words:
        return self._window.home.words

    def edit(self) -> None:
        """The editor on the note's own form."""
        self._edit(self._window.session.template, self._window.session.note.template.name)

    def edit_named(self, name: str) -> None:
        """The editor on a form of the library."""
        copy = self._window.home.template_copy(name)
        self._edit(templates.parse(copy.source, copy.name), name)

    def new(self) -> None:
        """A form that begins as the chosen one, under a name of its own."""
        home = self._window.home
        copy = home.template_copy(self._window.template)
        name = home.library.free_name(self._words("window.start_new"))
        self._begin(replace(templates.parse(copy.source, copy.name), name=name), name)

    def new_from_word(self) -> None:
        """A form around the organisation's own Word file."""
        from briefing.ui.dialogs.template.word_page import word_from, word_sentence  # noqa: PLC0415 - first use

        words = self._words
        title, patterns = words("templates.word_choose"), words("templates.word_filter")
        chosen, _ = QFileDialog.getOpenFileName(self._window, title, str(Path.home()), patterns)
        if not chosen:
            return
        path = Path(chosen)
        word = word_from(path, "base")
        if isinstance(word, str):
            self._window.say(Message("warn", word_sentence(words, word, path)))
            return
        copy = self._window.home.template_copy()
        form = templates.parse(copy.source, copy.name)
        name = self._window.home.library.free_name(safe_name(path.stem, "template"))
        self._begin(replace(form, name=path.stem, word=word), name)

    def _begin(self, form: Template, name: str) -> None:
        """The editor on a new form; once it is saved, the next new note is in it."""
        self._edit(form, name, is_new=True)
        window = self._window
        if window.on_start and name in window.home.origins():
            window.choose_template(name)
            window.show_forms()

    def _edit(self, form: Template, name: str, *, is_new: bool = False) -> None:
        from briefing.ui.dialogs.template.editor import Acts, Case, TemplateEditor  # noqa: PLC0415 - first use

        window = self._window
        is_notes = not window.on_start and not is_new and window.session.note.template.name == name
        acts = Acts(
            save=partial(self._files.save, name, is_notes=is_notes),
            save_as=partial(self._files.save_under, is_notes=is_notes),
            share=self._files.share,
            bring=self._files.read,
            explain=self.explain,
        )
        case = Case(form, window.session.note, window.home.uses_of(name), self._origin(name))
        editor = TemplateEditor(window.theme, self._words, case, acts, window)
        self._files.editor = editor
        unfinished = Unfinished(window.keeping, editor)
        if is_notes:  # one of the library is kept with Save
            editor.draft.changed.connect(
                lambda: unfinished.written(lambda: _in_form(window.session.note, editor.draft.form))
            )
        editor.exec()
        unfinished.over()
        self._files.editor = None
        editor.deleteLater()

    def _origin(self, name: str) -> str:
        known = {e.name.casefold(): e.origin for e in self._window.home.library.list_templates()}
        origin = known.get(name.casefold(), "note")
        return "" if origin == "own" else self._words(f"templates.origin_{origin}")

    def explain(self) -> None:
        """Every key a template may hold."""
        from briefing.ui.dialogs.template.reference import ReferenceSheet  # noqa: PLC0415 - first use

        ReferenceSheet(self._window.theme, self._words, self._files.editor or self._window).exec()


def _in_form(note: Note, form: Template) -> Note:
    """The note in the form as it is being edited."""
    return edits.set_template(note, replace(note.template, source=templates.to_toml(form)))
