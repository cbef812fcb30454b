"""The dialog of the note's header fields."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from briefing.ui.composing import LineField, TextField
from briefing.ui.dialogs.sheet import Sheet
from briefing.ui.theme import Theme
from briefing.words import Words

WIDTH_PX, HEIGHT_PX = 560, 590


class FieldForm(Struct, frozen=True):
    """One header field to fill: what the analyst wrote, and what stands there otherwise."""

    key: str
    label: str
    text: str
    default: str = ""
    required: bool = False


class NoteForm(Struct, frozen=True):
    """All that is written about the note itself."""

    title: str
    summary: str
    marking: str
    markings: tuple[str, ...]
    fields: tuple[FieldForm, ...]


class HeaderFields(Sheet):
    """Asks for a NoteForm, starting from one."""

    written = Signal()

    def __init__(
        self, theme: Theme, words: Words, form: NoteForm, focus: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, words, words("window.fields_title"), parent)
        self._form = form
        rows = self.scrolling_form()
        self.title = LineField(form.title)
        self.add_row(rows, words("window.fields_note_title"), self.title)
        self.fields: dict[str, QLineEdit] = {}
        for declared in form.fields:
            field = LineField(declared.text)
            field.setPlaceholderText(declared.default)
            self.add_row(rows, declared.label + (" *" if declared.required else ""), field)
            self.fields[declared.key] = field
        self.marking = QComboBox()
        self.marking.setEditable(True)
        self.marking.addItems(list(dict.fromkeys((*form.markings, form.marking))))
        self.marking.setCurrentText(form.marking)
        self.add_row(rows, words("window.fields_marking"), self.marking)
        self.summary = TextField(form.summary)
        self.summary.setProperty("look", "field")
        self.summary.setTabChangesFocus(True)
        self.summary.setMinimumHeight(theme.px(70))
        self.add_row(rows, words("window.fields_summary"), self.summary)
        self.add_buttons(words("window.done"))
        for line in (self.title, *self.fields.values()):
            line.textChanged.connect(self.written)
        self.marking.currentTextChanged.connect(self.written)
        self.summary.textChanged.connect(self.written)
        self.take_room(WIDTH_PX, HEIGHT_PX)
        self._field(focus).setFocus()

    def result_form(self) -> NoteForm:
        """What the analyst wrote."""
        fields = tuple(replace(f, text=self.fields[f.key].text().strip()) for f in self._form.fields)
        return replace(
            self._form,
            title=self.title.text().strip(),
            summary=self.summary.toPlainText().strip(),
            marking=self.marking.currentText().strip(),
            fields=fields,
        )

    def _field(self, focus: str) -> QWidget:
        known: dict[str, QWidget] = {
            "summary": self.summary,
            "marking": self.marking,
            **self.fields,
        }
        return known.get(focus, self.title)
