"""Fields that keep what an input method is composing: no Korean syllable is lost when the keys go elsewhere."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtGui import QFocusEvent, QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit


@runtime_checkable
class Composing(Protocol):
    """A widget in which something may be composed."""

    def finish_composition(self) -> None:
        """Takes what is being composed into the text."""


class _Field(Protocol):
    def inputMethodEvent(self, event: QInputMethodEvent, /) -> None: ...


def commit(field: _Field, composing: str) -> None:
    """Takes `composing`, the syllable that stands unfinished in `field`, into its text."""
    QGuiApplication.inputMethod().commit()
    if composing:
        event = QInputMethodEvent()
        event.setCommitString(composing)
        field.inputMethodEvent(event)


class LineField(QLineEdit):
    """A line of text."""

    _composing = ""

    def finish_composition(self) -> None:
        """Takes what is being composed into the text."""
        commit(self, self._composing)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = event.preeditString()
        super().inputMethodEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.finish_composition()
        super().focusOutEvent(event)


class TextField(QPlainTextEdit):
    """Several lines of text."""

    _composing = ""

    def finish_composition(self) -> None:
        """Takes what is being composed into the text."""
        commit(self, self._composing)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = event.preeditString()
        super().inputMethodEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.finish_composition()
        super().focusOutEvent(event)


def finish_composition(field: object) -> None:
    """Takes what is being composed in a field into its text, if it is one of ours."""
    if isinstance(field, Composing):
        field.finish_composition()
