"""What was composed last of one note, so that an edit composes what it changed. It changes nothing else."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from briefing.blocks import Block
from briefing.model.note import Point

T = TypeVar("T")
Points = tuple[Point, ...]


class Memo:
    """The blocks of each section and of each point. Points and what is asked of them are compared as values."""

    def __init__(self) -> None:
        self._ground: tuple[object, ...] = ()
        self._forget()

    def _forget(self) -> None:
        self._sections: dict[int, tuple[Points, list[Block]]] = {}
        self._blocks: dict[str, tuple[Point, object, Block]] = {}

    def begin(self, ground: tuple[object, ...], points: int) -> None:
        """Forgets all that was made of another form or other sources, and points that are long gone."""
        same = len(ground) == len(self._ground) and all(
            a is b for a, b in zip(ground, self._ground, strict=True)
        )
        if not same or len(self._blocks) > 2 * points:
            self._forget()
        self._ground = ground

    def section(self, number: int, points: Points, make: Callable[[], list[Block]]) -> list[Block]:
        """The blocks of a section whose points stand only for themselves."""
        held = self._sections.get(number)
        if held is None or held[0] != points:
            held = self._sections[number] = (points, make())
        return held[1]

    def block(self, point: Point, asked: object, make: Callable[[], Block]) -> Block:
        """The block of a point; `asked` is all that it depends on besides."""
        held = self._blocks.get(point.id)
        if held is None or held[0] is not point or held[1] != asked:
            held = self._blocks[point.id] = (point, asked, make())
        return held[2]
