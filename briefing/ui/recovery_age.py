"""How old the recovery copy is, said in the status bar while the window is in front."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from briefing.ui.keeping import Keeping
from briefing.ui.status import StatusBar
from briefing.words import Words

TICK_MS = 1000
MINUTE_S, HOUR_S = 60, 3600


class RecoveryAge(QObject):
    """Tells the age anew each second; nobody counts the seconds of a window out of sight."""

    def __init__(self, keeping: Keeping, status: StatusBar, words: Words, parent: QObject) -> None:
        super().__init__(parent)
        self._keeping, self._status, self._words = keeping, status, words
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self.tell)
        self._timer.start()
        keeping.session.note_changed.connect(self._changed)

    def _changed(self, *_: object) -> None:
        self.tell()

    def tell(self) -> None:
        """Says the age, or nothing where no change was kept yet."""
        if self._status.isVisible() and not self._status.window().isMinimized():
            age = self._keeping.age_s
            self._status.show_recovery("" if age is None else age_text(age, self._words))


def age_text(age_s: float, words: Words) -> str:
    """An age as people say it: in seconds, minutes, hours."""
    if age_s < MINUTE_S:
        return words("window.recovery_seconds", count=int(age_s))
    if age_s < HOUR_S:
        return words("window.recovery_minutes", count=int(age_s // MINUTE_S))
    return words("window.recovery_hours", count=int(age_s // HOUR_S))
