"""What the size of a note costs: undo and redo, single edits, and composing it.

    python tests/bench/bench_model.py            the table
    python tests/bench/bench_model.py --json     the same for a machine

Each figure is the least of several runs in seconds of this process, so that a busy machine does not bend it.
"""

from __future__ import annotations

import gc
import json
import math
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from briefing import resources  # noqa: E402 - after the path is set
from briefing.compose import compose  # noqa: E402 - after the path is set
from briefing.model import edits  # noqa: E402 - after the path is set
from briefing.model.anchor import anchor_at  # noqa: E402 - after the path is set
from briefing.model.article import Article, Block  # noqa: E402 - after the path is set
from briefing.model.history import MOST_STEPS, History, Label  # noqa: E402 - after the path is set
from briefing.model.note import Note, Point, TemplateCopy  # noqa: E402 - after the path is set
from briefing.template import parse  # noqa: E402 - after the path is set

SMALL, LARGE = 100, 10_000
SIZES = (10, 100, 1_000, 10_000)
ROUNDS = 7
TAGS = ("meeting", "agreements", "background", "next_steps")
UNDO_BUDGET = 2.0
SENTENCE = "The two agencies agreed to exchange data on container {n} from July."
LABEL = Label("reword")


@dataclass(frozen=True, slots=True)
class Measured:
    """One line of the table: a ratio (or a slope) with the budget it should keep; 0: none."""

    what: str
    ratio: float
    budget: float = 0.0


def note_of(size: int) -> Note:
    """A note of `size` points, each with its quote in one article."""
    blocks = tuple(Block(SENTENCE.format(n=n)) for n in range(size))
    source = Article("a-1", "Talks in Brena", blocks, publisher="The Ostrana Post", published="2026-05-08")
    points = tuple(
        Point(f"p-{n}", TAGS[n * len(TAGS) // size], block.text, (anchor_at(source, n, 0, len(block.text)),))
        for n, block in enumerate(blocks)
    )
    return Note("n-1", TemplateCopy("bilateral-meeting", ""), "Talks", (source,), points)


def history_of(size: int) -> History:
    """A history of as many steps as it keeps, each rewording another point of a note of `size` points."""
    history = History(note_of(size))
    for step in range(MOST_STEPS):
        point = f"p-{step * 7919 % size}"
        history = history.done(edits.reword(history.note, point, f"Wording {step}"), LABEL)
    return history


def undo_and_redo_ratio() -> float:
    """Undo of all steps and redo of all, at LARGE over SMALL points."""
    return _seconds(_there_and_back, history_of(LARGE)) / _seconds(_there_and_back, history_of(SMALL))


def _there_and_back(history: History) -> None:
    for _ in history.steps:
        history = history.undone()
        assert history.note.points
    for _ in history.steps:
        history = history.redone()
        assert history.note.points


EDITS: dict[str, Callable[[Note, str], Note]] = {
    "reword": lambda note, point: edits.reword(note, point, "Other words"),
    "tag_quote": lambda note, _: edits.tag_quote(note, "meeting", anchor_at(note.articles[0], 5, 0, 9)),
    "retag": lambda note, point: edits.retag(note, point, "background"),
    "move_point": lambda note, point: edits.move_point(note, point, "meeting", "p-1"),
    "split_point": lambda note, point: edits.split_point(note, point, 12),
    "remove_points": lambda note, point: edits.remove_points(note, frozenset({point})),
}


def edit_seconds(size: int) -> dict[str, float]:
    """What one edit of each kind takes at `size` points, its step in the history included."""
    history, point = History(note_of(size)), f"p-{size // 2}"
    return {
        name: _seconds(lambda edit=edit: history.done(edit(history.note, point), LABEL))
        for name, edit in EDITS.items()
    }


def compose_seconds(size: int) -> float:
    """What composing a note of `size` points in the default form takes."""
    form = parse(resources.text("templates", "bilateral-meeting.toml"))
    return _seconds(compose, note_of(size), form)


def growth(seconds: Callable[[int], float]) -> float:
    """The slope of log time over log size between SMALL and LARGE."""
    return math.log(seconds(LARGE) / seconds(SMALL)) / math.log(LARGE / SMALL)


def measured() -> list[Measured]:
    """Every line of the table."""
    lines = [Measured("undo and redo, 10,000 points over 100", undo_and_redo_ratio(), UNDO_BUDGET)]
    large = edit_seconds(LARGE)
    lines += [Measured(f"{name} at 10,000 points, milliseconds", s * 1000) for name, s in large.items()]
    lines += [
        Measured(f"compose {size:,} points, milliseconds", compose_seconds(size) * 1000) for size in SIZES
    ]
    return [
        *lines,
        Measured("compose, growth (1.0: twice the points, twice the time)", growth(compose_seconds)),
    ]


def _seconds(act: Callable[..., object], *arguments: object) -> float:
    """The least time of one call, from rounds that each last long enough for the clock."""
    calls, best = 1, math.inf
    while _timed(act, arguments, calls) < 0.02 and calls < 1 << 16:
        calls *= 2
    gc.disable()
    try:
        for _ in range(ROUNDS):
            best = min(best, _timed(act, arguments, calls) / calls)
    finally:
        gc.enable()
    return best


def _timed(act: Callable[..., object], arguments: tuple[object, ...], calls: int) -> float:
    start = time.process_time()
    for _ in range(calls):
        act(*arguments)
    return time.process_time() - start


def main() -> None:
    """Prints the table."""
    lines = measured()
    if "--json" in sys.argv:
        print(json.dumps([asdict(line) for line in lines], indent=1))
        return
    for line in lines:
        verdict = (
            f"  budget {line.budget:g}: {'kept' if line.ratio <= line.budget else 'MISSED'}"
            if line.budget
            else ""
        )
        print(f"{line.ratio:10.3f}  {line.what}{verdict}")


if __name__ == "__main__":
    main()
