"""Files named on the command line, as bytes or as a typed failure."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

from briefing.errors import ImportFailed
from briefing.importers import read_article, read_file
from briefing.importers.limits import MOST_BYTES
from briefing.model.article import Article

STANDARD_INPUT = "-"
STANDARD_INPUT_NAME = "standard input"


def article_in(name: str) -> Article:
    """The article in the file `name`, or on standard input for "-". Raises ImportFailed."""
    if name == STANDARD_INPUT:
        if sys.stdin is None:  # closed by the caller
            raise ImportFailed(STANDARD_INPUT_NAME, "empty")
        return read_article(sys.stdin.buffer.read(MOST_BYTES + 1), STANDARD_INPUT_NAME, captured=now())
    return read_file(Path(name), captured=now())


def now() -> str:
    """The present time, ISO 8601 with zone."""
    return datetime.now().astimezone().isoformat(timespec="seconds")
