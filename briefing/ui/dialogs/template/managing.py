"""The library sheet: whose each form is and how often it is used; edit, duplicate, rename, delete, undo."""

from __future__ import annotations

from contextlib import suppress

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from briefing import settings as config
from briefing import template as templates
from briefing.errors import BriefingError, TemplateInvalid, TemplateMissing
from briefing.faults import explain
from briefing.store.naming import safe_name
from briefing.store.shelf import TemplateEntry
from briefing.ui.dialogs.sheet import Sheet
from briefing.ui.dialogs.small import Naming
from briefing.ui.home import Home
from briefing.ui.theme import Theme
from briefing.ui.widgets import button
from briefing.words import Words

WIDTH_PX, HEIGHT_PX = 680, 480


class ManageSheet(Sheet):
    """Lists the library. `to_edit` names the form to open in the editor when the sheet was accepted."""

    def __init__(self, theme: Theme, words: Words, home: Home, parent: QWidget | None = None) -> None:
        super().__init__(theme, words, words("templates.manage_title"), parent)
        self._home = home
        self._deleted: list[str] = []
        self.to_edit = ""
        self.resize(theme.px(WIDTH_PX), theme.px(HEIGHT_PX))
        self.list = QListWidget()
        self.list.setAccessibleName(words("templates.manage_title"))
        self.list.setProperty("look", "roomy")
        self.list.currentItemChanged.connect(lambda *_: self._refresh())
        self.list.itemActivated.connect(lambda _: self._edit())
        self.body.addWidget(self.list, 1)
        self._add_acts()
        self.said = self.wrapped(" ")
        self.add_buttons(words("window.close_button"), cancel=False)
        self.fill()
        self.list.setFocus()

    def _add_acts(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(self.theme.px(8))
        self.edit, self.duplicate, self.rename, self.delete, self.undo = (
            button(self.words(f"templates.manage_{name}"))
            for name in ("edit", "duplicate", "rename", "delete", "undo")
        )
        for made, act in (
            (self.edit, self._edit),
            (self.duplicate, self._duplicate),
            (self.rename, self._rename),
            (self.delete, self._delete),
            (self.undo, self._undo),
        ):
            made.clicked.connect(act)
            row.addWidget(made)
        row.addStretch(1)
        self.body.addLayout(row)

    def fill(self, stand_on: str = "") -> None:
        """Lists the library anew."""
        stand_on = stand_on or (e.name if (e := self._entry()) else "")
        self.list.clear()
        for entry in self._home.library.list_templates():
            item = QListWidgetItem(self._line(entry))
            item.setData(Qt.ItemDataRole.UserRole, entry)
            self.list.addItem(item)
            if entry.name == stand_on:
                self.list.setCurrentItem(item)
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        self._refresh()

    def _line(self, entry: TemplateEntry) -> str:
        words = self.words
        title = f"{entry.name} ({words('templates.manage_broken')})"
        with suppress(TemplateInvalid, TemplateMissing):
            title = self._title(entry)
        uses = words("templates.manage_uses", count=self._home.uses_of(entry.name))
        return words(
            "templates.manage_line", title=title, mark=words(f"templates.mark_{entry.origin}"), uses=uses
        )

    def _title(self, entry: TemplateEntry) -> str:
        return templates.parse(self._home.library.read_template(entry.name), entry.name).name

    def _entry(self) -> TemplateEntry | None:
        found = self.list.currentIndex().data(Qt.ItemDataRole.UserRole)
        return found if isinstance(found, TemplateEntry) else None

    def _refresh(self) -> None:
        entry = self._entry()
        is_own = entry is not None and entry.origin == "own"
        self.edit.setEnabled(entry is not None)
        self.duplicate.setEnabled(entry is not None)
        self.rename.setEnabled(is_own)
        self.delete.setEnabled(is_own)
        self.undo.setEnabled(bool(self._deleted))
        behind = self._home.library.behind(entry) if entry is not None else None
        if behind is not None and is_own:
            self.said.setText(
                self.words("templates.manage_front", mark=self.words(f"templates.mark_{behind.origin}"))
            )

    def _edit(self) -> None:
        entry = self._entry()
        if entry is not None:
            self.to_edit = entry.name
            self.accept()

    def _duplicate(self) -> None:
        entry = self._entry()
        if entry is None:
            return
        library = self._home.library
        try:
            text = library.read_template(entry.name)
            title = self.words("templates.copy_name", name=templates.parse(text, entry.name).name)
            name = library.free_name(safe_name(title, entry.name))
            library.save_template(name, templates.renamed(text, title))
        except BriefingError as failure:
            self._say(failure)
        else:
            self.fill(name)

    def _rename(self) -> None:
        entry = self._entry()
        if entry is None:
            return
        try:
            title = self._title(entry)
            sheet = Naming(self.theme, self.words, self.words("templates.rename"), title, self)
            if sheet.exec() and sheet.chosen() != title:
                self.rename_to(entry, sheet.chosen())
        except BriefingError as failure:
            self._say(failure)

    def rename_to(self, entry: TemplateEntry, title: str) -> None:
        """Gives one of the analyst's own another name, for people and in the library. Raises BriefingError."""
        library, name = self._home.library, safe_name(title, entry.name)
        text = templates.renamed(library.read_template(entry.name), title)
        if name != entry.name:
            library.rename(entry.name, name)
        library.save_template(name, text, overwrite=True)
        settings = self._home.settings
        if settings.get(config.TEMPLATE) == entry.name:
            self._home.change_settings(settings.with_value(config.TEMPLATE, name))
        self.fill(name)

    def _delete(self) -> None:
        entry = self._entry()
        if entry is None:
            return
        try:
            self._deleted.append(self._home.library.delete(entry.name))
        except BriefingError as failure:
            self._say(failure)
            return
        self.fill()
        self.said.setText(self.words("templates.manage_deleted", name=entry.name))
        self.undo.setFocus()

    def _undo(self) -> None:
        try:
            back = self._home.library.restore(self._deleted[-1])
        except BriefingError as failure:
            self._say(failure)
            return
        self._deleted.pop()
        self.fill(back.name)
        self.said.setText(self.words("templates.manage_back", name=back.name))

    def _say(self, failure: BriefingError) -> None:
        told = explain(failure, self.words)
        self.said.setText(f"{told.what} {told.then}")
