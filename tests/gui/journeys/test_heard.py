"""The whole way through the accessibility interface: what a screen reader is told, and can do."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QDialog, QWidget

Role = QAccessible.Role
NAME, VALUE = QAccessible.Text.Name, QAccessible.Text.Value
PRESS = "Press"
CONTROLS = {
    Role.Button, Role.ButtonMenu, Role.EditableText, Role.CheckBox, Role.ComboBox, Role.List, Role.PageTab,
    Role.ListItem, Role.RadioButton, Role.Document, Role.MenuItem, Role.Heading,
}  # fmt: skip


@pytest.fixture(autouse=True)
def somebody_listens() -> Iterator[None]:
    """Views tell of changes only while assistive technology is there."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def heard(widget: QWidget) -> Iterator[QAccessibleInterface]:
    """Everything in a widget that can be heard now."""
    waiting = [QAccessible.queryAccessibleInterface(widget)]
    while waiting:
        found = waiting.pop()
        if found is None or not found.isValid() or found.state().invisible:
            continue
        yield found
        waiting += [found.child(i) for i in reversed(range(found.childCount()))]


def name_of(found: QAccessibleInterface) -> str:
    return found.text(NAME)


def the(widget: QWidget, role: QAccessible.Role, name: str) -> QAccessibleInterface:
    """The one thing of that role whose name begins so."""
    hits = [f for f in heard(widget) if f.role() == role and name_of(f).startswith(name)]
    assert hits, f"no {role.name} named {name!r}"
    return hits[0]


def press(widget: QWidget, name: str, role: QAccessible.Role = Role.Button) -> None:
    the(widget, role, name).actionInterface().doAction(PRESS)


def nameless(widget: QWidget) -> list[str]:
    return [
        repr(f)
        for f in heard(widget)
        if f.role() in CONTROLS and not f.state().disabled and not name_of(f).strip()
    ]


def test_the_whole_way_from_the_sample_to_the_word_file(person):
    press(person.window, "Try the sample")
    person.until(lambda: bool(person.note.articles))
    text = the(person.window, Role.EditableText, "Article text")
    assert "Both sides agreed to exchange risk data" in text.text(VALUE)
    person.stand_on("Both sides agreed")
    press(person.window, "Tag Agreements, key 2")
    person.until(lambda: [p.tag for p in person.note.points] == ["agreements"])
    assert "Tagged Agreements" in name_of(the(person.window, Role.StaticText, "Tagged"))
    the(person.window, Role.ListItem, "Agreements, 1 point.")
    the(person.window, Role.ListItem, "Point 1 of 1, Agreements: ")
    person.until(lambda: "risk data" in person.window.editor.preview.text())
    assert the(person.window, Role.Heading, "What was agreed")
    press(person.window, "Undo")
    person.until(lambda: person.note.points == ())
    press(person.window, "Redo")
    person.until(lambda: len(person.note.points) == 1)

    def write(dialog: QDialog) -> None:
        assert nameless(dialog) == []
        dialog.name.setText("heard")
        press(dialog, "Export")

    person.in_dialog(write)
    press(person.window, "Export")
    person.until((person.folder / "heard.docx").is_file)
    assert "heard.docx" in person.message()


def test_a_suggestion_is_said_and_taken(person):
    person.try_sample()
    person.press("J", "K")
    assert "Suggested: Meeting." in name_of(the(person.window, Role.StaticText, "Sentence"))
    press(person.window, "Accept the suggestion")
    person.until(lambda: len(person.note.points) == 1)


def test_every_control_has_a_name_at_every_width(person):
    assert nameless(person.window) == []
    person.try_sample()
    person.press("1", "2")
    person.window.editor.find_bar.open(replacing=True)
    for width in (1440, 960, 740):
        person.window.resize(width, 700)
        assert nameless(person.window) == []


def test_every_control_of_a_dialog_has_a_name(person):
    person.try_sample()
    found = {}

    def listen(dialog: QDialog) -> None:
        found[dialog.windowTitle()] = nameless(dialog)
        dialog.reject()

    asked = "settings header_fields article_details keys messages checks new_tag report export open_address"
    commands = f"{asked} versions history edit_template choose_template manage_templates".split()
    for command in commands:
        person.in_dialog(listen)
        person.window.actions_by_name[command].trigger()
    assert len(found) == len(commands)
    assert not any(found.values()), found


def test_tab_goes_from_the_toolbar_by_the_tags_to_the_text_and_on_to_the_page(person):
    person.try_sample()
    person.press("1")
    editor = person.window.editor
    stops, at = [], editor.toolbar.title
    for _ in range(500):
        if at.focusPolicy() & Qt.FocusPolicy.TabFocus and at.isVisible() and at.focusProxy() is None:
            stops.append(at.accessibleName())
        at = at.nextInFocusChain()
        if at is editor.toolbar.title:
            break
    order = ["Name of the note", "Export", "Source menu", "Tag Meeting, key 1", "New tag…", "Article text",
             "Accept the suggestion", "Points", "The page"]  # fmt: skip
    assert [s for s in stops if s in order] == order


def test_targets_are_large_enough(person):
    person.try_sample()
    person.press("1")
    small = [
        f"{name_of(f)} {f.rect().getRect()}"
        for f in heard(person.window)
        if f.role() in (Role.Button, Role.ButtonMenu)
        and f.state().focusable
        and min(f.rect().width(), f.rect().height()) < person.window.theme.px(24)
    ]
    assert small == []
