"""Earlier versions of a note: compressed copies outside its folder, thinned out as they age."""

from __future__ import annotations

import gzip
import hashlib
import io
import re
import zlib
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Literal, get_args

from msgspec import Struct

from briefing import limits
from briefing.errors import NoteUnreadable
from briefing.model.note import Note
from briefing.store.codec import decode_whole
from briefing.store.disk import DISK, FileSystem
from briefing.store.files import write_failed, write_whole

Reason = Literal["save", "migration", "bulk", "template", "overwrite", "theirs", "restore", "close"]

LEAST_APART = timedelta(minutes=5)  # of versions kept for an ordinary save; the other reasons force one
ALL_FOR = timedelta(hours=48)
DAILY, WEEKLY, MONTHLY = 14, 8, 12  # how many of each are kept of what is older
MOST_BYTES_OF_A_NOTE = 200 * 1024 * 1024
HASH_CHARS = 16

_NAME = re.compile(
    rf"(\d{{8}}T\d{{12}})Z-({'|'.join(get_args(Reason))})-([0-9a-f]{{{HASH_CHARS}}})\.briefing\.gz"
)


class Version(Struct, frozen=True):
    """One earlier version. `content` is the beginning of the SHA-256 of the note's file."""

    path: Path
    time: datetime
    reason: str
    content: str
    size: int


def _now() -> datetime:
    return datetime.now(UTC)


class Versions(Struct, frozen=True):
    """The versions of one note, in a folder of their own."""

    folder: Path
    fs: FileSystem = DISK
    now: Callable[[], datetime] = _now

    def listed(self) -> tuple[Version, ...]:
        """Every version, newest first."""
        try:
            names = self.fs.names(self.folder)
        except OSError:
            return ()
        found = [v for v in map(self._version, names) if v]
        return tuple(sorted(found, key=lambda v: v.path.name, reverse=True))

    def keep(self, data: bytes, reason: Reason = "save") -> Version | None:
        """The version that was made of a file's bytes; None if there is no need for one. Raises WriteFailed."""
        content = hashlib.sha256(data).hexdigest()[:HASH_CHARS]
        newest = next(iter(self.listed()), None)
        time = self.now()
        if newest and (newest.content == content or (reason == "save" and self._too_soon(newest, time))):
            return None
        path = self.folder / f"{time:%Y%m%dT%H%M%S%f}Z-{reason}-{content}.briefing.gz"
        packed = gzip.compress(data, 6, mtime=0)
        try:
            self.fs.make_folder(self.folder)
        except OSError as error:
            raise write_failed(path, error) from error
        write_whole(path, packed, overwrite=True, fs=self.fs)
        return Version(path, time, reason, content, len(packed))

    def read(self, version: Version) -> bytes:
        """The note's file as it was. Raises NoteUnreadable."""
        try:
            with gzip.GzipFile(fileobj=io.BytesIO(self.fs.read(version.path))) as packed:
                data = packed.read(limits.MOST_NOTE_BYTES + 1)
        except FileNotFoundError as error:
            raise NoteUnreadable(version.path.name, "not-found", str(error)) from None
        except (OSError, EOFError, zlib.error) as error:
            raise NoteUnreadable(version.path.name, "damaged", str(error)) from None
        if not hashlib.sha256(data).hexdigest().startswith(version.content):
            raise NoteUnreadable(version.path.name, "damaged", "not what was written")
        return data

    def note(self, version: Version) -> Note:
        """The note as it was. Raises NoteUnreadable."""
        return decode_whole(self.read(version), version.path.name).note

    def thin(self) -> int:
        """How many versions were removed because of their age, or because all are too large together."""
        listed = self.listed()
        kept = worth_keeping([v.time for v in listed], self.now())
        left = [v for i, v in enumerate(listed) if i in kept]
        while len(left) > 1 and sum(v.size for v in left) > MOST_BYTES_OF_A_NOTE:
            left.pop()
        return self._remove(v for v in listed if v not in left)

    def _remove(self, versions: Iterable[Version]) -> int:
        removed = 0
        for version in versions:
            with suppress(OSError):
                self.fs.remove(version.path)
                removed += 1
        return removed

    @staticmethod
    def _too_soon(newest: Version, time: datetime) -> bool:
        """A newest version of the future is from before the clock was set right."""
        return timedelta() <= time - newest.time < LEAST_APART

    def _version(self, name: str) -> Version | None:
        parts = _NAME.fullmatch(name)
        if not parts:
            return None
        with suppress(OSError, ValueError):
            time = datetime.strptime(parts[1], "%Y%m%dT%H%M%S%f").replace(tzinfo=UTC)
            size = self.fs.stat(self.folder / name).st_size
            return Version(self.folder / name, time, parts[2], parts[3], size)
        return None


def worth_keeping(times: list[datetime], now: datetime) -> frozenset[int]:
    """Which of the times, newest first, are kept: all of 48 hours, then the newest of each day, week, month."""
    recent = [i for i, time in enumerate(times) if now - time <= ALL_FOR]
    older = [i for i in range(len(times)) if now - times[i] > ALL_FOR]
    periods: tuple[tuple[int, Callable[[datetime], object]], ...] = (
        (DAILY, lambda t: t.date()),
        (WEEKLY, lambda t: t.isocalendar()[:2]),
        (MONTHLY, lambda t: (t.year, t.month)),
    )
    kept = set(recent)
    for count, period in periods:
        kept |= set(_newest_of_each(times, older, period)[:count])
    return frozenset(kept)


def _newest_of_each(times: list[datetime], older: list[int], period: Callable[[datetime], object]) -> list[int]:
    newest: dict[object, int] = {}
    for i in older:
        newest.setdefault(period(times[i]), i)
    return list(newest.values())
