"""How far a long piece of work is, told to whoever waits for it."""

from __future__ import annotations

from collections.abc import Callable

Told = Callable[[int, int], object]  # hears how many pages were read, of how many


def unheard(_done: int, _total: int) -> None:
    """Nobody waits to know."""
