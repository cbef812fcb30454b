"""Where the three panes stand: side by side, two with tabs, or one at a time, as room allows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, Protocol, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QRegion, QResizeEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QVBoxLayout, QWidget

from briefing.ui.tabs import PaneName, TabRow
from briefing.ui.theme import Theme
from briefing.words import Words

SOURCE_PX, POINTS_PX, PREVIEW_PX = 480, 424, 536
THREE_FROM_PX, TWO_FROM_PX = 1200, 760
LEAST_KEPT_PX = 120
GRAB_PX = 8  # of a splitter
COMPACT_SHARE = 0.52  # of the width, for the source, where the other two are tabs

Shape = Literal["three", "two", "one"]
# What Ctrl+\ goes through while there is room: all, source and points, points and preview.
LAYOUTS: tuple[tuple[PaneName, ...], ...] = (
    ("source", "points", "preview"),
    ("source", "points"),
    ("points", "preview"),
)
LAYOUT_NAMES = ("all", "source_points", "points_preview")


class _Handle(QSplitterHandle):
    """A line of 1 px that can be grabbed a few pixels beside it: the splitter adds the margins to its width."""

    def __init__(self, orientation: Qt.Orientation, parent: QSplitter) -> None:
        super().__init__(orientation, parent)
        self.setContentsMargins(GRAB_PX // 2, 0, GRAB_PX - GRAB_PX // 2 - 1, 0)
        self.setAttribute(Qt.WidgetAttribute.WA_MouseNoMask)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shows the line alone. Qt's own sets narrower margins here."""
        self.setMask(QRegion(self.contentsRect()))

    def mouseDoubleClickEvent(self, event: object) -> None:
        splitter = self.splitter()
        if isinstance(splitter, _Splitter):
            splitter.reset()


class _Splitter(QSplitter):
    """A 1 px line; a double-click takes the panes back to their usual widths."""

    def __init__(self, usual: tuple[int, ...], parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._usual = usual
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)

    def createHandle(self) -> QSplitterHandle:
        return _Handle(self.orientation(), self)

    def reset(self) -> None:
        self.setSizes(list(self._usual))


class PaneHeader(Protocol):
    """The head of a pane, which can stand beside tabs that say its title."""

    def set_compact(self, compact: bool) -> None:
        """Without its title, or with it."""


class Panes(QWidget):
    """The three panes and the tabs that take over when room is short."""

    shape_changed = Signal(str)

    def __init__(
        self,
        theme: Theme,
        words: Words,
        panes: Mapping[PaneName, QWidget],
        headers: Mapping[PaneName, QWidget],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._panes, self._headers = theme, panes, headers
        self._layout = 0
        self.shape: Shape = "three"
        self._tabs: dict[Shape, TabRow] = {
            "one": TabRow(theme, words, ("source", "points", "preview")),
            "two": TabRow(theme, words, ("points", "preview")),
        }
        for row in self._tabs.values():
            row.chosen.connect(self._show)
        self._build()
        self._show()

    def _build(self) -> None:
        """From the window inwards: a widget that moves into another is given its looks anew, with all in it."""
        px = self._theme.px
        column = _column(self)
        column.addWidget(self._tabs["one"])
        self._outer = _Splitter((px(SOURCE_PX), px(POINTS_PX + PREVIEW_PX)), self)
        column.addWidget(self._outer, 1)
        self._outer.addWidget(self._panes["source"])
        self._right = QWidget()
        self._outer.addWidget(self._right)
        column = _column(self._right)
        column.addWidget(self._tabs["two"])
        self._inner = _Splitter((px(POINTS_PX), px(PREVIEW_PX)), self._right)
        column.addWidget(self._inner, 1)
        self._inner.addWidget(self._panes["points"])
        self._inner.addWidget(self._panes["preview"])
        for splitter in (self._outer, self._inner):
            splitter.setStretchFactor(1, 1)
            splitter.reset()

    def cycle(self) -> None:
        """The next layout; the next tab where panes share a place."""
        if self.shape == "three":
            self.show_layout((self._layout + 1) % len(LAYOUTS))
        else:
            self._tabs[self.shape].turn()

    @property
    def layout_name(self) -> str:
        """The layout in force, one of LAYOUT_NAMES; empty where there is room for none."""
        return LAYOUT_NAMES[self._layout] if self.shape == "three" else ""

    def show_layout(self, at: int) -> None:
        """Shows the panes of one of LAYOUTS."""
        self._layout = at
        self._show()

    def reveal(self, name: PaneName) -> None:
        """Brings a pane into view, whatever the layout."""
        if name not in LAYOUTS[self._layout]:
            self._layout = 0
        for row in self._tabs.values():
            row.choose(name)
        self._show()

    def state(self) -> tuple[int, ...]:
        """How the panes share the window: the layout, and their widths side by side."""
        return (self._layout, *self._outer.sizes(), *self._inner.sizes())

    def restore(self, state: tuple[int, ...]) -> None:
        """Takes up a `state`; one of another make, or too narrow to work in, is left alone."""
        if len(state) != 5 or not 0 <= state[0] < len(LAYOUTS) or self.shape != "three":
            return
        self._layout = state[0]
        for splitter, sizes in ((self._outer, state[1:3]), (self._inner, state[3:5])):
            if all(size >= LEAST_KEPT_PX for size in sizes):
                splitter.setSizes(list(sizes))
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
            self._place_headers()
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
            return (self._tabs["one"].current,)
        if self.shape == "two":
            return ("source", self._tabs["two"].current)
        return LAYOUTS[self._layout]

    def _show(self) -> None:
        wanted = self._wanted()
        for shape, row in self._tabs.items():
            row.setVisible(self.shape == shape)
        for name, pane in self._panes.items():
            pane.setVisible(name in wanted)
        for name, header in self._headers.items():
            header.setVisible(self.shape == "three" or name in wanted)
        self._right.setVisible(wanted != ("source",))

    def show_count(self, count: int) -> None:
        """How many points there are, for the tabs to say."""
        for row in self._tabs.values():
            row.show_count(count)

    def _place_headers(self) -> None:
        """The heads of the panes stand beside the tabs where there are tabs, else on the panes."""
        row = self._tabs.get(self.shape)
        beside = {n: h for n, h in self._headers.items() if row is not None and row.has(n)}
        for name, header in self._headers.items():
            cast(PaneHeader, header).set_compact(name in beside)
            layout = self._panes[name].layout()
            if name not in beside and isinstance(layout, QVBoxLayout):
                layout.insertWidget(0, header)
        if row is not None:
            row.hold(beside)


def _column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column
