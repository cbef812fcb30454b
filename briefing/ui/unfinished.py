"""What is written in a dialog or a field is journaled within a second, though it is not in the note yet."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from briefing.model.note import Note
from briefing.ui.keeping import Keeping
from briefing.ui.session import template_fault

GATHER_MS = 300  # of typing, from its first key; the journal's own pause comes on top


class Unfinished(QObject):
    """Of one dialog, or of the fields of one window: one of them is written in at a time."""

    def __init__(self, keeping: Keeping, parent: QObject) -> None:
        super().__init__(parent)
        self._keeping = keeping
        self._note: Callable[[], Note] | None = None
        self._gathering = QTimer(self, interval=GATHER_MS, singleShot=True)
        self._gathering.timeout.connect(self._keep)

    def written(self, note: Callable[[], Note]) -> None:
        """Something was written; `note` gives the note as it would be if that were kept now."""
        self._note = note
        if not self._gathering.isActive():
            self._gathering.start()

    def over(self) -> None:
        """It was kept, or let go: the note alone is in the journal again."""
        self._gathering.stop()
        self._keeping.keep_draft(None)

    def _keep(self) -> None:
        if self._note is None:
            return
        note = self._note()
        if template_fault(note) is None:  # half a form would make a note that cannot be opened
            self._keeping.keep_draft(note)
