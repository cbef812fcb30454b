"""The commands of the Template menu: another form for the note, and the forms themselves."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMessageBox

from briefing import limits
from briefing import template as templates
from briefing.errors import BriefingError
from briefing.faults import explain
from briefing.model import edits
from briefing.model.history import Label
from briefing.model.note import TemplateCopy
from briefing.plainfile import read_plain
from briefing.store.files import write_whole
from briefing.store.naming import safe_name
from briefing.store.shelf import SUFFIX
from briefing.store.team import Team
from briefing.template import Template
from briefing.ui.dialogs.small import Naming
from briefing.ui.home_work import mark_of
from briefing.ui.messages import Answer, Message
from briefing.words import Words

if TYPE_CHECKING:
    from briefing.ui.dialogs.template.editor import TemplateEditor
    from briefing.ui.main_window import MainWindow


class TemplateCommands(QObject):
    """The forms of one window's note, and the library."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._editor: TemplateEditor | None = None
        window.home.library_changed.connect(self.library_changed)

    def table(self) -> dict[str, Callable[[], object]]:
        """What each of these commands does, by name."""
        return {
            "choose_template": self.choose,
            "edit_template": self.edit,
            "save_template_as": self.save_as,
            "take_newer": self.take_newer,
            "new_from_word": self.new_from_word,
            "import_template": self.bring,
            "share_template": self.share,
            "manage_templates": self.manage,
            "template_reference": self.explain,
        }

    @property
    def _words(self) -> Words:
        return self._window.home.words

    def library_changed(self) -> None:
        """Shows the library as it is now: on the start screen, or to a note whose form it has newer."""
        window = self._window
        if window.on_start:
            window.show_forms()
        else:
            self.offer_newer()

    # -- the note's form

    def use(self, name: str) -> None:
        """Puts the note in another form; what has no place there is asked about first."""
        from briefing.ui.dialogs.template.moving import ask_moves  # noqa: PLC0415 - loaded when first needed

        window = self._window
        copy = window.home.template_copy(name)
        note = ask_moves(window, window.session.note, copy)
        if note is not None:
            window.session.apply(note, Label("template"))

    def choose(self) -> None:
        """The picker: every form with its page."""
        from briefing.ui.dialogs.template.picker import TemplatePicker, offers  # noqa: PLC0415 - first use

        window = self._window
        self.refresh_team()
        note = window.session.note
        picker = TemplatePicker(window.theme, self._words, offers(window.home), note, window)
        if picker.exec() and picker.chosen():
            self.use(picker.chosen())

    def offer_newer(self) -> None:
        """Says that the library's form is newer than the note's copy, and offers it."""
        window, words = self._window, self._words
        newer = None if window.on_start else window.home.newer_copy(window.session.note.template)
        window.actions_by_name["take_newer"].setEnabled(newer is not None)
        if newer is None:
            return
        title = words("templates.newer", name=window.session.template.name)
        take = Answer(words("templates.newer_take"), self.take_newer, primary=True)
        keep = Answer(words("templates.newer_keep"), self._keep_older)
        window.say(Message("info", title, words("templates.newer_text"), (take, keep)))

    def take_newer(self) -> None:
        """The library's form in place of the note's copy, as one step."""
        window = self._window
        newer = window.home.newer_copy(window.session.note.template)
        if newer is None:
            window.screens.announced.emit(self._words("templates.newer_none"))
        else:
            self._take(newer)

    def _take(self, copy: TemplateCopy) -> None:
        from briefing.ui.dialogs.template.moving import ask_moves  # noqa: PLC0415 - loaded when first needed

        window = self._window
        note = ask_moves(window, window.session.note, copy)
        if note is not None:
            window.session.apply(note, Label("template"))
        window.actions_by_name["take_newer"].setEnabled(False)

    def _keep_older(self) -> None:
        """The note's own copy stays; the library's version as it is now is not offered again."""
        session, home = self._window.session, self._window.home
        newer = home.newer_copy(session.note.template)
        if newer is not None:
            copy = replace(session.note.template, taken=newer.taken)
            session.apply(edits.set_template(session.note, copy), Label("template_kept"))

    # -- the editor

    def edit(self) -> None:
        """The editor on the note's own form."""
        self._edit(self._window.session.template, self._window.session.note.template.name)

    def edit_named(self, name: str) -> None:
        """The editor on a form of the library."""
        copy = self._window.home.template_copy(name)
        self._edit(templates.parse(copy.source, copy.name), name)

    def new_from_word(self) -> None:
        """A form around the organisation's own Word file."""
        from briefing.ui.dialogs.template.word_page import is_word  # noqa: PLC0415 - loaded when first needed

        words = self._words
        title, patterns = words("templates.word_choose"), words("templates.word_filter")
        chosen, _ = QFileDialog.getOpenFileName(self._window, title, str(Path.home()), patterns)
        if not chosen:
            return
        path = Path(chosen)
        if not is_word(path):
            said = words("templates.word_not_word", name=path.name, most="2,048")
            self._window.say(Message("warn", said))
            return
        copy = self._window.home.template_copy()
        form = templates.parse(copy.source, copy.name)
        packed = b64encode(read_plain(path, limits.MOST_TEMPLATE_BYTES)).decode("ascii")
        word = replace(form.word, way="base", file=path.name, data=packed)
        name = self._window.home.library.free_name(safe_name(path.stem, "template"))
        self._edit(replace(form, name=path.stem, word=word), name, is_new=True)

    def _edit(self, form: Template, name: str, *, is_new: bool = False) -> None:
        from briefing.ui.dialogs.template.editor import Acts, Case, TemplateEditor  # noqa: PLC0415 - first use

        window = self._window
        is_notes = not window.on_start and not is_new and window.session.note.template.name == name
        acts = Acts(
            save=partial(self._save, name, is_notes=is_notes),
            save_as=partial(self._save_under, is_notes=is_notes),
            share=self._share,
            bring=self._read_file,
            explain=self.explain,
        )
        case = Case(form, window.session.note, window.home.uses_of(name), self._origin(name))
        self._editor = TemplateEditor(window.theme, self._words, case, acts, window)
        self._editor.exec()
        self._editor.deleteLater()
        self._editor = None

    def _origin(self, name: str) -> str:
        known = {e.name.casefold(): e.origin for e in self._window.home.library.list_templates()}
        origin = known.get(name.casefold(), "note")
        return "" if origin == "own" else self._words(f"templates.origin_{origin}")

    def _save(self, name: str, form: Template, *, is_notes: bool) -> bool:
        return self._keep(safe_name(name, "template"), form, is_notes=is_notes)

    def _save_under(self, form: Template, *, is_notes: bool) -> bool:
        words = self._words
        parent = self._editor or self._window
        sheet = Naming(self._window.theme, words, words("window.template_title"), form.name, parent)
        if not sheet.exec():
            return False
        title = sheet.chosen()
        name = safe_name(title, "template")
        return self._may_replace(name) and self._keep(name, replace(form, name=title), is_notes=is_notes)

    def _keep(self, name: str, form: Template, *, is_notes: bool) -> bool:
        window, source = self._window, templates.to_toml(form)
        try:
            window.home.library.save_template(name, source, overwrite=True)
        except BriefingError as failure:
            self._say(failure)
            return False
        if is_notes:
            window.session.use_template(name, source, mark_of(source))
        window.say(Message("good", self._words("window.template_saved", name=form.name)))
        window.home.library_changed.emit()
        return True

    # -- files

    def save_as(self) -> None:
        """Keeps the note's form in the library under a name."""
        self._save_under(self._window.session.template, is_notes=True)

    def bring(self) -> None:
        """Takes a template file into the analyst's own library."""
        form = self._read_file()
        if form is not None:
            name = safe_name(form.name, "template")
            if self._may_replace(name) and self._keep(name, form, is_notes=False):
                self._window.say(Message("good", self._words("window.template_imported", name=form.name)))

    def _read_file(self) -> Template | None:
        window, words = self._window, self._words
        title, patterns = words("window.template_import"), words("window.template_filter")
        chosen, _ = QFileDialog.getOpenFileName(self._editor or window, title, str(Path.home()), patterns)
        if not chosen:
            return None
        path = Path(chosen)
        try:
            source = read_plain(path, limits.MOST_TEMPLATE_BYTES).decode("utf-8-sig")
            return templates.parse(source, path.name)
        except (OSError, UnicodeDecodeError) as fault:
            said = words("faults.import_unreadable", name=path.name, detail="")
            self._tell(Message("warn", said, words("faults.import_unreadable_do"), detail=str(fault)))
        except BriefingError as failure:
            self._say(failure)
        return None

    def share(self) -> None:
        """The note's form as one file, its Word file inside."""
        self._share(self._window.session.template)

    def _share(self, form: Template) -> None:
        words = self._words
        start = str(Path.home() / f"{safe_name(form.name, 'template')}{SUFFIX}")
        title, patterns = words("window.share_template"), words("window.template_filter")
        chosen, _ = QFileDialog.getSaveFileName(self._editor or self._window, title, start, patterns)
        if not chosen:
            return
        try:
            write_whole(Path(chosen), templates.to_toml(form).encode(), overwrite=True)
        except BriefingError as failure:
            self._say(failure)
        else:
            self._tell(Message("good", words("templates.shared", name=Path(chosen).name)))

    def _may_replace(self, name: str) -> bool:
        """Asks before one of the analyst's own templates is replaced."""
        own = [e for e in self._window.home.library.list_templates() if e.origin == "own"]
        if all(e.name.casefold() != name.casefold() for e in own):
            return True
        words = self._words
        text = words("templates.replace", name=name)
        answer = QMessageBox.question(self._editor or self._window, words("window.template_title"), text)
        return answer == QMessageBox.StandardButton.Yes

    def _say(self, failure: BriefingError) -> None:
        told = explain(failure, self._words)
        self._tell(Message("warn", told.what, told.then, detail=told.detail))

    def _tell(self, message: Message) -> None:
        """Says it in the window, and in the dialog that covers it."""
        self._window.say(message)
        if self._editor is not None:
            self._editor.say(f"{message.title} {message.text}".strip())

    # -- the library

    def refresh_team(self) -> None:
        """Looks at the team's folder, off the window's thread; the menus use the copy meanwhile."""
        window = self._window
        library = window.home.library
        if library.places.team is not None:
            window.jobs.run(library.refresh_team, self._team_read, lambda _: None)

    def _team_read(self, team: Team | None) -> None:
        if team is not None and team.changed:
            self._window.home.library_changed.emit()
        elif team is not None and not team.reached:
            self._window.screens.announced.emit(self._words("templates.team_away"))

    def manage(self) -> None:
        """The library: edit, duplicate, rename, delete, bring back."""
        from briefing.ui.dialogs.template.managing import ManageSheet  # noqa: PLC0415 - loaded when first needed

        window = self._window
        sheet = ManageSheet(window.theme, self._words, window.home, window)
        if sheet.exec() and sheet.to_edit:
            self.edit_named(sheet.to_edit)
        window.home.library_changed.emit()

    def explain(self) -> None:
        """Every key a template may hold."""
        from briefing.ui.dialogs.template.reference import ReferenceSheet  # noqa: PLC0415 - first use

        ReferenceSheet(self._window.theme, self._words, self._editor or self._window).exec()
