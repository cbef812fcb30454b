"""The checks of a point on its card: the mark under the word, and a block with its fix and Keep."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor

from briefing.model.splices import splice
from briefing.ui.points.faces import Kit
from briefing.ui.points.pieces import Box, Button
from briefing.ui.points.sketch import Sketch
from briefing.ui.points.wrapping import Shape, Wrapped, wrapped
from briefing.ui.values import Card, CheckView, SectionView

BLOCK_PX = 33
BUTTON_PX = 24
SENTENCE_LEFT_PX = 29
LINE_PX = 17
ABOVE_PX = 7


class Offer(Struct, frozen=True):
    """A button a check offers."""

    action: str
    label: str


def offers(card: Card, check: CheckView) -> tuple[Offer, ...]:
    """What can be done about a check: its one fix, and keeping the wording."""
    fix = "fix" if check.fix or card.quotes else "link"
    made = (Offer(fix, check.fix_label), Offer("keep", check.keep_label))
    return tuple(o for o in made if o.label)


def marks(card: Card) -> tuple[tuple[int, int], ...]:
    """The stretches of the wording that warnings are about."""
    return tuple((c.start, c.end) for c in card.checks if c.end > c.start and not c.info)


def mark(sketch: Sketch, card: Card, lines: Wrapped, at: QPointF) -> None:
    """A tint behind and a bar below each word a warning is about."""
    kit = sketch.kit
    for start, end in marks(card):
        for rect in lines.rects(start, end):
            place = rect.translated(at).adjusted(-1, 0, 1, 0)
            sketch.box(Box(place, 2, kit.color("warning_fill")))
            bar = QRectF(place.left(), place.bottom() + 1, place.width(), 2)
            sketch.box(Box(bar, 1, kit.color("warning")))


def draw(sketch: Sketch, card: Card, area: QRectF) -> float:
    """A block for each check below `area`'s top; answers where the last one ends."""
    y = area.top()
    for check in card.checks:
        block = _Block(sketch, card, check)
        y = block.draw(QRectF(area.left(), y + sketch.kit.px(ABOVE_PX), area.width(), 0))
    return y


class _Block:
    """One check's block."""

    def __init__(self, sketch: Sketch, card: Card, check: CheckView) -> None:
        self._sketch, self._kit, self._check = sketch, sketch.kit, check
        self._offers = offers(card, check)
        self._ink = self._kit.color("text" if check.info else "warning_text")

    def draw(self, area: QRectF) -> float:
        """The block below `area`'s top; answers where it ends."""
        kit, face = self._kit, self._kit.small_strong
        left, right = area.left() + kit.px(SENTENCE_LEFT_PX), area.right() - kit.px(5)
        width = max(kit.px(40), right - left)
        beside = face.width(self._check.sentence) <= width - self._buttons_width() - kit.px(5)
        lines = wrapped(self._check.sentence, face, Shape(width, kit.px(LINE_PX)))
        rows = self._rows(area.width() - kit.px(10))
        step = kit.px(BUTTON_PX + 3)
        height = kit.px(BLOCK_PX) + lines.height - kit.px(LINE_PX)
        first = area.top() + kit.px(BLOCK_PX) / 2
        if not beside:
            first += height - kit.px(BLOCK_PX) + step
            height += step * len(rows)
        self._frame(QRectF(area.left(), area.top(), area.width(), height))
        self._say(area, left, lines)
        for i, offers in enumerate(rows):
            self._draw_buttons(offers, right, first + i * step, area.width() - kit.px(10))
        return area.top() + height

    def _say(self, area: QRectF, left: float, lines: Wrapped) -> None:
        kit = self._kit
        slack = (kit.px(BLOCK_PX) - kit.px(LINE_PX)) / 2
        self._sketch.paragraph(QPointF(left, area.top() + slack), lines, self._ink)
        centre = QPointF(area.left() + kit.px(16), area.top() + kit.px(BLOCK_PX) / 2)
        icon, ink = ("info", "accent") if self._check.info else ("warning", "warning")
        self._sketch.icon(centre, icon, kit.color(ink))

    def _frame(self, rect: QRectF) -> None:
        kit = self._kit
        fill, border = ("accent_fill", "border") if self._check.info else ("warning_fill", "warning_border")
        self._sketch.box(Box(rect, kit.px(6), kit.color(fill), kit.color(border)))

    def _width_of(self, offer: Offer) -> float:
        return self._kit.small_strong.width(offer.label) + self._kit.px(14)

    def _buttons_width(self) -> float:
        gaps = self._kit.px(4) * max(0, len(self._offers) - 1)
        return sum(self._width_of(o) for o in self._offers) + gaps

    def _rows(self, room: float) -> list[tuple[Offer, ...]]:
        """The buttons in one row, or each in a row of its own where they do not fit."""
        if not self._offers:
            return []
        return [self._offers] if self._buttons_width() <= room else [(o,) for o in self._offers]

    def _draw_buttons(self, offers: tuple[Offer, ...], right: float, middle: float, room: float) -> None:
        kit = self._kit
        height = kit.px(BUTTON_PX)
        for offer in reversed(offers):
            width = min(self._width_of(offer), room)
            rect = QRectF(round(right - width), round(middle - height / 2), round(width), height)
            self._draw_button(offer, rect)
            right -= width + kit.px(4)

    def _draw_button(self, offer: Offer, rect: QRectF) -> None:
        kit, sketch, face = self._kit, self._sketch, self._kit.small_strong
        border = kit.color("field_border" if self._check.info else "warning_border")
        sketch.box(Box(rect, kit.px(5), kit.color("card"), _soft(border, info=self._check.info)))
        label = face.metrics.elidedText(offer.label, Qt.TextElideMode.ElideRight, rect.width() - kit.px(8))
        sketch.centred(rect, label, face, self._ink)
        name = kit.words("points.check_button", label=offer.label, sentence=self._check.sentence)
        sketch.buttons.append(Button(rect, offer.action, name, self._check.key, kit.color("hover")))


def _soft(color: QColor, *, info: bool) -> QColor:
    soft = QColor(color)
    if info:
        soft.setAlphaF(0.55)
    return soft


def count(cards: tuple[Card, ...]) -> int:
    """How many warnings (not remarks) the cards carry."""
    return sum(1 for card in cards for check in card.checks if not check.info)


class WarningCount:
    """How many warnings the cards of a view carry, counted anew only where cards are others."""

    def __init__(self) -> None:
        self._cards: dict[str, tuple[Card, ...]] = {}
        self.total = 0

    def follow(self, sections: Sequence[SectionView]) -> None:
        """Count the cards of these sections."""
        before, self._cards = self._cards, {s.tag.id: s.cards for s in sections}
        for tag in before | self._cards:
            old, new = before.get(tag, ()), self._cards.get(tag, ())
            changed = splice(old, new)
            self.total += count(changed.new(new)) - count(changed.old(old))


def warnings_of(kit: Kit, card: Card) -> str:
    """The warnings of a card in a few words: "1 warning", or empty."""
    number = count((card,))
    return kit.words("points.warnings", count=number) if number else ""
