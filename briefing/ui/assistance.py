"""Whether what assists the analyst is loaded: hundreds of patterns, which an opened note does not wait for."""

from __future__ import annotations

import sys
from importlib import import_module

PARTS = (
    "briefing.assist.sentences",
    "briefing.assist.suggest",
    "briefing.assist.cues",
    "briefing.assist.voices",
    "briefing.assist.check",
    "briefing.assist.draft",
)


def is_loaded() -> bool:
    """Whether suggestions and checks can be had at once."""
    return all(part in sys.modules for part in PARTS)


def load() -> None:
    """Loads all of it."""
    for part in PARTS:
        import_module(part)
