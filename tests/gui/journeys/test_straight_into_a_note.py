"""A window opened on a note: the note is what shows first, it takes keys at once, the rest follows."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest

from briefing.cli.demo import sample_note
from briefing.store.notes import save
from briefing.ui.keeping import Keeping


@pytest.fixture
def path(tmp_path) -> Path:
    saved = tmp_path / "talks.briefing"
    save(sample_note(), saved)
    return saved


@pytest.fixture
def opened(person, path):
    """A person before a window that was opened on the note, shown just now."""
    window = person.program.open_window(path)
    person.until(window.isVisible)
    return person


def test_the_note_is_the_first_thing_to_be_seen(opened):
    assert not opened.window.on_start
    assert "start" not in vars(opened.window)  # no start screen was made that nobody sees


def test_article_points_and_page_are_there(opened):
    note, editor = opened.note, opened.window.editor
    assert note.articles[0].headline in editor.source.text.toPlainText()
    opened.until(lambda: note.points[0].wording in editor.preview.text())
    assert editor.points._model.rowCount() >= len(note.points)


def test_keys_typed_before_the_page_is_made_are_not_lost(opened):
    count = len(opened.note.points)
    opened.window.editor.source.step_to_untagged()
    opened.press("2")
    assert len(opened.note.points) == count + 1
    wording = opened.note.points[-1].wording
    opened.until(lambda: wording in opened.window.editor.preview.text())


def test_the_keyboard_reaches_the_page_before_it_is_made(opened):
    opened.window.editor.focus_pane("preview")
    opened.until(opened.window.editor.preview.canvas.hasFocus)


def test_a_file_that_is_no_note_leads_to_the_start_screen_with_its_message(person, tmp_path):
    wrong = tmp_path / "wrong.briefing"
    wrong.write_text("no note", encoding="utf-8")
    window = person.program.open_window(wrong)
    person.until(window.isVisible)
    person.until(lambda: bool(window.start_messages.kept))
    assert window.on_start
    assert window.start.sample_button.isVisible()


def test_a_note_that_is_long_in_coming_does_not_keep_the_window_away(person, path, monkeypatch):
    begun, go_on = Event(), Event()
    monkeypatch.setattr(Keeping, "open", lambda *_: begun.set() or go_on.wait(10) or None)
    window = person.program.open_window(path)
    person.until(window.isVisible)
    assert begun.is_set()
    assert window.on_start
    go_on.set()
