"""A harness that is started once and forks a life for each line on its input, until somebody kills it."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable


def say(line: str) -> None:
    """Prints a line at once: what was said stands, however the process ends."""
    os.write(1, f"{line}\n".encode())


def lives(life: Callable[..., None]) -> None:
    """A life for each line of arguments, apart by tabs. Says `pid N` as it begins, `end STATUS` at its end."""
    for line in sys.stdin:
        pid = os.fork()
        if pid == 0:
            _live(life, line.rstrip("\n").split("\t"))
        _, status = os.waitpid(pid, 0)
        say(f"end {os.waitstatus_to_exitcode(status)}")


def _live(life: Callable[..., None], arguments: list[str]) -> None:
    status = 3
    say(f"pid {os.getpid()}")
    try:
        life(*arguments)
        status = 0
    except BaseException:
        traceback.print_exc()
        sys.stderr.flush()
        raise
    finally:
        os._exit(status)
