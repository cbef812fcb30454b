"""Opening and closing notes all day: nothing stays behind."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QApplication

from briefing.model.article import Article
from briefing.ui.app import Program, make_application
from tests.helpers.living import living

from .bench_source import article_of
from .bench_window import note_of
from .measure import Row

CYCLES, WARM = 200, 20
WORDS, POINTS = 300, 5
GROWTH_BUDGET = 1.02
STATM = Path("/proc/self/statm")  # resident memory now, not its peak: Linux tells it here
PAGE_MIB = 4096 / 2**20


def rows() -> Iterator[Row]:
    """Resident memory after many open-close cycles over that after a few, and the articles still held."""
    program = Program(make_application())
    resident: list[float] = []
    for cycle in range(CYCLES):
        _open_and_close(program, cycle)
        if cycle + 1 in (WARM, CYCLES) and STATM.exists():
            resident.append(int(STATM.read_text(encoding="ascii").split()[1]) * PAGE_MIB)
    if resident:
        figures = {"after_20_mib": resident[0], "after_200_mib": resident[1]}
        what = f"memory after {CYCLES} open-close cycles / after {WARM}"
        yield Row(what, resident[1] / resident[0], GROWTH_BUDGET, figures=figures)
    yield Row("articles held after the last note was closed", float(held_articles()), 0, "held")


def held_articles() -> int:
    """How many articles with text are alive."""
    gc.collect()
    return sum(isinstance(o, Article) and bool(o.blocks) for o in living())


def _open_and_close(program: Program, cycle: int) -> None:
    window = program.open_window()
    window.session.opened(note_of(POINTS, article_of(WORDS)), None, None)
    window.show_editor()
    QApplication.processEvents()
    window.session.saved(window.session.note, Path(f"closed-{cycle}.briefing"), "")
    window.close()
    QApplication.sendPostedEvents(None, 0)
    QApplication.processEvents()
    gc.collect()
