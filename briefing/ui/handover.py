"""Handing files to the program that runs already. No Qt: this is over before any of it would be loaded.

One address for each person and each home. Whatever goes wrong (nobody there, a crashed one, a hung one), the
answer is no, and the program starts as if it were the first.
"""

from __future__ import annotations

import json
import os
import sys
import zlib
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from briefing.store.places import Places, places

ACKNOWLEDGED = b"ok\n"
MOST_BYTES = 64 * 1024  # of a message
MOST_PATHS = 50
WAIT_S = 2.0  # for a program that is there but does not answer
LONGEST_ADDRESS_BYTES = 100  # the system's limit is 104 or 108


def address(where: Places, environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> str:
    """The socket's path, or the pipe's name on Windows.

    A deep home is too long for a socket's path; then it lies among the temporary files, and whose it is tells.
    """
    name = f"briefing-{zlib.crc32(os.fsencode(where.state)):08x}"
    if platform == "win32":
        return name
    runtime = Path(environment.get("XDG_RUNTIME_DIR", ""))
    folder = runtime if runtime.is_absolute() and _is_ours(runtime) else where.state
    path = str(folder / name)
    return path if len(os.fsencode(path)) <= LONGEST_ADDRESS_BYTES else f"/tmp/{name}"  # noqa: S108 - see above


def _is_ours(path: Path) -> bool:
    """Whether it is there and belongs to this person: a socket somebody else put there is not spoken to."""
    with suppress(OSError, AttributeError):  # no getuid on Windows
        return path.stat().st_uid == os.getuid()
    return False


def hand_over(paths: Sequence[Path]) -> bool:
    """Whether a running program took these files (none: it opens a new window)."""
    where = address(places())
    if len(paths) > MOST_PATHS:
        return False
    message = json.dumps({"open": [str(p.absolute()) for p in paths]}).encode() + b"\n"
    if len(message) > MOST_BYTES:
        return False
    with suppress(OSError):
        return _by_pipe(where, message) if sys.platform == "win32" else _by_socket(where, message)
    return False


def _by_socket(where: str, message: bytes) -> bool:
    if not _is_ours(Path(where)):
        return False
    import socket  # noqa: PLC0415 - heavy: there seldom is another program

    with socket.socket(socket.AF_UNIX) as line:
        line.settimeout(WAIT_S)
        line.connect(where)
        line.sendall(message)
        return line.recv(len(ACKNOWLEDGED)) == ACKNOWLEDGED


def _by_pipe(where: str, message: bytes) -> bool:
    with Path(rf"\\.\pipe\{where}").open("r+b", buffering=0) as line:
        line.write(message)
        return line.read(len(ACKNOWLEDGED)) == ACKNOWLEDGED


def asked_for(message: bytes) -> tuple[Path, ...] | None:
    """The files a message names; None if it is not one of ours."""
    try:
        fields = json.loads(message)
    except (ValueError, RecursionError):
        return None
    wanted = fields.get("open") if isinstance(fields, dict) else None
    if not isinstance(wanted, list) or len(wanted) > MOST_PATHS:
        return None
    paths = tuple(Path(p) for p in wanted if isinstance(p, str) and "\0" not in p)
    return paths if len(paths) == len(wanted) and all(p.is_absolute() for p in paths) else None
