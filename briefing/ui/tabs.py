"""The row of tabs that takes over where panes share a place: tabs left, the pane's own head right."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTabBar, QWidget

from briefing.ui.theme import Theme
from briefing.words import Words

HEIGHT_PX = 44
SIDE_PX = 16

PaneName = Literal["source", "points", "preview"]


class TabRow(QFrame):
    """Tabs for some panes. It holds the header of the pane that is in view, without its title."""

    chosen = Signal()

    def __init__(self, theme: Theme, words: Words, names: tuple[PaneName, ...]) -> None:
        super().__init__()
        self._words, self._names = words, names
        self.setProperty("look", "tabs")
        self.setMinimumHeight(theme.px(HEIGHT_PX))
        self._bar = _bar(words, names)
        segments = QFrame()
        segments.setProperty("look", "segments")
        around = QHBoxLayout(segments)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._bar)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(theme.px(SIDE_PX), 0, 0, 0)
        self._row.addWidget(segments, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._bar.currentChanged.connect(lambda _: self.chosen.emit())

    @property
    def current(self) -> PaneName:
        """The pane whose tab is chosen."""
        return self._names[max(0, self._bar.currentIndex())]

    def has(self, name: PaneName) -> bool:
        """Whether a pane has its tab here."""
        return name in self._names

    def choose(self, name: PaneName) -> None:
        """Chooses the tab of a pane, if it has one here."""
        if name in self._names:
            self._bar.setCurrentIndex(self._names.index(name))

    def turn(self) -> None:
        """Goes to the next tab, and round."""
        self._bar.setCurrentIndex((self._bar.currentIndex() + 1) % self._bar.count())

    def hold(self, headers: Mapping[PaneName, QWidget]) -> None:
        """Takes the headers in; those of panes out of view are hidden by whoever shows the panes."""
        for header in headers.values():
            self._row.addWidget(header, 1)

    def show_count(self, count: int) -> None:
        """How many points there are, beside the name of their tab."""
        if "points" in self._names:
            at = self._names.index("points")
            text = (
                self._words("window.tab_points_count", count=count)
                if count
                else self._words("window.tab_points")
            )
            self._bar.setTabText(at, text)
            self._bar.setAccessibleTabName(at, text)
            self._bar.updateGeometry()  # a bar out of view does not say so by itself


def _bar(words: Words, names: tuple[PaneName, ...]) -> QTabBar:
    bar = QTabBar()
    bar.setDrawBase(False)
    bar.setExpanding(False)
    bar.setUsesScrollButtons(False)
    bar.setAccessibleName(words("window.panes"))
    for name in names:
        index = bar.addTab(words(f"window.tab_{name}"))
        bar.setAccessibleTabName(index, words(f"window.tab_{name}"))
    return bar
