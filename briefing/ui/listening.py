"""The running program's ear: takes files from one that was started again."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from briefing.ui.handover import ACKNOWLEDGED, MOST_BYTES, asked_for

PATIENCE_MS = 2000  # for a caller to say what it wants


class Listening(QObject):
    """Listens at an address that only this person can reach."""

    asked = Signal(object)  # tuple of paths, absolute; empty: a new window

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.setMaxPendingConnections(8)
        self._server.newConnection.connect(self._called)

    def listen(self, address: str) -> bool:
        """Whether it listens now. What a crash left is cleared away; a program that answers is left alone."""
        if _answers(address):  # Qt itself would take the address away from who has it
            return False
        if Path(address).is_absolute():
            Path(address).parent.mkdir(parents=True, exist_ok=True)
        QLocalServer.removeServer(address)
        return self._server.listen(address)

    def close(self) -> None:
        """Stops listening."""
        self._server.close()

    def _called(self) -> None:
        while (line := self._server.nextPendingConnection()) is not None:
            line.setParent(self)
            line.readyRead.connect(partial(self._heard, line))
            line.disconnected.connect(line.deleteLater)
            QTimer.singleShot(PATIENCE_MS, line, line.abort)

    def _heard(self, line: QLocalSocket) -> None:
        if line.bytesAvailable() > MOST_BYTES:
            line.abort()
            return
        if not line.canReadLine():
            return
        paths = asked_for(bytes(line.readLine(MOST_BYTES + 1).data()))
        if paths is None:
            line.abort()
            return
        line.write(ACKNOWLEDGED)
        line.disconnectFromServer()  # after what was written is gone
        self.asked.emit(paths)


def _answers(address: str) -> bool:
    line = QLocalSocket()
    line.connectToServer(address)
    is_there = line.waitForConnected(PATIENCE_MS)
    line.abort()
    return is_there
