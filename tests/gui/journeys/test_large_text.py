"""At twice the system's text size in a small window everything is still there, and nothing is cut."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QDialog, QWidget


@pytest.fixture
def small(person, qapp: QApplication) -> Iterator[object]:
    """The sample in a window of 960 by 640 at 200% text."""
    before = qapp.font()
    font = QFont(before)
    font.setPixelSize(26)
    person.program._font = font
    person.try_sample()
    person.press("1", "2")
    person.program.rebuild()
    person.window.resize(960, 640)
    person.until(lambda: person.window.editor.toolbar.width() == 960)
    yield person
    person.window.hide()
    qapp.setFont(before)


def test_the_toolbar_gives_up_what_the_menus_have_and_cuts_nothing(small):
    toolbar = small.window.editor.toolbar
    for part in (toolbar.title, toolbar.template, toolbar.undo, toolbar.export, toolbar.export_more):
        assert toolbar.rect().contains(part.geometry())
    for part in (toolbar.template, toolbar.undo, toolbar.export):
        assert part.width() >= part.minimumSizeHint().width()
    assert not toolbar.find_button.isVisible()
    assert toolbar.title.toolTip() == small.note.title


@pytest.mark.parametrize("width", [960, 1200, 1440])
def test_nothing_of_the_toolbar_lies_over_another_part(small, width):
    toolbar = small.window.editor.toolbar
    toolbar.show_note("Velmark and Castora customs chiefs meet for the first time in six years", "A form")
    small.window.resize(width, 640)
    small.until(lambda: toolbar.width() == width)
    QApplication.sendPostedEvents()
    parts = [w for w in toolbar.findChildren(QWidget) if w.isVisible() and w.parent() is toolbar]
    lie_over = [(a, b) for a, b in combinations(parts, 2) if a.geometry().intersects(b.geometry())]
    assert lie_over == []


def test_panes_become_tabs_one_at_a_time(small):
    panes = small.window.editor.panes
    assert panes.shape == "one"
    small.window.actions_by_name["focus_preview"].trigger()
    assert panes.visible_panes() == ("preview",)


def test_the_source_is_named_once_by_its_tab_or_by_its_head(small):
    editor = small.window.editor
    editor.focus_pane("source")
    head = editor.source.header
    assert editor.panes._tabs["one"].isAncestorOf(head)
    assert head.isVisible()
    assert not head._title.isVisible()
    small.window.resize(1700, 900)
    small.until(head._title.isVisible)
    assert editor.source.isAncestorOf(head)


def test_nothing_of_the_source_is_squeezed_while_one_finds_and_replaces(small):
    editor = small.window.editor
    editor.focus_pane("source")
    editor.find_bar.open(replacing=True)
    around = editor.source.parts.around
    small.until(editor.find_bar.replacing.isVisible)
    small.until(lambda: not around.bottom.isVisible())
    for bar in (editor.source.header, around._tags):
        small.until(lambda bar=bar: bar.height() >= bar.minimumSizeHint().height())
    assert editor.source.parts.text.height() >= editor.source.parts.text.fontMetrics().height()


@pytest.mark.parametrize("command", ["export", "versions", "keys", "edit_template", "checks", "header_fields"])
def test_a_dialog_is_no_larger_than_the_screen(small, command):
    seen = []

    def look(dialog: QDialog) -> None:
        room = dialog.screen().availableSize()
        seen.append(dialog.size().boundedTo(room) == dialog.size())
        dialog.reject()

    small.in_dialog(look)
    small.window.actions_by_name[command].trigger()
    assert seen == [True]


def test_the_status_bar_stays_inside_the_window(small):
    status = small.window.editor.status
    shown = [field for field in status._right.values() if field.isVisible()]
    assert shown
    assert all(status.rect().contains(field.geometry()) for field in shown)
