"""The seam to the file system: the few calls that storage makes, each of which a test can make fail."""

from __future__ import annotations

import os
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from briefing import limits
from briefing.plainfile import read_plain

_BINARY = getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOINHERIT", 0)


class FileSystem(Protocol):
    """What storage asks of the file system. Everything may raise OSError."""

    def stat(self, path: Path) -> os.stat_result:
        """What stands at `path`."""
        ...

    def writable(self, path: Path) -> bool:
        """Whether this person may write there."""
        ...

    def names(self, folder: Path) -> list[str]:
        """The names in `folder`."""
        ...

    def read(self, path: Path) -> bytes:
        """All bytes of a plain file; a folder, a pipe or a device raises OSError."""
        ...

    def create(self, path: Path, mode: int | None) -> int:
        """An open new file, with those permissions or the usual ones."""
        ...

    def write(self, handle: int, data: bytes | memoryview) -> int:
        """How many bytes the system took."""
        ...

    def sync(self, handle: int) -> None:
        """Returns when the bytes are on the disk."""
        ...

    def close(self, handle: int) -> None:
        """Closes the file, also when it raises."""
        ...

    def replace(self, source: Path, target: Path) -> None:
        """Gives `source` the name `target`, in place of what stood there."""
        ...

    def publish(self, source: Path, target: Path) -> None:
        """Gives `source` the name `target`. Raises FileExistsError if that is taken."""
        ...

    def remove(self, path: Path) -> None:
        """Removes a file."""
        ...

    def make_folder(self, path: Path) -> None:
        """A folder that is there, with those above it, open to this person only."""
        ...

    def sync_folder(self, path: Path) -> None:
        """Returns when the names in the folder are on the disk."""
        ...

    def now(self) -> float:
        """Seconds since 1970."""
        ...

    def pause(self, seconds: float) -> None:
        """Returns a little later."""
        ...


class Disk:
    """The real file system."""

    def stat(self, path: Path) -> os.stat_result:
        """What stands at `path`."""
        return path.stat()

    def writable(self, path: Path) -> bool:
        """Whether this person may write there."""
        return os.access(path, os.W_OK)

    def names(self, folder: Path) -> list[str]:
        """The names in `folder`."""
        return os.listdir(folder)  # noqa: PTH208 - names only: a Path for each would be made for nothing

    def read(self, path: Path) -> bytes:
        """All bytes of a plain file; a folder, a pipe or a device raises OSError."""
        return read_plain(path, limits.MOST_STORED_BYTES)

    def create(self, path: Path, mode: int | None) -> int:
        """An open new file, with those permissions or the usual ones."""
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o666 if mode is None else mode)
        if mode is not None and sys.platform != "win32":
            with suppress(OSError):  # a share may know no modes; the bytes matter more
                os.fchmod(handle, mode)
        return handle

    def write(self, handle: int, data: bytes | memoryview) -> int:
        """How many bytes the system took."""
        return os.write(handle, data)

    def sync(self, handle: int) -> None:
        """Returns when the bytes are on the disk. A Mac's fsync stops at the drive's memory."""
        if sys.platform == "darwin":
            import fcntl  # noqa: PLC0415 - not on Windows

            fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
        elif sys.platform == "linux":
            os.fdatasync(handle)
        else:
            os.fsync(handle)

    def close(self, handle: int) -> None:
        """Closes the file, also when it raises."""
        os.close(handle)

    def replace(self, source: Path, target: Path) -> None:
        """Gives `source` the name `target`, in place of what stood there."""
        source.replace(target)

    def publish(self, source: Path, target: Path) -> None:
        """Gives `source` the name `target`. Raises FileExistsError if that is taken."""
        if sys.platform == "win32":
            source.rename(target)
            return
        try:
            os.link(source, target)
        except FileExistsError:
            raise
        except OSError:  # a file system without links
            if target.exists():
                raise FileExistsError(str(target)) from None
            source.replace(target)
        else:
            with suppress(OSError):  # the file has its name; the other one is swept up later
                source.unlink()

    def remove(self, path: Path) -> None:
        """Removes a file."""
        path.unlink()

    def make_folder(self, path: Path) -> None:
        """A folder that is there, with those above it, open to this person only."""
        if not path.is_dir():
            if path.parent != path:
                self.make_folder(path.parent)
            path.mkdir(0o700, exist_ok=True)

    def sync_folder(self, path: Path) -> None:
        """Returns when the names in the folder are on the disk. Windows keeps them in its own journal."""
        if sys.platform == "win32":
            return
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

    def now(self) -> float:
        """Seconds since 1970."""
        return time.time()

    def pause(self, seconds: float) -> None:
        """Returns a little later."""
        time.sleep(seconds)


DISK: FileSystem = Disk()
