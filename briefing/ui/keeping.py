"""Nothing is lost: every change goes to a local journal at once, and what a crash left behind comes back."""

from __future__ import annotations

import logging
import threading
from collections.abc import Mapping
from concurrent.futures import CancelledError, Future
from contextlib import suppress
from functools import partial
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal

from briefing.errors import BriefingError, NoteLocked, NoteUnreadable, WriteFailed
from briefing.model.note import Note
from briefing.model.splices import splice
from briefing.store.keeping import Keeper, Kept, Opened, keeper_of, new_keeper, open_note, take_over_note
from briefing.store.lock import Holder, holder_of
from briefing.store.notes import Loaded, changed_on_disk, load
from briefing.store.places import places
from briefing.store.recovery import Replay, retire, unsaved
from briefing.store.versions import Reason, Versions
from briefing.ui.session import Session

if TYPE_CHECKING:
    from briefing.store.merge import Merged

log = logging.getLogger(__name__)
LOCK_REFRESH_MS = 60_000
CLOSE_S = 2.0
SHOWN_S = 0.03  # the window waits no longer: then the change shows a little before it is kept
BULK_STEPS: Mapping[str, Reason] = {"template": "template", "accept_all": "bulk", "remove_article": "bulk"}
MANY_POINTS = 5  # that go in one step make it a large change


class Outside(Struct, frozen=True):
    """What somebody else saved: `base` is what both began with. `holder`: who has the note open, if not we."""

    path: Path
    base: Note
    theirs: Loaded
    holder: Holder | None


