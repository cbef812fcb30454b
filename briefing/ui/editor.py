"""The editor: toolbar, messages, find, the three panes, status bar. Layout only; the wiring is in `desk`."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from briefing.ui.composing import finish_composition
from briefing.ui.find_bar import FindBar
from briefing.ui.messages import MessageArea
from briefing.ui.panes import Panes
from briefing.ui.points.pane import PointsPane
from briefing.ui.preview.pane import PreviewPane
from briefing.ui.source.pane import SourcePane
from briefing.ui.status import StatusBar
from briefing.ui.tabs import PaneName
from briefing.ui.theme import Theme
from briefing.ui.toolbar import Toolbar
from briefing.ui.widgets import line
from briefing.words import Words


class Editor(QWidget):
    """All widgets of an open note. What is dropped on it anywhere is a wish for another source."""

    request_drop = Signal(QMimeData)

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self.toolbar = Toolbar(theme, words, self)
        self.messages = MessageArea(theme, words, self)
        self.find_bar = FindBar(theme, words, self)
        self.source = SourcePane(theme, words)
        self.points = PointsPane(theme, words)
        self.preview = PreviewPane(theme, words)
        self.panes = Panes(
            theme,
            words,
            {"source": self.source, "points": self.points, "preview": self.preview},
            {"source": self.source.header, "points": self.points.header, "preview": self.preview.header},
            self,
        )
        self.status = StatusBar(theme, words, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.toolbar)
        column.addWidget(line())
        column.addWidget(self.messages)
        column.addWidget(self.find_bar)
        column.addWidget(self.panes, 1)
        column.addWidget(line())
        column.addWidget(self.status)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        from briefing.ui.dropping import is_from_outside  # noqa: PLC0415 - loaded with the first drag

        if is_from_outside(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.request_drop.emit(event.mimeData())

    def keep_typing(self) -> None:
        """Keeps whatever is being written anywhere, also what an input method is still composing."""
        finish_composition(QApplication.focusWidget())
        self.points.commit_editing()
        self.toolbar.keep_title()

    def focused_pane(self) -> PaneName | None:
        """The pane that has the keyboard, or None."""
        focus = QApplication.focusWidget()
        panes: tuple[tuple[PaneName, QWidget], ...] = (
            ("source", self.source),
            ("points", self.points),
            ("preview", self.preview),
        )
        for name, pane in panes:
            if focus is not None and (focus is pane or pane.isAncestorOf(focus)):
                return name
        return None

    def focus_pane(self, name: PaneName) -> None:
        """Gives the keyboard to a pane, bringing it into view."""
        self.panes.reveal(name)
        pane: QWidget = {"source": self.source, "points": self.points, "preview": self.preview}[name]
        pane.setFocus(Qt.FocusReason.OtherFocusReason)

    def next_pane(self, step: int) -> None:
        """F6 and Shift+F6: the next or previous pane in view."""
        names = self.panes.visible_panes() if self.panes.shape == "three" else ("source", "points", "preview")
        here = self.focused_pane()
        at = names.index(here) + step if here in names else 0
        self.focus_pane(names[at % len(names)])
