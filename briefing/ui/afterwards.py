"""What may wait until a window has been painted, done in the moments in which nothing else is wanted."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Signal


class Afterwards(QObject):
    """Takes one step of `steps` in each idle moment, so that a key is answered between two of them."""

    done = Signal()

    def __init__(self, steps: Iterator[None], parent: QObject) -> None:
        super().__init__(parent)
        self._steps = steps
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._step)
        self._timer.start(0)

    def stop(self) -> None:
        """Takes no further step."""
        self._timer.stop()

    def _step(self) -> None:
        if next(self._steps, self) is self:
            self._timer.stop()
            self.done.emit()
