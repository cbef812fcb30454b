"""A file's bytes, read with care: plain files only, never more than asked, never waiting for a pipe."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import BinaryIO

_FLAGS = (getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOINHERIT", 0)) | getattr(
    os, "O_NONBLOCK", 0
)


class NotPlain(OSError):
    """What stands there is a folder, a pipe, a socket or a device: it may never end."""


class TooLarge(OSError):
    """The file holds more than is taken in."""


def read_plain(path: Path, most_bytes: int) -> bytes:
    """All bytes of the file at `path`. Raises OSError, ValueError (no such name), NotPlain, TooLarge."""
    with open_plain(path) as file:
        size = os.fstat(file.fileno()).st_size
        data = b"" if size > most_bytes else _read(file, size, most_bytes)
    size = max(size, len(data))
    if size > most_bytes:
        raise TooLarge(errno.EFBIG, f"{size:,} bytes; at most {most_bytes:,}")
    return data


def _read(file: BinaryIO, size: int, most_bytes: int) -> bytes:
    """All of it, a byte more than `most_bytes` at most; room is asked for what the file says it holds."""
    data = file.read(size + 1) or b""
    return data if len(data) <= size else data + (file.read(most_bytes + 1 - len(data)) or b"")


def open_plain(path: Path) -> BinaryIO:
    """The file at `path`, to be read. Raises OSError, ValueError (no such name), NotPlain."""
    _refuse_special(path.stat(), path)  # opening a device may already do something
    file = os.fdopen(os.open(path, os.O_RDONLY | _FLAGS), "rb")
    try:
        _refuse_special(os.fstat(file.fileno()), path)  # it may have changed since
    except NotPlain:
        file.close()
        raise
    return file


def _refuse_special(facts: os.stat_result, path: Path) -> None:
    if not stat.S_ISREG(facts.st_mode):
        raise NotPlain(errno.EINVAL, "not a plain file", path.name)
