"""The drawing of any row: section, card or suggestion."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QKeySequence

from briefing.ui.points.card import (
    GAP_PX,
    RADIUS_PX,
    SIDE_PX,
    TEXT_RIGHT_PX,
    Look,
    card_drawing,
    card_frame,
    resting_height,
)
from briefing.ui.points.faces import LINE_PX, QUOTE_LINE_PX, Kit
from briefing.ui.points.pieces import Box, Button, Drawing
from briefing.ui.points.rows import Kind, Row
from briefing.ui.points.sketch import Sketch
from briefing.ui.points.wrapping import Shape, wrapped

SECTION_PX = 28
SECTION_GAP_PX = 4  # besides the gap below the card before
SUGGESTION_LEFT_PX = 29


def drawing_of(kit: Kit, row: Row, look: Look) -> Drawing:
    """A row, drawn."""
    if row.kind is Kind.SECTION:
        return section_drawing(kit, row, look)
    if row.card is not None:
        return card_drawing(kit, row, row.card, look)
    return suggestion_drawing(kit, row, look)


def height_of(kit: Kit, row: Row, look: Look) -> float:
    """How tall a row is; a resting card is not drawn to find out."""
    if row.kind is Kind.SECTION:
        return kit.px(SECTION_PX) + (0 if row.first else kit.px(SECTION_GAP_PX))
    if row.card is not None and not look.focused:
        return resting_height(kit, row, row.card, look.width)
    return drawing_of(kit, row, look).height


def section_drawing(kit: Kit, row: Row, look: Look) -> Drawing:
    """Badge, name, count, and the button for a new point."""
    sketch, height = Sketch(kit), height_of(kit, row, look)
    middle, side = height - kit.px(SECTION_PX) / 2, kit.px(SIDE_PX)
    sketch.badge(QPointF(side + kit.px(10), middle), row.tag.digit, row.tag.colour)
    right = look.width - side - kit.px(10)
    plus = kit.words("points.action.new", tag=row.tag.name)
    sketch.icon_button(QPointF(right, middle), "plus", "new", plus)
    left = side + kit.px(26)
    count, room = f"{row.count:,}", right - kit.px(16) - left
    count_width = kit.small.width(count) + kit.px(8)
    width = min(kit.strong.width(row.tag.name) + 1, room - count_width)
    sketch.label(_band(left, width, middle, kit), row.tag.name, kit.strong, kit.color("text"))
    band = _band(left + width + kit.px(7), count_width, middle, kit)
    sketch.label(band, count, kit.small, kit.color("quiet"))
    return sketch.drawing(height, QRectF(side, height - kit.px(SECTION_PX), look.width - 2 * side, height))


def _band(left: float, width: float, middle: float, kit: Kit) -> QRectF:
    return QRectF(left, middle - kit.px(10), width, kit.px(20))


def suggestion_drawing(kit: Kit, row: Row, look: Look) -> Drawing:
    """A card the program offers: dashed, with the reason and the key that accepts it."""
    sketch, frame = Sketch(kit), card_frame(kit, row, look.width)
    ink, shows_key = kit.ink(row.tag.colour), look.focused or row.alone
    y, left = kit.px(8 if row.paragraph or _reason(row) else 9.5), frame.left() + kit.px(SUGGESTION_LEFT_PX)
    right = frame.right() - kit.px(TEXT_RIGHT_PX)
    text_right = right
    key = QKeySequence(Qt.Key.Key_Return).toString(QKeySequence.SequenceFormat.NativeText)
    key = key if not key.isascii() else kit.words("points.key.accept")
    if shows_key:
        cap = sketch.keycap(right, y + kit.px(LINE_PX) / 2, key)
        sketch.buttons.append(Button(cap.adjusted(-4, -2, 4, 2), "accept", kit.words("points.action.accept")))
        text_right = cap.left() - kit.px(10)
    lines = wrapped(row.text, kit.text, Shape(text_right - left, kit.px(LINE_PX)))
    text_ink = kit.color("text" if look.focused else "secondary")
    sketch.paragraph(QPointF(left, y), lines, text_ink)
    sketch.icon(QPointF(frame.left() + kit.px(16), y + kit.px(LINE_PX) / 2), "suggestion", ink)
    y += lines.height
    y = _reason_line(sketch, row, QRectF(left, y, right - left, kit.px(QUOTE_LINE_PX)), y)
    frame.setHeight(y + kit.px(8 if row.paragraph or _reason(row) else 9.5))
    if not look.focused:
        sketch.box(Box(frame, kit.px(RADIUS_PX), None, ink, 1.2, dashed=True))
    return sketch.drawing(frame.height() + kit.px(GAP_PX), frame)


def _reason(row: Row) -> str:
    return row.suggestion.reason if row.suggestion else ""


def _reason_line(sketch: Sketch, row: Row, rect: QRectF, y: float) -> float:
    kit = sketch.kit
    if not (row.paragraph or _reason(row)):
        return y
    rect = rect.translated(0, kit.px(2))
    width = kit.small.width(row.paragraph)
    sketch.label(
        rect.adjusted(rect.width() - width, 0, 1, 0), row.paragraph, kit.small, kit.color("quiet")
    )
    sketch.label(rect.adjusted(0, 0, -width - kit.px(7), 0), _reason(row), kit.small, kit.color("quiet"))
    return rect.bottom()
