"""The drawing of any row: section, card or suggestion."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor

from briefing.ui.points.card import (
    GAP_PX,
    QUOTE_GAP_PX,
    RADIUS_PX,
    REST_TOP_PX,
    SIDE_PX,
    TEXT_LEFT_PX,
    TEXT_RIGHT_PX,
    Look,
    card_drawing,
    card_frame,
    one_line_height,
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
LONE_PAD_PX = 9.5  # above and below a suggestion of one line
FAINT = 0.6  # of the dashes around suggestions


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


def guessed_heights(kit: Kit, rows: Sequence[Row], width: float) -> list[int]:
    """How tall rows are likely to be, from the length of their texts."""
    line, one = kit.px(LINE_PX), one_line_height(kit)
    narrow = max(1.0, width - 2 * kit.px(SIDE_PX) - kit.px(TEXT_LEFT_PX) - kit.px(TEXT_RIGHT_PX))
    per_letter = kit.text.metrics.averageCharWidth() / narrow
    return [round(one + int(len(row.text) * per_letter) * line) for row in rows]


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
    pad = kit.px(REST_TOP_PX if _has_reason(row) else LONE_PAD_PX)
    left, right = frame.left() + kit.px(SUGGESTION_LEFT_PX), frame.right() - kit.px(TEXT_RIGHT_PX)
    middle = pad + kit.px(LINE_PX) / 2
    text_right = _accept_key(sketch, right, middle) if look.focused or row.alone else right
    lines = wrapped(row.text, kit.text, Shape(text_right - left, kit.px(LINE_PX)))
    sketch.paragraph(QPointF(left, pad), lines, kit.color("text" if look.focused else "secondary"))
    sketch.icon(QPointF(frame.left() + kit.px(16), middle), "suggestion", kit.ink(row.tag.colour))
    bottom = pad + lines.height
    if _has_reason(row):
        bottom = _reason_line(sketch, row, QRectF(left, bottom, right - left, 0))
    frame.setHeight(bottom + pad)
    if not look.focused:
        _dashes(sketch, row, frame)
    return sketch.drawing(frame.height() + kit.px(GAP_PX), frame)


def _accept_key(sketch: Sketch, right: float, middle: float) -> float:
    """The key that accepts; answers where the text beside it must end."""
    kit = sketch.kit
    cap = sketch.keycap(right, middle, kit.words("points.key.accept"))
    name = kit.words("points.action.accept")
    sketch.buttons.append(Button(cap.adjusted(-4, -2, 4, 2), "accept", name))
    return cap.left() - kit.px(10)


def _dashes(sketch: Sketch, row: Row, frame: QRectF) -> None:
    ink = QColor(sketch.kit.ink(row.tag.colour))
    ink.setAlphaF(1.0 if row.alone else FAINT)
    width = 1.3 if row.alone else 1.1
    sketch.box(Box(frame, sketch.kit.px(RADIUS_PX), None, ink, width, dashed=True))


def _has_reason(row: Row) -> bool:
    return bool(row.paragraph or (row.suggestion and row.suggestion.reason))


def _reason_line(sketch: Sketch, row: Row, above: QRectF) -> float:
    """The reason and the paragraph below the text; answers where they end."""
    kit = sketch.kit
    rect = QRectF(above.left(), above.top() + kit.px(QUOTE_GAP_PX), above.width(), kit.px(QUOTE_LINE_PX))
    width = kit.small.width(row.paragraph)
    right = rect.adjusted(rect.width() - width, 0, 1, 0)
    sketch.label(right, row.paragraph, kit.small, kit.color("quiet"))
    reason = row.suggestion.reason if row.suggestion else ""
    sketch.label(rect.adjusted(0, 0, -width - kit.px(7), 0), reason, kit.small, kit.color("quiet"))
    return rect.bottom()
