"""A note that somebody else has open: read only, a copy, or taken over, as the person decides."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from briefing.errors import NoteLocked
from briefing.store.keeping import Opened
from briefing.store.lock import holder_of
from briefing.store.processes import host_mark
from briefing.ui.messages import Answer, Message
from briefing.ui.versioning import a_copy
from briefing.words import Words

if TYPE_CHECKING:
    from briefing.ui.desk import Desk
    from briefing.ui.main_window import MainWindow


class Sharing(QObject):
    """Asks, and keeps a window that may only read from changing anything."""

    def __init__(self, window: MainWindow, desk: Desk) -> None:
        super().__init__(window)
        self._window, self._desk = window, desk
        self._locked: NoteLocked | None = None
        desk.opening.locked.connect(self.ask)
        desk.keeping.taken_over.connect(self.taken_over)
        desk.session.refused.connect(self._say_refused)
        desk.session.saved_changed.connect(self.show_state)

    @property
    def _words(self) -> Words:
        return self._window.home.words

    def ask(self, opened: Opened) -> None:
        """What to do with a note that somebody has open; nothing if that is another window of this program."""
        holder = holder_of(opened.path)
        if holder is not None and holder.host == host_mark() and holder.pid == os.getpid():
            self._window.request_shown.emit(self._window, opened.path)
            return
        if opened.locked is None:
            return
        from briefing.ui.boxes import Icon, Role, plain_box  # noqa: PLC0415 - dialogs are loaded after the first paint

        words = self._words
        box = plain_box(self._window, Icon.Question, self._who_has(opened.locked), words("kept.locked_do"))
        read = box.addButton(words("kept.open_read_only"), Role.AcceptRole)
        copy = box.addButton(words("kept.open_copy"), Role.ActionRole)
        take = box.addButton(words("kept.take_over"), Role.DestructiveRole)
        box.addButton(words("window.cancel"), Role.RejectRole)
        box.setDefaultButton(read)
        box.exec()
        if box.clickedButton() is read:
            self._locked = opened.locked
            self._desk.opening.show_opened(opened)
        elif box.clickedButton() is copy:
            self._open_copy(opened)
        elif box.clickedButton() is take:
            self._desk.opening.take_over(opened.path)

    def taken_over(self, locked: NoteLocked) -> None:
        """Somebody has taken our note over: from now on it may only be read here; our work stays."""
        if self._desk.session.read_only:
            return
        words, self._locked = self._words, locked
        self._desk.editor.keep_typing()
        self._desk.session.set_read_only(True)
        answer = Answer(words("kept.save_copy"), self._desk.saving.save_as, primary=True)
        title = words("kept.taken_over", who=who(locked, words))
        self._window.say(Message("warn", title, words("kept.taken_over_do"), (answer,)))

    def _open_copy(self, opened: Opened) -> None:
        words = self._words
        self._desk.opening.begin_copy(a_copy(opened.loaded.note))
        title = words("kept.copy_opened", name=opened.path.name)
        self._window.say(Message("info", title, words("kept.copy_opened_do")))

    def _who_has(self, locked: NoteLocked) -> str:
        words = self._words
        if not locked.since:
            return words("kept.locked_unknown", name=locked.target)
        from briefing.ui.telling import when_iso  # noqa: PLC0415 - loaded after the first paint

        since = when_iso(locked.since, words)
        return words("kept.locked", name=locked.target, who=who(locked, words), since=since)

    def _say_refused(self) -> None:
        words, path = self._words, self._desk.session.path
        name = who(self._locked, words) if self._locked is not None else words("kept.somebody")
        answers = [Answer(words("kept.save_copy"), self._desk.saving.save_as, primary=True)]
        if path is not None and self._desk.session.is_saved:
            answers.append(Answer(words("kept.take_over"), lambda: self._desk.opening.take_over(path)))
        text = words("kept.refused_do", who=name)
        self._window.say(Message("warn", words("kept.refused"), text, tuple(answers)))

    def show_state(self) -> None:
        """Lets the panes know whether the note may only be read."""
        on = self._desk.session.read_only
        self._desk.editor.points.set_read_only(on)
        self._desk.editor.toolbar.set_read_only(on)


def who(locked: NoteLocked, words: Words) -> str:
    """Who has the note, as far as it can be told."""
    person = locked.person or words("kept.somebody")
    return words("kept.person_on", person=person, computer=locked.computer) if locked.computer else person
