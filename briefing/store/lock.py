"""Who has a note open: a small file beside it, for people. What protects their work is the check in `save`.

A lock of another computer is never taken away unasked, however old. One of a dead process of this computer is.
"""

from __future__ import annotations

import getpass
import hashlib
import json
import os
import platform
import secrets
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from msgspec import Struct
from msgspec.structs import asdict, replace

from briefing import limits
from briefing.errors import NoteLocked, WriteFailed
from briefing.store.codec import rendered
from briefing.store.disk import DISK, FileSystem
from briefing.store.files import write_whole
from briefing.store.processes import alive, host_mark, started
from briefing.store.saving import set_aside

LONGEST_NAME_BYTES = 200
FORMAT = "briefing-lock"


class Holder(Struct, frozen=True):
    """Who holds a note, to be shown; the rest tells whether that is still so. Times are ISO 8601 with zone."""

    person: str
    computer: str
    since: str
    seen: str  # when the lock was refreshed last
    host: str
    pid: int
    started: str
    session: str

    @property
    def gone(self) -> bool:
        """Whether it was a process of this computer that no longer runs."""
        if self.host != host_mark() or not self.session:
            return False
        return not alive(self.pid) or started(self.pid) != self.started


UNKNOWN = Holder("", "", "", "", "", 0, "", "")  # of a lock that cannot be read: it is somebody's all the same


def myself() -> Holder:
    """This person, in this process."""
    now = _now()
    pid = os.getpid()
    return Holder(_person(), platform.node(), now, now, host_mark(), pid, started(pid), secrets.token_hex(8))


def _person() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a user without a name, as in some containers
        return ""


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def lock_path(note: Path) -> Path:
    """Where the lock of a note lies."""
    real = Path(os.path.realpath(note))
    name = real.name
    if len(name.encode("utf-8", "surrogateescape")) > LONGEST_NAME_BYTES:
        name = hashlib.sha256(name.encode("utf-8", "surrogateescape")).hexdigest()[:16]
    return real.with_name(f".~lock.{name}#")


def holder_of(note: Path, fs: FileSystem = DISK) -> Holder | None:
    """Who holds the note; None if nobody does."""
    try:
        data = fs.read(lock_path(note))
    except FileNotFoundError:
        return None
    except OSError:
        return UNKNOWN
    return _parsed(data)


def _parsed(data: bytes) -> Holder:
    with suppress(ValueError, TypeError, RecursionError):
        values = json.loads(data) if len(data) <= limits.MOST_LOCK_BYTES else None
        if isinstance(values, dict) and values.pop("format", None) == FORMAT:
            known = {name: values[name] for name in Holder.__struct_fields__ if name in values}
            holder = Holder(**known)
            if all(type(known[n]) is type(getattr(UNKNOWN, n)) for n in known):
                return holder
    return UNKNOWN


class Lock(Struct, frozen=True):
    """A lock this process holds."""

    note: Path
    holder: Holder
    fs: FileSystem = DISK

    def held(self) -> bool:
        """Whether it is still ours: somebody may have taken over."""
        found = holder_of(self.note, self.fs)
        return found is not None and found.session == self.holder.session

    def refresh(self) -> bool:
        """Whether it is still ours; the lock now says that we were seen. Raises WriteFailed."""
        if not self.held():
            return False
        _write(self.note, replace(self.holder, seen=_now()), self.fs, overwrite=True)
        return True

    def release(self) -> None:
        """The lock is gone, if it was ours."""
        if self.held():
            with suppress(OSError):
                self.fs.remove(lock_path(self.note))


def acquire(note: Path, me: Holder | None = None, fs: FileSystem = DISK) -> Lock:
    """The note's lock. Raises NoteLocked, or WriteFailed where no lock can be written."""
    mine = me or myself()
    found = holder_of(note, fs)
    if found is not None and found.gone:
        with suppress(OSError):
            set_aside(lock_path(note), lambda data: _parsed(data).session == found.session, fs)
    try:
        _write(note, mine, fs, overwrite=False)
    except WriteFailed as failed:
        if failed.reason != "exists":
            raise
        raise _locked(note, fs) from None
    return Lock(note, mine, fs)


def take_over(note: Path, me: Holder | None = None, fs: FileSystem = DISK) -> Lock:
    """The note's lock, whoever had it: the person has decided so. Raises WriteFailed."""
    mine = me or myself()
    _write(note, mine, fs, overwrite=True)
    return Lock(note, mine, fs)


def _write(note: Path, holder: Holder, fs: FileSystem, *, overwrite: bool) -> None:
    write_whole(
        lock_path(note), rendered({"format": FORMAT, **asdict(holder)}) + b"\n", overwrite=overwrite, fs=fs
    )


def _locked(note: Path, fs: FileSystem) -> NoteLocked:
    holder = holder_of(note, fs) or UNKNOWN
    return NoteLocked(note.name, holder.person, holder.computer, holder.since, holder.seen)
