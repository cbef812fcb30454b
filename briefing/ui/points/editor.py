"""The inline editors: one for a point's wording, which grows, and one for a short field."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from briefing.ui.composing import LineField, commit
from briefing.ui.offsets import from_qt, to_qt
from briefing.ui.points.faces import LINE_PX, Kit

PAUSE_MS = 300
LATEST_MS = 600  # after the first key: who types without a pause is kept all the same
_LINE_ENDS = str.maketrans({"\n": " ", "\r": " ", "\u2028": " ", "\u2029": " ", "\t": " "})


def one_line(text: str) -> str:
    """`text` without line ends and tabs: a point is one paragraph."""
    return text.replace("\r\n", " ").translate(_LINE_ENDS)


class WordingEditor(QTextEdit):
    """A point's wording, being written. It says when the typing pauses, and how it wants to end."""

    paused = Signal(str)
    request_keep = Signal()
    request_revert = Signal()
    request_split = Signal(int)
    request_field = Signal(int)  # +1 the next field, -1 the one before
    size_changed = Signal()

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self.original = ""  # what stands in the note, or was last handed over as final
        self._base = ""  # what was last said or shown
        self._seen: str | None = None
        self._composing = ""
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._say_paused)
        self._set_up()
        self.set_kit(kit)
        self._latest = QTimer(self, singleShot=True, interval=LATEST_MS)
        self._latest.timeout.connect(self._say_paused)
        self.textChanged.connect(self._typed)
        self.document().documentLayout().documentSizeChanged.connect(self.size_changed)

    def _set_up(self) -> None:
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setTabChangesFocus(False)
        self.document().setDocumentMargin(0)
        self.viewport().setAutoFillBackground(False)

    def set_kit(self, kit: Kit) -> None:
        """Write in another theme or language."""
        self._line_px = kit.px(LINE_PX)
        self._mark_fill, self._mark_ink = kit.color("warning_fill"), kit.color("warning")
        # Qt puts a fixed line height's slack above the text; the list centres it.
        self.lift = round((self._line_px - kit.text.metrics.height()) / 2) - 1
        self.setFont(kit.text.font)
        self._space_lines()
        self.setStyleSheet(f"QTextEdit {{ background: transparent; color: {kit.color('text').name()}; }}")
        self.setCursorWidth(max(1, kit.px(1.4)))
        self.setAccessibleName(kit.words("points.editor.wording"))

    def text(self) -> str:
        """What is written, without a composition that is still going on."""
        return self.toPlainText()

    def take(self, text: str) -> None:
        """The note's wording, at the start and whenever it changes; what was typed since is never lost."""
        text = one_line(text)
        if self._seen is None:
            self.original = text
            self._show(text)
            self.moveCursor(QTextCursor.MoveOperation.End)
        elif text != self._seen and text != self.text() and self.text() == self._base and not self._composing:
            caret = min(self.caret(), len(text))
            self._show(text)
            self.set_caret(caret)
        self._seen = text

    def mark(self, ranges: Sequence[tuple[int, int]]) -> None:
        """Tint and underline what the warnings are about."""
        marks = [self._marked(start, end) for start, end in ranges]
        self.setExtraSelections(marks)

    def _marked(self, start: int, end: int) -> QTextEdit.ExtraSelection:
        made, text = QTextEdit.ExtraSelection(), self.text()
        cursor = QTextCursor(self.document())
        cursor.setPosition(to_qt(text, start))
        cursor.setPosition(to_qt(text, end), QTextCursor.MoveMode.KeepAnchor)
        made.cursor = cursor
        made.format.setBackground(self._mark_fill)
        made.format.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        made.format.setUnderlineColor(self._mark_ink)
        return made

    def _show(self, text: str) -> None:
        self._put(text)
        self._base = self.text()

    def _put(self, text: str) -> None:
        self.setPlainText(one_line(text))
        self._space_lines()
        self._pause.stop()
        self._latest.stop()

    def _space_lines(self) -> None:
        block = QTextBlockFormat()
        block.setLineHeight(self._line_px, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor = QTextCursor(self.document())
        self.document().setUndoRedoEnabled(False)
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(block)
        self.document().setUndoRedoEnabled(True)

    def caret(self) -> int:
        """Where the caret is, in Python characters."""
        return from_qt(self.text(), self.textCursor().position())

    def set_caret(self, at: int) -> None:
        """Put the caret before character `at`."""
        cursor = self.textCursor()
        cursor.setPosition(to_qt(self.text(), at))
        self.setTextCursor(cursor)

    def text_height(self) -> int:
        """How tall the text is."""
        return max(self._line_px, round(self.document().size().height()))

    def sizeHint(self) -> QSize:
        """As tall as the text; the width is given by the card."""
        return QSize(1, self._line_px)

    def minimumSizeHint(self) -> QSize:
        """One line."""
        return QSize(1, self._line_px)

    def finish_composition(self) -> None:
        """Take what an input method is composing into the text: a Korean syllable is not lost."""
        commit(self, self._composing)

    def flush(self) -> None:
        """Say now what a pause would say."""
        self.finish_composition()
        if self._pause.isActive():
            self._pause.stop()
            self._say_paused()

    def is_untouched(self) -> bool:
        """Whether the text is the note's, and nothing else was said meanwhile."""
        return self.text() == self.original == self._base

    def forget(self) -> None:
        """Nothing more is to be said: the editor closes."""
        self._pause.stop()
        self._latest.stop()

    def _typed(self) -> None:
        self._pause.start()
        if not self._latest.isActive():
            self._latest.start()

    def _say_paused(self) -> None:
        if self.text() != self._base:
            self._base = self.text()
            self.paused.emit(self._base)

    # Qt's events

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Remember what is being composed."""
        self._composing = event.preeditString()
        super().inputMethodEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Losing the keyboard ends a composition and says what was typed."""
        self.flush()
        super().focusOutEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste as plain text in one line."""
        if source.hasText():
            self.insertPlainText(one_line(source.text()).strip("\0"))

    def event(self, event: QEvent) -> bool:
        """Undo goes to the window once this editor has nothing left to undo; Ctrl+D is ours."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if _is_split(event):
                event.accept()
                return True
            if event.matches(QKeySequence.StandardKey.Undo) and not self.document().isUndoAvailable():
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Ctrl+Enter keep, Esc reverts, Tab goes to the next field, Ctrl+D splits."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.request_keep.emit()
        elif key == Qt.Key.Key_Escape:
            self.request_revert.emit()
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.request_field.emit(1 if key == Qt.Key.Key_Tab else -1)
        elif _is_split(event):
            self.finish_composition()
            self.request_split.emit(self.caret())
        else:
            super().keyPressEvent(event)


def _is_split(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_D and event.modifiers() == Qt.KeyboardModifier.ControlModifier


class FieldEditor(LineField):
    """An owner, a due date or a comment, being written."""

    request_keep = Signal()
    request_revert = Signal()
    request_field = Signal(int)

    def __init__(self, kit: Kit, field: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.original = ""
        self._begun = False
        self._field = field
        self.setFrame(False)
        self.set_kit(kit)

    def set_kit(self, kit: Kit) -> None:
        """Write in another theme or language."""
        field = self._field
        self.setFont(kit.small.font)
        self.setPlaceholderText(kit.words(f"points.add.{field}"))
        self.setAccessibleName(kit.words(f"points.action.{field}"))
        border = kit.color("accent").name()
        self.setStyleSheet(
            f"QLineEdit {{ background: {kit.color('card').name()}; color: {kit.color('text').name()};"
            f" border: none; border-radius: 0; border-bottom: 1px solid {border}; padding: 0; }}"
        )

    def take(self, text: str) -> None:
        """The field's text, at the start."""
        if not self._begun:
            self._begun, self.original = True, text
            self.setText(text)

    def is_untouched(self) -> bool:
        """Whether the text is the note's."""
        return self.text() == self.original

    def forget(self) -> None:
        """Nothing is pending here."""

    def focusNextPrevChild(self, _next: bool) -> bool:
        """Tab is a key of ours."""
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps, Esc reverts, Tab goes to the next field."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.request_keep.emit()
        elif key == Qt.Key.Key_Escape:
            self.request_revert.emit()
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.request_field.emit(1 if key == Qt.Key.Key_Tab else -1)
        else:
            super().keyPressEvent(event)
