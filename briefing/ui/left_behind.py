"""Unsaved work that no running program keeps: said on the start screen, taken up or put away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from briefing.store.differences import differences
from briefing.store.recovery import Replay
from briefing.ui.keeping import left_behind, put_away
from briefing.ui.messages import Answer, Message
from briefing.ui.recovering import file_of
from briefing.ui.telling import summed, when_iso

if TYPE_CHECKING:
    from briefing.ui.main_window import MainWindow


class LeftBehind(QObject):
    """What was not saved last time, offered in one window, the newest first."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def offer(self) -> None:
        """Says what was left, if anything was and the start screen is in view."""
        left = left_behind()
        if not left or not self._window.on_start:
            return
        words, newest = self._window.home.words, left[0]
        name = newest.note.title or words("window.title_untitled")
        changes = summed(differences(newest.base.note, newest.note), words)
        text = words("kept.left_text", name=name, changes=changes, when=when_iso(newest.time, words))
        answers = (
            Answer(words("window.left_restore"), lambda: self._restore(newest), primary=True),
            Answer(words("window.left_discard"), lambda: self._discard(newest)),
        )
        self._window.say(Message("info", words("window.left", count=len(left)), text, answers))

    def _restore(self, found: Replay) -> None:
        path = file_of(found)
        if path is None:
            self._window.desk.recovering.restore(found)
            return
        words = self._window.home.words
        otherwise = Answer(words("kept.left_damaged"), lambda: self._window.desk.recovering.restore(found))
        self._window.opening.open_note(path, otherwise)

    def _discard(self, found: Replay) -> None:
        put_away(found)
        self.offer()
