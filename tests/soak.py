"""`python -m tests.soak [--edits N]`: a long day at one window, and what grows meanwhile. Linux.

Edits with undo and redo, imports in windows of their own, saves and exports, in the shares of the full
run: 50,000 edits, 500 imports, 500 saves, 200 exports. Prints a line for each tenth, and how each
figure grows from the second on.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

ROUNDS = 10
FULL = 50_000
IMPORTS, SAVES, EXPORTS = 100, 100, 250  # edits for each
MOST_MB_PER_1000 = 1.0
WAIT_MS = 30_000


class Standing(NamedTuple):
    """What is held at one moment."""

    edits: int
    memory_mb: float
    descriptors: int
    files: int
    widgets: int
    nones: int


def main(argv: list[str]) -> int:
    """Plays the day; 1 if anything grew that should not."""
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__)
    parser.add_argument("--edits", type=int, default=FULL)
    edits = parser.parse_args(argv).edits
    with tempfile.TemporaryDirectory() as home:
        os.environ |= {"BRIEFING_HOME": home, "QT_QPA_PLATFORM": "offscreen"}
        standings = _day(Path(home), edits)
    return _judged(standings[1:])


def _day(home: Path, edits: int) -> list[Standing]:
    from briefing.ui.app import Program, make_application  # noqa: PLC0415 - after the environment is set

    program = Program(make_application())
    window = program.open_window()
    window.opening.import_sample()
    wait(lambda: bool(window.session.note.articles))
    worker = Worker(program, window, home)
    standings = []
    for number in range(ROUNDS):
        for edit in range(number * edits // ROUNDS, (number + 1) * edits // ROUNDS):
            worker.work(edit)
        worker.settle()
        standings.append(_standing((number + 1) * edits // ROUNDS, home))
        print(standings[-1], flush=True)
    return standings


class Worker:
    """Works at a window as a person would who never tires."""

    def __init__(self, program: object, window: object, home: Path) -> None:
        from briefing.ui.dialogs.export import ExportWish  # noqa: PLC0415 - after the environment is set

        self.program, self.window, self.home = program, window, home
        self.path = home / "day.briefing"
        self.page = home / "page.html"
        self.page.write_text("<p>The ministers met in Brena and agreed to open a crossing.</p>" * 20, "utf-8")
        self.wish = ExportWish(("docx",), "day", str(home), open=False)
        window.saving._save_to(self.path)  # without the dialog that asks for a name

    def work(self, number: int) -> None:
        """One edit, and what is due with it."""
        from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - after the environment is set

        self._edit(number)
        if number % IMPORTS == 0:
            self._import()
        if number % SAVES == 0:
            assert self.window.saving.save()
        if number % EXPORTS == 0:
            document = self.window.session.document(prompts=False)
            assert self.window.saving._write(self.wish, document, overwrite=True)
        QApplication.processEvents()

    def _edit(self, number: int) -> None:
        from briefing.model import edits  # noqa: PLC0415 - after the environment is set
        from briefing.model.history import Label  # noqa: PLC0415 - after the environment is set
        from briefing.model.note import Point, new_id  # noqa: PLC0415 - after the environment is set

        session = self.window.session
        note = session.note
        step = number % 10
        if step in (7, 8):
            session.undo() if step == 7 else session.redo()
        elif len(note.points) < 20 and step < 4:
            point = Point(new_id("p"), "meeting", f"Edit {number} of the day", ())
            session.apply(edits.add_point(note, point), Label("new_point"))
        elif step == 9 and len(note.points) > 10:
            session.apply(replace(note, points=note.points[1:]), Label("delete"))
        elif note.points:
            words = f"Reworded by edit {number}"
            session.apply(edits.reword(note, note.points[-1].id, words), Label("reword"))

    def _import(self) -> None:
        window = self.program.open_window()
        window.opening.import_file(self.page)
        wait(lambda: bool(window.session.note.articles))
        window.session.opened(window.session.first, None, None)  # nothing to be asked about
        window.close()

    def settle(self) -> None:
        """Lets what was begun come to its end."""
        from PySide6.QtTest import QTest  # noqa: PLC0415 - after the environment is set

        QTest.qWait(500)
        gc.collect()


def wait(ready: Callable[[], bool]) -> None:
    """Until `ready`. Raises TimeoutError."""
    from PySide6.QtTest import QTest  # noqa: PLC0415 - after the environment is set

    for _ in range(WAIT_MS // 10):
        if ready():
            return
        QTest.qWait(10)
    raise TimeoutError


def _standing(edits: int, home: Path) -> Standing:
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - after the environment is set

    pages = int(Path("/proc/self/statm").read_text().split()[1])
    memory = pages * os.sysconf("SC_PAGE_SIZE") / 1e6
    files = sum(1 for p in home.rglob("*") if ".tmp" in p.name or p.name.startswith(".briefing"))
    handles = sum(1 for _ in Path("/proc/self/fd").iterdir())
    return Standing(
        edits, round(memory, 1), handles, files, len(QApplication.allWidgets()), sys.getrefcount(None)
    )


def slope(standings: list[Standing], name: str) -> float:
    """How much `name` grows with each 1,000 edits: least squares."""
    xs = [s.edits / 1000 for s in standings]
    ys = [float(getattr(s, name)) for s in standings]
    mean_x, mean_y = sum(xs) / len(xs), sum(ys) / len(ys)
    spread = sum((x - mean_x) ** 2 for x in xs)
    return sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys, strict=True)) / spread


def _judged(standings: list[Standing]) -> int:
    slopes = {name: slope(standings, name) for name in Standing._fields[1:]}
    for name, grown in slopes.items():
        print(f"{name:<12} {grown:+.3f} for each 1,000 edits")
    flat = all(abs(slopes[name]) < 0.2 for name in ("descriptors", "files", "widgets"))
    return 0 if slopes["memory_mb"] <= MOST_MB_PER_1000 and flat else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
