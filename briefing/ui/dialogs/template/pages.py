"""Pages that show whole tables of keys: page and type, house rules."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefing.template import Template
from briefing.template.changes import Path
from briefing.template.flaws import Flaw
from briefing.template.keys import REPEATED, SINGLE, TOP, Key
from briefing.ui.dialogs.template.draft import Draft
from briefing.ui.dialogs.template.keyform import KeyForm
from briefing.ui.theme import Theme
from briefing.words import Words

ABOUT = ""  # the keys at the top of the file
_NOT_ON_A_PAGE = ("format", "name")  # the name stands above the pages
PAGE_AND_TYPE = (ABOUT, "page", "type", "citations")
RULES = ("rules",)
ELSEWHERE = ("head", "marking", "bottom_line", "dates", "word", "styles")  # on pages of their own


def other_tables() -> tuple[str, ...]:
    """Tables that no page names yet: they stand with the rules, so that no key is out of reach."""
    named = (*PAGE_AND_TYPE, *RULES, *ELSEWHERE, *REPEATED)
    return tuple(table for table in SINGLE if table not in named)


def keys_of(table: str) -> tuple[Key, ...]:
    """The keys of a table that a person sets."""
    keys = SINGLE[table] if table else tuple(k for k in TOP if k.name not in _NOT_ON_A_PAGE)
    return tuple(k for k in keys if k.kind != "file")


class TablesPage(QWidget):
    """Several tables, each under its name."""

    def __init__(self, theme: Theme, words: Words, draft: Draft, tables: tuple[str, ...]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(22))
        self.forms: dict[str, KeyForm] = {}
        for table in tables:
            form = KeyForm(theme, words, table, keys_of(table), _heading(words, table))
            form.edited.connect(partial(self._set, draft, table))
            self.forms[table] = form
            column.addWidget(form)
        column.addStretch(1)

    @staticmethod
    def _set(draft: Draft, table: str, name: str, value: object) -> None:
        draft.set((table, name) if table else (name,), value)

    def show_form(self, form: Template, flaws: dict[Path, Flaw]) -> None:
        """Shows the values of all tables."""
        for table, shown in self.forms.items():
            prefix = (table,) if table else ()
            mine = {str(path[-1]): flaw for path, flaw in flaws.items() if path[:-1] == prefix}
            shown.show_entry(getattr(form, table) if table else form, mine)

    def reveal(self, path: Path) -> QWidget | None:
        """The widget that has the keyboard there."""
        shown = self.forms.get(str(path[0]) if len(path) > 1 else ABOUT)
        return shown.inputs.get(str(path[-1])) if shown is not None else None


def _heading(words: Words, table: str) -> str:
    try:
        return words(f"templates.table_{table or 'about'}")
    except KeyError:
        return table
