"""Python's own import, which PySide replaces by one that reads the source of each module loaded after it.

It looks there for `__feature__`, which nothing of ours uses; the sources it has read stay in memory.
"""

from __future__ import annotations

import builtins

from PySide6 import QtCore  # noqa: F401 - it is what replaces the import


def import_plainly() -> None:
    """Puts Python's own import back, where PySide says which one that was."""
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
