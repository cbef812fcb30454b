"""Opening and saving a note. Opening never changes a file; a save never overwrites what nobody has seen."""

from __future__ import annotations

import errno
import hashlib
import os
import threading
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from briefing import limits
from briefing.errors import ChangedOnDisk, NoteUnreadable, WriteFailed
from briefing.model.note import Note
from briefing.store.codec import Parts, decode_whole, encode, revision_in
from briefing.store.disk import DISK, FileSystem
from briefing.store.files import retrying, write_failed, write_whole
from briefing.store.saving import alone
from briefing.store.swapping import aside_path, discard

SUFFIX = ".briefing"
HASHED_BESIDE_BYTES = 256 * 1024


class Loaded(Struct, frozen=True):
    """A note as it was read. `sha256` is what `save` is to find again.

    `repairs` are keys of what was put right. `newer`: a newer version of the program wrote the file; what
    this one does not know is kept.
    """

    note: Note
    sha256: str
    revision: int
    version: int
    newer: bool = False
    repairs: tuple[str, ...] = ()


class Saved(Struct, frozen=True):
    """What now stands on the disk."""

    path: Path
    sha256: str
    revision: int
    data: bytes
    unlinked: bool = False  # another name (hard link) of the old file keeps the old note
    durable: bool = True  # False: keep the journal, the disk did not confirm the new name


def load(path: Path, fs: FileSystem = DISK) -> Loaded:
    """The note at `path`. Raises NoteUnreadable."""
    data = read_note_file(path, fs)
    decoded = decode_whole(data, path.name)
    return Loaded(decoded.note, digest(data), decoded.revision, decoded.version, decoded.newer, decoded.repairs)


def read_note_file(path: Path, fs: FileSystem = DISK) -> bytes:
    """The bytes at `path`, not more than a note may have. Raises NoteUnreadable."""
    try:
        size = fs.stat(path).st_size
        if size > limits.MOST_NOTE_BYTES:
            raise NoteUnreadable(path.name, "too-large", f"{size:,} bytes; at most {limits.MOST_NOTE_BYTES:,}")
        return retrying(fs, lambda: fs.read(path))
    except FileNotFoundError as error:
        return _read_aside(path, fs, error)
    except (OSError, ValueError) as error:
        raise NoteUnreadable(path.name, "unreadable", str(error)) from None


def _read_aside(path: Path, fs: FileSystem, missing: FileNotFoundError) -> bytes:
    """A note that stepped aside for a save that never came to its end; the next save gives it its name back."""
    try:
        return fs.read(aside_path(Path(os.path.realpath(path))))
    except (OSError, ValueError):
        raise NoteUnreadable(path.name, "not-found", str(missing)) from None


def digest(data: bytes) -> str:
    """The SHA-256 of those bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def save(
    note: Note,
    path: Path,
    *,
    expected_sha256: str | None = None,
    parts: Parts | None = None,
    fs: FileSystem = DISK,
) -> Saved:
    """The note written whole to `path`, read back and compared.

    With `expected_sha256` a file that holds anything else is left alone: ChangedOnDisk. Without it the
    person has agreed to overwrite. `parts` of the save before spare encoding what has not changed since.
    Raises WriteFailed.
    """
    with alone(path, fs):
        before = _on_disk(path, fs)
        if before is not None and expected_sha256 is not None:
            found = parts.sha256 if parts and parts.data == before else digest(before)
            _refuse_change(note, path, before, (found, expected_sha256))
        data = encode(note, revision_in(before or b"") + 1, parts)
        saved = _saved(data, path, fs, before if expected_sha256 is not None else None)
        if before is None:
            discard(saved.path, fs)
    if parts:
        parts.data, parts.sha256 = saved.data, saved.sha256
    return saved


def _saved(data: bytes, path: Path, fs: FileSystem, before: bytes | None) -> Saved:
    if len(data) > limits.MOST_NOTE_BYTES:
        raise WriteFailed(path.name, "failed", f"{len(data):,} bytes; at most {limits.MOST_NOTE_BYTES:,}")

    def guard() -> None:
        now = None if before is None else _on_disk(path, fs)
        if now not in (before, None):
            raise ChangedOnDisk(path.name, digest(now or b""))

    sha256 = _digest_beside(data)
    written = write_whole(path, data, overwrite=True, fs=fs, guard=guard)
    _verify(path, data, fs)
    return Saved(written.path, sha256(), revision_in(data), data, written.unlinked, written.durable)


def _on_disk(path: Path, fs: FileSystem) -> bytes | None:
    """The bytes a save is about to replace; None if there is no file yet."""
    try:
        return retrying(fs, lambda: fs.read(path))
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise write_failed(path, error) from error


def _digest_beside(data: bytes) -> Callable[[], str]:
    """The SHA-256 of those bytes when it is asked for; that of large ones is made while the disk is written."""
    if len(data) < HASHED_BESIDE_BYTES:
        value = digest(data)
        return lambda: value
    values: list[str] = []
    thread = threading.Thread(target=lambda: values.append(digest(data)), name="sha256")
    thread.start()

    def when_done() -> str:
        thread.join()
        return values[0]

    return when_done


def _refuse_change(note: Note, path: Path, data: bytes, hashes: tuple[str, str]) -> None:
    """Raises ChangedOnDisk if the file is somebody else's work.

    One that was deleted is no change: saving brings it back. Nor is one that holds this very note, left by
    a save that failed at its last step.
    """
    found, expected = hashes
    if found != expected and data != encode(note, revision_in(data)):
        raise ChangedOnDisk(path.name, found)


def changed_on_disk(path: Path, sha256: str, fs: FileSystem = DISK) -> bool:
    """Whether the file holds something else than was loaded or saved last. A missing one has not changed."""
    try:
        data = fs.read(path)
    except OSError:
        return False
    return digest(data) != sha256


def _verify(path: Path, data: bytes, fs: FileSystem) -> None:
    """Shares and failing disks have taken a write and kept something else."""
    if _on_disk(path, fs) != data:
        failed = OSError(errno.EIO, os.strerror(errno.EIO))
        raise write_failed(path, failed)
