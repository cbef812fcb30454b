"""Measures and paints every row. No row has a widget of its own."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QRectF, QSize, QSizeF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from briefing.ui.points.card import RADIUS_PX, Editing, Look
from briefing.ui.points.drawings import drawing_of, guessed_heights, height_of
from briefing.ui.points.faces import Kit
from briefing.ui.points.model import Index, PointsModel
from briefing.ui.points.pictures import Pictures, Wanted
from briefing.ui.points.pieces import Box, Button, Drawing, paint_box, paint_drawing
from briefing.ui.points.rows import Kind, Row

MOST_DRAWINGS = 400  # kept at once; a screenful is about twenty
HALO_PX = 2  # above the focused card


class RowPainter(QStyledItemDelegate):
    """Cards, sections and suggestions: their heights and their paint."""

    def __init__(self, kit: Kit, model: PointsModel, parent: QObject) -> None:
        super().__init__(parent)
        self._kit, self._model = kit, model
        self._drawings: dict[str, tuple[Row, Look, Drawing]] = {}
        self._pictures = Pictures()
        self.width = 0.0
        self.focused = ""  # key of the focused row
        self.lit = ""  # key of the suggestion whose sentence is current in the source
        self.keyboard = False  # whether the list has the keyboard
        self.hovered: tuple[str, Button] | None = None
        self.several = False  # whether more than one row is selected
        self.under_mouse = ""  # key of the row the mouse is over
        self.dragged: frozenset[str] = frozenset()  # ids of points under way
        self.edited = ""  # id of the point being edited
        self._editing: Editing | None = None
        self.lingering: tuple[str, Editing] | None = None  # the point just edited, in its shape

    def set_kit(self, kit: Kit) -> None:
        """Draw in another theme or language."""
        self._kit = kit
        self._drawings.clear()
        self._pictures = Pictures()

    @property
    def ground(self) -> QColor:
        """What rows lie on."""
        return self._kit.color("points")

    def editing_in(self, row: Row) -> Editing | None:
        """The editor that stands in a row, or stood there until the mouse was pressed."""
        if row.point and row.point == self.edited:
            return self._editing
        return self.lingering[1] if self.lingering and self.lingering[0] == row.point else None

    def look(self, row: Row) -> Look:
        """What the drawing of a row depends on now."""
        editing = self.editing_in(row)
        return Look(self.width, self._is_marked(row) or editing is not None, editing)

    def _is_marked(self, row: Row) -> bool:
        return row.key in (self.focused, self.lit)

    @property
    def outlined(self) -> str:
        """The key of the one row that is marked: where one stands in the source, unless one stands here."""
        return self.lit if self.lit and not self.keyboard else self.focused

    def drawing(self, row: Row) -> Drawing:
        """A row's drawing, made once for each look."""
        look, held = self.look(row), self._drawings.get(row.key)
        if held and held[0] is row and held[1] == look:
            return held[2]
        if len(self._drawings) > MOST_DRAWINGS:
            self._drawings.clear()
        drawing = drawing_of(self._kit, row, look)
        self._drawings[row.key] = (row, look, drawing)
        return drawing

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """How tall a row is."""
        row = self._model.row_at(index)
        return QSize(0, 0) if row is None else QSize(round(self.width), self.row_height(row))

    def row_height(self, row: Row) -> int:
        """How tall a row is, in whole pixels."""
        look = self.look(row)
        if look.focused:  # it is drawn to find out, and will be painted
            return round(self.drawing(row).height)
        return round(height_of(self._kit, row, look))

    def guessed_heights(self, rows: Sequence[Row]) -> list[int]:
        """How tall rows are likely to be: quicker for all than measuring a few."""
        return guessed_heights(self._kit, rows, self.width)

    def paint_row(self, painter: QPainter, row: Row, *, selected: bool) -> None:
        """A row at the painter's origin."""
        drawing = self.drawing(row)
        if row.point and row.point in self.dragged:
            self._paint_ghost(painter, drawing.frame)
        elif self.editing_in(row):  # it looks different with every key
            self._paint_whole(painter, row, drawing, selected=selected)
        else:
            paint = partial(self._paint_whole, row=row, drawing=drawing, selected=selected)
            self._pictures.paint(painter, self._wanted(row, drawing, selected=selected), paint)

    def _wanted(self, row: Row, drawing: Drawing, *, selected: bool) -> Wanted:
        halo = row.key == self.focused and self.keyboard
        look = (
            self._is_marked(row), row.key == self.outlined, halo, selected, selected and self.several,
            self._hovered_in(row), row.key == self.under_mouse,
        )  # fmt: skip
        size = QSizeF(self.width, round(drawing.height))
        return Wanted(row.key, drawing, look, size, HALO_PX if halo else 0, self.ground)

    def _hovered_in(self, row: Row) -> Button | None:
        return self.hovered[1] if self.hovered and self.hovered[0] == row.key else None

    def _paint_whole(self, painter: QPainter, row: Row, drawing: Drawing, *, selected: bool) -> None:
        if row.kind is not Kind.SECTION:
            self._paint_ground(painter, row, drawing.frame, selected=selected)
        paint_drawing(painter, drawing, self._hovered_in(row))

    def _paint_ghost(self, painter: QPainter, frame: QRectF) -> None:
        border = self._kit.color("border")
        paint_box(painter, Box(frame, self._kit.px(RADIUS_PX), None, border, 1.2, dashed=True))

    def _paint_ground(self, painter: QPainter, row: Row, frame: QRectF, *, selected: bool) -> None:
        kit, radius = self._kit, self._kit.px(RADIUS_PX)
        if self._is_marked(row) or self.editing_in(row):
            is_outlined = row.key == self.outlined or self.editing_in(row) is not None
            self._paint_shadow(painter, frame, halo=self.keyboard and is_outlined)
            fill = kit.color("accent_fill" if selected and self.several else "card")
            edge, width = ("accent", 2) if is_outlined else ("field_border", 1)
            paint_box(painter, Box(frame, radius, fill, kit.color(edge), width))
        elif selected:
            paint_box(painter, Box(frame, radius, kit.color("accent_fill"), kit.color("accent")))
        elif row.kind is Kind.CARD:
            border = kit.color("field_border" if row.key == self.under_mouse else "border")
            paint_box(painter, Box(frame, radius, kit.color("card"), border))

    def _paint_shadow(self, painter: QPainter, frame: QRectF, *, halo: bool) -> None:
        """A soft shadow; a halo in the accent's colour on the card that has the keyboard."""
        radius = self._kit.px(RADIUS_PX)
        shade = QColor(self._kit.color("shadow"))
        shade.setAlphaF(shade.alphaF() * 0.35)
        for spread in (1, 2, 3):
            paint_box(painter, Box(frame.adjusted(-spread, 0, spread, spread), radius + spread, shade))
        if halo:
            glow = QColor(self._kit.color("accent"))
            glow.setAlphaF(0.28)
            paint_box(painter, Box(frame.adjusted(-2, -2, 2, 2), radius + 2, None, glow, 2))
