"""The commands of the Template menu: another form for the note, and the forms themselves."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject

from briefing.model import edits
from briefing.model.history import Label
from briefing.model.note import TemplateCopy
from briefing.store.naming import safe_name
from briefing.store.team import Team
from briefing.ui.messages import Answer, Message
from briefing.ui.template_editing import TemplateEditing
from briefing.ui.template_files import TemplateFiles
from briefing.words import Words

if TYPE_CHECKING:
    from briefing.ui.main_window import MainWindow


class TemplateCommands(QObject):
    """The forms of one window's note, and the library."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._files = TemplateFiles(window)
        self._editing = TemplateEditing(window, self._files)

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
            "template_reference": self._editing.explain,
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

    # -- the forms themselves

    def edit(self) -> None:
        """The editor on the note's own form."""
        self._editing.edit()

    def new(self) -> None:
        """The editor on a form of one's own, begun as the one that is chosen."""
        self._editing.new()

    def new_from_word(self) -> None:
        """The editor on a form around the organisation's own Word file."""
        self._editing.new_from_word()

    def save_as(self) -> None:
        """Keeps the note's form in the library under a name."""
        self._files.save_under(self._window.session.template, is_notes=True)

    def bring(self) -> None:
        """Takes a template file into the analyst's own library."""
        form = self._files.read()
        if form is not None:
            name = safe_name(form.name, "template")
            if self._files.may_replace(name) and self._files.keep(name, form, is_notes=False):
                self._window.say(Message("good", self._words("window.template_imported", name=form.name)))

    def share(self) -> None:
        """The note's form as one file, its Word file inside."""
        self._files.share(self._window.session.template)

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
            self._editing.edit_named(sheet.to_edit)
        window.home.library_changed.emit()
