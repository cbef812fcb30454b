"""A note over its limit says so, and each way to shorten it saves what it promised."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from briefing.model import edits
from briefing.model.history import Label
from briefing.ui import fitting


@pytest.fixture
def too_long(person):
    """The sample's first sentence as so many points that the page overflows by a few lines."""
    person.try_sample()
    person.press("1")
    note = person.note
    form = person.window.session.template
    while fitting.overflow_of(note, form) < 2:
        first = note.points[0]
        note = edits.tag_quote(note, first.tag, first.evidence[0], first.wording)
    person.window.session.apply(note, Label("tag", (("tag", "Meeting"),)))
    person.until(lambda: person.window.editor.preview.overflow_lines() > 0)
    return person


def test_the_mark_opens_ways_to_make_it_fit(too_long, monkeypatch):
    opened = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, _at: opened.append(menu.actions()[1].text()))
    pill = too_long.window.editor.preview.header.pill
    assert "over" in pill.text()
    too_long.click(pill)
    assert "Tighten line spacing to 1.05" in opened[0]


def test_each_way_leaves_as_many_lines_over_as_it_says_and_is_one_step(too_long):
    session = too_long.window.session
    found = fitting.fixes(session.note, session.template)
    assert found
    for fix in found:
        session.apply(fix.note, Label("fit"))
        assert fitting.overflow_of(session.note, session.template) == fix.left_over
        session.undo()
    assert {f.means for f in found} >= {"spacing", "margins"}


def test_the_longest_point_opens_for_writing(too_long):
    note = too_long.note
    too_long.window.session.apply(edits.reword(note, note.points[1].id, "Long words " * 30), Label("reword"))
    menu = too_long.window.menus.fit_menu()
    next(a for a in menu.actions() if "Shorten" in a.text()).trigger()
    assert too_long.window.editor.points.is_editing()
    too_long.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)


def test_one_page_more_may_be_allowed(too_long):
    next(a for a in too_long.window.menus.fit_menu().actions() if "Allow 2 pages" in a.text()).trigger()
    too_long.until(lambda: too_long.window.editor.preview.overflow_lines() == 0)
    assert too_long.window.session.template.page.limit == 2
    assert "Undo make it fit" in too_long.window.actions_by_name["undo"].text()
