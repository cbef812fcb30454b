"""The log of one session: a head, the note it starts from, then every change. Written by one thread only.

A log can be replayed on its own: it begins with the whole note as it was opened or saved last, so the file it
belongs to may have been changed, moved or deleted meanwhile. The base is also what a merge needs.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from msgspec import Struct

from briefing.model.note import Note
from briefing.store.changes import change_between
from briefing.store.codec import compact
from briefing.store.disk import DISK, FileSystem
from briefing.store.files import CANNOT_SYNC_FOLDERS, write_all
from briefing.store.processes import host_mark, started
from briefing.store.records import record
from briefing.store.tree import Tree, note_tree

FORMAT = "briefing-journal"
VERSION = 1
SUFFIX = ".log"
RESTART_BYTES = 4 * 1024 * 1024  # of changes, before a new log with a newer base takes its place


class Base(Struct, frozen=True):
    """A note as it stands in a file: what was opened, or saved last. No path: it has no file yet."""

    note: Note
    sha256: str = ""
    revision: int = 0
    path: str = ""


class Entry(Struct, frozen=True):
    """What is to be kept: the note as it is now, and the base if it was saved meanwhile."""

    note: Note
    saved: Base | None = None


class Log:
    """Keeps entries. A failure ends the file that was being written; the next write begins a new one."""

    def __init__(self, folder: Path, base: Base, fs: FileSystem = DISK) -> None:
        self.folder = folder
        self.path: Path | None = None
        self._session = f"{datetime.now(UTC):%Y%m%dT%H%M%S}-{secrets.token_hex(4)}"
        self._fs = fs
        self._base = base
        self._note = base.note
        self._seq = 0
        self._parts = 0
        self._bytes = 0
        self._handle: int | None = None

    def write(self, entries: Iterable[Entry]) -> None:
        """The entries, on the disk. Raises OSError; then nothing of them is promised."""
        entries = tuple(entries)
        if self._handle is None or self._bytes > RESTART_BYTES:
            self._restart(entries)
            return
        data = self._records(entries)
        if data:
            self._append(self._handle, data)

    def close(self) -> None:
        """The file, closed; it stays where it is."""
        handle, self._handle = self._handle, None
        if handle is not None:
            with suppress(OSError):
                self._fs.close(handle)

    def _records(self, entries: tuple[Entry, ...]) -> bytes:
        now = datetime.now(UTC).isoformat(timespec="seconds")
        made = []
        for entry in entries:
            change = change_between(self._note, entry.note)
            if change:
                self._note = entry.note
                made.append(self._record({"time": now, "change": change}))
            if entry.saved:
                self._base = entry.saved
                made.append(self._record({"time": now, "saved": self._saved(entry.saved)}))
        return b"".join(made)

    def _saved(self, base: Base) -> Tree:
        """A save may be of an earlier note than the one now kept: the change leads there."""
        change = change_between(self._note, base.note)
        return {"sha256": base.sha256, "revision": base.revision, "path": base.path, "change": change}

    def _record(self, tree: Tree) -> bytes:
        self._seq += 1
        return record(compact({"seq": self._seq, **tree}))

    def _append(self, handle: int, data: bytes) -> None:
        try:
            write_all(handle, data, self._fs)
            self._fs.sync(handle)
        except OSError:
            self.close()  # after a failed sync nobody knows what this file holds
            raise
        self._bytes += len(data)

    def _restart(self, entries: tuple[Entry, ...]) -> None:
        """A new file from the newest base. The one before is removed once this one is on the disk."""
        before = self.path
        self.close()
        for entry in entries:
            self._base = entry.saved or self._base
        self._note = self._base.note
        data = self._head() + self._records(tuple(Entry(e.note) for e in entries[-1:]))
        self._begin(data)
        if before is not None:
            with suppress(OSError):
                self._fs.remove(before)

    def _head(self) -> bytes:
        base = self._base
        head = {
            "format": FORMAT,
            "version": VERSION,
            "session": self._session,
            "seq": self._seq,
            "host": host_mark(),
            "pid": os.getpid(),
            "started": started(os.getpid()),
            "sha256": base.sha256,
            "path": base.path,
        }
        return record(compact(head)) + record(compact({"base": note_tree(base.note, base.revision)}))

    def _begin(self, data: bytes) -> None:
        self._parts += 1
        path = self.folder / f"{self._session}-{self._parts}{SUFFIX}"
        self._fs.make_folder(self.folder)
        handle = self._fs.create(path, 0o600)
        self._handle = handle
        try:
            self._bytes = -len(data)
            self._append(handle, data)
            for folder in (self.folder, *self.folder.parents[:2]):
                self._sync_folder(folder)
        except OSError:
            self.close()
            with suppress(OSError):
                self._fs.remove(path)
            raise
        self.path = path

    def _sync_folder(self, folder: Path) -> None:
        try:
            self._fs.sync_folder(folder)
        except OSError as error:
            if error.errno not in CANNOT_SYNC_FOLDERS:
                raise
