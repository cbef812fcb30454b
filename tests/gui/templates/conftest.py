"""A template editor on a small note, and what was asked of the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from notes import note, point
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefing import resources
from briefing.model.note import Note, TemplateCopy
from briefing.template import Template, parse
from briefing.ui.dialogs.template.editor import Acts, Case, TemplateEditor
from briefing.ui.theme import LIGHT, Theme
from briefing.words import Words

SOURCE = resources.text("templates", "bilateral-meeting.toml")
NOTE = note(
    template=TemplateCopy("bilateral-meeting", SOURCE),
    title="Velmark talks",
    points=(point("p-1", "meeting", "They met."), point("p-2", "agreements", "They agreed.")),
)


@dataclass
class Desk:
    """An editor and what it asked for."""

    editor: TemplateEditor
    saved: list[Template] = field(default_factory=list)
    explained: int = 0

    @property
    def form(self) -> Template:
        return self.editor.draft.form

    @property
    def sections(self):
        return self.editor.pages["sections"]

    def row(self, tag: str):
        return self.sections.rows.rows[tag]

    def page(self) -> str:
        self.editor.side.refresh()
        return self.editor.side.pane.text()


@pytest.fixture
def talks() -> Note:
    """A note of two points in the shipped form."""
    return NOTE


@pytest.fixture
def open_editor(qtbot: QtBot, qapp: QApplication) -> Callable[..., Desk]:
    def opened(form: Template | None = None, language: str = "en", scale: float = 1.0) -> Desk:
        saved: list[Template] = []
        acts = Acts(
            save=lambda f: saved.append(f) or True,
            save_as=lambda f: saved.append(f) or True,
            share=saved.append,
            bring=lambda: None,
            explain=lambda: None,
        )
        case = Case(form or parse(SOURCE), NOTE, uses=2)
        editor = TemplateEditor(Theme(LIGHT, scale), Words(language), case, acts)
        qtbot.addWidget(editor, before_close_func=lambda e: e.draft.kept())
        editor.resize(1120, 728)
        editor.show()
        qtbot.waitExposed(editor)
        editor.activateWindow()
        return Desk(editor, saved)

    return opened


@pytest.fixture
def desk(open_editor: Callable[..., Desk]) -> Desk:
    return open_editor()


@pytest.fixture
def press(qtbot: QtBot) -> Callable[..., None]:
    def pressed(widget, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        qtbot.keyClick(widget, key, modifiers)

    return pressed
