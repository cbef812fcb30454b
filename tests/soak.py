"""`python -m tests.soak [--edits N]`: a long day at one window, and what grows meanwhile. Linux.

Edits with undo and redo, imports in windows of their own, saves and exports, in the shares of the full
run: 50,000 edits, 500 imports, 500 saves, 200 exports, after as many edits as fill the undo. Prints a
line for each tenth, and how each figure grows from the second on; 1 if one grows faster than it may.

References to None are judged twice. Those that living objects hold must be flat. The count that Python
keeps grows under PySide 6.10 and 6.11 on Python 3.11: they count None once too often for each object with
a parent, each connection, each widget laid out and shown (6.9.3 does not; since 3.12 None is not counted).
It may not grow faster than plain buttons of the bare library make it grow in the same process.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

ROUNDS = 10
FULL = 50_000
FILLING = 700  # edits after which the undo is full and grows no more
IMPORTS, SAVES, EXPORTS = 100, 100, 250  # edits for each
MOST = {  # for each 1,000 edits
    "memory_mb": 1.0,
    "descriptors": 0.2,
    "files": 0.2,
    "widgets": 0.2,
    "nones_held": 300.0,
    "nones_miscounted": 300.0,
}
SHORT = 5_000  # edits below which caches are still filling
MOST_SHORT = MOST | {"memory_mb": 40.0, "nones_held": 1_000.0}
WAIT_MS = 30_000
BARE_BUTTONS = 200


class Standing(NamedTuple):
    """What is held at one moment."""

    edits: int
    memory_mb: float
    descriptors: int
    files: int
    widgets: int
    nones_held: int
    nones_miscounted: int


def main(argv: list[str]) -> int:
    """Plays the day; 1 if anything grew that should not."""
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__)
    parser.add_argument("--edits", type=int, default=FULL)
    edits = parser.parse_args(argv).edits
    with tempfile.TemporaryDirectory() as home:
        os.environ |= {"BRIEFING_HOME": home, "QT_QPA_PLATFORM": "offscreen"}
        standings = _day(Path(home), edits)
    return judged(standings[1:], MOST if edits >= SHORT else MOST_SHORT)


def _day(home: Path, edits: int) -> list[Standing]:
    from briefing.ui.app import Program, make_application  # noqa: PLC0415 - after the environment is set

    program = Program(make_application())
    window = program.open_window()
    window.opening.import_sample()
    wait(lambda: bool(window.session.note.articles))
    worker = Worker(program, window, home)
    for edit in range(FILLING):
        worker.edit(edit)
    worker.work(0)  # one of each, so that everything is loaded
    worker.settle()
    bare = _miscounted_by_a_button()
    print(f"None is counted {bare:.2f} times too often for each plain button of the bare library", flush=True)
    standings = []
    for number in range(ROUNDS):
        for edit in range(number * edits // ROUNDS, (number + 1) * edits // ROUNDS):
            worker.work(edit)
        worker.settle()
        standings.append(_standing((number + 1) * edits // ROUNDS, home, bare * worker.born))
        print(standings[-1], flush=True)
    return standings


class Worker:
    """Works at a window as a person would who never tires."""

    def __init__(self, program: object, window: object, home: Path) -> None:
        from briefing.ui.dialogs.export import ExportWish  # noqa: PLC0415 - after the environment is set

        self.program, self.window, self.home = program, window, home
        self.born = 0  # widgets of the windows opened meanwhile
        self.path = home / "day.briefing"
        self.page = home / "page.html"
        self.page.write_text("<p>The ministers met in Brena and agreed to open a crossing.</p>" * 20, "utf-8")
        self.wish = ExportWish(("docx",), "day", str(home), open=False)
        window.saving._save_to(self.path)  # without the dialog that asks for a name

    def work(self, number: int) -> None:
        """One edit, and what is due with it."""
        from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - after the environment is set

        self.edit(number)
        if number % IMPORTS == 0:
            self._import()
        if number % SAVES == 0:
            assert self.window.saving.save()
        if number % EXPORTS == 0:
            document = self.window.session.document(prompts=False)
            assert self.window.desk.exporting._write(self.wish, document, overwrite=True)
        QApplication.processEvents()

    def edit(self, number: int) -> None:
        """One edit, undo or redo."""
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
        from PySide6.QtWidgets import QWidget  # noqa: PLC0415 - after the environment is set

        window = self.program.open_window()
        window.opening.import_file(self.page)
        wait(lambda: bool(window.session.note.articles))
        window.session.opened(window.session.first, None, None)  # nothing to be asked about
        self.born += 1 + len(window.findChildren(QWidget))
        window.close()

    def settle(self) -> None:
        """Lets what was begun come to its end, and takes away the good news that would go by itself."""
        from PySide6.QtTest import QTest  # noqa: PLC0415 - after the environment is set

        self.window.editor.messages.dismiss()
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


def _standing(edits: int, home: Path, library_miscounts: float) -> Standing:
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - after the environment is set

    pages = int(Path("/proc/self/statm").read_text().split()[1])
    memory = round(pages * os.sysconf("SC_PAGE_SIZE") / 1e6, 1)
    files = sum(1 for p in home.rglob("*") if ".tmp" in p.name or p.name.startswith(".briefing"))
    handles = sum(1 for _ in Path("/proc/self/fd").iterdir())
    held = nones_held()
    over = round(sys.getrefcount(None) - held - library_miscounts)
    return Standing(edits, memory, handles, files, len(QApplication.allWidgets()), held, over)


def nones_held() -> int:
    """How often living objects refer to None, also those that the collector has stopped watching."""
    todo = gc.get_objects()
    seen = set(map(id, todo))
    held = 0
    while todo:
        for referent in gc.get_referents(todo.pop()):
            held += referent is None
            if isinstance(referent, (tuple, dict)) and id(referent) not in seen:
                seen.add(id(referent))
                todo.append(referent)
    return held


def _miscounted_by_a_button() -> float:
    """How much the count of None grows with each widget of the bare library that comes and goes."""
    from PySide6.QtCore import QEvent  # noqa: PLC0415 - after the environment is set
    from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget  # noqa: PLC0415 - as above

    before = sys.getrefcount(None)
    box = QWidget()
    column = QVBoxLayout(box)
    for _ in range(BARE_BUTTONS):
        button = QPushButton()
        column.addWidget(button)
        button.clicked.connect(box.update)
    box.show()
    QApplication.processEvents()
    box.close()
    box.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return (sys.getrefcount(None) - before) / BARE_BUTTONS


def slope(standings: list[Standing], name: str) -> float:
    """How much `name` grows with each 1,000 edits: least squares."""
    xs = [s.edits / 1000 for s in standings]
    ys = [float(getattr(s, name)) for s in standings]
    mean_x, mean_y = sum(xs) / len(xs), sum(ys) / len(ys)
    spread = sum((x - mean_x) ** 2 for x in xs)
    return sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys, strict=True)) / spread


def judged(standings: list[Standing], most: dict[str, float]) -> int:
    """0 if each figure grows no faster than it may, else 1. Says all."""
    slopes = {name: slope(standings, name) for name in Standing._fields[1:]}
    over = [name for name in slopes if slopes[name] > most[name]]
    for name, grown in slopes.items():
        print(f"{name:<17} {grown:+.3f} for each 1,000 edits{'  TOO MUCH' if name in over else ''}")
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
