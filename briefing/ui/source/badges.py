"""The digit badge of a tag, in its three forms, wherever the source pane shows one."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from briefing.ui.theme import Theme
from briefing.ui.values import TagLook

BADGE_PX = 16
_DIGIT_PX = 11
_PILL_PX = 25
_NO_DIGIT = "•"


def sign(tag: TagLook) -> str:
    """The digit of a tag, or a dot for a tag without a key."""
    return str(tag.digit) if tag.digit else _NO_DIGIT


def paint_badge(painter: QPainter, theme: Theme, tag: TagLook, center: QPointF) -> None:
    """A filled badge; in high contrast an outlined one."""
    rect = _square(theme, center)
    if theme.palette.patterns:
        painter.setPen(QPen(theme.color("text"), 1.4 * theme.scale))
        painter.setBrush(theme.color("source"))
        painter.drawRoundedRect(rect.adjusted(0.7, 0.7, -0.7, -0.7), theme.px(4), theme.px(4))
        _write(painter, theme, rect, sign(tag), theme.color("text"))
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.palette.tag(tag.colour).ink))
    painter.drawRoundedRect(rect, theme.px(4), theme.px(4))
    _write(painter, theme, rect, sign(tag), theme.color("source"))


def paint_hollow(painter: QPainter, theme: Theme, tag: TagLook, center: QPointF) -> None:
    """A dashed outline: the badge of a suggestion."""
    ink = QColor(theme.palette.tag(tag.colour).ink)
    rect = _square(theme, center).adjusted(0.5, 0.5, -0.5, -0.5)
    pen = QPen(ink, 1.2 * theme.scale)
    pen.setDashPattern([2.6, 1.9])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect, theme.px(4), theme.px(4))
    _write(painter, theme, rect, sign(tag), ink)


def paint_pill(painter: QPainter, theme: Theme, text: str, center: QPointF) -> None:
    """An outline around several digits: "1+3" or "×3"."""
    half = QPointF(theme.px(_PILL_PX) / 2, theme.px(BADGE_PX) / 2)
    rect = QRectF(center - half, center + half).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setPen(QPen(theme.color("quiet"), 1.2 * theme.scale))
    painter.setBrush(theme.color("source"))
    painter.drawRoundedRect(rect, theme.px(4), theme.px(4))
    _write(painter, theme, rect, text, theme.color("secondary"))


def _square(theme: Theme, center: QPointF) -> QRectF:
    half = theme.px(BADGE_PX) / 2
    return QRectF(center.x() - half, center.y() - half, 2 * half, 2 * half)


def _write(painter: QPainter, theme: Theme, rect: QRectF, text: str, color: QColor) -> None:
    painter.setPen(color)
    painter.setFont(theme.interface(_DIGIT_PX, QFont.Weight.Bold))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
