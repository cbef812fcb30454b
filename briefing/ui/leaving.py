"""The ways out that nobody at the window chose: a signal, or the end of the system's session.

Nothing is asked and no file is written: what is unsaved stays in the journal and is offered at the next start.
"""

from __future__ import annotations

import logging
import signal
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier, QTimer
from PySide6.QtGui import QGuiApplication, QSessionManager

if TYPE_CHECKING:
    from briefing.ui.app import Program

log = logging.getLogger(__name__)
SIGNALS = tuple(
    getattr(signal, name) for name in ("SIGTERM", "SIGINT", "SIGHUP", "SIGBREAK") if hasattr(signal, name)
)
STAYED_MS = 60_000  # after this the system's session did not end after all


class Leaving(QObject):
    """Brings everything into safety, then lets the program end."""

    def __init__(self, program: Program, application: QGuiApplication) -> None:
        super().__init__(program)
        self._program, self._application = program, application
        application.commitDataRequest.connect(self.session_ends)

    def hear_signals(self) -> None:
        """From now on a signal ends the program in order. Python alone would not hear it while Qt waits."""
        import socket  # noqa: PLC0415 - loaded when the window is up

        self._heard, woken = socket.socketpair()
        for end in (self._heard, woken):
            end.setblocking(False)
        self._woken = woken
        for number in SIGNALS:
            signal.signal(number, _heard_later)
        signal.set_wakeup_fd(woken.fileno(), warn_on_full_buffer=False)
        self._notifier = QSocketNotifier(self._heard.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._signalled)

    def session_ends(self, _: QSessionManager | None = None) -> None:
        """Keeps every note. Windows close without asking from now on, unless the session stays after all."""
        log.info("the system's session ends")
        self._program.keep_all()
        self._program.ask_at_closing(False)
        QTimer.singleShot(STAYED_MS, self, self._stays)

    def _stays(self) -> None:
        self._program.ask_at_closing(True)

    def _signalled(self) -> None:
        numbers = self._heard.recv(64)
        log.info("signal %d", numbers[-1])
        self._program.keep_all()
        self._program.ask_at_closing(False)
        for window in tuple(self._program.windows):
            window.close()
        self._application.exit(0)


def _heard_later(*_: object) -> None:
    """The socket tells Qt; nothing is done in the middle of something else."""