class Keeping(QObject):
    """Keeps one session: its journal, its lock, its versions and its file."""

    trouble = Signal(object)  # WriteFailed, or None when it is over; may come from the journal's own thread
    taken_over = Signal(object)  # NoteLocked: somebody else has the note now
    version_unkept = Signal(object)  # WriteFailed; may come from another thread

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._places = places()
        self._keeper: Keeper | None = None
        self._pending: Future[None] | None = None
        self._draft: Note | None = None
        self._kept_at = 0.0
        self._keeps_versions = True
        self.held = False  # nothing is saved by itself until a person has saved
        self._lock_io = threading.Lock()  # a lock that was let go is not refreshed into being
        self._timer = QTimer(self, interval=LOCK_REFRESH_MS)
        self._timer.timeout.connect(lambda: QThreadPool.globalInstance().start(self._refresh_lock))
        session.note_changed.connect(self._changed)

    @property
    def session(self) -> Session:
        """The session that is kept."""
        return self._session

    @property
    def keeper(self) -> Keeper:
        """The keeper of the note as it was begun or opened."""
        if self._keeper is None:
            self._keeper = new_keeper(self._session.first, self._places, on_trouble=self.trouble.emit)
            self._keeper.keeps_versions = self._keeps_versions
        return self._keeper

    def keep_versions(self, on: bool) -> None:
        """Whether earlier versions are kept."""
        self._keeps_versions = on
        if self._keeper is not None:
            self._keeper.keeps_versions = on

    def open(self, path: Path) -> Opened:
        """The note at `path` with its lock and what journals hold for it. Raises NoteUnreadable."""
        return open_note(path, self._places)

    def take_over(self, path: Path) -> Opened:
        """The same, whoever has it open. Raises NoteUnreadable, WriteFailed."""
        return take_over_note(path, self._places)

    def versions_of(self, path: Path) -> Versions | None:
        """The versions of a note whose file cannot be read. For another thread: it reads what is left of it."""
        from briefing.store.damaged import versions_of  # noqa: PLC0415 - loaded when a file is damaged

        return versions_of(path, self._places)

    def begin(self, opened: Opened) -> None:
        """Keeps a note that was opened, in place of the one before."""
        self._leave()
        self.held = False
        self._kept_at = 0.0
        self._keeper = keeper_of(opened, self._places, on_trouble=self.trouble.emit)
        self._keeper.keeps_versions = self._keeps_versions
        if opened.lock is not None:
            self._timer.start()
        if opened.locked is None:
            self.keeper.settle(*opened.found.done)

    def save(self, note: Note, path: Path, *, overwrite: bool) -> Kept:
        """The note in its file. Raises ChangedOnDisk, NoteLocked, WriteFailed."""
        keeper = self.keeper
        if keeper.note != note:
            with suppress(WriteFailed):  # said already; the file itself may well be written
                keeper.change(note).result()
        kept = keeper.save(path if path != keeper.path else None, overwrite=overwrite)
        if self._draft is not None:
            keeper.draft(self._draft)
        return kept

    def keep_draft(self, note: Note | None) -> None:
        """What is being written in a dialog is kept, though it is not in the note; None when that is over."""
        before, self._draft = self._draft, note
        if note is not None:
            self.keeper.draft(note)
        elif before is not None and self._keeper is not None:
            self._keeper.draft(None)

    def take_up(self, found: Replay) -> None:
        """Takes up unsaved work: it is this session's now. Raises WriteFailed; then it stays where it was."""
        self.keeper.recover(found)

    def merge_in(self, found: Replay) -> Merged:
        """The note together with unsaved work on another state of its file. Raises WriteFailed."""
        return self.keeper.merge_in(found)

    def changed_outside(self) -> Outside | None:
        """What somebody else saved since, by content; None if nothing. For another thread: it reads a file."""
        keeper = self._keeper
        if keeper is None or keeper.path is None or not changed_on_disk(keeper.path, keeper.base.sha256):
            return None
        try:
            theirs = load(keeper.path)
        except NoteUnreadable:
            return None  # half a copy, perhaps: a save will look again
        holder = holder_of(keeper.path)
        ours = holder is None or (keeper.lock is not None and keeper.lock.holder.session == holder.session)
        return Outside(keeper.path, keeper.base.note, theirs, None if ours else holder)

    def merge_with_disk(self) -> Merged:
        """The note together with what somebody else saved. Raises NoteUnreadable, WriteFailed."""
        return self.keeper.merge_with_disk()

    def take_disk(self) -> Loaded:
        """What somebody else saved, in place of mine. Raises NoteUnreadable, WriteFailed."""
        return self.keeper.take_disk()

    def check_lock(self) -> None:
        """Tells if somebody has taken over meanwhile. For another thread: a share may not answer."""
        keeper = self._keeper
        if keeper is None or keeper.lock is None or keeper.path is None or keeper.lock.held():
            return
        holder = holder_of(keeper.path)
        if holder is None:  # swept away; the next save takes it again
            return
        self.taken_over.emit(
            NoteLocked(keeper.path.name, holder.person, holder.computer, holder.since, holder.seen)
        )

    def keep(self) -> bool:
        """Whether everything is on the disk now; waits for it a little."""
        return self._keeper is None or self._keeper.journal.flush(CLOSE_S)

    @property
    def in_trouble(self) -> bool:
        """Whether changes are not being kept."""
        return self._keeper is not None and self._keeper.journal.trouble is not None

    def close(self, *, discard: bool) -> None:
        """Lets the note go: saved, or `discard`ed into the history, where it stays for a while."""
        self._timer.stop()
        if self._keeper is None:
            return
        with self._lock_io:
            if discard:
                self._keeper.discard()
            else:
                self._keeper.close(CLOSE_S)
            self._keeper = self._draft = None

    def _leave(self) -> None:
        if self._keeper is not None:
            self.close(discard=False)

    def _changed(self, before: Note, after: Note) -> None:
        if self._keeper is None and before.id != after.id:
            return  # a note was begun; its first change will be kept
        if self._keeper is not None and self._keeper.base.note.id != after.id:
            self._leave()  # another note was begun; the one before was saved, or empty
            return
        if self._keeper is not None and self._keeper.note is after:
            return  # it was opened just now: there is nothing to keep yet
        typing = self._session.undo_group != ""
        self._pending = self.keeper.change(after, typing=typing)
        self._pending.add_done_callback(self._note_time)
        self._keep_version(before, after)

    def _note_time(self, done: Future[None]) -> None:
        if not done.cancelled() and done.exception() is None:
            self._kept_at = monotonic()

    @property
    def age_s(self) -> float | None:
        """How long ago a change was last kept on this computer; None if none was."""
        return monotonic() - self._kept_at if self._kept_at else None

    @property
    def settled(self) -> bool:
        """Whether the last change is on the disk, or is known not to be."""
        return self._pending is None or self._pending.done()

    def wait_shown(self) -> None:
        """Waits a little for the last action's way to the disk: what shows as done is kept. Not for typing."""
        if self._pending is not None and not self._session.undo_group:
            with suppress(WriteFailed, TimeoutError, CancelledError):
                self._pending.result(SHOWN_S)

    def _keep_version(self, before: Note, after: Note) -> None:
        """Before a large change the note is kept as it was. In another thread: no window waits for a disk."""
        label, keeper = self._session.undo_label, self.keeper
        reason = BULK_STEPS.get(label.key) if label else None
        if reason is None and _points_gone(before, after) >= MANY_POINTS:
            reason = "bulk"
        if reason is None or not before.points or not keeper.keeps_versions:
            return
        QThreadPool.globalInstance().start(partial(self._try_version, keeper, before, reason))

    def _try_version(self, keeper: Keeper, note: Note, reason: Reason) -> None:
        try:
            keeper.keep_version(note, reason)
        except WriteFailed as failed:
            self.version_unkept.emit(failed)

    def _refresh_lock(self) -> None:
        with self._lock_io:
            lock = self._keeper.lock if self._keeper is not None else None
            if lock is None:
                return
            try:
                if not lock.refresh():
                    self.check_lock()
            except WriteFailed:
                log.warning("the lock could not be refreshed")


def _points_gone(before: Note, after: Note) -> int:
    """How many points of `before` are not in `after`."""
    changed = splice(before.points, after.points)
    return len({p.id for p in changed.old(before.points)} - {p.id for p in changed.new(after.points)})


def left_behind() -> tuple[Replay, ...]:
    """Unsaved work that no running program keeps, newest first."""
    return tuple(sorted(unsaved(places().journals), key=lambda r: r.time, reverse=True))


def put_away(found: Replay) -> None:
    """Moves unsaved work a person turned down to the history."""
    try:
        retire(found, places().history)
    except BriefingError:
        log.warning("unsaved work could not be moved to the history")
