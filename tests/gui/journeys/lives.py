"""The real window, headless, until it is killed. Started once; each line on its input is one life.

A line is: home, file, seed. The life opens the file (or what is left without one) in the program's own window,
takes up what the one before left unsaved, as a person would, and goes on adding points, writing in the editor,
undoing and saving. This harness, not the program, prints `ack N` when the window shows point N as done.
"""

from __future__ import annotations

import os
import random
from importlib import import_module
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer
from PySide6.QtWidgets import QApplication, QFileDialog

from briefing.model import edits
from briefing.model.history import Label
from briefing.model.note import Note, Point
from briefing.resources import text
from briefing.ui.app import Program, make_application
from briefing.ui.keeping import left_behind
from briefing.ui.main_window import LATER, MainWindow
from tests.helpers.forked import lives, say

STEPS = 400
FORM = text("templates", "bilateral-meeting.toml")
PATIENCE_MS = 20_000


def until(holds) -> None:
    limit = QDeadlineTimer(PATIENCE_MS)
    while not holds():
        QApplication.processEvents()
        if limit.hasExpired():
            message = "the window did not get there"
            raise TimeoutError(message)


def begin(program: Program, path: Path) -> MainWindow:
    window = program.open_window(path if path.exists() else None)
    session = window.session
    if path.exists():
        until(lambda: session.path == path)
    elif left := left_behind():
        window.desk.recovering.restore(left[0])
    else:
        window.opening.begin_copy(Note("n-1", window.session.note.template))
    until(lambda: not window.on_start)
    return window


class Worker:
    def __init__(self, window: MainWindow, seed: int) -> None:
        self.window, self.dice = window, random.Random(seed)  # noqa: S311 - dice, no secrets

    def work(self) -> None:
        acts = [self.add] * 12 + [self.save] * 3 + [self.write] * 3 + [self.undo_and_redo] * 2
        for _ in range(STEPS):
            self.dice.choice(acts)()
            QApplication.processEvents()

    def add(self) -> None:
        session = self.window.session
        number = sum(p.wording.startswith("op ") for p in session.note.points)
        point = Point(f"p-{number}", session.template.tags[0].id, f"op {number}")
        session.apply(edits.add_point(session.note, point), Label("new_point"))
        self.acknowledge(number)

    def acknowledge(self, number: int) -> None:
        """What the person sees: the card. Where a slow disk made the window go on, its word is waited for."""
        QApplication.processEvents()
        shown = self.window.editor.points._model
        assert shown.index_of(f"p:p-{number}").isValid()
        until(lambda: self.window.keeping.settled)
        say(f"ack {number}")

    def save(self) -> None:
        say("saving")
        assert self.window.saving.save(), self.window.editor.messages.kept[-1:]

    def write(self) -> None:
        points = self.window.session.note.points
        if not points:
            return
        if points[-1].wording.startswith("op "):
            note = edits.add_point(self.window.session.note, Point(f"t-{len(points)}", points[0].tag, "text"))
            self.window.session.apply(note, Label("new_point"))
        self.window.editor.points.edit(self.window.session.note.points[-1].id)
        self.window.editor.points._delegate.editor.insertPlainText("word ")
        self.window.editor.points.commit_editing()

    def undo_and_redo(self) -> None:
        label = self.window.session.undo_label
        if label is None or label.key != "new_point":
            return
        say("undoing")
        self.window.commands.undo()
        self.window.commands.redo()
        until(lambda: self.window.keeping.settled)
        say("redone")


def life(home: str, file: str, seed: str) -> None:
    os.environ["BRIEFING_HOME"] = home
    QFileDialog.getSaveFileName = lambda *_: (file, "")
    program = Program(make_application())
    window = begin(program, Path(file))
    say("ready")
    Worker(window, int(seed)).work()


if __name__ == "__main__":
    for name in (*LATER, "msgspec"):  # once, not in every life
        import_module(name)
    lives(life)
