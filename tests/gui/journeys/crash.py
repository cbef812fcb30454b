"""A program that works on the sample and dies without a word: python crash.py (in the home of the test)."""

from __future__ import annotations

import os
import signal

from PySide6.QtCore import QDeadlineTimer
from PySide6.QtWidgets import QApplication

from briefing.ui.app import Program, make_application


def main() -> None:
    application = make_application()
    program = Program(application)
    window = program.open_window("sample")
    limit = QDeadlineTimer(20_000)
    while not window.session.note.articles and not limit.hasExpired():
        QApplication.processEvents()
    source = window.editor.source
    for digit in (1, 2):
        window.source_wishes.tag(source.current_sentence(), digit)
        source.parts.standing.step(1)
    window.keeping.keeper.journal.flush()
    print(len(window.session.note.points), flush=True)
    os.kill(os.getpid(), signal.SIGKILL)


main()
