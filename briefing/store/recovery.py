"""What journals hold that no file does, and which of it belongs to a note that is being opened.

The choice is made by content hash, sequence and checksum, never by date: a damaged file is often the newest.
Nothing here writes to a note's file; a journal that is done with is moved to the history, not deleted.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from briefing.errors import NoteUnreadable
from briefing.model.note import Note
from briefing.store.changes import changed
from briefing.store.codec import note_of, parsed
from briefing.store.disk import DISK, FileSystem
from briefing.store.files import write_failed
from briefing.store.log import FORMAT, SUFFIX, VERSION, Base
from briefing.store.notes import Loaded
from briefing.store.places import folder_name
from briefing.store.processes import alive, host_mark, started
from briefing.store.reading import Reader, Wrong, reader_of
from briefing.store.records import records_in

DAY_S = 24 * 3600


class Replay(Struct, frozen=True):
    """A journal played to its end.

    `base` is the note as it was opened or saved last, `changes` how many changes came after it, `time` when
    the last one was made (to show, never to choose by). `torn`: the last record was cut off.
    """

    log: Path
    session: str
    base: Base
    note: Note
    seq: int
    changes: int
    time: str
    torn: bool
    live: bool  # the program that writes it still runs

    @property
    def unsaved(self) -> bool:
        """Whether the journal holds something its file does not."""
        return self.note != self.base.note


def replay(log: Path, fs: FileSystem = DISK) -> Replay | None:
    """The journal played to the last whole record; None if it does not even hold the note it starts from."""
    last = None
    for last in played(log, fs):  # noqa: B007 - the last one is what counts
        pass
    return last


def played(log: Path, fs: FileSystem = DISK) -> Iterator[Replay]:
    """The journal after each of its records: every state the note went through."""
    try:
        records = records_in(fs.read(log))
        head, first = (_reader(p, log) for p in records.payloads[:2])
        state = _begun(log, head, first, torn=records.torn)
    except (OSError, ValueError, Wrong, NoteUnreadable):
        return
    yield state
    for payload in records.payloads[2:]:
        try:
            state = _continued(state, _reader(payload, log))
        except (Wrong, NoteUnreadable):
            yield replace(state, torn=True)
            return
        yield state


def _reader(payload: bytes, log: Path) -> Reader:
    return reader_of(parsed(payload, log.name)[0])


def _begun(log: Path, head: Reader, first: Reader, *, torn: bool) -> Replay:
    if head.text("format") != FORMAT or head.number("version") > VERSION:
        raise NoteUnreadable(log.name, "newer")
    tree = first.one("base", lambda inner: inner)
    note = note_of(dict(tree.values), log.name)
    base = Base(note, head.text("sha256"), tree.number("revision"), head.text("path"))
    live = _runs(head)
    return Replay(log, head.text("session"), base, note, head.number("seq"), 0, "", torn, live)


def _runs(head: Reader) -> bool:
    pid = head.number("pid")
    return head.text("host") == host_mark() and alive(pid) and head.text("started") == started(pid)


def _continued(played: Replay, record: Reader) -> Replay:
    seq, time = record.number("seq"), record.text("time")
    if seq != played.seq + 1:
        raise Wrong(place="seq", expected=str(played.seq + 1), found=str(seq))
    if "saved" in record.values:
        base = record.one("saved", lambda saved: _saved(played.note, saved))
        return replace(played, base=base, seq=seq, changes=0, time=time)
    note = changed(played.note, record.one("change", lambda inner: inner.values))
    return replace(played, note=note, seq=seq, changes=played.changes + 1, time=time)


def _saved(note: Note, saved: Reader) -> Base:
    then = changed(note, saved.one("change", lambda inner: inner.values))
    return Base(then, saved.text("sha256"), saved.number("revision"), saved.text("path"))


def unsaved(journals: Path, fs: FileSystem = DISK) -> tuple[Replay, ...]:
    """Everything that no running program keeps and no file holds, by note."""
    found: list[Replay] = []
    for folder in _names(journals, fs):
        found += furthest(_left(journals / folder, fs), fs)
    return tuple(found)


def unsaved_of(note_id: str, journals: Path, fs: FileSystem = DISK) -> tuple[Replay, ...]:
    """The same for one note, also what another of its journals went on from."""
    return tuple(r for r in _left(journals / folder_name(note_id), fs) if r.base.note.id == note_id)


def _left(folder: Path, fs: FileSystem) -> list[Replay]:
    return [r for r in of_sessions(_replays(folder, fs)) if r.unsaved and not r.live]


def furthest(replays: Iterable[Replay], fs: FileSystem = DISK) -> tuple[Replay, ...]:
    """Those no other went on from. A session that takes up the work of one before may die before it is done."""
    left: list[Replay] = []
    for one in replays:
        if any(went_through(other, one.note, fs) for other in left):
            continue
        left = [other for other in left if not went_through(one, other.note, fs)]
        left.append(one)
    return tuple(left)


def went_through(one: Replay, note: Note, fs: FileSystem = DISK) -> bool:
    """Whether the note was ever as `note` in that journal."""
    return any(state.note == note for state in played(one.log, fs))


def of_sessions(replays: Iterable[Replay]) -> tuple[Replay, ...]:
    """The furthest of each session: a session that began a new log may have died before it removed the old."""
    furthest: dict[str, Replay] = {}
    for one in replays:
        other = furthest.get(one.session)
        if other is None or one.seq > other.seq:
            furthest[one.session] = one
    return tuple(furthest.values())


def _replays(folder: Path, fs: FileSystem) -> Iterator[Replay]:
    for name in _names(folder, fs):
        played = replay(folder / name, fs) if name.endswith(SUFFIX) else None
        if played is not None:
            yield played


def _names(folder: Path, fs: FileSystem) -> list[str]:
    try:
        return sorted(fs.names(folder))
    except OSError:
        return []


class Found(Struct, frozen=True):
    """What recovery has for a note that is being opened.

    `continues` is unsaved work on exactly the file as it is. `diverged` is unsaved work on another state of
    it: the file was changed since, and the two are to be merged. `done` holds nothing that the file or one
    of the others does not.
    """

    continues: Replay | None = None
    diverged: tuple[Replay, ...] = ()
    done: tuple[Replay, ...] = ()


def found_for(loaded: Loaded, path: Path, journals: Path, fs: FileSystem = DISK) -> Found:
    """What the journals hold for the note that was loaded from `path`."""
    mine = [r for r in unsaved_of(loaded.note.id, journals, fs) if _belongs(r, loaded, path)]
    work = furthest((r for r in mine if r.note != loaded.note), fs)
    matching = sorted(
        (r for r in work if _continues(r, loaded, fs)), key=lambda r: (r.base.revision, r.seq), reverse=True
    )
    best = next(iter(matching), None)
    done = tuple(r for r in mine if all(r is not other for other in work))
    return Found(best, tuple(r for r in work if r is not best), done)


def _continues(one: Replay, loaded: Loaded, fs: FileSystem) -> bool:
    """Whether the file is the journal's base, or a state it went through: a save that could not be noted."""
    return one.base.sha256 == loaded.sha256 or went_through(one, loaded.note, fs)


