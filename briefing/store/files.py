"""How a file is written whole: whatever happens, the old file stands there or the new one.

Every write of the program goes through `write_whole` and the one seam beneath it (`FileSystem`), so that
tests can make any single call fail.
"""

from __future__ import annotations

import errno
import os
import re
import secrets
import stat
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from msgspec import Struct

from briefing.errors import WriteFailed
from briefing.store.disk import DISK, FileSystem
from briefing.store.processes import alive, host_mark
from briefing.store.swapping import REFUSALS, LeftAside, swap

T = TypeVar("T")

PAUSES_S = (0.05, 0.1, 0.2, 0.4, 0.8, 0.95)  # 2.5 s in all, for virus scanners and sync clients
SHARING_ERRORS = frozenset({5, 32, 33})  # Windows: access denied, sharing violation, lock violation
TEMP_KEPT_S = 24 * 3600  # a temporary of another computer is left alone for a day

CANNOT_SYNC_FOLDERS = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EACCES, errno.EPERM, errno.EBADF})

_TEMP = re.compile(r"\.briefing-([0-9a-f]{6})-(\d{1,10})-[0-9a-f]{6}\.tmp")
_LEFTOVER = re.compile(r"\.briefing-(aside|saving)-[0-9a-f]{8}")
_REASONS: Mapping[int, str] = {
    errno.EEXIST: "exists",
    errno.ENOENT: "no-folder",
    errno.ENOTDIR: "no-folder",
    errno.EACCES: "denied",
    errno.EPERM: "denied",
    errno.EROFS: "denied",
    errno.EISDIR: "denied",
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EFBIG: "full",
}


class Written(Struct, frozen=True):
    """Where the bytes now stand, links followed.

    `unlinked`: another name (hard link) of the old file keeps the old bytes. Not `durable`: the new file
    stands there whole, but the disk failed to confirm its name; a power cut may bring the old one back.
    """

    path: Path
    unlinked: bool = False
    durable: bool = True


def write_whole(
    path: Path,
    data: bytes,
    *,
    overwrite: bool,
    fs: FileSystem = DISK,
    guard: Callable[[], None] | None = None,
) -> Written:
    """The file at `path` with exactly `data` in it. Raises WriteFailed; then the old file is untouched.

    `guard` runs when the new file is safely on the disk and only its name is missing: the last moment to
    see that somebody else has changed the old one. What it raises stops the write.
    """
    try:
        return _written(Path(os.path.realpath(path)), data, overwrite=overwrite, fs=fs, guard=guard)
    except (OSError, ValueError) as error:
        raise write_failed(path, error) from error


def write_failed(path: Path, error: OSError | ValueError) -> WriteFailed:
    """The typed failure for what the system said."""
    if isinstance(error, LeftAside):
        return WriteFailed(path.name, "aside", str(error.strerror))
    number = error.errno if isinstance(error, OSError) else None
    return WriteFailed(path.name, _REASONS.get(number or 0, "failed"), f"{type(error).__name__}: {error}")


def _written(
    target: Path, data: bytes, *, overwrite: bool, fs: FileSystem, guard: Callable[[], None] | None
) -> Written:
    old = _replaceable(target, overwrite=overwrite, fs=fs)
    temp = target.with_name(temp_name())
    try:
        _fill(temp, data, stat.S_IMODE(old.st_mode) if old else None, fs)
        if guard:
            guard()
        if old is None or not overwrite:
            publish = fs.replace if overwrite else fs.publish
            retrying(fs, lambda: publish(temp, target))
        else:
            _replace(temp, target, data, fs)
    except BaseException:
        with suppress(OSError):
            fs.remove(temp)
        raise
    durable = _folder_synced(target.parent, fs)
    clean_stale(target.parent, fs)
    return Written(target, old is not None and old.st_nlink > 1, durable)


def _replace(temp: Path, target: Path, data: bytes, fs: FileSystem) -> None:
    """The new file in place of the old one, also where a share refuses to do that in one step."""
    try:
        retrying(fs, lambda: fs.replace(temp, target))
    except OSError as refused:
        if refused.errno not in REFUSALS:
            raise
        try:
            swap(temp, target, data, fs)
        except LeftAside:
            raise
        except OSError:
            raise refused from None


def _folder_synced(folder: Path, fs: FileSystem) -> bool:
    """Whether the disk confirmed the new name; where a share cannot sync a folder, nothing more can be done."""
    try:
        fs.sync_folder(folder)
    except OSError as error:
        return error.errno in CANNOT_SYNC_FOLDERS
    return True


def _replaceable(target: Path, *, overwrite: bool, fs: FileSystem) -> os.stat_result | None:
    """What stands at the target now, if it may be replaced. Raises OSError if not."""
    try:
        old = fs.stat(target)
    except FileNotFoundError:
        return None
    if not overwrite:
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target))
    if not stat.S_ISREG(old.st_mode) or not old.st_mode & 0o222 or not fs.writable(target):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target))
    return old


def _fill(temp: Path, data: bytes, mode: int | None, fs: FileSystem) -> None:
    handle = fs.create(temp, mode)
    try:
        write_all(handle, data, fs)
        fs.sync(handle)  # never tried twice: after a failed one the bytes are gone
    finally:
        fs.close(handle)


def write_all(handle: int, data: bytes, fs: FileSystem) -> None:
    """All of `data` written to an open file, however little the system takes at a time."""
    rest = memoryview(data)
    while rest:
        count = fs.write(handle, rest)
        if count <= 0:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        rest = rest[count:]


def retrying(fs: FileSystem, act: Callable[[], T]) -> T:
    """What `act` gives, tried again for 2.5 s while Windows says that somebody else holds the file."""
    for pause_s in PAUSES_S:
        try:
            return act()
        except OSError as error:
            if getattr(error, "winerror", None) not in SHARING_ERRORS:
                raise
            fs.pause(pause_s)
    return act()


def temp_name() -> str:
    """A short name for a temporary of ours; it tells which process of which computer made it."""
    return f".briefing-{host_mark()}-{os.getpid()}-{secrets.token_hex(3)}.tmp"


def clean_stale(folder: Path, fs: FileSystem = DISK) -> None:
    """Removes temporaries that a dead process of ours left in `folder`. Failing to is no failure."""
    with suppress(OSError):
        for name in fs.names(folder):
            if name.startswith(".briefing-") and _is_stale(folder / name, fs):
                fs.remove(folder / name)


def _is_stale(temp: Path, fs: FileSystem) -> bool:
    made_by = _TEMP.fullmatch(temp.name)
    if made_by and made_by[1] == host_mark():
        return not alive(int(made_by[2]))
    if not made_by and not _LEFTOVER.fullmatch(temp.name):
        return False
    return fs.now() - fs.stat(temp).st_mtime > TEMP_KEPT_S
