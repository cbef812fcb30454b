"""Files named on the command line, as bytes or as a typed failure."""

from __future__ import annotations

import sys
from contextlib import closing
from datetime import datetime
from pathlib import Path

from briefing.errors import ImportFailed
from briefing.limits import MOST_BYTES
from briefing.model.article import Article
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
    if name == STANDARD_INPUT:
        if sys.stdin is None:  # closed by the caller
            raise ImportFailed(STANDARD_INPUT_NAME, "empty")
        return reading.data(sys.stdin.buffer.read(MOST_BYTES + 1), STANDARD_INPUT_NAME, captured=now())
    return reading.file(Path(name), captured=now())


def now() -> str:
    """The present time, ISO 8601 with zone."""
    return datetime.now().astimezone().isoformat(timespec="seconds")
