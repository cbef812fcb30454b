"""What the program did, in a rotating log on this computer. It holds nothing of any note.

Messages are written as they stand in the program's text; of what is put into them only numbers are. Of a fault
its type and its places in the program are, never its message, which may quote anything. Other libraries log
what they read, and are not heard.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from types import TracebackType

from briefing.store.disk import DISK, FileSystem

NAME = "briefing.log"
MOST_BYTES = 256 * 1024
KEPT = 3  # older files, briefing.1.log being the newest of them


class Diary(logging.Handler):
    """Appends a line for each record. A log that cannot be written stops nothing."""

    def __init__(self, folder: Path, fs: FileSystem = DISK) -> None:
        super().__init__(logging.INFO)
        self._folder, self._fs = folder, fs
        self.addFilter(logging.Filter("briefing"))

    def emit(self, record: logging.LogRecord) -> None:
        """Writes the record, without what may be somebody's words."""
        with suppress(OSError):
            self._append(line_of(record).encode("utf-8", "replace"))

    def _append(self, line: bytes) -> None:
        path = self._folder / NAME
        self._fs.make_folder(self._folder)
        if path.exists() and path.stat().st_size + len(line) > MOST_BYTES:
            self._rotate()
        handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        try:
            os.write(handle, line)
        finally:
            os.close(handle)

    def _rotate(self) -> None:
        names = [NAME, *(f"briefing.{number}.log" for number in range(1, KEPT + 1))]
        for newer, older in reversed(list(pairwise(names))):
            with suppress(FileNotFoundError):
                self._fs.replace(self._folder / newer, self._folder / older)


def begin(folder: Path) -> Diary:
    """A log of what the program does from now on."""
    diary = Diary(folder)
    logger = logging.getLogger("briefing")
    logger.setLevel(logging.INFO)
    logger.addHandler(diary)
    return diary


def latest(folder: Path, count: int) -> tuple[str, ...]:
    """The last lines of the log; none if it cannot be read."""
    with suppress(OSError):
        return tuple((folder / NAME).read_text(encoding="utf-8", errors="replace").splitlines()[-count:])
    return ()


def line_of(record: logging.LogRecord) -> str:
    """The record's line, with the places of its fault indented behind it."""
    time = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="seconds")
    lines = [f"{time} {record.levelname} {record.name}: {_said(record)}"]
    if record.exc_info and record.exc_info[1] is not None:
        lines += [f"  {place}" for place in places_of(record.exc_info[1])]
    return "\n".join(lines) + "\n"


def _said(record: logging.LogRecord) -> str:
    """The message with its numbers; whatever else was put into it is named by its type."""
    arguments = record.args if isinstance(record.args, tuple) else ()
    shown = tuple(a if isinstance(a, int | float) else f"<{type(a).__name__}>" for a in arguments)
    try:
        return str(record.msg) % shown if shown else str(record.msg)
    except (TypeError, ValueError):
        return str(record.msg)


def places_of(fault: BaseException) -> Iterator[str]:
    """What kind of fault it is and where in the program it came up, with what led to it. No words of a note."""
    seen: set[int] = set()
    cause: BaseException | None = fault
    while cause is not None and id(cause) not in seen:
        seen.add(id(cause))
        yield type(cause).__qualname__
        yield from (f"at {place}" for place in _frames(cause.__traceback__))
        cause = cause.__cause__ or cause.__context__


def _frames(trace: TracebackType | None) -> Iterator[str]:
    while trace is not None:
        code = trace.tb_frame.f_code
        yield f"{trace.tb_frame.f_globals.get('__name__', '?')}.{code.co_qualname}:{trace.tb_lineno}"
        trace = trace.tb_next
