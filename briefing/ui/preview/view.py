"""The desk with the pages on it: painting, scrolling, zoom, and the lines that are marked."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from briefing.ui.preview.desk import Desk, Doubts
from briefing.ui.preview.laid import Spot
from briefing.ui.preview.layout import Pages
from briefing.ui.preview.spread import Fit, Spread, clamped, step
from briefing.ui.theme import Theme

LINE_PX = 40  # one press of an arrow key
REVEAL_PX = 24  # room left above a line that is brought into view


class PageView(QAbstractScrollArea):
    """Shows pages, at a zoom, marked."""

    zoom_changed = Signal(float)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = Desk(theme)
        self._pages: Pages | None = None
        self._fit: Fit = "width"
        self._told_zoom = 0.0
        self._spread = Spread(595, 842, 1, 1.0, 1)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(QSize(120, 120))
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    # What is shown

    def show_pages(self, pages: Pages | None, foot: str = "") -> None:
        """Shows `pages`, staying where the reader was; `foot` stands on the desk below the last."""
        self._pages = pages
        self._desk.foot = foot
        if pages is not None and self._desk.reached and self._desk.reached not in pages.origins:
            self._desk.reached = ""
        self._arrange()

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of `theme`."""
        self._desk.set_theme(theme)
        self._arrange()

    @property
    def marked(self) -> str:
        """The origin whose lines are marked, or empty."""
        return self._desk.marked

    def mark(self, origin: str) -> None:
        """Marks the lines of `origin`; scrolls only if none of them is in view."""
        self._desk.marked = origin
        self._desk.reached = origin
        if origin and not self._is_in_view(origin):
            self.reveal(origin)
        self.viewport().update()

    def set_doubts(self, doubts: Doubts) -> None:
        """Underlines characters in amber, by the origin of their line. On the screen only."""
        self._desk.doubts = doubts
        self.viewport().update()

    def lines_of(self, origin: str) -> list[QRectF]:
        """Where the lines of `origin` are, in the viewport."""
        if self._pages is None or not origin:
            return []
        return [self._rect(page, spot) for page, spot in self._pages.find(origin)]

    def _rect(self, page: int, spot: Spot) -> QRectF:
        spread = self._spread
        x = spread.left + spot.left * spread.scale - self.horizontalScrollBar().value()
        y = spread.top(page) + spot.top * spread.scale - self.verticalScrollBar().value()
        return QRectF(x, y, spot.width * spread.scale, spot.height * spread.scale)

    def _is_in_view(self, origin: str) -> bool:
        view = QRectF(self.viewport().rect())
        lines = self.lines_of(origin)
        return not lines or any(view.contains(QPointF(r.left(), r.center().y())) for r in lines)

    def reveal(self, origin: str) -> None:
        """Scrolls so that the first line of `origin` is in view."""
        lines = self.lines_of(origin)
        if not lines:
            return
        bar, view = self.verticalScrollBar(), self.viewport().height()
        if lines[0].top() < 0:
            bar.setValue(round(bar.value() + lines[0].top() - REVEAL_PX))
        elif lines[0].bottom() > view:
            bar.setValue(round(bar.value() + lines[0].bottom() - view + REVEAL_PX))

    # Zoom

    @property
    def zoom(self) -> float:
        """1.0 is the paper's own size."""
        return self._spread.zoom

    @property
    def fit(self) -> Fit:
        """What the zoom follows: the width, the page, or nothing."""
        return self._fit

    def set_fit(self, fit: Fit) -> None:
        """Lets the zoom follow the width or the whole page."""
        self._fit = fit
        self._arrange()

    def set_zoom(self, zoom: float, at: QPointF | None = None) -> None:
        """Zooms; the place under `at` (in the viewport; else its middle) stays where it is."""
        place = at or QPointF(self.viewport().rect().center())
        old = self._spread
        page, x, y = old.on_page(place.x() + self._offset().x(), place.y() + self._offset().y())
        self._fit = "free"
        self._spread = replace(old, zoom=clamped(zoom))
        self._arrange()
        new = self._spread
        self.verticalScrollBar().setValue(round(new.top(page) + y * new.scale - place.y()))
        self.horizontalScrollBar().setValue(round(new.left + x * new.scale - place.x()))

    def zoom_in(self, at: QPointF | None = None) -> None:
        """The next step up."""
        self.set_zoom(step(self.zoom, up=True), at)

    def zoom_out(self, at: QPointF | None = None) -> None:
        """The next step down."""
        self.set_zoom(step(self.zoom, up=False), at)

    def _offset(self) -> QPointF:
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _arrange(self) -> None:
        """Works out where the pages stand, and how far one can scroll."""
        area = self.maximumViewportSize()
        if self._pages is not None:
            sheet = self._pages.sheet
            self._spread = replace(
                self._spread,
                page_width=sheet.width,
                page_height=sheet.height,
                count=self._pages.page_count,
                view_width=float(area.width()),
                foot=self._desk.foot_height(area.width()),
            ).fitted(self._fit, area.height())
        spread, view = self._spread, self.viewport().size()
        total = spread.total_height if self._pages is not None else 0
        vertical, horizontal = self.verticalScrollBar(), self.horizontalScrollBar()
        vertical.setRange(0, max(round(total) - area.height(), 0))
        vertical.setPageStep(view.height())
        vertical.setSingleStep(LINE_PX)
        wide = 0 if self._fit != "free" else max(round(spread.total_width) - area.width(), 0)
        horizontal.setRange(0, wide)
        horizontal.setPageStep(view.width())
        self.viewport().update()
        if spread.zoom != self._told_zoom:
            self._told_zoom = spread.zoom
            self.zoom_changed.emit(spread.zoom)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fits anew."""
        super().resizeEvent(event)
        self._arrange()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """The visible pages, and nothing else."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._desk.theme.color("desk"))
        if self._pages is None:
            return
        offset = self._offset()
        painter.translate(-offset)
        area = QRectF(event.rect()).translated(offset)
        for page in self._spread.visible(area.top(), area.bottom()):
            self._desk.paint(painter, self._pages, page, self._spread)
        self._desk.paint_foot(painter, self._spread)
        if self.hasFocus():
            self._focus_ring(painter)

    def _focus_ring(self, painter: QPainter) -> None:
        painter.resetTransform()
        painter.setPen(QPen(self._desk.theme.color("accent"), 2))
        painter.setBrush(QColor(Qt.GlobalColor.transparent))
        painter.drawRect(QRectF(self.viewport().rect()).adjusted(1, 1, -1, -1))
