"""What is left of a note whose file can no longer be read: its earlier versions on this computer."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from briefing.errors import NoteUnreadable
from briefing.store.disk import DISK, FileSystem
from briefing.store.notes import read_note_file
from briefing.store.places import Places, folder_name
from briefing.store.recent import read_recent
from briefing.store.versions import Versions

# what is nested stands further in, so this is the note's own
_ID = re.compile(rb'^ ?"id": ?("(?:[^"\\]|\\.){1,200}")', re.MULTILINE)


def versions_of(path: Path, places: Places, fs: FileSystem = DISK) -> Versions | None:
    """The versions kept of the note that stood at `path`, by the id in its bytes, else by the recent list."""
    for note_id in _ids(path, places, fs):
        found = Versions(places.versions / folder_name(note_id), fs)
        if found.listed():
            return found
    return None


def _ids(path: Path, places: Places, fs: FileSystem) -> Iterator[str]:
    with suppress(NoteUnreadable):
        for told in _ID.findall(read_note_file(path, fs)):
            with suppress(ValueError):
                yield str(json.loads(told))
    yield from (r.note for r in read_recent(places.recent, fs) if r.note and r.path == path.absolute())
