"""Files named on the command line, as bytes or as a typed failure."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import BinaryIO

from briefing.errors import ImportFailed
from briefing.limits import MOST_BULK_LINE_BYTES, MOST_BYTES
from briefing.model.article import Article
from briefing.plainfile import open_plain
from briefing.sandbox import Readers

STANDARD_INPUT = "-"
STANDARD_INPUT_NAME = "standard input"


def article_in(name: str) -> Article:
    """The article in the file `name`, or on standard input for "-". Raises ImportFailed."""
    with closing(Readers()) as readers:
        return article_read_by(readers, name)


def article_read_by(readers: Readers, name: str) -> Article:
    """The same, where more files are to come. Raises ImportFailed."""
    reading = readers.reading()
    if name != STANDARD_INPUT:
        return reading.file(Path(name), captured=now())
    try:
        data = _standard_input().read(MOST_BYTES + 1)
    except OSError as fault:  # a folder, a terminal that is gone
        raise ImportFailed(STANDARD_INPUT_NAME, "unreadable", str(fault)) from fault
    return reading.data(data, STANDARD_INPUT_NAME, captured=now())


def lines_in(name: str) -> Iterator[str]:
    """Each line of the file `name`, or of standard input for "-", as it comes. Raises ImportFailed."""
    shown = STANDARD_INPUT_NAME if name == STANDARD_INPUT else Path(name).name
    try:
        with _standard_input() if name == STANDARD_INPUT else open_plain(Path(name)) as file:
            lines = iter(partial(file.readline, MOST_BULK_LINE_BYTES + 1), b"")
            yield from (_line(data, shown) for data in lines)
    except FileNotFoundError as fault:
        raise ImportFailed(shown, "not-found", str(fault)) from fault
    except (OSError, ValueError) as fault:  # ValueError: no file can have that name
        raise ImportFailed(shown, "unreadable", str(fault)) from fault


def _line(data: bytes, source: str) -> str:
    if len(data) > MOST_BULK_LINE_BYTES:
        raise ImportFailed(source, "too-large", f"a line of over {MOST_BULK_LINE_BYTES:,} bytes")
    return data.decode("utf-8", "replace").removeprefix("\ufeff")


def _standard_input() -> BinaryIO:
    if sys.stdin is None:  # closed by the caller
        raise ImportFailed(STANDARD_INPUT_NAME, "empty")
    return sys.stdin.buffer


def now() -> str:
    """The present time, ISO 8601 with zone."""
    return datetime.now().astimezone().isoformat(timespec="seconds")
