"""Where a share refuses to put a new file over an old one: the old one steps aside first.

At every instant the old file or the new one stands there whole, under its own name or, for that moment, aside.
"""

from __future__ import annotations

import errno
import hashlib
import os
from contextlib import suppress
from pathlib import Path

from briefing.store.disk import FileSystem

LONGEST_NAME_BYTES = 200
REFUSALS = frozenset(
    getattr(errno, name)
    for name in ("EACCES", "EPERM", "EBUSY", "EEXIST", "EINVAL", "ENOTSUP", "ENOSYS", "ETXTBSY")
)


class LeftAside(OSError):
    """Neither file could have the name again; `strerror` is the one the old file has now."""


def aside_path(file: Path) -> Path:
    """Where a file steps while its successor takes its name."""
    name = file.name
    if len(name.encode("utf-8", "surrogateescape")) > LONGEST_NAME_BYTES:
        name = hashlib.sha256(name.encode("utf-8", "surrogateescape")).hexdigest()[:16]
    return file.with_name(f".~old.{name}#")


def swap(new: Path, target: Path, data: bytes, fs: FileSystem) -> None:
    """`new` bears the name of `target`. Raises OSError; then the old file has its name still, or LeftAside."""
    if fs.read(new) != data:  # a share that refuses one thing may have mangled another
        raise OSError(errno.EIO, os.strerror(errno.EIO), str(new))
    aside = aside_path(target)
    discard(target, fs)
    fs.publish(target, aside)
    try:
        _synced(target, fs)
        fs.publish(new, target)
    except BaseException:
        _back(aside, target, fs)
        raise
    if _synced(target, fs):
        discard(target, fs)


def discard(target: Path, fs: FileSystem) -> None:
    """Nothing stands aside any more: the file itself is there."""
    with suppress(OSError):
        fs.remove(aside_path(target))


def _back(aside: Path, target: Path, fs: FileSystem) -> None:
    try:
        fs.publish(aside, target)
    except FileExistsError:  # it never lost its name: only another was given to it
        fs.remove(aside)
    except OSError as error:
        raise LeftAside(errno.EACCES, aside.name) from error


def _synced(target: Path, fs: FileSystem) -> bool:
    try:
        fs.sync_folder(target.parent)
    except OSError:
        return False
    return True
