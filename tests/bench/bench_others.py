"""Lines of the table whose measures stand in modules of their own, which can also be run by hand."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from briefing.exporters import export

from . import bench_assist, bench_export, bench_model, bench_store
from .measure import Row, medians

SUGGESTIONS_BUDGET_MS = 30.0
EDIT_BUDGET, SCRATCH_BUDGET = 0.1, 1.15
PANDOC_BUDGET = 0.2
POINTS = 1_000


def preview() -> Iterator[Row]:
    """The preview against Qt's rich text, and an edit against a full rebuild."""
    from briefing.ui.app import make_application  # noqa: PLC0415 - heavy: Qt, for these lines only

    from . import bench_preview  # noqa: PLC0415 - heavy: Qt, for these lines only

    application = make_application()
    yield Row("edit of one point to preview, 95 pages / full rebuild", bench_preview.edit_ratio(), EDIT_BUDGET)
    scratch = bench_preview.scratch_ratio()
    yield Row("preview from scratch, 95 pages / Qt laying out ready HTML", scratch, SCRATCH_BUDGET)
    application.processEvents()


def undo() -> Iterator[Row]:
    """Undo and redo."""
    ratio = bench_model.undo_and_redo_ratio()
    yield Row("undo and redo, 10,000 points / 100", ratio, bench_model.UNDO_BUDGET)


def store() -> Iterator[Row]:
    """Saves and journaled changes against bare writes, each in a folder of its own."""
    with tempfile.TemporaryDirectory() as folder:
        for measure in (bench_store.save_figure, bench_store.change_figure):
            for number, name in enumerate(bench_store.SIZES):
                own = Path(folder) / f"{measure.__name__}-{number}"
                own.mkdir()
                yield _row_of(measure(name, own))


def _row_of(found: bench_store.Figure) -> Row:
    against = "bare atomic write" if found.name.startswith("save") else "append and sync of 200 bytes"
    figures = {"ours_ms": found.ours_ms, "bare_ms": found.bare_ms}
    return Row(f"{found.name} / {against}", found.ratio, found.budget, figures=figures)


def word() -> Iterator[Row]:
    """The Word file of 1,000 points."""
    document = bench_export.samples().counted(POINTS)
    ours = partial(export, document, "docx")
    what = "Word export of 1,000 points"
    if bench_export.pandoc_path() is None:
        yield Row(f"{what} / pandoc", None, PANDOC_BUDGET, skipped="pandoc is not installed")
    else:
        ours_s = bench_export.least_seconds(ours)
        bare_s = bench_export.least_seconds(partial(bench_export.pandoc, document))
        figures = {"ours_ms": ours_s * 1e3, "bare_ms": bare_s * 1e3}
        yield Row(f"{what} / pandoc", ours_s / bare_s, PANDOC_BUDGET, figures=figures)
    ours_s, naive_s = medians(ours, partial(bench_export.python_docx, document), rounds=3)
    figures = {"ours_ms": ours_s * 1e3, "bare_ms": naive_s * 1e3}
    yield Row(f"{what} / python-docx written plainly", ours_s / naive_s, None, figures=figures)


def assist() -> Iterator[Row]:
    """Suggestions."""
    taken = bench_assist.suggestions_for_40_sentences()
    yield Row("suggestions for 40 sentences, CPU", taken, SUGGESTIONS_BUDGET_MS, "ms")
