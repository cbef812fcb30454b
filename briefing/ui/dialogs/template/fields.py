"""Header fields as rows, and the lines around the note."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefing.template import Template, changes
from briefing.template.changes import Path
from briefing.template.flaws import Flaw
from briefing.template.keys import REPEATED
from briefing.ui.dialogs.template.draft import Draft
from briefing.ui.dialogs.template.inputs import TextInput
from briefing.ui.dialogs.template.keyform import KeyForm
from briefing.ui.dialogs.template.pages import TablesPage
from briefing.ui.dialogs.template.rows import Row, Rows
from briefing.ui.dialogs.template.speech import flaw_sentence, label_of
from briefing.ui.icons import icon
from briefing.ui.theme import Theme
from briefing.ui.widgets import button, label
from briefing.words import Words

_KEYS = {k.name: k for k in REPEATED["fields"]}
_IN_HEAD = ("label", "default")
TABLES = ("head", "marking", "bottom_line", "dates")


class FieldRow(Row):
    """One header field: its label and what stands there in a new note; opened: the rest."""

    def __init__(self, theme: Theme, words: Words, draft: Draft) -> None:
        super().__init__(theme, words)
        self._draft = draft
        self.at = 0
        self.in_head = {
            name: TextInput(theme, label_of(words, "fields", _KEYS[name]), _KEYS[name]) for name in _IN_HEAD
        }
        for name, made in self.in_head.items():
            made.edited.connect(partial(self._set, name))
            self.head.addWidget(made, 2 if name == "label" else 3)
        self.flaws: dict[str, Flaw] = {}
        self.setFocusProxy(self.in_head["label"])
        self.close_head()

    def build_more(self) -> None:
        theme, words = self.theme, self.words
        rest = [k for k in REPEATED["fields"] if k.name not in (*_IN_HEAD, "key")]
        self.form = KeyForm(theme, words, "fields", rest)
        self.form.edited.connect(self._set)
        self.inside.addWidget(self.form)
        self.add_moves(words("templates.remove_field"))
        self.form.show_entry(self._draft.form.fields[self.at], self.flaws)

    def said(self) -> str:
        return self.in_head["label"].field.text()

    def show_field(self, form: Template, at: int, flaws: dict[Path, Flaw]) -> None:
        """Shows the field at that place."""
        self.at = at
        entry = form.fields[at]
        mine = {str(path[-1]): flaw for path, flaw in flaws.items() if path[:-1] == ("fields", at)}
        for name, made in self.in_head.items():
            made.show_value(getattr(entry, name))
            made.show_flaw(flaw_sentence(self.words, mine[name]) if name in mine else "")
        self.flaws = mine
        self.name_chevron()
        if self.is_built:
            self.form.show_entry(entry, mine)

    def _set(self, name: str, value: object) -> None:
        self._draft.set(("fields", self.at, name), value)


class FieldsPage(QWidget):
    """The page of the header block, the marking and the lines around the note."""

    def __init__(self, theme: Theme, words: Words, draft: Draft) -> None:
        super().__init__()
        self._theme, self._words, self._draft = theme, words, draft
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(label(words("templates.fields_intro"), "secondary", theme, 12.5))
        self.rows = Rows(theme, draft)
        self.rows.moved.connect(lambda at, to: draft.apply(changes.with_field_moved(draft.form, at, to)))
        column.addWidget(self.rows)
        self.add = button(words("templates.add_field"))
        self.add.setIcon(icon("plus", theme.color("text")))
        self.add.clicked.connect(self._add)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(theme.px(14))
        self.tables = TablesPage(theme, words, draft, TABLES)
        column.addWidget(self.tables)
        column.addStretch(1)

    def show_form(self, form: Template, flaws: dict[Path, Flaw]) -> None:
        """Shows all fields and the tables below them."""
        names = tuple(f.key for f in form.fields)
        for name in self.rows.show_order(names):
            row = FieldRow(self._theme, self._words, self._draft)
            row.request_remove.connect(self._remove)
            self.rows.add(name, row)
        self.rows.place(names)
        for at, each in enumerate(self.rows.rows.values()):
            if isinstance(each, FieldRow):
                each.show_field(form, at, flaws)
        self.tables.show_form(form, flaws)

    def reveal(self, path: Path) -> QWidget | None:
        """Opens what `path` leads to; the widget that has the keyboard there."""
        if path[0] != "fields" or not isinstance(path[1], int):
            return self.tables.reveal(path)
        row = list(self.rows.rows.values())[path[1]]
        if not isinstance(row, FieldRow):
            return None
        key = str(path[2])
        if key not in row.in_head:
            self.rows.open_row(row)
        return row.in_head.get(key) or row.form.inputs.get(key)

    def reveal_field(self, key: str) -> None:
        """Opens a field's row."""
        row = self.rows.rows.get(key)
        if row is not None:
            self.rows.open_row(row)
            row.setFocus()

    def _add(self) -> None:
        self._draft.apply(changes.with_new_field(self._draft.form, self._words("templates.new_field")))
        row = self.rows.rows[self._draft.form.fields[-1].key]
        if isinstance(row, FieldRow):
            self.rows.open_row(row)
            row.in_head["label"].field.setFocus()
            row.in_head["label"].field.selectAll()

    def _remove(self, row: FieldRow) -> None:
        self._draft.apply(changes.without_field(self._draft.form, row.at))
        self.add.setFocus()
