"""Earlier versions at the window: chosen, looked at, opened as notes of their own. No file is ever put back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject

from briefing.errors import WriteFailed
from briefing.model.note import Note, new_id
from briefing.store.versions import Versions
from briefing.ui.keeping import Keeping
from briefing.ui.messages import Message
from briefing.ui.opening import Opening

if TYPE_CHECKING:
    from briefing.ui.main_window import MainWindow


class Versioning(QObject):
    """The versions of one window's note."""

    def __init__(self, window: MainWindow, keeping: Keeping, opening: Opening) -> None:
        super().__init__(window)
        self._window = window
        keeping.version_unkept.connect(self._say_unkept)
        opening.versions_wanted.connect(lambda versions: self._choose(versions, None))

    def choose(self) -> None:
        """The dialog of earlier versions; the one chosen opens as a copy in a window of its own."""
        window = self._window
        window.editor.keep_typing()
        self._choose(window.keeping.keeper.versions, window.session.note)

    def _choose(self, versions: Versions, now: Note | None) -> None:
        """`now`: what the note is; None if its file is damaged."""
        from briefing.ui.dialogs.versions import VersionsSheet  # noqa: PLC0415 - loaded after the first paint
        from briefing.ui.telling import when  # noqa: PLC0415 - loaded after the first paint

        window = self._window
        sheet = VersionsSheet(window.theme, window.home.words, versions, now, window)
        if not sheet.exec():
            return
        note = sheet.chosen()
        if note is not None:
            moment = when(sheet.chosen_version().time, window.home.words)
            window.request_copy.emit(a_copy(note), self._restored(moment))

    def _restored(self, moment: str) -> Message:
        words = self._window.home.words
        return Message("info", words("kept.versions_restored", when=moment), words("kept.versions_restored_do"))

    def _say_unkept(self, failure: WriteFailed) -> None:
        words = self._window.home.words
        title, text = words("kept.version_unkept"), words("kept.version_unkept_do")
        self._window.say(Message("warn", title, text, detail=failure.detail))


def a_copy(note: Note) -> Note:
    """The same note as one of its own: its versions and journals are not those of the note it came from."""
    return replace(note, id=new_id("n"))
