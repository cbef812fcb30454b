"""Paints every row and makes the inline editors. No row has a widget of its own."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QObject,
    QPoint,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFocusEvent, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from briefing.ui.points import checks
from briefing.ui.points.card import RADIUS_PX, Editing, Look
from briefing.ui.points.drawings import drawing_of, height_of
from briefing.ui.points.editor import FieldEditor, WordingEditor
from briefing.ui.points.faces import Kit
from briefing.ui.points.model import Index, PointsModel
from briefing.ui.points.people import text_of
from briefing.ui.points.pieces import Box, Button, Drawing, paint_box, paint_drawing
from briefing.ui.points.rows import Kind, Row

MOST_DRAWINGS = 400  # kept at once; a screenful is about twenty
KEEPING_FOCUS = (
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
)
Editor = WordingEditor | FieldEditor


class CardDelegate(QStyledItemDelegate):
    """Cards, sections and suggestions: their heights, their paint, their editors."""

    reworded = Signal(str, str, bool)
    reverted = Signal(str)
    split = Signal(str, int)
    field_kept = Signal(str, str, str)
    editor_resized = Signal()
    request_field = Signal(str, int)  # from the editor of a point: the next (+1) or the earlier (-1) field

    def __init__(self, kit: Kit, model: PointsModel, parent: QObject) -> None:
        super().__init__(parent)
        self._kit, self._model = kit, model
        self._heights: dict[str, tuple[Row, Look, float]] = {}
        self._drawings: dict[str, tuple[Row, Look, Drawing]] = {}
        self.width = 0.0
        self.focused = ""  # key of the focused row
        self.keyboard = False  # whether the list has the keyboard
        self.hovered: tuple[str, Button] | None = None
        self.several = False  # whether more than one row is selected
        self.under_mouse = ""  # key of the row the mouse is over
        self.dragged: frozenset[str] = frozenset()  # ids of points under way
        self.field = "wording"  # what the next editor is for
        self.editor: Editor | None = None
        self.edited = ""  # id of the point being edited
        self._editing: Editing | None = None

    def set_kit(self, kit: Kit) -> None:
        """Draw in another theme or language."""
        self._kit = kit
        self._heights.clear()
        self._drawings.clear()
        if self.editor is not None:
            self.editor.set_kit(kit)

    # drawing

    def look(self, row: Row) -> Look:
        """What the drawing of a row depends on now."""
        editing = self._editing if row.point and row.point == self.edited else None
        return Look(self.width, row.key == self.focused or editing is not None, editing)

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
        """How tall a row is, measured once for each look."""
        row = self._model.row_at(index)
        if row is None:
            return QSize(0, 0)
        look, held = self.look(row), self._heights.get(row.key)
        if not (held and held[0] is row and held[1] == look):
            held = (row, look, height_of(self._kit, row, look))
            self._heights[row.key] = held
        return QSize(round(self.width), round(held[2]))

    def paint_row(self, painter: QPainter, row: Row, *, selected: bool) -> None:
        """A row at the painter's origin."""
        drawing = self.drawing(row)
        if row.point and row.point in self.dragged:
            self._paint_ghost(painter, drawing.frame)
            return
        if row.kind is not Kind.SECTION:
            self._paint_ground(painter, row, drawing.frame, selected=selected)
        hovered = self.hovered[1] if self.hovered and self.hovered[0] == row.key else None
        paint_drawing(painter, drawing, hovered)

    def _paint_ghost(self, painter: QPainter, frame: QRectF) -> None:
        border = self._kit.color("border")
        paint_box(painter, Box(frame, self._kit.px(RADIUS_PX), None, border, 1.2, dashed=True))

    def _paint_ground(self, painter: QPainter, row: Row, frame: QRectF, *, selected: bool) -> None:
        kit, radius = self._kit, self._kit.px(RADIUS_PX)
        if row.key == self.focused or (row.point and row.point == self.edited):
            self._paint_shadow(painter, frame)
            fill = kit.color("accent_fill" if selected and self.several else "card")
            paint_box(painter, Box(frame, radius, fill, kit.color("accent"), 2))
        elif selected:
            paint_box(painter, Box(frame, radius, kit.color("accent_fill"), kit.color("accent")))
        elif row.kind is Kind.CARD:
            border = kit.color("field_border" if row.key == self.under_mouse else "border")
            paint_box(painter, Box(frame, radius, kit.color("card"), border))

    def _paint_shadow(self, painter: QPainter, frame: QRectF) -> None:
        """A soft shadow; a halo in the accent's colour while the list has the keyboard."""
        radius = self._kit.px(RADIUS_PX)
        shade = QColor(self._kit.color("shadow"))
        shade.setAlphaF(shade.alphaF() * 0.35)
        for spread in (1, 2, 3):
            paint_box(painter, Box(frame.adjusted(-spread, 0, spread, spread), radius + spread, shade))
        if self.keyboard:
            halo = QColor(self._kit.color("accent"))
            halo.setAlphaF(0.28)
            paint_box(painter, Box(frame.adjusted(-2, -2, 2, 2), radius + 2, None, halo, 2))

    # editing

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """The editor of the field asked for."""
        row = self._model.row_at(index)
        if row is None or row.card is None:
            return QWidget(parent)
        self.edited = row.point
        editor = self._wording_editor(parent) if self.field == "wording" else self._field_editor(parent)
        self.editor = editor
        text = text_of(row.card, self.field)
        self._editing = Editing(self.field, 0, text)
        editor.request_keep.connect(self.keep)
        editor.request_revert.connect(self.revert)
        editor.request_field.connect(self._ask_for_field)
        self._model.touch(row.key)
        return editor

    def _wording_editor(self, parent: QWidget) -> WordingEditor:
        editor = WordingEditor(self._kit, parent)
        editor.paused.connect(self._say_live)
        editor.request_split.connect(self._split)
        editor.size_changed.connect(self._resized)
        editor.textChanged.connect(self._resized)
        return editor

    def _field_editor(self, parent: QWidget) -> FieldEditor:
        return FieldEditor(self._kit, self.field, parent)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """The point's text into its editor, whenever it changed elsewhere."""
        row = self._model.row_at(index)
        if row is None or row.card is None or self._editing is None:
            return
        if isinstance(editor, Editor):
            editor.take(text_of(row.card, self._editing.field))
        if isinstance(editor, WordingEditor):
            current = row.text == editor.text()
            editor.mark(checks.marks(row.card) if current else ())

    def setModelData(self, editor: QWidget, _model: QAbstractItemModel, _index: Index) -> None:
        """The editor's text, as a wish; the model changes when the note has."""
        if not isinstance(editor, Editor) or self._editing is None:
            return
        editor.finish_composition()
        text = editor.text()
        editor.forget()
        if text == editor.original:
            return
        editor.original = text
        if self._editing.field == "wording":
            self.reworded.emit(self.edited, text, True)
        else:
            self.field_kept.emit(self.edited, self._editing.field, text)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """The editor over the place its text is drawn in."""
        row = self._model.row_at(index)
        if row is None or self._editing is None:
            return
        origin: QPoint = option.rect.topLeft()
        place = self.drawing(row).place(self._editing.field).translated(QPointF(origin))
        if isinstance(editor, WordingEditor):
            place.translate(0, -editor.lift)
        editor.setGeometry(place.toAlignedRect())

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        """Forget an editor that closes."""
        if editor is self.editor:
            self.editor, self._editing, self.edited = None, None, ""
        super().destroyEditor(editor, index)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Keys are the editors' own; losing the keyboard to a menu or another window keeps an editor open."""
        if event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            return False
        if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() in KEEPING_FOCUS:
            return False
        return super().eventFilter(editor, event)

    def keep(self) -> None:
        """End the editing and keep what was written."""
        editor = self.editor
        if editor is not None:
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)

    def revert(self) -> None:
        """End the editing and go back to what stood there before."""
        editor, point = self.editor, self.edited
        if editor is None:
            return
        editor.forget()
        wording = isinstance(editor, WordingEditor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.RevertModelCache)
        if wording:
            self.reverted.emit(point)

    def _say_live(self, text: str) -> None:
        self.reworded.emit(self.edited, text, False)

    def _split(self, caret: int) -> None:
        point = self.edited
        self.keep()
        self.split.emit(point, caret)

    def split_here(self) -> None:
        """Split the point that is being edited at the caret."""
        if isinstance(self.editor, WordingEditor):
            self.editor.finish_composition()
            self._split(self.editor.caret())

    def _ask_for_field(self, step: int) -> None:
        self.request_field.emit(self.edited, step)

    def _resized(self) -> None:
        editor, editing = self.editor, self._editing
        if not isinstance(editor, WordingEditor) or editing is None:
            return
        taller = editor.text_height() != editing.height
        self._editing = replace(editing, height=editor.text_height(), text=editor.text())
        if taller:
            self._model.touch(f"p:{self.edited}")
            self.editor_resized.emit()
        cast("QWidget", editor.parentWidget()).update()
