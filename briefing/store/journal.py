"""The journal: every change of a note on the disk within a second, without the window ever waiting for one.

One thread writes. Structural actions are written at once, typing when it pauses, and at most a second after it
began. Each gives a Future; the window may wait for it, or be told.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, InvalidStateError
from contextlib import suppress
from pathlib import Path

from msgspec import Struct, field

from briefing.errors import WriteFailed
from briefing.model.note import Note
from briefing.store.disk import DISK, FileSystem
from briefing.store.files import write_failed
from briefing.store.log import Base, Entry, Log

TYPING_PAUSE_S = 0.3  # after the last key
TYPING_MOST_S = 1.0  # after the first
RETRY_S = 2.0  # while the journal cannot be written

Trouble = Callable[[WriteFailed | None], None]


class _Job(Struct):
    """Something to keep. `typing` jobs wait for the next key."""

    entry: Entry
    first: float
    due: float
    typing: bool = False
    futures: list[Future[None]] = field(default_factory=list)


def typing_due(first: float, now: float) -> float:
    """When typing that began at `first` and goes on at `now` is to be written."""
    return min(first + TYPING_MOST_S, now + TYPING_PAUSE_S)


def _unheard(_: WriteFailed | None) -> None:
    """Nobody wants to know."""


class Journal:
    """Keeps one note. Nothing is written before the first change.

    `on_trouble` is called from the writer's thread when the journal can no longer be written, and with None
    when it can again; meanwhile the newest note is tried again every two seconds.
    """

    def __init__(
        self,
        folder: Path,
        base: Base,
        *,
        fs: FileSystem = DISK,
        on_trouble: Trouble = _unheard,
    ) -> None:
        self._log = Log(folder, base, fs)
        self._on_trouble = on_trouble
        self._wake = threading.Condition()
        self._jobs: list[_Job] = []
        self._writing = False
        self._closing = False
        self._trouble: WriteFailed | None = None
        self._unkept: Entry | None = None  # what could not be written
        self._thread: threading.Thread | None = None

    @property
    def path(self) -> Path | None:
        """The file that is written now; None before the first change."""
        return self._log.path

    @property
    def trouble(self) -> WriteFailed | None:
        """Why changes are not being kept, or None."""
        return self._trouble

    def change(self, note: Note, *, typing: bool = False) -> Future[None]:
        """Done when the note as it is now is on the disk; its exception is WriteFailed."""
        return self._put(Entry(note), typing=typing)

    def keep(self, note: Note) -> None:
        """The note is on the disk when this returns: written here, not by the writer. Raises WriteFailed."""
        future: Future[None] = Future()
        with self._wake:
            self._wake.wait_for(lambda: not self._writing)
            self._refuse_if_closed()
            self._start()  # it tries again if this fails, and closes the file at the end
            self._queue(Entry(note), time.monotonic(), typing=False).futures.append(future)
            jobs = self._taken()
        self._settle(jobs, self._write(jobs))
        future.result()

    def saved(self, note: Note, base: Base) -> Future[None]:
        """Done when it is kept that `base` now stands in its file. `note` is the note as it is now."""
        return self._put(Entry(note, base), typing=False)

    def flush(self, timeout_s: float | None = None) -> bool:
        """Whether everything so far is on the disk now; waits for it."""
        with self._wake:
            if self._unkept and not self._jobs and not self._writing:
                self._jobs = [_Job(self._unkept, 0.0, 0.0)]
            for job in self._jobs:
                job.due = 0.0
            self._wake.notify_all()
            done = self._wake.wait_for(lambda: not self._jobs and not self._writing, timeout_s)
            return done and self._trouble is None

    def close(self, timeout_s: float | None = None) -> bool:
        """Whether everything is on the disk; the writer is gone, the file stays for `retire` to take away."""
        kept = self.flush(timeout_s)
        with self._wake:
            self._closing = True
            self._wake.notify_all()
        if self._thread is not None:
            self._thread.join(timeout_s)
        return kept

    def _put(self, entry: Entry, *, typing: bool) -> Future[None]:
        future: Future[None] = Future()
        now = time.monotonic()
        with self._wake:
            self._refuse_if_closed()
            self._queue(entry, now, typing=typing).futures.append(future)
            self._start()
            self._wake.notify_all()
        return future

    def _refuse_if_closed(self) -> None:
        if self._closing:
            message = "the journal is closed"
            raise RuntimeError(message)

    def _queue(self, entry: Entry, now: float, *, typing: bool) -> _Job:
        last = self._jobs[-1] if self._jobs else None
        if last is None or not last.typing:
            last = _Job(entry, now, typing_due(now, now) if typing else now, typing)
            self._jobs.append(last)
            return last
        last.entry = entry
        last.due = typing_due(last.first, now) if typing else now
        last.typing = typing
        return last

    def _start(self) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="journal", daemon=True)
            self._thread.start()

    def _run(self) -> None:
        while True:
            jobs = self._next_jobs()
            if jobs is None:
                break
            self._settle(jobs, self._write(jobs))
        self._log.close()

    def _next_jobs(self) -> list[_Job] | None:
        """Everything queued, once any of it is due, with what could not be written before; None at the end."""
        with self._wake:
            retry = time.monotonic() + RETRY_S
            while not self._closing or self._writing:
                due = min((j.due for j in self._jobs), default=retry if self._unkept else None)
                wait_s = None if due is None or self._writing else due - time.monotonic()
                if wait_s is not None and wait_s <= 0:
                    break
                self._wake.wait(wait_s)
            return self._taken() if self._jobs or not self._closing else None

    def _taken(self) -> list[_Job]:
        """Everything queued, now being written by who asked. Called with the lock held."""
        again = [_Job(self._unkept, 0.0, 0.0)] if self._unkept else []
        jobs, self._jobs = again + self._jobs, []
        self._writing = True
        return jobs

    def _write(self, jobs: list[_Job]) -> WriteFailed | None:
        try:
            self._log.write([j.entry for j in jobs])
        except OSError as error:
            return write_failed(self._log.folder, error)
        except Exception as error:  # noqa: BLE001 - this is a job runner: a dead writer would keep nothing more
            return WriteFailed(self._log.folder.name, "failed", f"{type(error).__name__}: {error}")
        return None

    def _settle(self, jobs: list[_Job], error: WriteFailed | None) -> None:
        for future in (f for job in jobs for f in job.futures):
            with suppress(InvalidStateError):  # cancelled: nobody waits for it
                future.set_exception(error) if error else future.set_result(None)
        with self._wake:
            changed = (error is None) != (self._trouble is None)
            base = next((j.entry.saved for j in reversed(jobs) if j.entry.saved), None)
            self._unkept = Entry(jobs[-1].entry.note, base) if error else None
            self._trouble = error
            self._writing = False
            self._wake.notify_all()
        if changed:
            self._on_trouble(error)
