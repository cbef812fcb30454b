"""What the eye meets around and over the text: desk, paper, shadow, the marked line, the line reached."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from briefing.ui.preview.laid import Spot, TextLaid
from briefing.ui.preview.layout import Pages
from briefing.ui.preview.paint import paint_page
from briefing.ui.preview.spread import SIDE_PX, Spread
from briefing.ui.theme import LIGHT, Theme

SHADOW_STEPS = ((14, 2), (10, 3), (7, 3), (5, 4), (3, 5), (2, 7), (1, 9))  # reach in px, strength of 255
MARK_LEFT_PX, MARK_RIGHT_PX, MARK_BAR_PX, MARK_RADIUS_PX = 9, 6, 2.5, 2.5
MARK_SHARE_LIGHT, MARK_SHARE_DARK = 0.10, 0.10
DOUBT_FILL, DOUBT_SHARE, DOUBT_LINE_PX = "#F5B301", 0.22, 1.6
DARKEST_ACCENT = 0.5  # lightness; the paper is bright also in a dark window
FOOT_GAP_PX, FOOT_TEXT_PX = 6, 11.5
FOOT_FLAGS = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignHCenter)


Doubts = dict[str, tuple[tuple[int, int], ...]]  # by origin, the characters in doubt: first, behind the last


class Desk:
    """The look of the desk and of what lies over the pages."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.marked = ""
        self.reached = ""  # where the keys are
        self.doubts: Doubts = {}
        self.foot = ""
        self._ink = _on_paper(theme)

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of `theme`."""
        self.theme = theme
        self._ink = _on_paper(theme)

    def paint(self, painter: QPainter, pages: Pages, page: int, spread: Spread) -> None:
        """One page with its shadow, its text and its marks; the painter is at the desk's origin."""
        painter.save()
        painter.translate(spread.left, spread.top(page))
        paper = QRectF(0, 0, spread.width, spread.height)
        self._shadow(painter, paper)
        painter.fillRect(paper, self.theme.color("paper"))
        painter.setClipRect(paper)
        paint_page(painter, pages, page, spread.scale)
        spots = list(pages.spots(page)) if self.marked or self.reached else []
        if self.marked:
            self._mark(painter, [s for s in spots if s.origin == self.marked], spread.scale)
        if self.reached and self.reached != self.marked:
            self._reach(painter, [s for s in spots if s.origin == self.reached], spread.scale)
        if self.doubts:
            self._doubt(painter, pages, page, spread.scale)
        painter.restore()

    def _shadow(self, painter: QPainter, paper: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        heavier = 3 if self.theme.palette.is_dark else 1
        for reach, strength in SHADOW_STEPS:
            painter.setBrush(QColor(16, 20, 28, strength * heavier))
            grown = paper.adjusted(-reach, -reach + 2, reach, reach + 2)
            painter.drawRoundedRect(grown, reach, reach)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    def _doubt(self, painter: QPainter, pages: Pages, page: int, scale: float) -> None:
        sheet, plan = pages.sheet, pages.plans[page]
        amber = QColor(LIGHT.warning)
        fill = QColor(DOUBT_FILL)
        fill.setAlphaF(DOUBT_SHARE)
        for piece in plan.slices:
            laid = pages.laid[plan.start.strip + piece.strip]
            if not isinstance(laid, TextLaid) or laid.origin not in self.doubts:
                continue
            size = laid.piece.look.type.size_pt * scale
            for left, right, base in (u for s in self.doubts[laid.origin] for u in laid.underlines(*s, piece)):
                x, y = (sheet.left + left) * scale - 1, (sheet.top + base) * scale
                width = (right - left) * scale + 2
                painter.fillRect(QRectF(x, y - size * 0.85, width, size * 1.1), fill)
                painter.fillRect(QRectF(x, y + size * 0.14, width, DOUBT_LINE_PX), amber)

    def _mark(self, painter: QPainter, spots: list[Spot], scale: float) -> None:
        for box in _boxes(spots, scale):
            around = box.adjusted(-MARK_LEFT_PX, -1, MARK_RIGHT_PX, 1)
            fill = QColor(self._ink)
            is_dark = self.theme.palette.is_dark
            fill.setAlphaF(MARK_SHARE_DARK if is_dark else MARK_SHARE_LIGHT)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(fill)
            painter.drawRoundedRect(around, MARK_RADIUS_PX, MARK_RADIUS_PX)
            bar = QRectF(around.left(), around.top(), MARK_BAR_PX, around.height())
            painter.fillRect(bar, self._ink)

    def _reach(self, painter: QPainter, spots: list[Spot], scale: float) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._ink, 1.6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for box in _boxes(spots, scale):
            painter.drawRoundedRect(box.adjusted(-4, -1, 4, 1), 3, 3)

    def foot_height(self, width: float) -> float:
        """The room that the words below the last page need."""
        if not self.foot:
            return 0.0
        metrics = QFontMetricsF(self.theme.interface(FOOT_TEXT_PX))
        return metrics.boundingRect(_foot_area(width), FOOT_FLAGS, self.foot).height() + FOOT_GAP_PX

    def paint_foot(self, painter: QPainter, spread: Spread) -> None:
        """The words below the last page."""
        if not self.foot:
            return
        top = spread.top(spread.count - 1) + spread.height + FOOT_GAP_PX * 2
        painter.setFont(self.theme.interface(FOOT_TEXT_PX))
        painter.setPen(self.theme.color("secondary"))
        painter.drawText(_foot_area(spread.view_width).translated(SIDE_PX, top), FOOT_FLAGS, self.foot)


def _foot_area(width: float) -> QRectF:
    return QRectF(0, 0, max(width - 2 * SIDE_PX, 40), 1000)


def _boxes(spots: list[Spot], scale: float) -> list[QRectF]:
    """The lines of one origin on a page as one box, or several where they do not touch."""
    boxes: list[QRectF] = []
    for spot in spots:
        box = QRectF(
            QPointF(spot.left, spot.top) * scale,
            QPointF(spot.left + spot.width, spot.top + spot.height) * scale,
        )
        if boxes and _touch(boxes[-1], box, scale):
            boxes[-1] = boxes[-1].united(box)
        else:
            boxes.append(box)
    return boxes


def _touch(one: QRectF, other: QRectF, near: float) -> bool:
    """Whether two boxes stand on top of each other, or side by side."""
    if abs(one.bottom() - other.top()) < near:
        return True
    is_same_row = abs(one.top() - other.top()) < near
    return is_same_row and min(abs(one.right() - other.left()), abs(other.right() - one.left())) < near


def _on_paper(theme: Theme) -> QColor:
    """The accent, dark enough to be seen on paper."""
    ink = QColor(theme.color("accent"))
    if ink.lightnessF() > DARKEST_ACCENT:
        ink.setHslF(ink.hslHueF(), ink.hslSaturationF() * 0.75, DARKEST_ACCENT)
    return ink
