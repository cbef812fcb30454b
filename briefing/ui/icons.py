"""The icon set: line drawings from resources/icons, tinted to a colour, crisp at every scale."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from briefing import resources

SIZES_PX = (16, 18, 20, 24)


def paint_icon(painter: QPainter, name: str, rect: QRectF, color: QColor) -> None:
    """The icon `name` drawn into `rect` in `color`."""
    _renderer(name, color.name()).render(painter, rect)


def pixmap(name: str, color: QColor, size_px: int, ratio: float = 1.0) -> QPixmap:
    """The icon `name` as a picture of `size_px` logical pixels."""
    picture = QPixmap(round(size_px * ratio), round(size_px * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(QColor(0, 0, 0, 0))
    painter = QPainter(picture)
    paint_icon(painter, name, QRectF(0, 0, size_px, size_px), color)
    painter.end()
    return picture


def icon(name: str, color: QColor, disabled: QColor | None = None, sizes: tuple[int, ...] = SIZES_PX) -> QIcon:
    """The icon `name` for buttons and actions, in the usual sizes, for the screens there are."""
    made = QIcon()
    for ratio in _ratios():
        for size in sizes:
            made.addPixmap(pixmap(name, color, size, ratio))
            if disabled is not None:
                made.addPixmap(pixmap(name, disabled, size, ratio), QIcon.Mode.Disabled)
    return made


def _ratios() -> tuple[float, ...]:
    """How many dots a pixel has on each kind of screen, and twice that for a screen that may come."""
    return tuple(sorted({s.devicePixelRatio() for s in QGuiApplication.screens()} | {2.0}))


@lru_cache(maxsize=256)
def _renderer(name: str, color: str) -> QSvgRenderer:
    drawing = resources.text("icons", f"{name}.svg").replace("currentColor", color)
    return QSvgRenderer(QByteArray(drawing.encode()))
