"""A program at work on the sample, until a signal ends it: python leave.py (in the home of the test)."""

from __future__ import annotations

import sys

from PySide6.QtCore import QTimer

from briefing.ui import app


def work(program: app.Program) -> None:
    window = program.windows[0]
    if not window.session.note.articles:
        QTimer.singleShot(5, lambda: work(program))
        return
    for digit in (1, 2):
        window.source_wishes.tag(window.editor.source.current_sentence(), digit)
        window.editor.source.parts.standing.step(1)
    window.editor.points.edit(window.session.note.points[0].id)
    window.editor.points._delegate.editor.insertPlainText("Being typed. ")
    print("ready", flush=True)


class Observed(app.Program):
    def __init__(self, application, **how) -> None:
        super().__init__(application, **how)
        QTimer.singleShot(0, lambda: work(self))


app.Program = Observed
sys.exit(app.run(sample=True))
