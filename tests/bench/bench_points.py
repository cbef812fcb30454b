"""Work on the points in the whole window, at few and at many: typing, undo, steps, scrolling, the preview."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from statistics import median

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from briefing.compose import LengthCount, Memo
from briefing.model import edits
from briefing.model.history import Label
from briefing.ui import assistance
from briefing.ui.app import Program, make_application
from briefing.ui.main_window import MainWindow
from briefing.ui.reviewing import remarks_of

from .bench_source import FRAME_BUDGET_MS, article_of
from .bench_window import check_all, note_of, settle
from .measure import Row, p95, timed

FEW, MANY = (100, 10_000), (10_000, 1_000_000)  # points, words
SAME_BUDGET, UNDO_BUDGET, PREVIEW_BUDGET = 1.5, 2.0, 0.1
TIMES, FEW_TIMES = 20, 3
Times = dict[str, list[float]]


@dataclass
class Desk:
    """A window with a note of so many points, and what was measured in it."""

    window: MainWindow
    times: Times = field(default_factory=dict)

    def measured(
        self, what: str, work: Callable[[], object], before: Callable[[], object] = int, times: int = TIMES
    ) -> None:
        """Keeps the seconds of the window's thread, until all is painted, of some runs after a first."""
        kept = self.times.setdefault(what, [])
        for _ in range(times + 1):
            before()
            settle(self.window)
            kept.append(timed(partial(_painted, work), time.thread_time))
        del kept[0]


def _painted(work: Callable[[], object]) -> None:
    work()
    QApplication.processEvents()


def rows() -> Iterator[Row]:
    """The lines about work on the points."""
    assistance.load()
    program = Program(make_application())
    few, many = (_worked(program, *size) for size in (FEW, MANY))
    for what in ("type a letter in a card", "step to the next card"):
        yield _frame(f"{what}, 10,000 points, p95", many[what])
        yield _ratio(f"{what}, 10,000 points / 100", many[what], few[what], SAME_BUDGET)
    for what in ("undo", "redo"):
        yield _ratio(f"{what}, whole window, 10,000 points / 100", many[what], few[what], UNDO_BUDGET)
    for what in ("move a point to another section", "gather the checks sheet"):
        yield _ratio(f"{what}, 10,000 points / 100", many[what], few[what], None)
    yield _ratio("scroll the cards by a wheel's notch, 10,000 points / 100", many["scroll"], few["scroll"], 2.0)
    yield _ratio(
        "edit to preview composed, 10,000 points / from nothing", many["preview"], many["anew"], PREVIEW_BUDGET
    )


def _worked(program: Program, points: int, words: int) -> Times:
    window = program.open_window()
    window.session.opened(note_of(points, article_of(words)), None, None)
    window.show_editor()
    desk = Desk(window)
    check_all(window)
    _write(desk)
    _step(desk)
    _take_back(desk)
    _scroll(desk)
    _compose(desk)
    _move_and_review(desk)
    window.hide()
    return desk.times


def _middle(window: MainWindow) -> str:
    points = window.session.note.points
    return points[len(points) // 2].id


def _write(desk: Desk) -> None:
    pane = desk.window.editor.points
    desk.window.editor.focus_pane("points")
    desk.window.screens.focus_point(_middle(desk.window))
    pane.edit(_middle(desk.window))
    editor = pane.focusWidget() or pane
    desk.measured("type a letter in a card", lambda: QTest.keyClick(editor, Qt.Key.Key_A))
    pane.commit_editing()


def _step(desk: Desk) -> None:
    cards: QWidget = desk.window.editor.points._list
    desk.measured("step to the next card", lambda: QTest.keyClick(cards, Qt.Key.Key_Down))


def _reword(window: MainWindow) -> None:
    wording = f"Wording {time.monotonic_ns()}"
    window.session.apply(edits.reword(window.session.note, _middle(window), wording), Label("reword"))


def _take_back(desk: Desk) -> None:
    window, commands = desk.window, desk.window.desk.commands

    def reworded_and_back() -> None:
        _reword(window)
        commands.undo()

    desk.measured("undo", commands.undo, lambda: _reword(window))
    desk.measured("redo", commands.redo, reworded_and_back)


def _scroll(desk: Desk) -> None:
    bar = desk.window.editor.points._list.verticalScrollBar()
    bar.setValue(bar.maximum() // 4)
    desk.measured("scroll", lambda: bar.setValue(bar.value() + 3 * bar.singleStep()))


def _compose(desk: Desk) -> None:
    """An edit until the pages are ready; and the same where nothing is known of the note before."""
    window, screens = desk.window, desk.window.screens

    def forget() -> None:
        _reword(window)
        window.session._composed = Memo()
        screens._count = LengthCount()
        window.editor.preview.show_document(None)

    for what, before, times in (("preview", lambda: _reword(window), TIMES), ("anew", forget, FEW_TIMES)):
        desk.times[what] = []
        for _ in range(times):
            before()
            desk.times[what].append(timed(screens.refresh_preview, time.thread_time))


def _move_and_review(desk: Desk) -> None:
    """What no budget is set for: it grows with the note."""
    window = desk.window

    def moved() -> None:
        note = window.session.note
        tag = "meeting" if note.point(_middle(window)).tag != "meeting" else "background"
        window.session.apply(edits.move_point(note, _middle(window), tag, None), Label("move"))

    desk.measured("move a point to another section", moved, times=FEW_TIMES)
    desk.measured(
        "gather the checks sheet", lambda: remarks_of(window.screens, window.home.words), times=FEW_TIMES
    )


def _frame(what: str, times: list[float]) -> Row:
    return Row(what, p95(times) * 1e3, FRAME_BUDGET_MS, "ms", {"median_ms": median(times) * 1e3})


def _ratio(what: str, ours: list[float], bare: list[float], budget: float | None) -> Row:
    figures = {"ours_ms": median(ours) * 1e3, "bare_ms": median(bare) * 1e3}
    return Row(what, median(ours) / median(bare), budget, "", figures)
