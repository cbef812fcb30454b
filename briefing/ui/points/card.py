"""The drawing of a point's card, resting, focused or being edited."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF

from briefing.ui.points import checks, hints, people, quotes
from briefing.ui.points.faces import LINE_PX, QUOTE_LINE_PX, Kit
from briefing.ui.points.pieces import Box, Drawing
from briefing.ui.points.rows import Row
from briefing.ui.points.sketch import Sketch
from briefing.ui.points.wrapping import Shape, line_count, wrapped
from briefing.ui.values import Card

SIDE_PX = 16  # from the pane's edge to a card
GAP_PX = 5  # between cards
RADIUS_PX = 9
TEXT_LEFT_PX = 20  # from a card's edge to its text
TEXT_RIGHT_PX = 12
LEVEL_PX = 18
REST_TOP_PX, REST_BOTTOM_PX = 8, 8
FOCUS_TOP_PX, FOCUS_BOTTOM_PX = 11, 9
QUOTE_GAP_PX = 2
ACTIONS_GAP_PX, ACTIONS_RIGHT_PX = 3, 8
BAR_LEFT_PX, BAR_PX = 9, 3
CHECK_SIDE_PX = 9


class Editing(Struct, frozen=True):
    """An inline editor that stands in a card: for which field, how tall, and what it holds."""

    field: str
    height: float
    text: str
    closed: bool = False  # just closed by a press of the mouse: the card keeps its shape until it is released


class Look(Struct, frozen=True):
    """What a drawing depends on besides the row: width of the pane and the state of the card."""

    width: float
    focused: bool = False
    editing: Editing | None = None


def card_frame(kit: Kit, row: Row, width: float) -> QRectF:
    """The left, the right and the top of a card in its row (no height)."""
    side = kit.px(SIDE_PX)
    left = side + (row.card.level if row.card else 0) * kit.px(LEVEL_PX)
    return QRectF(left, 0, max(kit.px(60), width - side - left), 0)


def text_width(kit: Kit, frame: QRectF) -> float:
    """How wide the text in a card is."""
    return frame.width() - kit.px(TEXT_LEFT_PX) - kit.px(TEXT_RIGHT_PX)


def resting_height(kit: Kit, row: Row, card: Card, width: float) -> float:
    """The height of a resting card's row, found without drawing it."""
    lines = line_count(card.wording, kit.text, text_width(kit, card_frame(kit, row, width)))
    return one_line_height(kit) + (lines - 1) * kit.px(LINE_PX) + people.line_height(kit, card)


def one_line_height(kit: Kit) -> float:
    """The height of a resting card's row of one line."""
    return sum(map(kit.px, (REST_TOP_PX, LINE_PX, QUOTE_GAP_PX, QUOTE_LINE_PX, REST_BOTTOM_PX, GAP_PX)))


def card_drawing(kit: Kit, row: Row, card: Card, look: Look) -> Drawing:
    """The drawing of a card."""
    sketch = CardSketch(kit, row, card, look)
    if look.focused:
        return sketch.focused()
    return sketch.resting()


class CardSketch:
    """One card in the making: `y` runs down it."""

    def __init__(self, kit: Kit, row: Row, card: Card, look: Look) -> None:
        self._kit, self._row, self._card, self._look = kit, row, card, look
        self._frame = card_frame(kit, row, look.width)
        self._left = self._frame.left() + kit.px(TEXT_LEFT_PX)
        self._width = text_width(kit, self._frame)
        self._sketch = Sketch(kit)
        self._y = 0.0

    def resting(self) -> Drawing:
        """The card as it lies in the list."""
        kit, top = self._kit, self._kit.px(REST_TOP_PX)
        self._y = top
        self._wording()
        self._y += kit.px(QUOTE_GAP_PX)
        self._y = quotes.draw_line(self._sketch, self._card, self._area())
        self._bar(top, self._y)
        self._y = people.draw_line(self._sketch, self._card, self._area())
        return self._finished(REST_BOTTOM_PX)

    def focused(self) -> Drawing:
        """The card the analyst is at: full quote, actions, warnings; or the hints of its editor."""
        kit, typing = self._kit, self._typing()
        self._y = kit.px(FOCUS_TOP_PX)
        self._wording()
        self._quotes()
        self._bar(kit.px(FOCUS_TOP_PX + 2), self._y - kit.px(3))
        edited = self._look.editing.field if self._look.editing else ""
        shown = people.fields_shown(self._card, assigns=self._row.assigns, edited=edited)
        self._y = people.draw_rows(self._sketch, self._card, self._area(), shown)
        if typing is not None:
            self._y = hints.draw(self._sketch, typing.text, self._area())
        side = kit.px(CHECK_SIDE_PX)
        inner = QRectF(self._frame.left() + side, self._y, self._frame.width() - 2 * side, 0)
        self._y = checks.draw(self._sketch, self._card, inner)
        return self._finished(FOCUS_BOTTOM_PX)

    def _typing(self) -> Editing | None:
        """The editor of the wording, if it is open."""
        editing = self._look.editing
        return editing if editing is not None and editing.field == "wording" else None

    def _area(self) -> QRectF:
        """Where the card goes on: the text's left and width, at `y`."""
        return QRectF(self._left, self._y, self._width, 0)

    def _finished(self, bottom_px: float) -> Drawing:
        self._frame.setHeight(self._y + self._kit.px(bottom_px))
        return self._sketch.drawing(self._frame.height() + self._kit.px(GAP_PX), self._frame)

    def _wording(self) -> None:
        typing, top = self._typing(), self._y
        line = self._kit.px(LINE_PX)
        height = max(typing.height, line) if typing else 0.0
        if typing is None or typing.closed:
            height = max(height, self._written_wording())
        self._sketch.places.append(("wording", QRectF(self._left, top, self._width, height)))
        self._y += height

    def _written_wording(self) -> float:
        kit = self._kit
        empty = not self._card.wording
        text = kit.words("points.empty_wording") if empty else self._card.wording
        lines = wrapped(text, kit.text, Shape(self._width, kit.px(LINE_PX)))
        at = QPointF(self._left, self._y)
        if not empty:
            checks.mark(self._sketch, self._card, lines, at)
        self._sketch.paragraph(at, lines, kit.color("quiet" if empty else "text"))
        return lines.height

    def _quotes(self) -> None:
        if self._typing() is not None:
            self._y += self._kit.px(QUOTE_GAP_PX + 2)
            self._y = quotes.draw_all(self._sketch, self._card, self._area())
        else:
            self._y += self._kit.px(ACTIONS_GAP_PX)
            right = self._frame.right() - self._kit.px(ACTIONS_RIGHT_PX)
            self._y = quotes.draw_with_actions(self._sketch, self._card, self._area(), right)

    def _bar(self, top: float, bottom: float) -> None:
        """The tag's bar; two of them from the ninth tag on, whose colour repeats."""
        kit, tag = self._kit, self._row.tag
        left, ink = self._frame.left() + kit.px(BAR_LEFT_PX), kit.ink(tag.colour)
        double = tag.digit > len(kit.theme.palette.tags)
        for step in (0, kit.px(BAR_PX + 2)) if double else (0,):
            self._sketch.box(Box(QRectF(left + step, top, kit.px(BAR_PX), bottom - top), 1.5, ink))
