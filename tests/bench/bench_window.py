"""Tagging in the whole window: from the key in the source pane until every pane is painted."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator
from itertools import islice

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from briefing import resources
from briefing.model.anchor import anchor_at
from briefing.model.article import Article
from briefing.model.note import Note, Point, TemplateCopy
from briefing.ui import assistance
from briefing.ui.app import Program, make_application
from briefing.ui.main_window import MainWindow
from briefing.ui.sentences import SentenceIndex

from .bench_growth import slope_row
from .bench_source import FRAME_BUDGET_MS, TAG_BUDGET, article_of
from .measure import Row, p95, timed

TAG_IDS = ("meeting", "agreements", "background", "next_steps")
SIZES = ((10, 10_000), (100, 10_000), (1_000, 100_000), (10_000, 1_000_000))  # points, words
GESTURES, LEAST = 30, 3
ENOUGH_S, SETTLING_S = 5.0, 3.0


def rows() -> Iterator[Row]:
    """The lines about tagging in the whole window, and how it grows; each size as soon as it is measured."""
    assistance.load()
    program = Program(make_application())
    times: dict[int, list[float]] = {}
    for points, words in SIZES:
        times[points] = _gestures(program, points, words)
        what = f"tag a sentence, whole window, {words:,} words and {points:,} points, p95"
        figures = {"gestures": float(len(times[points])), "median_ms": statistics.median(times[points]) * 1e3}
        yield Row(what, p95(times[points]) * 1e3, FRAME_BUDGET_MS, "ms", figures)
    least, most = times[SIZES[0][0]], times[SIZES[-1][0]]
    yield Row("the last of these / the first", p95(most) / p95(least), TAG_BUDGET)
    yield slope_row("tag, whole window", {n: statistics.median(t) for n, t in times.items()})


def note_of(points: int, article: Article) -> Note:
    """A note of that many points, each on a sentence of its own, spread evenly over the article."""
    sentences = SentenceIndex().of(article)
    step = max(2, len(sentences) // points)
    chosen = islice(sentences, 0, step * points, step)
    quotes = [anchor_at(article, s.block, s.start, s.end) for s in chosen]
    made = tuple(Point(f"p-{i}", TAG_IDS[i % 4], q.quote, (q,)) for i, q in enumerate(quotes))
    form = TemplateCopy("bilateral-meeting", resources.text("templates", "bilateral-meeting.toml"))
    return Note("n-1", form, "Talks", (article,), made)


def _gestures(program: Program, points: int, words: int) -> list[float]:
    """Seconds of the window's thread for each of some tags; fewer where they take long."""
    window = program.open_window()
    window.session.opened(note_of(points, article_of(words)), None, None)
    window.show_editor()
    check_all(window)
    source, sentences = window.editor.source, window.screens.sentences.of(window.session.note.articles[0])
    source.set_step_after_tagging(False)
    source.set_current(sentences[len(sentences) // 2])
    times: list[float] = []
    begun = time.monotonic()
    while len(times) <= LEAST or (len(times) < GESTURES and time.monotonic() - begun < ENOUGH_S):
        source.step_to_untagged()
        settle(window)
        times.append(_tagged(window))
    window.hide()
    return times[1:]


def _tagged(window: MainWindow) -> float:
    def press() -> None:
        QTest.keyClick(window.editor.source.text, Qt.Key.Key_2)
        QApplication.processEvents()

    before = len(window.session.note.points)
    took = timed(press, time.thread_time)
    assert len(window.session.note.points) == before + 1, "the key tagged nothing"
    return took


def check_all(window: MainWindow) -> None:
    """Lets the window check every point of a note that was opened, as it does in its pauses."""
    QApplication.processEvents()
    while window.screens._guard_timer.isActive():
        QApplication.processEvents()


def settle(window: MainWindow) -> None:
    """Lets what the window does in its pauses come to an end, for as long as an analyst may wait."""
    screens, begun = window.screens, time.monotonic()
    while time.monotonic() - begun < SETTLING_S:
        QApplication.processEvents()
        if not screens._guard_timer.isActive() and not screens._preview_timer.isActive():
            QApplication.processEvents()  # what the last of them asked to be painted
            return
