"""What somebody else saved meanwhile: seen by content, told in words, brought together with mine if wanted."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from briefing.errors import BriefingError
from briefing.faults import explain
from briefing.model.history import Label
from briefing.store.lock import Holder
from briefing.ui.keeping import Outside
from briefing.ui.messages import Answer, Message
from briefing.words import Words

if TYPE_CHECKING:
    from briefing.model.note import Note
    from briefing.ui.desk import Desk
    from briefing.ui.main_window import MainWindow


class Joining(QObject):
    """Looks at the file when the window comes to the front, and before every save. Nothing is taken unasked."""

    def __init__(self, window: MainWindow, desk: Desk) -> None:
        super().__init__(window)
        self._window, self._desk = window, desk
        self._said = ""  # the hash of what was told last
        desk.saving.conflicted.connect(self.look)

    @property
    def _words(self) -> Words:
        return self._window.home.words

    def look_again(self) -> None:
        """Looks at the file in another thread; tells only what was not told yet."""
        if self._desk.session.path is not None:
            self._desk.jobs.run(self._looked, self._tell_new, lambda _: None)

    def _looked(self) -> Outside | None:
        """Who has the note and what its file holds, in another thread: a share may not answer."""
        self._desk.keeping.check_lock()
        return self._desk.keeping.changed_outside()

    def look(self) -> None:
        """Looks at the file, since a save found it changed, and tells."""
        self._desk.jobs.run(self._desk.keeping.changed_outside, self._tell, lambda _: None)

    def _tell_new(self, outside: Outside | None) -> None:
        if outside is not None and outside.theirs.sha256 != self._said:
            self._tell(outside)

    def _tell(self, outside: Outside | None) -> None:
        if outside is None or self._desk.session.path != outside.path:
            return
        self._said = outside.theirs.sha256
        words, saving = self._words, self._desk.saving
        load = Answer(words("window.load_theirs"), self.load_theirs)
        name, who = outside.path.name, person(outside.holder, words)
        changes = _changes(outside.base, outside.theirs.note, words)
        if self._desk.session.is_saved or self._desk.session.read_only:
            title = words("kept.changed_outside", name=name, who=who, changes=changes)
            show = Answer(words("kept.take_theirs"), self.load_theirs, primary=True)
            self._window.say(Message("warn", title, words("kept.changed_outside_do"), (show,)))
            return
        answers = (
            Answer(words("kept.join"), lambda: self.join(outside), primary=True),
            load,
            Answer(words("kept.save_copy"), saving.save_as),
        )
        title = words("window.conflict_title", name=name)
        text = f"{words('window.conflict_text')} {words('kept.join_theirs', who=who)}: {changes}."
        self._window.say(Message("warn", title, text, answers))

    def join(self, outside: Outside) -> None:
        """Shows what would come in, and brings both together if that is wanted; then saves."""
        from briefing.store.merge import merged  # noqa: PLC0415 - loaded after the first paint
        from briefing.ui.dialogs.joining import JoinSheet, Joint  # noqa: PLC0415 - loaded after the first paint

        window, desk, words = self._window, self._desk, self._words
        mine = desk.session.note
        both = merged(outside.base, mine, outside.theirs.note)
        joint = Joint(person(outside.holder, words), outside.base, outside.theirs.note, both.conflicts)
        if not JoinSheet(window.theme, words, joint, window).exec():
            return
        if not self._tried(self._merge):
            return
        if desk.saving.save():
            changes = _changes(mine, desk.session.note, words)
            disagree = words("kept.joined_both", count=len(both.conflicts)) if both.conflicts else ""
            text = f"{disagree} {words('kept.joined_do')}".strip()
            window.say(Message("info", words("kept.joined", changes=changes), text))

    def _merge(self) -> None:
        both = self._desk.keeping.merge_with_disk()
        self._rest_on_disk()
        self._desk.session.apply(both.note, Label("merged"))

    def load_theirs(self) -> None:
        """What the file holds now, in place of mine; undo leads back, and mine stays as a version."""
        desk, words = self._desk, self._words
        mine = desk.session.note
        if not self._tried(self._take_disk):
            return
        changes = _changes(mine, desk.session.note, words)
        text = words("kept.theirs_loaded_do") if not desk.session.read_only else ""
        self._window.say(Message("info", words("kept.theirs_loaded", changes=changes), text))

    def _take_disk(self) -> None:
        session = self._desk.session
        theirs = self._desk.keeping.take_disk()
        if session.read_only:
            session.opened(theirs.note, session.path, theirs.sha256)
            session.set_read_only(True)
            return
        self._rest_on_disk()
        session.apply(theirs.note, Label("load_theirs"))

    def _rest_on_disk(self) -> None:
        base, session = self._desk.keeping.keeper.base, self._desk.session
        if session.path is not None:
            session.saved(base.note, session.path, base.sha256)

    def _tried(self, act: Callable[[], None]) -> bool:
        try:
            act()
        except BriefingError as failure:
            told = explain(failure, self._words)
            self._window.say(Message("danger", told.what, told.then, detail=told.detail))
            return False
        return True


def _changes(before: Note, after: Note, words: Words) -> str:
    from briefing.store.differences import differences  # noqa: PLC0415 - loaded after the first paint
    from briefing.ui.telling import summed  # noqa: PLC0415 - loaded after the first paint

    return summed(differences(before, after), words)


def person(holder: Holder | None, words: Words) -> str:
    """Who that is, as far as it can be told."""
    if holder is None or not (holder.person or holder.computer):
        return words("kept.somebody")
    if not holder.computer:
        return holder.person
    return words("kept.person_on", person=holder.person or words("kept.somebody"), computer=holder.computer)
