"""Saving the open note to its file: the values go to the disk, the answers go to the analyst."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace
from PySide6 import QtWidgets
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from briefing import settings as config
from briefing.errors import BriefingError, ChangedOnDisk, NoteLocked, WriteFailed
from briefing.faults import Explained, explain
from briefing.store.naming import safe_name
from briefing.store.notes import SUFFIX
from briefing.ui.home import Home
from briefing.ui.keeping import Keeping
from briefing.ui.messages import Answer, Message
from briefing.words import Words

AUTOSAVE_MS = 2000
MOUNTED_BELOW = {"mnt": 1, "Volumes": 1, "media": 2, "run": 3}  # how deep drives are mounted there
SAID_OF_SAVING = ("no-drive", "no-folder", "denied", "full", "failed")


class Saving(QObject):
    """Writes the session's note. `say` shows a message; dialogs are asked for on `window`."""

    written = Signal()
    conflicted = Signal()  # the file is no longer what was opened or saved last

    def __init__(self, window: QWidget, keeping: Keeping, home: Home, say: Callable[[Message], None]) -> None:
        super().__init__(window)
        session = keeping.session
        self._window, self._session, self._home, self._say = window, session, home, say
        self._keeping = keeping
        keeping.trouble.connect(self._say_trouble)
        self.asks = True  # before an unsaved note goes
        self._version_failed: WriteFailed | None = None
        self._autosave = QTimer(self, interval=AUTOSAVE_MS, singleShot=True)
        self._autosave.timeout.connect(self._save_by_itself)
        session.note_changed.connect(lambda _, __: self._autosave.start())

    @property
    def _words(self) -> Words:
        return self._home.words

    def save(self) -> bool:
        """Saves to the note's file, asking for a name the first time. False if nothing was saved."""
        path = self._session.path
        if self._session.refuses():
            return False
        return self.save_as() if path is None else self._save_to(path)

    def hold(self) -> None:
        """Nothing is saved by itself until a person has saved: what came back is theirs to look at first."""
        self._keeping.held = True

    def save_as(self) -> bool:
        """Asks for a name and saves there. False if the analyst changed their mind or it failed."""
        words = self._words
        name = safe_name(self._session.note.title, words("window.title_untitled"))
        start = self._session.path or self._home.folder() / f"{name}{SUFFIX}"
        chosen, _ = QtWidgets.QFileDialog.getSaveFileName(
            self._window, words("window.save_title"), str(start), words("window.save_filter")
        )
        if not chosen:
            return False
        path = Path(chosen)
        path = path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)
        if path == self._session.path and self._session.refuses():
            return False
        own = path == self._session.path  # then it is an ordinary save, which never overwrites what nobody saw
        return self._save_to(path, overwrite=not own)  # the file dialog has asked already

    def may_close(self) -> bool:
        """Whether the note may go: it is saved, the analyst saved it now, or lets it go."""
        session, words = self._session, self._words
        if session.is_saved or session.is_empty or not self.asks:
            self._keeping.close(discard=False)
            return True
        from briefing.ui.boxes import asked_to_leave  # noqa: PLC0415 - dialogs are loaded after the first paint

        name = session.note.title or words("window.title_untitled")
        title = words("window.close_title", name=name)
        text = words("window.close_text", days=self._home.settings.get(config.HISTORY_DAYS))
        answer = asked_to_leave(self._window, words, title, text)
        if answer == "save":
            saved = self.save_as() if session.read_only else self.save()
            if not saved or not self._may_close_without_version(name):
                return False
            self._keeping.close(discard=False)
            return True
        if answer == "stay":
            return False
        self._keeping.close(discard=True)
        return True

    def _may_close_without_version(self, name: str) -> bool:
        """A version that could not be kept stops the way out: nobody would see the message."""
        if self._version_failed is None:
            return True
        from briefing.ui.boxes import Icon, Role, plain_box  # noqa: PLC0415 - dialogs are loaded after the first paint

        words = self._words
        title, text = words("kept.close_unkept", name=name), words("kept.close_unkept_do")
        box = plain_box(self._window, Icon.Warning, title, text)
        away = box.addButton(words("kept.close_anyway"), Role.AcceptRole)
        box.addButton(words("window.cancel"), Role.RejectRole)
        box.exec()
        return box.clickedButton() is away

    def _save_by_itself(self) -> None:
        session = self._session
        wanted = not self._keeping.held and self._home.settings.get(config.AUTOSAVE)
        if wanted and session.path is not None and not (session.is_saved or session.read_only):
            self._save_to(session.path)

    def _save_to(self, path: Path, *, overwrite: bool = False) -> bool:
        note = self._session.note
        try:
            kept = self._keeping.save(note, path, overwrite=overwrite)
        except ChangedOnDisk:
            self.conflicted.emit()
            return False
        except NoteLocked as locked:
            self._say_locked(locked, path)
            return False
        except BriefingError as failure:
            self._say_failed(failure, path)
            return False
        self._keeping.held = False
        self._session.saved(note, path, kept.saved.sha256)
        self._session.set_read_only(False)
        self._version_failed = kept.version_failed
        if kept.version_failed is not None:
            self._say_version_failed(kept.version_failed)
        self._home.remember(path, note)
        self.written.emit()
        return True

    def _say_trouble(self, failure: WriteFailed | None) -> None:
        """The journal cannot be written: said at once, with the way out."""
        words = self._words
        if failure is not None:
            save = Answer(words("window.save_as"), self.save_as, primary=True)
            text = words("window.not_kept_do")
            self._say(Message("danger", words("window.not_kept"), text, (save,), failure.detail, "keeping"))
        else:
            self._say(Message("good", words("kept.kept_again"), about="keeping"))

    def _say_locked(self, locked: NoteLocked, path: Path) -> None:
        """Somebody has that file open: ours was taken over, or another was chosen that is not ours."""
        if path == self._session.path:
            self._keeping.taken_over.emit(locked)
        else:
            self._say(not_written(explain(locked, self._words), self._words, self.save_as, self.save_as))

    def _say_failed(self, failure: BriefingError, path: Path) -> None:
        """What kept the note from its folder. While the journal cannot be written there is no recovery copy."""
        told, words = explain(failure, self._words), self._words
        if isinstance(failure, WriteFailed) and not self._keeping.in_trouble:
            reason = failure.reason
            reason = "no-drive" if reason == "no-folder" and is_away(path) else reason
            if reason in SAID_OF_SAVING:
                title = words("window.save_failed", folder=path.parent.as_posix())
                told = replace(told, what=title, then=words(f"window.save_failed_{reason}_do"))
        self._say(not_written(told, words, self.save, self.save_as))

    def _say_version_failed(self, failure: WriteFailed) -> None:
        words = self._words
        title, text = words("window.version_failed"), words("window.version_failed_do")
        self._say(Message("warn", title, text, detail=failure.detail))


def is_away(path: Path) -> bool:
    """Whether not only the folder is missing, but the drive or share that it was on."""
    there = next((p for p in path.absolute().parents if p.exists()), None)
    if there is None or there.drive:
        return there is None
    top = there.parts[1:]
    return not top or len(top) <= MOUNTED_BELOW.get(top[0], 0)


def not_written(
    told: Explained, words: Words, again: Callable[[], object], elsewhere: Callable[[], object]
) -> Message:
    """What is said when a file could not be written: with a way to another place, and another try."""
    answers = (
        Answer(words("window.save_elsewhere"), elsewhere, primary=True),
        Answer(words("window.try_again"), again),
    )
    return Message("danger", told.what, told.then, answers, told.detail, "writing")
