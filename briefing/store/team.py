"""The team's templates: a folder on a share, and the copy of it on this computer that is used.

The share is read and never written. While it is away the copy serves.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from msgspec import Struct

from briefing import limits
from briefing.errors import WriteFailed
from briefing.store.disk import DISK, FileSystem
from briefing.store.files import write_whole
from briefing.store.shelf import SUFFIX
from briefing.store.word_files import carrying

MOST_TEMPLATES = 500
SEEN = "seen"  # the file in the copy that says when the share was read last


class Team(Struct, frozen=True):
    """What came of a look at the share. `seen`: when it was read last, ISO 8601; empty: never."""

    folder: Path
    reached: bool
    changed: tuple[str, ...] = ()  # templates that are new, other or gone
    seen: str = ""


def names_in(folder: Path, fs: FileSystem = DISK) -> tuple[str, ...]:
    """File names of the templates in a folder, sorted. Raises OSError."""
    names = sorted(n for n in fs.names(folder) if n.endswith(SUFFIX) and not n.startswith("."))
    return tuple(names[:MOST_TEMPLATES])


def refresh(folder: Path, copy: Path, fs: FileSystem = DISK) -> Team:
    """Brings the copy up to date with the share, as far as the share can be read.

    An empty folder is a share that is away: that is what a mount point looks like without its share.
    """
    try:
        offered = names_in(folder, fs)
    except (OSError, ValueError):
        offered = ()
    if not offered:
        return Team(folder, reached=False, seen=_seen(copy, fs))
    try:
        fs.make_folder(copy)
        changed = [name for name in offered if _taken(folder / name, copy / name, fs)]
        gone = sorted(set(names_in(copy, fs)) - set(offered))
        for name in gone:
            fs.remove(copy / name)
        write_whole(copy / SEEN, _now().encode(), overwrite=True, fs=fs)
    except (OSError, WriteFailed):  # no room here, say: what was copied before still serves
        return Team(folder, reached=False, seen=_seen(copy, fs))
    names = tuple(n.removesuffix(SUFFIX) for n in (*changed, *gone))
    return Team(folder, reached=True, changed=names, seen=_seen(copy, fs))


def _taken(source: Path, target: Path, fs: FileSystem) -> bool:
    """Copies one template if it is another than the copy; one that cannot be read now stays as it was."""
    try:
        if fs.stat(source).st_size > limits.MOST_TEMPLATE_BYTES:
            return False
        data = _whole(fs.read(source), source, fs)
    except OSError:
        return False
    with suppress(OSError):
        if fs.read(target) == data:
            return False
    write_whole(target, data, overwrite=True, fs=fs)
    return True


def _whole(data: bytes, source: Path, fs: FileSystem) -> bytes:
    """A template with the Word file that lies beside it on the share: the copy serves alone."""
    with suppress(UnicodeDecodeError):
        text = data.decode("utf-8-sig")
        carried = carrying(text, source, fs)
        return data if carried == text else carried.encode("utf-8")
    return data


def _seen(copy: Path, fs: FileSystem) -> str:
    with suppress(OSError, UnicodeDecodeError):
        return fs.read(copy / SEEN)[:64].decode("ascii")
    return ""


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
