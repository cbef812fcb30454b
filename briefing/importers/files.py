"""An article's file on this computer: plain files only, and none over the limit."""

from __future__ import annotations

import stat
from pathlib import Path

from briefing.errors import ImportFailed
from briefing.importers.limits import MOST_BYTES
from briefing.importers.reading import read_article
from briefing.model.article import Article


def read_file(path: Path, *, captured: str = "") -> Article:
    """The article in the file at `path`. Raises ImportFailed; a folder, a device and a pipe are no files."""
    try:
        facts = path.stat()
        if not stat.S_ISREG(facts.st_mode):  # it may never end
            raise ImportFailed(path.name, "unreadable", "not a plain file")
        if facts.st_size > MOST_BYTES:
            raise ImportFailed(path.name, "too-large", f"{facts.st_size:,} bytes; at most {MOST_BYTES:,}")
        data = path.read_bytes()
    except FileNotFoundError as fault:
        raise ImportFailed(path.name, "not-found", str(fault)) from fault
    except (OSError, ValueError) as fault:
        raise ImportFailed(path.name, "unreadable", str(fault)) from fault
    return read_article(data, path.name, captured=captured)
