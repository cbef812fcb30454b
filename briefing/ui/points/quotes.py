"""The quotes of a card: one cut line on a resting card, all of them beside the actions on a focused one."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF

from briefing.ui.points.faces import QUOTE_LINE_PX, Kit
from briefing.ui.points.pieces import Button
from briefing.ui.points.sketch import Sketch
from briefing.ui.points.wrapping import Shape, shortened
from briefing.ui.values import Card

ACTIONS_PX = 24  # the row of action icons
ACTIONS = (("pencil", "edit"), ("move", "move"), ("tag", "tag"), ("delete", "delete"))
ICON_STEP_PX = 24
BETWEEN_PX = 7
BEFORE_NUMBER_PX = 12
GAP_PX = 2
MOST_LINES = 12  # a longer quote is read in the source
NARROWEST_PX = 90  # beside the actions; below it the actions get a row of their own


def draw_line(sketch: Sketch, card: Card, area: QRectF) -> float:
    """One cut line with the paragraph's number below `area`'s top; answers where it ends."""
    kit, right = sketch.kit, area.right()
    height, middle = kit.px(QUOTE_LINE_PX), area.top() + kit.px(QUOTE_LINE_PX) / 2
    many = kit.words("points.quotes", count=len(card.quotes)) if len(card.quotes) > 1 else ""
    for text in (card.paragraph, many):
        if text:
            width = kit.small.width(text)
            rect = QRectF(right - width, area.top(), width + 1, height)
            sketch.label(rect, text, kit.small, kit.color("quiet"))
            right -= width + kit.px(BETWEEN_PX)
    if any(not c.info for c in card.checks):
        side = kit.px(14)
        sketch.icon(QPointF(right - side / 2, middle), "warning", kit.color("warning"))
        right -= side + kit.px(BETWEEN_PX)
    rect = QRectF(area.left(), area.top(), right - kit.px(BETWEEN_PX) - area.left(), height)
    text = quoted(kit, card.quotes[0]) if card.quotes else kit.words("points.no_source")
    face = kit.quote(latin=card.latin) if card.quotes else kit.small
    sketch.label(rect, text, face, kit.color("quiet"))
    return rect.bottom()


def draw_all(sketch: Sketch, card: Card, area: QRectF) -> float:
    """Every quote below `area`'s top with the paragraph's number at its right; answers where they end."""
    right = number(sketch, card, area.right(), area.top() + sketch.kit.px(QUOTE_LINE_PX) / 2)
    return _full(sketch, card, area, right - sketch.kit.px(BEFORE_NUMBER_PX) - area.left())


def draw_with_actions(sketch: Sketch, card: Card, area: QRectF, actions_right: float) -> float:
    """The action icons with every quote around them; answers where all of it ends."""
    kit, height = sketch.kit, sketch.kit.px(ACTIONS_PX)
    middle, bottom = area.top() + height / 2, area.top() + height
    right = _actions(sketch, actions_right, middle)
    right = number(sketch, card, right - kit.px(BEFORE_NUMBER_PX), middle)
    beside = right - kit.px(BEFORE_NUMBER_PX) - area.left()
    if beside < kit.px(NARROWEST_PX):
        return _full(sketch, card, area.translated(0, height), area.width())
    slack = (height - kit.px(QUOTE_LINE_PX)) / 2
    return max(bottom, _full(sketch, card, area.translated(0, slack), beside) + slack)


def _full(sketch: Sketch, card: Card, area: QRectF, first: float) -> float:
    """Every quote; the very first line is `first` wide, for what stands beside it."""
    kit, y = sketch.kit, area.top()
    face = kit.quote(latin=card.latin) if card.quotes else kit.small
    texts = [quoted(kit, q) for q in card.quotes] or [kit.words("points.no_source")]
    for text in texts:
        shape = Shape(area.width(), kit.px(QUOTE_LINE_PX), first)
        lines = shortened(text, face, shape, MOST_LINES)
        sketch.paragraph(QPointF(area.left(), y), lines, kit.color("secondary"))
        y += lines.height + kit.px(GAP_PX)
        first = area.width()
    if card.voice:
        rect = QRectF(area.left(), y, area.width(), kit.px(QUOTE_LINE_PX))
        sketch.label(rect, card.voice, kit.small, kit.color("quiet"))
        y = rect.bottom() + kit.px(GAP_PX)
    return y - kit.px(GAP_PX)


def quoted(kit: Kit, quote: str) -> str:
    """A quote in its language's quotation marks, in one line."""
    return kit.words("points.quoted", quote=" ".join(quote.split()))


def _actions(sketch: Sketch, right: float, middle: float) -> float:
    """The action icons up to `right`; answers where the first one begins."""
    kit = sketch.kit
    centre = right - kit.px(ICON_STEP_PX) / 2
    for icon, action in reversed(ACTIONS):
        sketch.icon_button(QPointF(centre, middle), icon, action, kit.words(f"points.action.{action}"))
        centre -= kit.px(ICON_STEP_PX)
    return centre + kit.px(ICON_STEP_PX) / 2


def number(sketch: Sketch, card: Card, right: float, middle: float) -> float:
    """The paragraph's number, which leads to the source; answers where it begins."""
    kit, text = sketch.kit, card.paragraph
    if not text:
        return right
    width, height = kit.small_strong.width(text), kit.px(ACTIONS_PX)
    rect = QRectF(right - width, middle - height / 2, width + 1, height)
    sketch.label(rect, text, kit.small_strong, kit.color("accent"))
    name = kit.words("points.action.source")
    sketch.buttons.append(Button(rect.adjusted(-4, 0, 4, 0), "source", name))
    return right - width
