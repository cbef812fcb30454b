"""Work off the window's thread: one function, one answer. Here, and at the top, everything is caught."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from briefing.errors import BriefingError

log = logging.getLogger(__name__)
T = TypeVar("T")


class UnexpectedFault(BriefingError):
    """A fault of the program itself, carried to the window as what is to be sent: it quotes nothing."""


class _Answer(QObject):
    done = Signal(object)
    failed = Signal(object)


class _Work(QRunnable):
    def __init__(self, function: Callable[[], object], answer: _Answer) -> None:
        super().__init__()
        self._function, self._answer = function, answer

    def run(self) -> None:
        """Runs the function and tells the window's thread what came of it."""
        try:
            result = self._function()
        except BriefingError as failure:
            self._answer.failed.emit(failure)
        except Exception as fault:
            from briefing.ui.last_resort import report_of  # noqa: PLC0415 - loaded when something is wrong

            log.exception("unexpected fault in a job")
            self._answer.failed.emit(UnexpectedFault(report_of(fault)))
        else:
            self._answer.done.emit(result)


class Jobs(QObject):
    """Runs functions in worker threads. Answers arrive on the window's thread, unless they were cancelled."""

    busy_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._running: dict[int, tuple[_Answer, Callable[[], object] | None]] = {}
        self._next = 0

    @property
    def busy(self) -> bool:
        """Whether work is under way that has not been cancelled."""
        return bool(self._running)

    def run(
        self,
        function: Callable[[], T],
        done: Callable[[T], object],
        failed: Callable[[BriefingError], object],
        stop: Callable[[], object] | None = None,
    ) -> int:
        """Starts `function`; calls `done` with its result or `failed` with its failure. Returns a ticket.

        `stop` makes the function end soon; it is called when the work is cancelled.
        """
        self._next += 1
        ticket = self._next
        answer = _Answer()  # without a parent: the worker may outlive the window
        answer.done.connect(lambda result: self._finish(ticket, done, result))
        answer.failed.connect(lambda failure: self._finish(ticket, failed, failure))
        self._running[ticket] = (answer, stop)
        self.busy_changed.emit(True)
        QThreadPool.globalInstance().start(_Work(function, answer))
        return ticket

    def cancel(self) -> None:
        """Ends all work under way, if it can be ended: its answers are dropped, the window is free at once."""
        stops = [stop for _, stop in self._running.values() if stop is not None]
        self._running.clear()
        for stop in stops:
            stop()
        self.busy_changed.emit(False)

    def cancel_one(self, ticket: int) -> None:
        """Ends one piece of work, if it is under way; its answer is dropped."""
        running = self._running.pop(ticket, None)
        if running is None:
            return
        if running[1] is not None:
            running[1]()
        self.busy_changed.emit(self.busy)

    def _finish(self, ticket: int, act: Callable[[T], object], value: T) -> None:
        if self._running.pop(ticket, None) is None:
            return
        self.busy_changed.emit(self.busy)
        act(value)
