"""The pen that row drawings are built with: it collects pieces and knows the sizes they share."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor

from briefing.ui.points.faces import Face, Kit
from briefing.ui.points.pieces import CENTRE, LEFT, Box, Button, Drawing, Icon, Label, Paragraph, Piece
from briefing.ui.points.wrapping import Wrapped

ICON_PX = 15
BADGE_PX = 16
TARGET_PX = 24  # the smallest thing to click
KEYCAP_PX = 20


class Sketch:
    """Pieces and buttons, gathered in the order they are painted."""

    def __init__(self, kit: Kit) -> None:
        self.kit = kit
        self.pieces: list[Piece] = []
        self.buttons: list[Button] = []
        self.places: list[tuple[str, QRectF]] = []

    def drawing(self, height: float, frame: QRectF) -> Drawing:
        """What was sketched, finished."""
        return Drawing(height, frame, tuple(self.pieces), tuple(self.buttons), tuple(self.places))

    def box(self, box: Box) -> None:
        """A rectangle."""
        self.pieces.append(box)

    def paragraph(self, at: QPointF, text: Wrapped, ink: QColor) -> None:
        """Wrapped text."""
        self.pieces.append(Paragraph(at, text, ink))

    def label(self, rect: QRectF, text: str, face: Face, ink: QColor) -> None:
        """One line of text from the left, cut to fit."""
        cut = face.metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        self.pieces.append(Label(rect, cut, face.font, ink, LEFT))

    def centred(self, rect: QRectF, text: str, face: Face, ink: QColor) -> None:
        """One line of text in the middle of `rect`."""
        self.pieces.append(Label(rect, text, face.font, ink, CENTRE))

    def icon(self, centre: QPointF, name: str, ink: QColor) -> None:
        """An icon around `centre`."""
        side = self.kit.px(ICON_PX)
        self.pieces.append(Icon(QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side), name, ink))

    def icon_button(self, centre: QPointF, icon: str, action: str, name: str) -> None:
        """An icon to click."""
        self.icon(centre, icon, self.kit.color("secondary"))
        side = self.kit.px(TARGET_PX)
        rect = QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side)
        self.buttons.append(Button(rect, action, name, hover=self.kit.color("hover")))

    def keycap_width(self, text: str) -> float:
        """How wide a key with that text is."""
        return max(self.kit.px(KEYCAP_PX), self.kit.tiny.width(text) + self.kit.px(10))

    def keycap(self, right: float, middle: float, text: str) -> QRectF:
        """A key, its right edge at `right`; answers where it stands."""
        kit = self.kit
        width, height = self.keycap_width(text), kit.px(KEYCAP_PX)
        rect = QRectF(round(right - width), round(middle - height / 2), round(width), height)
        border = QColor(kit.color("field_border"))
        border.setAlphaF(0.55)
        self.box(Box(rect.translated(0, 1), kit.px(4), None, border))
        self.box(Box(rect, kit.px(4), kit.color("card"), border))
        self.centred(rect, text, kit.tiny, kit.color("secondary"))
        return rect

    def badge(self, centre: QPointF, digit: int, colour: str) -> None:
        """A tag's digit in its square; a tag without a key shows a dot."""
        kit, side = self.kit, self.kit.px(BADGE_PX)
        rect = QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side)
        outlined = kit.theme.palette.patterns
        fill, border, ink = ("card", kit.color("text"), "text") if outlined else ("", None, "card")
        self.box(Box(rect, kit.px(4), kit.color(fill) if fill else kit.ink(colour), border))
        self.centred(rect, str(digit) if digit else "•", kit.badge, kit.color(ink))
