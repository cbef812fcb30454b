"""What the program keeps on this computer beside the notes themselves: thinned out, and deleted when asked.

Work that is not saved anywhere is never deleted with the rest: it is a kind of its own, and asked for alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Literal, get_args

from msgspec import Struct

from briefing.store.disk import DISK, FileSystem
from briefing.store.log import SUFFIX
from briefing.store.places import Places
from briefing.store.recent import read_recent
from briefing.store.recovery import purge, replay
from briefing.store.versions import Versions

What = Literal["versions", "let_go", "unsaved", "recent", "log"]
WHAT: tuple[What, ...] = get_args(What)


class Held(Struct, frozen=True):
    """What is kept of one kind: how many, and how many bytes."""

    what: What
    count: int
    size: int


def held(places: Places, fs: FileSystem = DISK) -> tuple[Held, ...]:
    """Everything that can be deleted, by kind. `let_go`: journals of saved or discarded work."""
    return tuple(_held(what, places, fs) for what in WHAT)


def _held(what: What, places: Places, fs: FileSystem) -> Held:
    files = list(_files(what, places, fs))
    size = 0
    for file in files:
        with suppress(OSError):
            size += fs.stat(file).st_size
    count = len(read_recent(places.recent, fs)) if what == "recent" else len(files)
    return Held(what, count, size)


def forget(what: frozenset[What], places: Places, fs: FileSystem = DISK) -> tuple[Path, ...]:
    """Deletes those kinds; what could not be deleted. A note's own file is never among them."""
    stayed = []
    for kind in what:
        for file in _files(kind, places, fs):
            try:
                fs.remove(file)
            except FileNotFoundError:
                continue
            except OSError:
                stayed.append(file)
    return tuple(stayed)


def tidy(places: Places, days: int, fs: FileSystem = DISK) -> int:
    """How many versions and journals have had their time and are gone. For a quiet moment: it reads folders."""
    removed = purge(places.history, days, fs)
    for folder in _in(places.versions, fs):
        removed += Versions(folder, fs).thin()
    return removed


def _files(what: What, places: Places, fs: FileSystem) -> Iterator[Path]:
    if what == "versions":
        for folder in _in(places.versions, fs):
            yield from (v.path for v in Versions(folder, fs).listed())
    elif what == "let_go":
        yield from _in(places.history, fs)
    elif what == "unsaved":
        for folder in _in(places.journals, fs):
            yield from (f for f in _in(folder, fs) if f.suffix == SUFFIX and not _live(f, fs))
    elif what == "recent":
        yield from (f for f in (places.recent,) if _is_there(f, fs))
    else:
        yield from _in(places.logs, fs)


def _live(log: Path, fs: FileSystem) -> bool:
    """Whether a running program writes it: the journal of an open note."""
    played = replay(log, fs)
    return played is not None and played.live


def _is_there(file: Path, fs: FileSystem) -> bool:
    with suppress(OSError):
        fs.stat(file)
        return True
    return False


def _in(folder: Path, fs: FileSystem) -> Iterator[Path]:
    with suppress(OSError):
        yield from (folder / name for name in sorted(fs.names(folder)))
