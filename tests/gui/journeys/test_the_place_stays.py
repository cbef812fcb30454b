"""Where one stands stays through undo, redo and save; 500 steps are kept, each named in the Edit menu."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QApplication, QFileDialog

from briefing.model import edits
from briefing.model.history import MOST_STEPS, Label


@pytest.fixture
def deep(person, monkeypatch):
    """The sample at a small window with eight points; one stands far down, with words selected."""
    path = person.folder / "talks.briefing"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    person.window.resize(1300, 560)
    person.try_sample()
    for _ in range(8):
        person.press("2")
    person.stand_on("Relations have improved")
    person.press("Shift+Left", "Shift+Left")
    return path


def place(person) -> dict[str, object]:
    """All that should stay where it is."""
    editor = person.window.editor
    return {
        "keyboard": QApplication.focusWidget(),
        "sentence": editor.source.current_sentence(),
        "selection": editor.source.current(),
        "source": editor.source.text.verticalScrollBar().value(),
        "card": editor.points._list.visualRect(editor.points._list.currentIndex()).top(),
        "page": editor.preview.canvas.verticalScrollBar().value(),
    }


def test_saving_moves_nothing(person, deep):
    before = place(person) | {"point": person.window.screens.focus.point}
    person.press("Ctrl+S")
    assert person.window.session.is_saved
    assert place(person) | {"point": person.window.screens.focus.point} == before


def test_undo_and_redo_of_a_wording_elsewhere_move_nothing(person, deep):
    session, first = person.window.session, person.note.points[0].id
    session.apply(edits.reword(person.note, first, "Other words"), Label("reword"))
    before = place(person)
    person.press("Ctrl+Z")
    assert place(person) == before
    person.press("Ctrl+Shift+Z")
    assert place(person) == before


def test_undo_of_a_tag_leaves_the_selection_and_the_scroll_of_the_article(person, deep):
    person.press("3")
    before = place(person)
    person.press("Ctrl+Z")
    after = place(person)
    assert {k: after[k] for k in ("keyboard", "source")} == {k: before[k] for k in ("keyboard", "source")}


def test_undo_in_the_points_keeps_the_focused_card_in_view(person, deep):
    editor = person.window.editor
    person.press("F6", "End")
    focused = editor.points.focused_point()
    person.press("Alt+Up", "Ctrl+Z")
    assert editor.points.focused_point() == focused
    assert editor.focused_pane() == "points"
    visible = editor.points._list.visualRect(editor.points._list.currentIndex())
    assert editor.points._list.viewport().rect().intersects(visible)


def test_five_hundred_steps_are_undone_and_redone_with_their_names(person):
    person.try_sample()
    person.press("1")
    session, point = person.window.session, person.note.points[0].id
    undo = person.window.actions_by_name["undo"]
    with QSignalBlocker(session):  # all but the last of each kind unseen: the panes need not follow
        for number in range(MOST_STEPS - 1):
            session.apply(edits.reword(person.note, point, f"Wording {number}"), Label("reword"))
    session.apply(edits.reword(person.note, point, "Last"), Label("reword"))
    with QSignalBlocker(session):
        for _ in range(MOST_STEPS - 1):
            session.undo()
    assert (undo.text(), undo.isEnabled()) == ("Undo wording", True)
    person.press("Ctrl+Z")
    assert not undo.isEnabled()
    with QSignalBlocker(session):
        for _ in range(MOST_STEPS - 1):
            session.redo()
    person.press("Ctrl+Shift+Z")
    assert person.note.points[0].wording == "Last"


def test_history_goes_on_after_a_save(person, deep):
    count = len(person.note.points)
    person.press("Ctrl+S", "Esc", "4")
    person.press("Ctrl+Z", "Ctrl+Z")
    assert len(person.note.points) == count - 1
    assert not person.window.session.is_saved
