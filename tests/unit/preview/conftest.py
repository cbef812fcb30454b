"""A small language for pagination: "h p5 p3^1:7" is a heading, five lines, three with note 7 at the second."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

import pytest

from briefing.ui.preview.paginate import Frame, PagePlan, Strip, paginate, stops_of

TOKEN = re.compile(r"(?P<kind>[phkt])(?P<lines>\d*)(?P<notes>(?:\^\d+:\d+)*)")
NOTE = re.compile(r"\^(\d+):(\d+)")
HEAD_LINES = 1


def strip(token: str) -> Strip:
    match = TOKEN.fullmatch(token)
    assert match, token
    lines = int(match["lines"] or 1)
    heights = (1.0,) * lines
    notes = tuple((int(line), int(number)) for line, number in NOTE.findall(match["notes"]))
    stops = stops_of(lines) if match["kind"] == "p" else ()
    if match["kind"] == "t":  # a table of one-line rows, its first the head
        return Strip(heights, float(lines), stops=tuple(range(2, lines)), head=HEAD_LINES)
    return Strip(heights, float(lines), stops=stops, keep_next=match["kind"] == "h", notes=notes)


def strips(text: str) -> list[Strip]:
    return [strip(token) for token in text.split()]


def shown(plan: PagePlan, tokens: list[str]) -> str:
    """ "p5[0:3] h +7" for three lines of p5, a heading, and note 7 at the foot."""
    parts = []
    for piece in plan.slices:
        token = tokens[plan.start.strip + piece.strip].partition("^")[0]
        lines = int(token[1:] or 1)
        is_whole = piece.first == 0 and piece.last == lines
        parts.append(token if is_whole else f"{token}[{piece.first}:{piece.last}]")
    parts += [f"+{note.number}[{note.first}:{note.last}]" for note in plan.notes]
    return " ".join(parts)


@pytest.fixture
def paged() -> Callable[..., list[str]]:
    """The pages of a text in the small language, each line one point high."""

    def pages(text: str, height: float, notes: Mapping[int, int] | None = None) -> list[str]:
        heights = {number: (1.0,) * lines for number, lines in (notes or {}).items()}
        plans = list(paginate(strips(text), heights, Frame(height, separator=1.0)))
        return [shown(plan, text.split()) for plan in plans]

    return pages


@pytest.fixture(scope="session")
def strips_of() -> Callable[[str], list[Strip]]:
    return strips
