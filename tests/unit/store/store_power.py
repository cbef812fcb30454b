"""A model of what a disk may hold after a power cut.

`Recorder` does everything in memory and writes down each step. `states_after` builds every state a cut may
leave: bytes that were not synced are there, half there, zeroed or absent, and names given or taken away since
the last sync of their folder are done or undone, in every combination.
"""

from __future__ import annotations

import errno
import itertools
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Inode:
    data: bytearray = field(default_factory=bytearray)
    synced: bytes = b""


Change = tuple[tuple[Path, Inode | None], ...]  # names that are given and taken away together


@dataclass
class Moment:
    """The disk at one step: durable names, names changed since, and the bytes of every inode."""

    names: dict[Path, Inode]
    pending: list[Change]
    bytes_now: dict[int, bytes]
    bytes_synced: dict[int, bytes]
    acknowledged: int


class Recorder:
    """A file system in memory that keeps a Moment after each step. `lazy`: folder syncs do nothing."""

    def __init__(self, *, sync_files: bool = True, sync_folders: bool = True) -> None:
        self.live: dict[Path, Inode] = {}
        self.durable: dict[Path, Inode] = {}
        self.pending: list[Change] = []
        self.handles: dict[int, Inode] = {}
        self.moments: list[Moment] = []
        self.acknowledged = 0
        self.sync_files = sync_files
        self.sync_folders = sync_folders

    def put(self, path: Path, data: bytes) -> None:
        """A file that has stood there safely for long."""
        self.live[path] = self.durable[path] = Inode(bytearray(data), data)

    def step(self) -> None:
        inodes = [*self.durable.values(), *(i for change in self.pending for _, i in change if i)]
        self.moments.append(
            Moment(
                dict(self.durable),
                list(self.pending),
                {id(i): bytes(i.data) for i in inodes},
                {id(i): i.synced for i in inodes},
                self.acknowledged,
            )
        )

    def acknowledge(self) -> None:
        self.acknowledged += 1
        self.step()

    def _name(self, path: Path, inode: Inode | None) -> None:
        if inode is None:
            self.live.pop(path)
        else:
            self.live[path] = inode
        self.pending.append(((path, inode),))
        self.step()

    def stat(self, path: Path) -> os.stat_result:
        if path not in self.live:
            raise FileNotFoundError(path)
        return os.stat_result((stat.S_IFREG | 0o644, 0, 0, 1, 0, 0, len(self.live[path].data), 0, 0, 0))

    def writable(self, path: Path) -> bool:
        return path in self.live

    def names(self, folder: Path) -> list[str]:
        return [p.name for p in self.live if p.parent == folder]

    def read(self, path: Path) -> bytes:
        if path not in self.live:
            raise FileNotFoundError(path)
        return bytes(self.live[path].data)

    def create(self, path: Path, mode: int | None) -> int:
        if path in self.live:
            raise FileExistsError(path)
        assert mode is None or mode
        inode = Inode()
        self._name(path, inode)
        handle = 1000 + len(self.handles)
        self.handles[handle] = inode
        return handle

    def write(self, handle: int, data: bytes | memoryview) -> int:
        self.handles[handle].data += data
        self.step()
        return len(data)

    def sync(self, handle: int) -> None:
        if self.sync_files:
            inode = self.handles[handle]
            inode.synced = bytes(inode.data)
        self.step()

    def close(self, handle: int) -> None:
        """Nothing is safer for being closed."""

    def replace(self, source: Path, target: Path) -> None:
        inode = self.live.pop(source)
        self.live[target] = inode
        self.pending += [((target, inode),), ((source, None),)]
        self.step()

    def publish(self, source: Path, target: Path) -> None:
        if target in self.live:
            raise FileExistsError(target)
        self.replace(source, target)

    def remove(self, path: Path) -> None:
        if path not in self.live:
            raise FileNotFoundError(path)
        self._name(path, None)

    def make_folder(self, path: Path) -> None:
        """Folders are taken as given."""

    def sync_folder(self, path: Path) -> None:
        if self.sync_folders:
            done = [p for p in self.pending if p[0][0].parent == path]
            self.pending = [p for p in self.pending if p[0][0].parent != path]
            _apply(self.durable, done)
        self.step()

    def now(self) -> float:
        return 0.0

    def pause(self, seconds: float) -> None:
        """Time stands still."""


class Unwilling(Recorder):
    """A share that puts no file over another; a name it changes is changed in one step."""

    def replace(self, source: Path, target: Path) -> None:
        raise PermissionError(errno.EACCES, "no", str(source), None, str(target))

    def publish(self, source: Path, target: Path) -> None:
        if target in self.live:
            raise FileExistsError(target)
        inode = self.live[target] = self.live.pop(source)
        self.pending.append(((target, inode), (source, None)))
        self.step()


def _apply(names: dict[Path, Inode], changes: list[Change]) -> None:
    for path, inode in (one for change in changes for one in change):
        if inode is None:
            names.pop(path, None)
        else:
            names[path] = inode


def states_after(moment: Moment) -> Iterator[dict[Path, bytes]]:
    """Every state the disk may be in when the power goes at that moment."""
    for count in range(len(moment.pending) + 1):
        for kept in itertools.combinations(moment.pending, count):
            names = dict(moment.names)
            _apply(names, list(kept))
            yield from _contents(names, moment)


def _contents(names: dict[Path, Inode], moment: Moment) -> Iterator[dict[Path, bytes]]:
    choices = [list(_damages(moment.bytes_now[id(i)], moment.bytes_synced[id(i)])) for i in names.values()]
    for chosen in itertools.product(*choices):
        yield dict(zip(names, chosen, strict=True))


def _damages(now: bytes, synced: bytes) -> set[bytes]:
    fresh = len(now) - len(synced)
    return {now, synced, now[: len(synced) + fresh // 2], synced + bytes(fresh)}
