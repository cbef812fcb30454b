"""A note while somebody works on it: its file, its journal, its versions and its lock, together.

What the window and the tests of sudden death both use. Nothing here asks a person anything: what needs an
answer (a lock, a change on disk, unsaved work) is told as a value or a typed error.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from briefing.errors import NoteLocked, NoteUnreadable, WriteFailed
from briefing.model.note import Note
from briefing.store.codec import Parts, encode
from briefing.store.disk import DISK, FileSystem
from briefing.store.files import clean_stale
from briefing.store.journal import Journal
from briefing.store.lock import Lock, acquire, take_over
from briefing.store.log import Base
from briefing.store.notes import Loaded, Saved, load, read_note_file, save
from briefing.store.places import Places, folder_name
from briefing.store.recovery import Found, Replay, found_for, replay, retire
from briefing.store.tree import VERSION
from briefing.store.versions import Reason, Versions

if TYPE_CHECKING:
    from briefing.store.merge import Merged

Trouble = Callable[[WriteFailed | None], None]


class Opened(Struct, frozen=True):
    """A note that was opened, and what came to light with it. Opening has changed no file of the person's.

    `lock` is ours; without it either `locked` says who has the note, or `unlockable` why no lock could be
    written (then the note may be worked on, and the hash check alone protects it).
    """

    path: Path
    loaded: Loaded
    found: Found
    lock: Lock | None = None
    locked: NoteLocked | None = None
    unlockable: WriteFailed | None = None


def open_note(path: Path, places: Places, fs: FileSystem = DISK) -> Opened:
    """The note at `path`, its lock, and what the journals hold for it. Raises NoteUnreadable."""
    loaded = load(path, fs)
    clean_stale(path.parent, fs)
    found = found_for(loaded, path, places.journals, fs)
    try:
        return Opened(path, loaded, found, lock=acquire(path, fs=fs))
    except NoteLocked as locked:
        return Opened(path, loaded, found, locked=locked)
    except WriteFailed as failed:
        return Opened(path, loaded, found, unlockable=failed)


def take_over_note(path: Path, places: Places, fs: FileSystem = DISK) -> Opened:
    """The same, whoever has it open: the person has decided so. Raises NoteUnreadable, WriteFailed."""
    lock = take_over(path, fs=fs)
    try:
        loaded = load(path, fs)
    except NoteUnreadable:
        lock.release()
        raise
    return Opened(path, loaded, found_for(loaded, path, places.journals, fs), lock=lock)


class Kept(Struct, frozen=True):
    """A save. `version_failed`: the note is saved, but the version before it could not be kept; tell so."""

    saved: Saved
    version_failed: WriteFailed | None = None


class Keeper:
    """Keeps one note from its opening to its closing."""

    def __init__(
        self,
        places: Places,
        base: Base,
        *,
        lock: Lock | None = None,
        fs: FileSystem = DISK,
        on_trouble: Trouble = lambda _: None,
    ) -> None:
        self.places = places
        self.note = base.note
        self.base = base
        self.lock = lock
        self._fs = fs
        self._parts = Parts()
        self.keeps_versions = True
        self.renews = False  # an older version of the program wrote the file: the next save renews it
        folder = folder_name(base.note.id)
        self.versions = Versions(places.versions / folder, fs)
        self.journal = Journal(places.journals / folder, base, fs=fs, on_trouble=on_trouble)

    @property
    def path(self) -> Path | None:
        """Where the note's file is; None if it has none yet."""
        return Path(self.base.path) if self.base.path else None

    @property
    def unsaved(self) -> bool:
        """Whether the note holds something its file does not."""
        return self.note != self.base.note or not self.base.path

    def change(self, note: Note, *, typing: bool = False) -> Future[None]:
        """Done when the change is on the disk; its exception is WriteFailed."""
        self.note = note
        return self.journal.change(note, typing=typing)

    def draft(self, note: Note | None) -> None:
        """What is being written in a dialog is kept as typing; with None the note alone is kept again."""
        self.journal.change(note or self.note, typing=note is not None)

    def keep(self, note: Note) -> None:
        """The change is on the disk when this returns. Raises WriteFailed."""
        self.note = note
        self.journal.keep(note)

    def recover(self, found: Replay) -> None:
        """Unsaved work of an earlier session is this one's now. Raises WriteFailed; then it stays there too."""
        self.change(found.note).result()
        self.settle(found)

    def merge_in(self, found: Replay) -> Merged:
        """Unsaved work on an earlier state of the file, brought together with the note. Raises WriteFailed."""
        from briefing.store.merge import merged  # noqa: PLC0415 - loaded when two notes meet

        both = merged(found.base.note, found.note, self.note)
        self.change(both.note).result()
        self.settle(found)
        return both

    def settle(self, *done: Replay) -> None:
        """Journals that hold nothing more of their own, or what a person turned down, moved to the history."""
        for one in done:
            retire(one, self.places.history, self._fs)

    def save(self, path: Path | None = None, *, overwrite: bool = False, reason: Reason = "save") -> Kept:
        """The note as it is, in its file, or in another one from now on.

        Raises ChangedOnDisk (unless `overwrite`), NoteLocked (somebody has that file open, or has taken over
        ours), WriteFailed; then nothing has changed.
        """
        target = path or self.path
        if target is None:
            raise WriteFailed(self.note.title, "no-folder", "the note has no file yet")
        note, own = self.note, target == self.path
        if own and self.renews and reason == "save":
            reason = "migration"
        lock = self._own_lock(target) if own else self._other_lock(target)
        failed = self._keep_version(target, "overwrite" if overwrite and own else reason)
        if failed and reason == "migration":
            raise failed  # the only file in the old format is not replaced without a copy
        expected = self.base.sha256 if own and not overwrite else None
        self.journal.flush()  # the file never holds what the journal does not: recovery can tell
        try:
            saved = save(note, target, expected_sha256=expected, parts=self._parts, fs=self._fs)
        except BaseException:
            if lock is not None and lock is not self.lock:
                lock.release()
            raise
        self._take(lock)
        self.renews = False
        self._rest_on(Base(note, saved.sha256, saved.revision, str(target)), durable=saved.durable)
        return Kept(saved, failed)

    def keep_version(self, note: Note, reason: Reason) -> None:
        """The note as it was before a large change is a version. Raises WriteFailed."""
        if self.keeps_versions:
            self.versions.keep(encode(note, self.base.revision), reason)

    def take_disk(self) -> Loaded:
        """What the file holds now, which the note rests on from now on; mine stays as a version.

        Raises NoteUnreadable, WriteFailed (mine could not be kept as a version); then nothing has changed.
        """
        path = self.path
        if path is None:
            raise NoteUnreadable(self.note.title, "not-found", "the note has no file yet")
        theirs = load(path, self._fs)
        if self.unsaved:
            self.versions.keep(encode(self.note, self.base.revision), "bulk")
        self.note = theirs.note
        self._rest_on(Base(theirs.note, theirs.sha256, theirs.revision, str(path)))
        return theirs

    def merge_with_disk(self) -> Merged:
        """The note as it is brought together with what somebody else saved; from now on it rests on that.

        Raises NoteUnreadable, WriteFailed (their version could not be kept).
        """
        from briefing.store.merge import Merged, merged  # noqa: PLC0415 - loaded when two notes meet

        path = self.path
        if path is None:
            return Merged(self.note)
        theirs = load(path, self._fs)
        self.versions.keep(read_note_file(path, self._fs), "theirs")
        both = merged(self.base.note, self.note, theirs.note)
        self.note = both.note
        self._rest_on(Base(theirs.note, theirs.sha256, theirs.revision, str(path)))
        return both

    def close(self, timeout_s: float | None = None) -> bool:
        """Whether everything is safe: saved, or kept in the journal. The lock is released."""
        kept = self.journal.close(timeout_s)
        if kept and not self.unsaved:
            self._remove_log()
        self._take(None)
        return kept or not self.unsaved

    def discard(self) -> None:
        """What is unsaved moved to the history, where it can be found for a while; then closed."""
        self.journal.close()
        mine = replay(self.journal.path, self._fs) if self.journal.path else None
        if mine is not None:
            retire(mine, self.places.history, self._fs)
        self._take(None)

    def _keep_version(self, target: Path, reason: Reason) -> WriteFailed | None:
        """Why what is about to be replaced could not be kept, or None."""
        if not self.keeps_versions and reason != "migration":
            return None
        try:
            self.versions.keep(read_note_file(target, self._fs), reason)
        except NoteUnreadable as unreadable:
            return (
                None
                if unreadable.reason == "not-found"
                else WriteFailed(target.name, "failed", unreadable.detail)
            )
        except WriteFailed as failed:
            return failed
        return None

    def _rest_on(self, base: Base, *, durable: bool = True) -> None:
        """The note rests on another base. While the disk has not confirmed it, the journal is not told."""
        self.base = base
        if durable:
            self.journal.saved(self.note, base)

    def _own_lock(self, target: Path) -> Lock | None:
        """Our lock, if it still is; somebody may have taken over, or swept it away."""
        if self.lock is None or self.lock.held():
            return self.lock
        return self._other_lock(target)

    def _other_lock(self, target: Path) -> Lock | None:
        with suppress(WriteFailed):  # the save itself will say what is wrong with that folder
            return acquire(target, fs=self._fs)
        return None

    def _take(self, lock: Lock | None) -> None:
        if self.lock is not None and self.lock is not lock:
            self.lock.release()
        self.lock = lock

    def _remove_log(self) -> None:
        if self.journal.path is not None:
            with suppress(OSError):
                self._fs.remove(self.journal.path)


def new_keeper(
    note: Note, places: Places, *, fs: FileSystem = DISK, on_trouble: Trouble = lambda _: None
) -> Keeper:
    """A keeper of a note that has no file yet; its first change is kept all the same."""
    return Keeper(places, Base(note), fs=fs, on_trouble=on_trouble)


def keeper_of(
    opened: Opened, places: Places, *, fs: FileSystem = DISK, on_trouble: Trouble = lambda _: None
) -> Keeper:
    """A keeper of a note that was opened."""
    loaded = opened.loaded
    base = Base(loaded.note, loaded.sha256, loaded.revision, str(opened.path))
    keeper = Keeper(places, base, lock=opened.lock, fs=fs, on_trouble=on_trouble)
    keeper.renews = loaded.version < VERSION
    return keeper
