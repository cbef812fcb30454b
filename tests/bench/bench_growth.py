"""How the work grows from 10 to 10,000 points: the slope of log time over log size."""

from __future__ import annotations

import math
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from briefing import resources
from briefing.compose import compose
from briefing.exporters import export
from briefing.model.edits import reword
from briefing.model.history import History, Label
from briefing.model.note import Note
from briefing.store.codec import Parts
from briefing.store.notes import save
from briefing.template import parse
from briefing.ui.app import make_application
from briefing.ui.preview.fonts import Metrics
from briefing.ui.preview.layout import layout_document
from briefing.ui.tagging import Target, tag
from briefing.ui.values import Span

from .bench_model import SIZES, note_of
from .measure import Row, median_within

SAVES = 7


def rows() -> Iterator[Row]:
    """The slopes; none has a budget."""
    application = make_application()
    form = parse(resources.text("templates", "bilateral-meeting.toml"))
    notes = {n: note_of(n) for n in SIZES}
    documents = {n: compose(note, form) for n, note in notes.items()}
    ways: dict[str, Callable[[int], float]] = {
        "export to Word": lambda n: median_within(partial(export, documents[n], "docx")),
        "compose": lambda n: median_within(partial(compose, notes[n], form)),
        "save": lambda n: _saving(notes[n]),
        "tag, the edit and its step": lambda n: median_within(_tagging(notes[n]), most=200),
        "preview from scratch": lambda n: median_within(partial(layout_document, documents[n], Metrics())),
    }
    for what, seconds in ways.items():
        yield slope_row(what, {n: seconds(n) for n in SIZES})
    application.processEvents()


def slope_row(what: str, seconds: dict[int, float]) -> Row:
    """The slope over all sizes (least squares), with the times it comes from and that of the last step."""
    figures = {f"ms_at_{n}": s * 1e3 for n, s in seconds.items()}
    (before, last), (before_s, last_s) = list(seconds)[-2:], list(seconds.values())[-2:]
    figures["slope_of_last_step"] = math.log(last_s / before_s) / math.log(last / before)
    logs = [math.log(n) for n in seconds], [math.log(s) for s in seconds.values()]
    slope = statistics.linear_regression(*logs).slope
    return Row(f"growth of {what}, {min(seconds):,} to {max(seconds):,} points", slope, None, "slope", figures)


def _saving(note: Note) -> float:
    """The median seconds of a save after one change; the disk's own time belongs to it."""
    parts = Parts()
    times: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "note.briefing"
        known = save(note, path, parts=parts).sha256
        for number in range(SAVES):
            changed = reword(note, "p-5", f"Reworded {number}")
            start = time.perf_counter()
            known = save(changed, path, expected_sha256=known, parts=parts).sha256
            times.append(time.perf_counter() - start)
    return statistics.median(times)


def _tagging(note: Note) -> Callable[[], object]:
    """Tags part of a sentence in the middle, as a step of the history."""
    history = History(note)
    middle = len(note.articles[0].blocks) // 2
    target = Target(Span(note.articles[0].id, middle, 4, 16), sentence=False)

    def act() -> object:
        return history.done(tag(history.note, target, "meeting", "Meeting", add=True).note, Label("tag"))

    return act
