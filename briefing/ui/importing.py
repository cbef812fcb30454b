"""How PySide is loaded: its support for signatures from compiled code, and Python's own import left alone.

That support is source in an archive inside its library, which every process compiles anew: a fifth of what a
bare window takes to start. It is kept here as Python keeps every other module, and known by its source.
"""

from __future__ import annotations

import builtins
import marshal
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.util import cache_from_source, source_hash
from pathlib import Path
from types import CodeType

ARCHIVE = "shibokensupport/"
BOOTSTRAP = "signature_bootstrap.py"
STUBS_MAKER = f"{ARCHIVE}signature/lib/pyi_generator.py"  # makes type stubs: nobody calls it

Kept = dict[bytes, CodeType]  # by the hash of the source


def import_plainly() -> None:
    """Loads PySide, and puts Python's own import back.

    PySide's reads the source of each module loaded after it, for a `__feature__` that nothing of ours uses.
    """
    with _compiled_once(Path(cache_from_source(__file__)).with_suffix(".support")):
        from PySide6 import QtCore  # noqa: F401, PLC0415 - it is what loads the archive and replaces the import
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


@contextmanager
def _compiled_once(path: Path) -> Iterator[None]:
    """Modules of the archive are not compiled if `path` has their code; what it lacks is written to it."""
    kept = _read(path)
    known, plainly = len(kept), builtins.compile

    def compiled(source: bytes, filename: str, *rest: object, **named: object) -> object:
        if not str(filename).startswith((ARCHIVE, BOOTSTRAP)):
            return plainly(source, filename, *rest, **named)  # type: ignore[call-overload]  # whatever was asked
        key = source_hash(source)
        if key not in kept:
            kept[key] = plainly(b"" if filename == STUBS_MAKER else source, filename, "exec")
        return kept[key]

    builtins.compile = compiled  # type: ignore[assignment]  # the archive's loader takes it from there
    try:
        yield
    finally:
        builtins.compile = plainly
    if len(kept) > known and not sys.dont_write_bytecode:
        _write(path, kept)


def _read(path: Path) -> Kept:
    try:
        kept = marshal.loads(path.read_bytes())  # noqa: S302 - beside our own .pyc, and no less safe
    except (OSError, ValueError, EOFError, TypeError):
        return {}
    return kept if isinstance(kept, dict) else {}


def _write(path: Path, kept: Kept) -> None:
    with suppress(OSError):  # a folder that nobody may write to: the next start compiles once more
        path.parent.mkdir(parents=True, exist_ok=True)
        whole = path.with_suffix(f".{os.getpid()}")
        whole.write_bytes(marshal.dumps(kept))
        whole.replace(path)
