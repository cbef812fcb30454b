"""The gutter as it is painted: badges and bars beside the lines of a row."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from briefing.ui.source.badges import paint_badge, paint_hollow, paint_pill, sign
from briefing.ui.source.geometry import Line
from briefing.ui.source.gutter import SHOWN_SIGNS, LineSigns, signs
from briefing.ui.source.scene import Scene
from briefing.ui.theme import TAG_COLOURS, Theme
from briefing.ui.values import TagLook

BADGE_CENTER_PX = 24
_PILL_CENTER_PX = 21  # clear of three bars
_BAR_RIGHT_PX = 47
_BAR_STEP_PX = 5
_BAR_PX = 3


_signs = lru_cache(maxsize=64)(signs)  # a screenful is painted again and again


class Gutter:
    """Paints the gutter in a theme. A ninth tag has the colour of the seventh, and a double bar."""

    def __init__(self, theme: Theme, tags: tuple[TagLook, ...]) -> None:
        self._theme, self._tags = theme, tags

    def paint(self, painter: QPainter, scene: Scene) -> None:
        """Paints the gutter of one row."""
        items = scene.items()
        if not items:
            return
        made = _signs(items, tuple((line.start, line.end) for line in scene.lines))
        first = scene.lines.index(scene.painted[0])
        for number, line in enumerate(scene.painted, first):
            here = made[number]
            after = made[number + 1] if number + 1 < len(made) else LineSigns()
            goes_on = after.bars == here.bars and not after.begins and after.dashed == here.dashed
            self._paint_bars(painter, line, here, goes_on=goes_on)
            if here.badge:
                self._paint_sign(painter, line, here)

    def _paint_sign(self, painter: QPainter, line: Line, here: LineSigns) -> None:
        center = QPointF(self._theme.px(BADGE_CENTER_PX), round(line.y + line.pitch / 2))
        looks = [self._tags[tag] for tag in here.badge]
        if len(looks) > 1:
            center.setX(self._theme.px(_PILL_CENTER_PX))
        if len(looks) > SHOWN_SIGNS:
            paint_pill(painter, self._theme, f"×{len(looks)}", center)
        elif len(looks) == SHOWN_SIGNS:
            paint_pill(painter, self._theme, ("+" if here.overlap else "·").join(map(sign, looks)), center)
        elif here.suggested:
            paint_hollow(painter, self._theme, looks[0], center)
        else:
            paint_badge(painter, self._theme, looks[0], center)

    def _paint_bars(self, painter: QPainter, line: Line, here: LineSigns, *, goes_on: bool) -> None:
        px = self._theme.px
        top = line.y + (px(2) if here.begins else 0)
        bottom = line.y + line.pitch - (0 if goes_on else px(2))
        for column, tag in enumerate(reversed(here.bars)):
            right = px(_BAR_RIGHT_PX) - column * px(_BAR_STEP_PX)
            rect = QRectF(right - px(_BAR_PX), top, px(_BAR_PX), bottom - top)
            ink = QColor(self._theme.palette.tag(self._tags[tag].colour).ink)
            for part in _halves(rect) if tag >= len(TAG_COLOURS) else (rect,):
                self._paint_bar(painter, part, ink, dashed=here.dashed)

    def _paint_bar(self, painter: QPainter, rect: QRectF, ink: QColor, *, dashed: bool) -> None:
        if not dashed:
            painter.fillRect(rect, ink)
            return
        step = self._theme.px(_BAR_PX)
        y = rect.top()
        while y < rect.bottom():
            painter.fillRect(QRectF(rect.left(), y, rect.width(), min(step, rect.bottom() - y)), ink)
            y += 2 * step


def _halves(rect: QRectF) -> tuple[QRectF, QRectF]:
    """The two lines of a double bar."""
    third = rect.width() / 3
    return rect.adjusted(0, 0, -2 * third, 0), rect.adjusted(2 * third, 0, 0, 0)
