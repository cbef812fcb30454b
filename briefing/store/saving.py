"""One at a time: between looking at a file and replacing it, no other process of ours does the same.

A file beside the note is held for the moment of a save, by a lock of the system that ends with the process.
Where none can be had, the save goes on without: the hash check still sees every change but one that is made
within the same few microseconds.
"""

from __future__ import annotations

import errno
import hashlib
import os
import secrets
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from briefing.errors import WriteFailed
from briefing.store.disk import DISK, FileSystem

PAUSES_S = (0.01, 0.02, 0.05, 0.1, 0.2, 0.4, 0.8, 0.92)  # 2.5 s in all
HELD = frozenset({errno.EACCES, errno.EAGAIN, errno.EDEADLK})


@contextmanager
def alone(path: Path, fs: FileSystem = DISK) -> Iterator[None]:
    """Nobody else saves `path` meanwhile. Raises WriteFailed if somebody else does for 2.5 seconds."""
    mark = mark_path(path)
    handle = _held(path, mark, fs)
    try:
        yield
    finally:
        if handle is not None:
            _let_go(handle, mark)


def mark_path(path: Path) -> Path:
    """What is held while `path` is saved."""
    real = Path(os.path.realpath(path))
    name = hashlib.sha256(real.name.encode("utf-8", "surrogateescape")).hexdigest()[:8]
    return real.with_name(f".briefing-saving-{name}")


def _held(path: Path, mark: Path, fs: FileSystem) -> int | None:
    """The open mark, ours alone; None where there are no locks."""
    for pause_s in PAUSES_S:
        try:
            handle = os.open(mark, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOINHERIT", 0), 0o666)
        except (OSError, ValueError):
            return None
        try:
            _lock(handle)
            if _is_there(handle, mark):
                return handle
        except OSError as error:
            if error.errno not in HELD:
                os.close(handle)
                return None
            fs.pause(pause_s)
        os.close(handle)
    raise WriteFailed(path.name, "denied", "somebody else is saving it")


def _is_there(handle: int, mark: Path) -> bool:
    """Whether what we hold still bears its name: whoever held it before has taken that away."""
    try:
        return os.path.samestat(os.fstat(handle), mark.stat())
    except FileNotFoundError:
        return False


def _let_go(handle: int, mark: Path) -> None:
    """The name goes while it is still ours; on Windows an open file cannot lose its name."""
    if sys.platform == "win32":
        os.close(handle)
    with suppress(OSError):
        mark.unlink()
    if sys.platform != "win32":
        os.close(handle)


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def set_aside(file: Path, is_it: Callable[[bytes], bool], fs: FileSystem) -> None:
    """Removes a leftover, and only that: a rival may have put its own in its place meanwhile.

    Raises OSError. Giving it another name is the one step that only one of two rivals can do.
    """
    aside = file.with_name(f".briefing-aside-{secrets.token_hex(4)}")
    fs.replace(file, aside)
    if is_it(fs.read(aside)):
        fs.remove(aside)
        return
    fs.publish(aside, file)