def _belongs(one: Replay, loaded: Loaded, path: Path) -> bool:
    """A copy of a note has the same id and a journal of its own. A note without a file may be any copy."""
    if one.base.sha256 == loaded.sha256 or not one.base.path:
        return True
    return _same_place(Path(one.base.path), path)


def _same_place(one: Path, other: Path) -> bool:
    with suppress(OSError, ValueError):
        return os.path.realpath(one) == os.path.realpath(other)
    return False


def retire(one: Replay, history: Path, fs: FileSystem = DISK) -> None:
    """Every log of that session moved to the history, where it stays for a while. Raises WriteFailed."""
    try:
        fs.make_folder(history)
        for name in _names(one.log.parent, fs):
            if name.startswith(f"{one.session}-") and name.endswith(SUFFIX):
                fs.replace(one.log.parent / name, history / f"{one.log.parent.name}.{name}")
    except OSError as error:
        raise write_failed(one.log, error) from error


def purge(history: Path, days: int, fs: FileSystem = DISK) -> int:
    """How many journals older than `days` were removed from the history."""
    removed = 0
    for name in _names(history, fs):
        with suppress(OSError):
            if fs.now() - fs.stat(history / name).st_mtime > days * DAY_S:
                fs.remove(history / name)
                removed += 1
    return removed
