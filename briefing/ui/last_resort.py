"""What happens when the program itself has a fault: the note is kept, the fault is told, the work goes on."""

from __future__ import annotations

import logging
import platform
import sys
import threading
from collections import Counter
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, qVersion
from PySide6.QtWidgets import QApplication

from briefing import __version__
from briefing.store.diary import places_of
from briefing.ui.messages import Answer, Message

if TYPE_CHECKING:
    from briefing.ui.app import Program
    from briefing.ui.main_window import MainWindow

log = logging.getLogger(__name__)
MOST_TOLD = (
    3  # times that one and the same fault is told: one that comes with every paint must not bury the note
)


class LastResort(QObject):
    """Takes every fault that nobody else took, of this thread and of others."""

    _elsewhere = Signal(object)

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._program = program
        self._told: Counter[str] = Counter()
        self._elsewhere.connect(self._tell)

    def install(self) -> None:
        """From now on faults come here."""
        sys.excepthook = self.unexpected
        threading.excepthook = self._in_a_thread

    def unexpected(self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        """Keeps every open note, says what happened and what is safe, and goes on."""
        log.error("unexpected fault", exc_info=(kind, fault, trace))
        try:
            self._tell(fault)
        except Exception:  # noqa: BLE001 - the top: nothing is above that could still help
            sys.__excepthook__(*sys.exc_info())

    def _in_a_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            log.error("unexpected fault in a thread", exc_info=args.exc_value)
            self._elsewhere.emit(args.exc_value)

    def _tell(self, fault: BaseException) -> None:
        safe = self._program.keep_all()
        report = report_of(fault)
        self._told[report] += 1
        window = self._window()
        if window is None or self._told[report] > MOST_TOLD:
            return
        words = self._program.home.words
        answers: tuple[Answer, ...] = ()
        if not window.on_start:
            answers = (Answer(words("kept.save_now"), window.saving.save, primary=True),)
        text = words("kept.fault_safe" if safe else "kept.fault_unsafe")
        window.say(Message("danger", words("kept.fault"), text, answers, report))

    def _window(self) -> MainWindow | None:
        windows = self._program.windows
        active = next((w for w in windows if w is QApplication.activeWindow()), None)
        return active or next(iter(windows[-1:]), None)


def report_of(fault: BaseException) -> str:
    """What to send: the versions, and where in the program it happened. Nothing of a note, no name, no path."""
    return "\n".join((versions(), *places_of(fault)))


def versions() -> str:
    """What is running, in one line."""
    system = f"{platform.system()} {platform.release()}, Python {platform.python_version()}, Qt {qVersion()}"
    return f"Briefing {__version__}, {system}"
