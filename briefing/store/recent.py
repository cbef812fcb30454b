"""The notes opened last. The list is a convenience: a damaged one is an empty one."""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from briefing import limits
from briefing.store.disk import DISK, FileSystem

MOST_RECENT = 20


class Recent(NamedTuple):
    """One note of the list. `time` is when it was opened or saved, ISO 8601 with zone."""

    path: Path
    title: str
    template: str  # what people call its form
    time: str
    form: str = ""  # the library's name of its form
    note: str = ""  # its id, by which its versions are found if the file is damaged


def read_recent(file: Path, fs: FileSystem = DISK) -> tuple[Recent, ...]:
    """The notes opened last, newest first."""
    with suppress(OSError, ValueError, RecursionError):
        if fs.stat(file).st_size <= limits.MOST_RECENT_BYTES:
            listed = json.loads(fs.read(file))
            return _readable(listed) if isinstance(listed, list) else ()
    return ()


def _readable(listed: Iterable[object]) -> tuple[Recent, ...]:
    found = []
    for one in listed:
        texts = [one.get(k) for k in ("path", "title", "template", "time")] if isinstance(one, dict) else [None]
        if all(isinstance(t, str) and "\0" not in t for t in texts):
            path, title, template, time = map(str, texts)
            form, note = (_text(one, k) for k in ("form", "note"))
            found.append(Recent(Path(path), title, template, time, form, note))
    return tuple(found[:MOST_RECENT])


def _text(one: object, key: str) -> str:
    """A text that an older list does not have."""
    found = one.get(key) if isinstance(one, dict) else None
    return found if isinstance(found, str) else ""


def with_recent(listed: tuple[Recent, ...], note: Recent) -> tuple[Recent, ...]:
    """The list with `note` first, each path once."""
    return (note, *(r for r in listed if r.path != note.path))[:MOST_RECENT]


def uses_of(listed: tuple[Recent, ...], form: str) -> int:
    """How many of those notes are in that form, by its name in the library."""
    return sum(r.form.casefold() == form.casefold() for r in listed if r.form)


def write_recent(file: Path, listed: tuple[Recent, ...], fs: FileSystem = DISK) -> None:
    """The list, written. Raises WriteFailed."""
    from briefing.store.codec import rendered  # noqa: PLC0415 - heavy: a start only reads
    from briefing.store.files import write_failed, write_whole  # noqa: PLC0415 - heavy: a start only reads

    values = [
        {
            "path": str(r.path),
            "title": r.title,
            "template": r.template,
            "time": r.time,
            "form": r.form,
            "note": r.note,
        }
        for r in listed
    ]
    try:
        fs.make_folder(file.parent)
    except OSError as error:
        raise write_failed(file, error) from error
    write_whole(file, rendered(values) + b"\n", overwrite=True, fs=fs)
