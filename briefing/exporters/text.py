"""Text that may stand in a file: no control characters, no lone surrogates, and escaped where XML needs it."""

from __future__ import annotations

import re
from datetime import datetime

HANGUL_AND_BEYOND = "\u1100"
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_UNWRITABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def clean(text: str) -> str:
    """`text` without what no file format may hold; every kind of line end becomes a line feed."""
    if text.isascii() and text.isprintable():
        return text
    text = _LINE_ENDS.sub("\n", text)
    return _SURROGATE.sub(REPLACEMENT, _UNWRITABLE.sub("", text))


def one_line(text: str) -> str:
    """`text` cleaned, with every stretch of white space as one space."""
    return " ".join(clean(text).split())


def with_stop(label: str) -> str:
    """A label as it stands before running text: "Bottom line" -> "Bottom line.", "요지" -> "요지:"."""
    label = one_line(label)
    if not label or label[-1] in ".:?!。：":
        return label
    return f"{label}." if label[-1] < HANGUL_AND_BEYOND else f"{label}:"


def iso_date(moment: str) -> str:
    """The day of an ISO 8601 moment as it was written, or empty."""
    try:
        return datetime.fromisoformat(moment).date().isoformat()
    except ValueError:
        return ""


def escaped(text: str) -> str:
    """Clean text, safe between XML or HTML tags and inside double quotes."""
    text = clean(text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
