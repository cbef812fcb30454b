"""What other people's parsers raise on bad input, in one place, so that each becomes a typed failure."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Callable
from email.errors import MessageError
from typing import TypeVar
from xml.parsers.expat import ExpatError

from briefing.errors import ImportFailed

Result = TypeVar("Result")
# python-docx alone raises nine families on damaged files; SyntaxError is lxml's for broken XML.
FAILURES = (
    ArithmeticError, AssertionError, AttributeError, EOFError, LookupError, MemoryError, OSError, RuntimeError,
    SyntaxError, TypeError, ValueError, ExpatError, MessageError, struct.error, zipfile.BadZipFile, zlib.error,
)  # fmt: skip
_MOST_DETAIL_CHARS = 200


def reading(name: str, read: Callable[[], Result]) -> Result:
    """What `read` gives; whatever its library raises becomes ImportFailed ("damaged")."""
    try:
        return read()
    except FAILURES as error:
        detail = f"{type(error).__name__}: {error}"[:_MOST_DETAIL_CHARS]
        raise ImportFailed(name, "damaged", detail) from error
