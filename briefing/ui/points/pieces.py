"""A row as a list of drawn pieces: what is painted and what is clicked come from the same list."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from briefing.ui.icons import paint_icon
from briefing.ui.points.wrapping import Wrapped

LEFT = Qt.AlignmentFlag.AlignLeft
CENTRE = Qt.AlignmentFlag.AlignHCenter


class Box(Struct, frozen=True):
    """A filled and bordered rectangle."""

    rect: QRectF
    radius: float
    fill: QColor | None = None
    border: QColor | None = None
    width: float = 1.0
    dashed: bool = False


class Paragraph(Struct, frozen=True):
    """Wrapped text, its upper left corner at `at`."""

    at: QPointF
    text: Wrapped
    ink: QColor


class Label(Struct, frozen=True):
    """One line of text in a rectangle, vertically centred; cut with an ellipsis beforehand."""

    rect: QRectF
    text: str
    font: QFont
    ink: QColor
    align: Qt.AlignmentFlag = LEFT


class Icon(Struct, frozen=True):
    """An icon in its square."""

    rect: QRectF
    name: str
    ink: QColor


class Button(Struct, frozen=True):
    """A place to click. `name` says what it does, to eye and ear; `key`: of which check."""

    rect: QRectF
    action: str
    name: str
    key: str = ""
    hover: QColor | None = None
    radius: float = 5.0


Piece = Box | Paragraph | Label | Icon


class Drawing(Struct, frozen=True):
    """A row, drawn: `frame` is the card; `places` are where an inline editor of a field goes."""

    height: float
    frame: QRectF
    pieces: tuple[Piece, ...] = ()
    buttons: tuple[Button, ...] = ()
    places: tuple[tuple[str, QRectF], ...] = ()

    def button_at(self, at: QPointF) -> Button | None:
        """The button under a point of the row."""
        return next((b for b in self.buttons if b.rect.contains(at)), None)

    def place(self, field: str) -> QRectF:
        """Where the editor of `field` goes; the whole card for a field that is not shown."""
        return dict(self.places).get(field, self.frame)


def paint_drawing(painter: QPainter, drawing: Drawing, hovered: Button | None) -> None:
    """The pieces of a drawing at the painter's origin, over the tint of the hovered button."""
    boxes = [p for p in drawing.pieces if isinstance(p, Box)]
    for box in boxes:
        paint_box(painter, box)
    if hovered is not None and hovered.hover is not None:
        paint_box(painter, Box(hovered.rect, hovered.radius, hovered.hover))
    for piece in drawing.pieces:
        _paint(painter, piece)


def _paint(painter: QPainter, piece: Piece) -> None:
    match piece:
        case Paragraph():
            painter.setPen(piece.ink)
            piece.text.layout.draw(painter, piece.at)
        case Label():
            painter.setFont(piece.font)
            painter.setPen(piece.ink)
            flags = piece.align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
            painter.drawText(piece.rect, int(flags), piece.text)
        case Icon():
            paint_icon(painter, piece.name, piece.rect, piece.ink)
        case Box():
            pass  # painted first, all of them, so that the tint of a button lies over its box


def paint_box(painter: QPainter, box: Box) -> None:
    """A rectangle with its fill and border."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen if box.border is None else _pen(box, box.border))
    painter.setBrush(Qt.BrushStyle.NoBrush if box.fill is None else box.fill)
    inset = box.width / 2 if box.border is not None else 0.0
    painter.drawRoundedRect(box.rect.adjusted(inset, inset, -inset, -inset), box.radius, box.radius)


def _pen(box: Box, color: QColor) -> QPen:
    pen = QPen(color, box.width)
    if box.dashed:
        pen.setDashPattern([3 / box.width, 2.4 / box.width])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen
