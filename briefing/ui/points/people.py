"""Owner, due date and comment of a point: one line on a resting card, rows to edit on a focused one."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF

from briefing.ui.points.faces import Kit
from briefing.ui.points.pieces import Button
from briefing.ui.points.sketch import Sketch
from briefing.ui.values import Card

LINE_PX = 18
ROW_PX = 26
FIELD_LEFT_PX = 22  # the icon before a field
WORK = ("owner", "due")
OWNER_SHARE = 0.56  # of the row it shares with the due date
FIELDS = (("owner", "user"), ("due", "calendar"), ("comment", "comment"))


def text_of(card: Card, field: str) -> str:
    """What a card holds in `field`."""
    return {"wording": card.wording, "owner": card.owner, "due": card.due, "comment": card.comment}[field]


def line_height(kit: Kit, card: Card) -> float:
    """The height of the line on a resting card; none without anything to say."""
    return kit.px(LINE_PX) if card.owner or card.due or card.comment else 0


def draw_line(sketch: Sketch, card: Card, area: QRectF) -> float:
    """The line on a resting card below `area`'s top; answers where it ends."""
    kit, height = sketch.kit, line_height(sketch.kit, card)
    left = area.left()
    for field, icon in FIELDS:
        text, room = text_of(card, field), area.right() - left - kit.px(20)
        if text and room > kit.px(30):
            middle = area.top() + height / 2 + 1
            sketch.icon(QPointF(left + kit.px(7), middle), icon, kit.color("quiet"))
            left += kit.px(20)
            width = min(kit.small.width(text) + 1, room)
            rect = QRectF(left, middle - height / 2, width, height)
            sketch.label(rect, text, kit.small, kit.color("secondary"))
            left += width + kit.px(12)
    return area.top() + height


def fields_shown(card: Card, *, assigns: bool, edited: str) -> frozenset[str]:
    """The fields a focused card has a row for: where work is assigned, where something is, what is edited."""
    work = assigns or bool(card.owner or card.due) or edited in WORK
    comment = assigns or bool(card.comment) or edited == "comment"
    return frozenset((*(WORK if work else ()), *(("comment",) if comment else ())))


def draw_rows(sketch: Sketch, card: Card, area: QRectF, shown: frozenset[str]) -> float:
    """The rows on a focused card below `area`'s top; answers where they end."""
    kit, y = sketch.kit, area.top()
    if shown.issuperset(WORK):
        y = _owner_and_due(sketch, card, QRectF(area.left(), y + kit.px(2), area.width(), kit.px(ROW_PX)))
    if "comment" in shown:
        row = QRectF(area.left(), y, area.width(), kit.px(ROW_PX))
        _field(sketch, card, row, 2)
        y = row.bottom()
    return y


def _owner_and_due(sketch: Sketch, card: Card, row: QRectF) -> float:
    """Both in one row if they fit, else below each other; answers where they end."""
    kit = sketch.kit
    left = row.width() * OWNER_SHARE
    wide = (left, row.width() - left)
    taken = [kit.small.width(text_of(card, field)) + kit.px(FIELD_LEFT_PX + 8) for field, _ in FIELDS[:2]]
    if taken[0] <= wide[0] and taken[1] <= wide[1]:
        _field(sketch, card, QRectF(row.left(), row.top(), wide[0], row.height()), 0)
        _field(sketch, card, QRectF(row.left() + left, row.top(), wide[1], row.height()), 1)
        return row.bottom()
    _field(sketch, card, row, 0)
    _field(sketch, card, row.translated(0, row.height()), 1)
    return row.bottom() + row.height()


def _field(sketch: Sketch, card: Card, rect: QRectF, which: int) -> None:
    kit, (field, icon) = sketch.kit, FIELDS[which]
    text = text_of(card, field)
    sketch.icon(QPointF(rect.left() + kit.px(7), rect.center().y()), icon, kit.color("quiet"))
    place = rect.adjusted(kit.px(FIELD_LEFT_PX), 0, -kit.px(6), 0)
    shown = text or kit.words(f"points.add.{field}")
    sketch.label(place, shown, kit.small, kit.color("text" if text else "quiet"))
    sketch.places.append((field, place))
    name = kit.words(f"points.action.{field}")
    target = rect.adjusted(kit.px(16), 1, -kit.px(2), -1)
    sketch.buttons.append(Button(target, field, name, hover=kit.color("hover")))
