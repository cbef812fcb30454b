"""What an open note needs, built when the first article or note comes. All wiring of its parts is here."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent

from briefing import settings as config
from briefing.model import edits
from briefing.model.note import Note
from briefing.ui import assistance
from briefing.ui.commands import Commands
from briefing.ui.drafting import drafter
from briefing.ui.editor import Editor
from briefing.ui.home import Home
from briefing.ui.jobs import Jobs
from briefing.ui.joining import Joining
from briefing.ui.keeping import Keeping
from briefing.ui.menus import Menus
from briefing.ui.opening import Opening
from briefing.ui.place import keep_place, restore_panes, restore_place
from briefing.ui.recovering import Recovering
from briefing.ui.recovery_age import RecoveryAge
from briefing.ui.saving import Saving
from briefing.ui.screens import Screens
from briefing.ui.session import Session, new_note
from briefing.ui.sharing import Sharing
from briefing.ui.suggestion_wishes import SuggestionWishes
from briefing.ui.unfinished import Unfinished
from briefing.ui.versioning import Versioning
from briefing.ui.wishes import PointWishes, SourceWishes, with_field

if TYPE_CHECKING:
    from briefing.ui.exporting import Exporting
    from briefing.ui.main_window import MainWindow


class Desk(QObject):
    """The parts of one note's window. `commands` and `menus` come with `wire`: they need the others."""

    commands: Commands
    menus: Menus

    def __init__(self, window: MainWindow, session: Session, keeping: Keeping | None) -> None:
        super().__init__(window)
        home, theme = window.home, window.theme
        self._window = window
        self.session = session
        session.setParent(self)
        self.jobs = Jobs(self)
        self.editor = Editor(theme, home.words, window.stack)
        self.keeping = keeping or Keeping(session)  # before the panes: it hears of a change first
        self.screens = Screens(session, self.editor, home.words, self.jobs, self)
        self.source_wishes = SourceWishes(self.screens, drafter(self.screens), self)
        self.suggestion_wishes = SuggestionWishes(self.screens, drafter(self.screens), self)
        self.point_wishes = PointWishes(self.screens, self.source_wishes, self)
        session.note_changed.connect(self._wait_kept)  # after the panes: the disk works while they do
        self.opening = Opening(window, self.keeping, home, self.jobs, window.say)
        self.opening.template = window.template
        self.saving = Saving(window, self.keeping, home, window.say)
        self.versioning = Versioning(window, self.keeping, self.opening)
        self.sharing = Sharing(window, self)
        self.joining = Joining(window, self)
        self.recovering = Recovering(window, self)
        self.unfinished = Unfinished(self.keeping, self)
        self.recovery_age = RecoveryAge(self.keeping, self.editor.status, home.words, self)

    @cached_property
    def exporting(self) -> Exporting:
        """What writes the note for others."""
        from briefing.ui.exporting import Exporting  # noqa: PLC0415 - loaded after the first paint

        window = self._window
        made = Exporting(window, self.session, window.home, window.say, window.theme)
        made.asked_to_show.connect(self.commands.note.go_to_origin)
        return made

    def wire(self) -> None:
        """Joins the parts to each other, to the menus and to the settings."""
        window = self._window
        self.commands = Commands(window)
        self.menus = Menus(window)
        self.menus.attach()
        self.editor.toolbar.set_menus(self.menus.templates, self.menus.exports)
        self._connect_parts()
        self._connect_editor()
        self.sharing.show_state()
        self.use_settings()

    def _connect_parts(self) -> None:
        window = self._window
        self.opening.article_added.connect(self._article_added)
        self.opening.note_opened.connect(window.show_editor)
        self.opening.note_opened.connect(self._back_to_place)
        self.opening.note_opened.connect(self._note_opened)
        self.opening.importing.work_changed.connect(window.show_work)
        self.session.saved_changed.connect(self.commands.refresh)
        self.saving.written.connect(lambda: self.editor.messages.settle("writing"))
        self.keeping.trouble.connect(self.commands.refresh)
        self.screens.announced.connect(self.editor.status.say)

    def _connect_editor(self) -> None:
        editor, commands = self.editor, self.commands
        editor.messages.shown.connect(editor.status.say)
        editor.toolbar.title_edited.connect(commands.note.set_title)
        editor.toolbar.title_edited.connect(self.unfinished.over)
        editor.toolbar.title.textEdited.connect(
            lambda text: self.unfinished.written(lambda: edits.set_title(self.session.note, text.strip()))
        )
        editor.points.field_written.connect(self._field_written)
        editor.points.field_closed.connect(self.unfinished.over)
        editor.find_bar.request_find.connect(commands.view.searching.find)
        editor.find_bar.request_replace.connect(commands.view.searching.replace)
        editor.find_bar.closed.connect(lambda: editor.focus_pane("source"))
        editor.preview.origin_clicked.connect(commands.note.show_origin)
        editor.preview.origin_activated.connect(commands.note.edit_origin)
        editor.preview.announced.connect(editor.status.say)
        editor.preview.request_fit.connect(self.menus.open_fit)
        editor.source.folded_changed.connect(self._folded)
        editor.request_drop.connect(commands.files.drop)
        editor.source.request_details.connect(commands.note.article_details)
        editor.source.request_link.connect(commands.note.follow_link)
        editor.source.request_new_tag.connect(commands.note.new_tag_on)

    def _field_written(self, point_id: str, field: str, text: str) -> None:
        def note() -> Note:
            now, written = self.session.note, text.strip()
            known = any(p.id == point_id for p in now.points)
            return edits.change_point(now, point_id, lambda p: with_field(p, field, written)) if known else now

        self.unfinished.written(note)

    def _wait_kept(self) -> None:
        self.keeping.wait_shown()

    def _note_opened(self) -> None:
        self._window.once_painted(self._follow_opening)

    def _follow_opening(self) -> None:
        """What need not be seen at once: the note is the latest, and the library may have its form newer."""
        session = self.session
        if session.path is not None:
            self._window.home.remember(session.path, session.note)
        self.commands.templates.offer_newer()

    def _folded(self, on: bool) -> None:
        self._window.actions_by_name["show_hidden"].setChecked(not on)

    def _article_added(self) -> None:
        window, session = self._window, self.session
        first = len(session.note.articles) == 1
        window.start_messages.dismiss()
        window.show_editor()
        self.editor.focus_pane("source")
        if first:
            self._say_keys()
            if not assistance.is_loaded():
                self.screens.assisted.connect(self._say_keys, Qt.ConnectionType.SingleShotConnection)

    def _say_keys(self) -> None:
        """The keys of the first minute; they differ where suggestions wait."""
        count = min(9, len(self.session.template.tags))
        key = "window.import_suggested" if self.screens.suggestions else "window.import_first"
        self.editor.status.say(self._window.home.words(key, count=count))

    def use_settings(self) -> None:
        """Puts the settings that panes follow into force."""
        settings, editor, actions = self._window.home.settings, self.editor, self._window.actions_by_name
        letters, step_on, hints = (
            settings.get(s) for s in (config.LETTER_KEYS, config.STEP_ON, config.KEY_HINTS)
        )
        editor.source.set_single_letter_keys(letters)
        editor.points.set_single_letter_keys(letters)
        editor.source.set_step_after_tagging(step_on)
        editor.source.set_text_size(settings.get(config.READING_SIZE))
        editor.status.set_hints_on(hints)
        as_list = settings.get(config.SOURCE_AS_LIST)
        editor.source.set_as_list(as_list)
        actions["source_as_list"].setChecked(as_list)
        actions["step_on"].setChecked(step_on)
        actions["key_hints"].setChecked(hints)
        self.keeping.keep_versions(settings.get(config.KEEP_VERSIONS))

    def key_pressed(self, event: QKeyEvent) -> bool:
        """Whether the key was one of the window's own: F6 from pane to pane, ? for the keys."""
        if event.key() == Qt.Key.Key_F6 and not self._window.on_start:
            self.editor.next_pane(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
            return True
        if event.text() == "?":
            self.commands.asking.keys()
            return True
        return False

    def keep(self) -> bool:
        """Whether the note, and what is being typed, is on the disk now."""
        self.editor.keep_typing()
        return self.keeping.keep()

    def may_close(self) -> bool:
        """Whether the note may go. What was being typed is kept first; work under way is let go."""
        self.editor.keep_typing()
        if not self.saving.may_close():
            return False
        self.jobs.cancel()
        if self.session.path is not None:
            keep_place(self.session.note, self.screens, self.editor)
        return True

    def _back_to_place(self) -> None:
        restore_panes(self.editor)
        restore_place(self.session.note, self.screens, self.editor)


def fresh_session(home: Home) -> Session:
    """A session on an empty note in the usual form."""
    return Session(new_note(home.template_copy()))
