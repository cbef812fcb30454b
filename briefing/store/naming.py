"""Names that every file system takes: Windows, macOS, a share."""

from __future__ import annotations

import unicodedata

MOST_NAME_BYTES = 120  # a file system takes 255; the rest is for the suffix and for longer paths

_FORBIDDEN = frozenset('<>:"/\\|?*')
_RESERVED = frozenset(
    ["con", "prn", "aux", "nul", "conin$", "conout$"]
    + [f"{port}{digit}" for port in ("com", "lpt") for digit in "0123456789¹²³"]
)


def is_safe_name(name: str) -> bool:
    """Whether a file may bear this name, without its suffix, on every system."""
    return name != "" and name == safe_name(name)


def safe_name(wanted: str, otherwise: str = "") -> str:
    """The nearest name every system takes; `otherwise` if nothing is left of it."""
    text = unicodedata.normalize("NFC", wanted)
    text = "".join(c if c not in _FORBIDDEN and unicodedata.category(c)[0] != "C" else " " for c in text)
    text = _shortened(" ".join(text.split()).strip(" ."))
    if text.partition(".")[0].strip().lower() in _RESERVED:
        text = f"_{text}"
    return text or otherwise


def _shortened(text: str) -> str:
    """No more than the bytes allowed, cut between characters."""
    while len(text.encode("utf-8")) > MOST_NAME_BYTES:
        text = text[:-1]
    return text.strip(" .")
