"""Unsaved work of an earlier session: back as one step, told in words, in a file only when asked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from briefing.errors import WriteFailed
from briefing.faults import explain
from briefing.model.history import Label
from briefing.store.keeping import Opened
from briefing.store.recovery import Replay
from briefing.ui.keeping import put_away
from briefing.ui.messages import Answer, Message

if TYPE_CHECKING:
    from briefing.model.note import Note
    from briefing.ui.desk import Desk
    from briefing.ui.main_window import MainWindow
    from briefing.words import Words


class Recovering(QObject):
    """What journals hold for the note of one window."""

    def __init__(self, window: MainWindow, desk: Desk) -> None:
        super().__init__(window)
        self._window, self._desk = window, desk
        self._diverged: list[Replay] = []
        desk.opening.found_work.connect(self.offer)

    def offer(self, opened: Opened) -> None:
        """Brings back what continues the file; then what parted from it is offered, one by one."""
        self._diverged = list(opened.found.diverged)
        if opened.found.continues is not None:
            self.take_up(opened.found.continues)
        else:
            self._offer_next()

    def restore(self, found: Replay) -> None:
        """Takes up unsaved work of a note that has no file, or whose file is gone or damaged."""
        self._desk.session.opened(found.base.note, None, None)
        self.take_up(found)
        self._desk.opening.note_opened.emit()

    def take_up(self, found: Replay) -> None:
        """Brings unsaved work back as one step, so that undo leads to what the file holds."""
        desk, words = self._desk, self._window.home.words
        try:
            desk.keeping.take_up(found)
        except WriteFailed as failure:
            self._say_failed(failure)
            return
        desk.saving.hold()
        desk.session.apply(found.note, Label("recovered"))
        answers = [Answer(words("kept.save_now"), desk.saving.save, primary=True)]
        if desk.session.path is not None:
            answers.append(Answer(words("kept.file_on_disk"), self._back_to_file))
        title = words("kept.recovered", changes=_changes(found.base.note, found.note, words))
        text = words("kept.recovered_do", when=_when(found.time, words))
        self._window.say(Message("info", title, text, tuple(answers)))

    def _back_to_file(self) -> None:
        self._desk.session.undo()
        self._offer_next()

    def _offer_next(self) -> None:
        if not self._diverged:
            return
        found, words = self._diverged.pop(0), self._window.home.words
        changes = _changes(found.base.note, found.note, words)
        answers = (
            Answer(words("kept.join"), lambda: self._join(found), primary=True),
            Answer(words("kept.put_away"), lambda: self._put_away(found)),
        )
        text = words("kept.diverged_do", when=_when(found.time, words))
        self._window.say(Message("warn", words("kept.diverged", changes=changes), text, answers))

    def _put_away(self, found: Replay) -> None:
        put_away(found)
        self._offer_next()

    def _join(self, found: Replay) -> None:
        """Shows what earlier work on another state of the file holds, and takes it into the note if wanted."""
        from briefing.store.merge import merged  # noqa: PLC0415 - loaded after the first paint
        from briefing.ui.dialogs.joining import JoinSheet, Joint  # noqa: PLC0415 - loaded after the first paint

        window, desk, words = self._window, self._desk, self._window.home.words
        both = merged(found.base.note, found.note, desk.session.note)
        joint = Joint(words("kept.diverged_who"), found.base.note, found.note, both.conflicts)
        sheet = JoinSheet(window.theme, words, joint, window)
        if not sheet.exec():
            return
        before = desk.session.note
        try:
            both = desk.keeping.merge_in(found)
        except WriteFailed as failure:
            self._say_failed(failure)
            return
        desk.saving.hold()
        desk.session.apply(both.note, Label("merged"))
        title = words("kept.joined", changes=_changes(before, both.note, words))
        answer = Answer(words("kept.save_now"), desk.saving.save, primary=True)
        window.say(Message("info", title, words("kept.joined_do"), (answer,)))

    def _say_failed(self, failure: WriteFailed) -> None:
        told = explain(failure, self._window.home.words)
        self._window.say(Message("danger", told.what, told.then, detail=told.detail))


def _changes(before: Note, after: Note, words: Words) -> str:
    from briefing.store.differences import differences  # noqa: PLC0415 - loaded after the first paint
    from briefing.ui.telling import summed  # noqa: PLC0415 - loaded after the first paint

    return summed(differences(before, after), words)


def _when(time: str, words: Words) -> str:
    from briefing.ui.telling import when_iso  # noqa: PLC0415 - loaded after the first paint

    return when_iso(time, words)


def file_of(found: Replay) -> Path | None:
    """The file that unsaved work belongs to, if it is there."""
    path = Path(found.base.path) if found.base.path else None
    return path if path is not None and path.is_file() else None
