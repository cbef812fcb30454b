"""Walls of the Linux kernel, which stop native code too: Landlock for files, seccomp for calls.

Both need no rights, hold for this process only and cannot be taken down again. Elsewhere, and on kernels
without them, nothing is raised, and the caller is told so. The numbers are those of the kernel's own headers.
"""

from __future__ import annotations

import os
import platform
import struct
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ctypes

_NO_NEW_PRIVILEGES, _SET_SECCOMP, _BY_FILTER = 38, 22, 2
_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_VERSION_ONLY, _PATH_BENEATH = 1, 1
_READ_FILE, _READ_FOLDER = 1 << 2, 1 << 3
_FILE_RIGHTS = {1: 0x1FFF, 2: 0x3FFF, 3: 0x7FFF, 5: 0xFFFF}  # that a version of Landlock knows
_NET_RIGHTS, _SCOPES = 0b11, 0b11  # to bind and connect; sockets without a name, and signals

_X86_64 = 0xC000003E
_DENIED = (
    41, 42, 43, 44, 46, 49, 50, 53, 288,  # sockets, in any way
    57, 58, 59, 322,  # fork, vfork, execve, execveat
    62, 101, 310, 311, 424, 434, 438,  # other processes: kill, ptrace, their memory, their handles
    90, 91, 92, 93, 94, 132, 188, 189, 190, 235, 260, 268, 280, 452,  # modes, owners and times of files
    160, 302,  # our own limits
    165, 166, 155, 161, 272, 304, 308,  # mounts and namespaces
    248, 249, 250, 298, 321, 323, 425,  # keys, tracing, programs in the kernel, calls around these rules
)  # fmt: skip
_CLONE, _CLONE3, _THREAD = 56, 435, 0x10000
_ALLOW, _KILL, _ERRNO, _EPERM, _ENOSYS = 0x7FFF0000, 0x80000000, 0x00050000, 1, 38
_LOAD, _IS, _AT_LEAST, _HAS, _ANSWER = 0x20, 0x15, 0x35, 0x45, 0x06


def close(readable: tuple[str, ...]) -> list[str]:
    """Raises the walls this kernel has; only what lies at or below `readable` can still be opened, to read."""
    if sys.platform != "linux":
        return []
    import ctypes  # noqa: PLC0415 - wanted on Linux only

    library = ctypes.CDLL(None, use_errno=True)
    if library.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0):
        return []
    stand = ["landlock"] if _landlock(library, readable) else []
    return [*stand, "seccomp"] if _seccomp(library) else stand


def _landlock(library: ctypes.CDLL, readable: tuple[str, ...]) -> bool:
    version = library.syscall(_CREATE_RULESET, None, 0, _VERSION_ONLY)
    if version < 1:
        return False
    rights = _FILE_RIGHTS[max(v for v in _FILE_RIGHTS if v <= version)]
    fields = [rights, *([_NET_RIGHTS] if version >= 4 else []), *([_SCOPES] if version >= 6 else [])]
    rules = library.syscall(_CREATE_RULESET, struct.pack(f"={len(fields)}Q", *fields), 8 * len(fields), 0)
    if rules < 0:
        return False
    for path in readable:
        _allow_reading(library, rules, path)
    done = bool(library.syscall(_RESTRICT_SELF, rules, 0) == 0)
    os.close(rules)
    return done


def _allow_reading(library: ctypes.CDLL, rules: int, path: str) -> None:
    with suppress(OSError):
        handle = os.open(path, os.O_PATH | os.O_CLOEXEC)
        rights = _READ_FILE | (_READ_FOLDER if Path(path).is_dir() else 0)
        library.syscall(_ADD_RULE, rules, _PATH_BENEATH, struct.pack("=Qi", rights, handle), 0)
        os.close(handle)


def _seccomp(library: ctypes.CDLL) -> bool:
    """Calls no reader needs fail as if there were no right to them. Numbers differ between processors."""
    if platform.machine() != "x86_64" or sys.maxsize < 2**32:
        return False
    import ctypes  # noqa: PLC0415 - wanted on Linux only

    program = b"".join(_filter())
    code = ctypes.create_string_buffer(program, len(program))
    header = struct.pack("@HP", len(program) // 8, ctypes.addressof(code))
    return bool(library.prctl(_SET_SECCOMP, _BY_FILTER, header, 0, 0) == 0)


def _filter() -> list[bytes]:
    """The rules as the kernel's little program: each line a test, and how many lines to skip then and else."""

    def line(code: int, value: int, then: int = 0, other: int = 0) -> bytes:
        return struct.pack("=HBBI", code, then, other, value)

    end = [line(_ANSWER, _ALLOW), line(_ANSWER, _ERRNO | _EPERM), line(_ANSWER, _ERRNO | _ENOSYS)]
    clone = [line(_IS, _CLONE, 0, 2), line(_LOAD, 16), line(_HAS, _THREAD, 0, 1)]
    denied = [line(_IS, number, then=len(_DENIED) - place + len(clone)) for place, number in enumerate(_DENIED)]
    return [
        line(_LOAD, 4), line(_IS, _X86_64, 1, 0), line(_ANSWER, _KILL),
        line(_LOAD, 0), line(_IS, _CLONE3, then=len(denied) + len(clone) + 3),
        line(_AT_LEAST, 0x40000000, then=len(denied) + len(clone) + 1),
        *denied, *clone, *end,
    ]  # fmt: skip
