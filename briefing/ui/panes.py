"""Where the three panes stand: side by side, two with tabs, or one at a time, as room allows."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QSplitterHandle, QTabBar, QVBoxLayout, QWidget

from briefing.ui.theme import Theme
from briefing.words import Words

SOURCE_PX, POINTS_PX, PREVIEW_PX = 480, 424, 536
THREE_FROM_PX, TWO_FROM_PX = 1200, 760
COMPACT_SHARE = 0.52  # of the width, for the source, where the other two are tabs

PaneName = Literal["source", "points", "preview"]
Shape = Literal["three", "two", "one"]
# What Ctrl+\ goes through while there is room: all, source and points, points and preview.
LAYOUTS: tuple[tuple[PaneName, ...], ...] = (
    ("source", "points", "preview"),
    ("source", "points"),
    ("points", "preview"),
)


class _Handle(QSplitterHandle):
    def mouseDoubleClickEvent(self, event: object) -> None:
        splitter = self.splitter()
        if isinstance(splitter, _Splitter):
            splitter.reset()


class _Splitter(QSplitter):
    """A 1 px line; a double-click takes the panes back to their usual widths."""

    def __init__(self, usual: tuple[int, ...]) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._usual = usual
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)

    def createHandle(self) -> QSplitterHandle:
        return _Handle(self.orientation(), self)

    def reset(self) -> None:
        self.setSizes(list(self._usual))


class Panes(QWidget):
    """The three panes and the tabs that take over when room is short."""

    shape_changed = Signal(str)

    def __init__(
        self, theme: Theme, words: Words, panes: dict[PaneName, QWidget], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._panes = theme, panes
        self._layout = 0
        self.shape: Shape = "three"
        px = theme.px
        self._outer = _Splitter((px(SOURCE_PX), px(POINTS_PX + PREVIEW_PX)))
        self._inner = _Splitter((px(POINTS_PX), px(PREVIEW_PX)))
        self._tabs: dict[Shape, QTabBar] = {
            "one": _tab_bar(words, ("source", "points", "preview")),
            "two": _tab_bar(words, ("points", "preview")),
        }
        for bar in self._tabs.values():
            bar.currentChanged.connect(lambda _=0: self._show())
        right = QWidget()
        column = _column(right)
        self._two_row = self._bar_row(self._tabs["two"])
        self._one_row = self._bar_row(self._tabs["one"])
        column.addWidget(self._two_row)
        column.addWidget(self._inner, 1)
        self._right = right
        self._outer.addWidget(panes["source"])
        self._outer.addWidget(right)
        self._inner.addWidget(panes["points"])
        self._inner.addWidget(panes["preview"])
        for splitter in (self._outer, self._inner):
            splitter.setStretchFactor(1, 1)
            splitter.reset()
        column = _column(self)
        column.addWidget(self._one_row)
        column.addWidget(self._outer, 1)
        self._show()

    def cycle(self) -> None:
        """The next layout."""
        self._layout = (self._layout + 1) % len(LAYOUTS)
        self._show()

    def reveal(self, name: PaneName) -> None:
        """Brings a pane into view, whatever the layout."""
        if name not in LAYOUTS[self._layout]:
            self._layout = 0
        bar = self._tabs["one"]
        bar.setCurrentIndex(("source", "points", "preview").index(name))
        if name != "source":
            self._tabs["two"].setCurrentIndex(("points", "preview").index(name))
        self._show()

    def visible_panes(self) -> tuple[PaneName, ...]:
        """The panes in view, left to right."""
        return tuple(n for n in LAYOUTS[0] if not self._panes[n].isHidden() and not self._hidden_with_right(n))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        px = self._theme.px
        width = self.width()
        shape: Shape = "three" if width >= px(THREE_FROM_PX) else "two" if width >= px(TWO_FROM_PX) else "one"
        if shape != self.shape:
            self.shape = shape
            self._show()
            self._share(width)
            self.shape_changed.emit(shape)

    def _share(self, width: int) -> None:
        """Gives each pane its usual share of a width that has just changed its shape."""
        layout = self.layout()
        if layout is not None:
            layout.activate()  # the splitters must have the new width before they share it out
        if self.shape == "three":
            self._outer.reset()
        else:
            source = round(width * COMPACT_SHARE)
            self._outer.setSizes([source, width - source])
        self._inner.reset()

    def _hidden_with_right(self, name: PaneName) -> bool:
        return name != "source" and self._right.isHidden()

    def _wanted(self) -> tuple[PaneName, ...]:
        if self.shape == "one":
            return (("source", "points", "preview")[max(0, self._tabs["one"].currentIndex())],)
        if self.shape == "two":
            right: PaneName = ("points", "preview")[max(0, self._tabs["two"].currentIndex())]
            return ("source", right)
        return LAYOUTS[self._layout]

    def _show(self) -> None:
        wanted = self._wanted()
        self._one_row.setVisible(self.shape == "one")
        self._two_row.setVisible(self.shape == "two")
        for name, pane in self._panes.items():
            pane.setVisible(name in wanted)
        self._right.setVisible(wanted != ("source",))

    def _bar_row(self, bar: QTabBar) -> QWidget:
        row = QWidget()
        row.setProperty("look", "bar")
        inside = QHBoxLayout(row)
        inside.setContentsMargins(self._theme.px(12), self._theme.px(3), 0, self._theme.px(3))
        inside.addWidget(bar)
        inside.addStretch(1)
        return row


def _tab_bar(words: Words, names: tuple[PaneName, ...]) -> QTabBar:
    bar = QTabBar()
    bar.setDrawBase(False)
    bar.setExpanding(False)
    for name in names:
        index = bar.addTab(words(f"window.tab_{name}"))
        bar.setAccessibleTabName(index, words(f"window.tab_{name}"))
    return bar


def _column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column
