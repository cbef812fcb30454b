"""The drawing of a point's card, resting, focused or being edited."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor

from briefing.ui.points import checks, people
from briefing.ui.points.faces import LINE_PX, QUOTE_LINE_PX, Kit
from briefing.ui.points.pieces import Box, Button, Drawing
from briefing.ui.points.rows import Row
from briefing.ui.points.sketch import Sketch
from briefing.ui.points.wrapping import Shape, line_count, shortened, wrapped
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
ACTIONS_PX = 24  # the row of action icons
NARROWEST_QUOTE_PX = 90  # beside the actions; below it the actions get a row of their own
ACTIONS = (("pencil", "edit"), ("move", "move"), ("tag", "tag"), ("delete", "delete"))
ICON_STEP_PX = 24
MOST_QUOTE_LINES = 12  # a longer quote is read in the source


@dataclass(frozen=True, slots=True)
class Editing:
    """An inline editor that stands in a card: for which field, how tall, and what it holds."""

    field: str
    height: float
    text: str


@dataclass(frozen=True, slots=True)
class Look:
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
    height = kit.px(REST_TOP_PX) + lines * kit.px(LINE_PX) + kit.px(QUOTE_GAP_PX) + kit.px(QUOTE_LINE_PX)
    return height + people.line_height(kit, card) + kit.px(REST_BOTTOM_PX) + kit.px(GAP_PX)


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
        self._right = self._frame.right() - kit.px(TEXT_RIGHT_PX)
        self._sketch = Sketch(kit)
        self._y = 0.0

    def resting(self) -> Drawing:
        """The card as it lies in the list."""
        kit = self._kit
        self._y = kit.px(REST_TOP_PX)
        self._wording()
        self._y += kit.px(QUOTE_GAP_PX)
        self._quote_line()
        self._bar(kit.px(REST_TOP_PX), self._y)
        self._y = people.draw_line(self._sketch, self._card, QRectF(self._left, self._y, self._width, 0))
        return self._finished(REST_BOTTOM_PX)

    def focused(self) -> Drawing:
        """The card the analyst is at: full quote, actions, warnings; or the hints of its editor."""
        kit, row = self._kit, self._row
        self._y = kit.px(FOCUS_TOP_PX)
        self._wording()
        editing = self._look.editing
        typing = editing is not None and editing.field == "wording"
        if typing:
            self._y += kit.px(QUOTE_GAP_PX + 2)
            self._plain_quotes()
        else:
            self._y += kit.px(3)
            self._quotes_and_actions()
        self._bar(kit.px(FOCUS_TOP_PX + 2), self._y - kit.px(3))
        area = QRectF(self._left, self._y, self._width, 0)
        self._y = people.draw_rows(self._sketch, self._card, area, assigns=row.assigns)
        if typing and editing is not None:
            self._hints(editing.text)
        inner = self._frame.adjusted(kit.px(9), 0, -kit.px(9), 0)
        inner.moveTop(self._y)
        self._y = checks.draw(self._sketch, self._card, inner)
        return self._finished(FOCUS_BOTTOM_PX)

    @property
    def _width(self) -> float:
        return self._right - self._left

    def _finished(self, bottom_px: float) -> Drawing:
        self._frame.setHeight(self._y + self._kit.px(bottom_px))
        return self._sketch.drawing(self._frame.height() + self._kit.px(GAP_PX), self._frame)

    def _wording(self) -> None:
        kit, editing = self._kit, self._look.editing
        top = self._y
        if editing is not None and editing.field == "wording":
            height = max(editing.height, kit.px(LINE_PX))
        else:
            height = self._written_wording()
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

    def _bar(self, top: float, bottom: float) -> None:
        kit, tag = self._kit, self._row.tag
        left, ink = self._frame.left() + kit.px(9), kit.ink(tag.colour)
        self._sketch.box(Box(QRectF(left, top, kit.px(3), bottom - top), 1.5, ink))
        if tag.digit > len(kit.theme.palette.tags):
            self._sketch.box(Box(QRectF(left + kit.px(5), top, kit.px(3), bottom - top), 1.5, ink))

    def _quote_line(self) -> None:
        kit, card, y = self._kit, self._card, self._y
        height = kit.px(QUOTE_LINE_PX)
        right = self._right
        for text in (card.paragraph, self._count_of_quotes()):
            if text:
                width = kit.small.width(text)
                rect = QRectF(right - width, y, width + 1, height)
                self._sketch.label(rect, text, kit.small, kit.color("quiet"))
                right -= width + kit.px(7)
        if any(not c.info for c in card.checks):
            side = kit.px(14)
            self._sketch.icon(QPointF(right - side / 2, y + height / 2), "warning", kit.color("warning"))
            right -= side + kit.px(7)
        self._short_quote(QRectF(self._left, y, right - kit.px(7) - self._left, height))
        self._y += height

    def _count_of_quotes(self) -> str:
        count = len(self._card.quotes)
        return self._kit.words("points.quotes", count=count) if count > 1 else ""

    def _short_quote(self, rect: QRectF) -> None:
        kit, card = self._kit, self._card
        if card.quotes:
            face = kit.quote(latin=card.latin)
            self._sketch.label(rect, self._quoted(card.quotes[0]), face, kit.color("quiet"))
        else:
            self._sketch.label(rect, kit.words("points.no_source"), kit.small, kit.color("quiet"))

    def _quoted(self, quote: str) -> str:
        return self._kit.words("points.quoted", quote=" ".join(quote.split()))

    def _plain_quotes(self) -> None:
        right = self._paragraph_button(self._right, self._y + self._kit.px(QUOTE_LINE_PX) / 2)
        self._quotes(right - self._kit.px(12) - self._left, 0.0)

    def _quotes_and_actions(self) -> None:
        kit = self._kit
        middle = self._y + kit.px(ACTIONS_PX) / 2
        right = self._actions(middle)
        right = self._paragraph_button(right - kit.px(12), middle)
        beside = right - kit.px(12) - self._left
        slack = (kit.px(ACTIONS_PX) - kit.px(QUOTE_LINE_PX)) / 2
        if beside >= kit.px(NARROWEST_QUOTE_PX):
            bottom = self._y + kit.px(ACTIONS_PX)
            self._quotes(beside, slack)
            self._y = max(bottom, self._y + slack)
        else:
            self._y += kit.px(ACTIONS_PX)
            self._quotes(self._width, 0.0)

    def _quotes(self, first: float, above: float) -> None:
        """Every quote in full; the very first line is narrower, for what stands beside it."""
        kit, card = self._kit, self._card
        face, ink = kit.quote(latin=card.latin), kit.color("secondary")
        texts = [self._quoted(q) for q in card.quotes]
        if not texts:
            face, texts = kit.small, [kit.words("points.no_source")]
        self._y += above
        for text in texts:
            shape = Shape(self._width, kit.px(QUOTE_LINE_PX), first)
            lines = shortened(text, face, shape, MOST_QUOTE_LINES)
            self._sketch.paragraph(QPointF(self._left, self._y), lines, ink)
            self._y += lines.height + kit.px(QUOTE_GAP_PX)
            first = self._width
        self._y -= kit.px(QUOTE_GAP_PX)

    def _actions(self, middle: float) -> float:
        """The action icons, their last one at the right; answers where the first one begins."""
        kit = self._kit
        centre = self._frame.right() - kit.px(20)
        for icon, action in reversed(ACTIONS):
            name = kit.words(f"points.action.{action}")
            self._sketch.icon_button(QPointF(centre, middle), icon, action, name)
            centre -= kit.px(ICON_STEP_PX)
        return centre + kit.px(ICON_STEP_PX) / 2

    def _paragraph_button(self, right: float, middle: float) -> float:
        """The paragraph's number, which leads to the source; answers where it begins."""
        kit, text = self._kit, self._card.paragraph
        if not text:
            return right
        width, height = kit.small_strong.width(text), kit.px(ACTIONS_PX)
        rect = QRectF(right - width, middle - height / 2, width + 1, height)
        self._sketch.label(rect, text, kit.small_strong, kit.color("accent"))
        name = kit.words("points.action.source")
        self._sketch.buttons.append(Button(rect.adjusted(-4, 0, 4, 0), "source", name))
        return right - width

    def _hints(self, text: str) -> None:
        kit, sketch = self._kit, self._sketch
        self._y += kit.px(10)
        line = QRectF(self._left, self._y, self._width, 1)
        sketch.box(Box(line, 0, kit.color("border")))
        middle = self._y + kit.px(19)
        left = self._hint(self._left, middle, kit.words("points.key.keep"), kit.words("points.done"))
        left = self._hint(left, middle, kit.words("points.key.revert"), kit.words("points.revert"))
        self._measure_of(text, left, middle)
        self._y += kit.px(30)

    def _hint(self, left: float, middle: float, key: str, meaning: str) -> float:
        kit = self._kit
        width = max(kit.px(20), kit.tiny.width(key) + kit.px(10))
        self._sketch.keycap(left + width, middle, key)
        left += width + kit.px(7)
        rect = QRectF(left, middle - kit.px(10), kit.small.width(meaning) + 1, kit.px(20))
        self._sketch.label(rect, meaning, kit.small, kit.color("secondary"))
        return rect.right() + kit.px(14)

    def _measure_of(self, text: str, left: float, middle: float) -> None:
        kit = self._kit
        size = measure(text, kit.words.language)
        said = kit.words("points.size", count=size)
        width = kit.small.width(said)
        if self._right - width > left:
            rect = QRectF(self._right - width, middle - kit.px(10), width + 1, kit.px(20))
            self._sketch.label(rect, said, kit.small, _quiet(kit))


def _quiet(kit: Kit) -> QColor:
    return kit.color("quiet")


def measure(text: str, language: str) -> int:
    """The length of a wording as its readers count it: words, or characters in Korean."""
    return len(text.strip()) if language == "ko" else len(text.split())
