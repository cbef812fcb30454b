"""The inline editors: made, filled, followed and closed."""

from __future__ import annotations

from typing import cast

from msgspec.structs import replace
from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from briefing.ui.points import checks
from briefing.ui.points.card import Editing
from briefing.ui.points.editor import FieldEditor, WordingEditor
from briefing.ui.points.faces import Kit
from briefing.ui.points.model import Index, PointsModel
from briefing.ui.points.painter import RowPainter
from briefing.ui.points.people import text_of

KEEPING_FOCUS = (
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
)
Editor = WordingEditor | FieldEditor


class CardDelegate(RowPainter):
    """Rows whose cards can be edited in place."""

    reworded = Signal(str, str, bool)
    reverted = Signal(str)
    split = Signal(str, int)
    field_kept = Signal(str, str, str)
    field_written = Signal(str, str, str)  # while it is being written
    field_closed = Signal()
    editor_resized = Signal()
    request_field = Signal(str, int)  # from the editor of a point: the next (+1) or the earlier (-1) field

    def __init__(self, kit: Kit, model: PointsModel, parent: QObject) -> None:
        super().__init__(kit, model, parent)
        self.field = "wording"  # what the next editor is for
        self.editor: Editor | None = None

    def set_kit(self, kit: Kit) -> None:
        """Draw and write in another theme or language."""
        super().set_kit(kit)
        if self.editor is not None:
            self.editor.set_kit(kit)

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
        editor, point, field = FieldEditor(self._kit, self.field, parent), self.edited, self.field
        editor.textEdited.connect(lambda text: self.field_written.emit(point, field, text))
        return editor

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
        text, untouched = editor.text().strip(), editor.is_untouched()
        editor.forget()
        if untouched:
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
        """Forget an editor that closes; under a pressed mouse its card keeps its shape."""
        if editor is self.editor:
            if self._editing and QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
                self.lingering = (self.edited, replace(self._editing, closed=True))
            self.editor, self._editing, self.edited = None, None, ""
            self.field_closed.emit()
        super().destroyEditor(editor, index)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Keys are the editors' own; losing the keyboard to a menu or another window keeps an editor open."""
        if event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            return False
        if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() in KEEPING_FOCUS:
            return False
        return super().eventFilter(editor, event)

    def stop_lingering(self) -> None:
        """The card that was edited takes the shape of any other."""
        if self.lingering is not None:
            point, self.lingering = self.lingering[0], None
            self._model.touch(f"p:{point}")

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
        """Keep, then split; a wording is kept without the blanks before it, so they do not count."""
        point, text = self.edited, self.editor.text() if self.editor else ""
        caret = max(0, caret - (len(text) - len(text.lstrip())))
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
