"""Journeys in which something goes wrong: the note stays, and a sentence says so."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from briefing.errors import WriteFailed
from briefing.model import edits
from briefing.settings import LANGUAGE
from briefing.store import notes
from briefing.ui import exporting


def _save_as(person, monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    person.press("Ctrl+S")


def test_a_note_is_saved_closed_and_opened_again(person, monkeypatch):
    person.try_sample()
    person.press("1", "2")
    path = person.folder / "talks.briefing"
    _save_as(person, monkeypatch, path)
    kept = person.note
    assert person.window.session.is_saved
    assert "Saved" in person.window.editor.toolbar.state
    person.window.close()
    window = person.program.open_window(path)
    person.until(lambda: bool(window.session.note.articles))
    assert window.session.note == kept
    assert person.program.home.recent()[0].path == path


def test_a_save_that_fails_says_so_and_the_note_stays_unsaved(person, monkeypatch):
    person.try_sample()
    person.press("1")
    before = person.note
    _save_as(person, monkeypatch, person.folder / "not" / "there" / "talks.briefing")
    assert person.note == before
    assert not person.window.session.is_saved
    said = person.message()
    assert said.startswith(f"Could not save to {(person.folder / 'not' / 'there').as_posix()}. ")
    assert "your note is open and a recovery copy is on this computer" in said


def test_good_news_does_not_push_away_what_waits_and_a_save_settles_it(person, monkeypatch):
    person.try_sample()
    person.press("1")
    _save_as(person, monkeypatch, person.folder / "not" / "there" / "talks.briefing")
    area = person.window.editor.messages
    person.window.commands.files.copy_note()
    assert [m.look for m, _ in area._bars.values()] == ["danger", "good"]
    area._timer.timeout.emit()
    assert [m.look for m, _ in area._bars.values()] == ["danger"]
    _save_as(person, monkeypatch, person.folder / "talks.briefing")
    assert not area.isVisible()


def test_an_export_that_word_has_open_says_to_close_it(person, monkeypatch):
    person.try_sample()
    person.press("1")

    def refuse(*_: object, **__: object) -> None:
        failure = WriteFailed("talks.docx", "denied", "PermissionError")
        raise failure

    monkeypatch.setattr(exporting, "write_whole", refuse)
    person.in_dialog(lambda sheet: sheet.accept())
    person.press("Ctrl+E")
    assert person.message() == (
        "Could not write the Word file. Your note is safe. "
        "Close the file in Word and try again, or choose another name."
    )


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_is_said_so(person, monkeypatch):
    locked = person.folder / "locked"
    locked.mkdir(mode=0o500)
    person.try_sample()
    _save_as(person, monkeypatch, locked / "talks.briefing")
    assert "may not write there" in person.message()


def test_somebody_elses_save_is_not_overwritten(person, monkeypatch):
    person.try_sample()
    person.press("1")
    path = person.folder / "talks.briefing"
    _save_as(person, monkeypatch, path)
    theirs = notes.load(path).note
    notes.save(person.window.opening.fresh_note(), path)
    assert theirs == person.note
    person.press("2", "Ctrl+S")
    person.until(lambda: "was changed on disk" in person.message())
    assert notes.load(path).note.points == ()


def test_closing_an_unsaved_note_asks_and_cancel_keeps_it(person):
    person.try_sample()
    person.press("1")
    person.answer("Cancel")
    assert not person.window.close()
    assert len(person.note.points) == 1
    person.answer("Don't save")
    assert person.window.close()


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("empty.txt", b"", "holds no text"),
        ("picture.txt", bytes(range(256)) * 40, "not text that Briefing can read"),
        ("gone.txt", None, "was not found"),
    ],
)
def test_a_file_that_is_no_article_ends_in_a_sentence(person, name, data, says):
    path = person.folder / name
    if data is not None:
        path.write_bytes(data)
    person.window.commands.files.open_path(path)
    person.until(lambda: says in person.message())
    assert "Nothing was changed" in person.message()
    assert person.window.on_start


def test_a_damaged_note_is_left_as_it_is(person):
    path = person.folder / "broken.briefing"
    path.write_bytes(b'{"format": "briefing-note", "version": 1, ')
    person.window.commands.files.open_path(path)
    person.until(lambda: bool(person.message()))
    assert "damaged" in person.message()
    assert path.read_bytes().endswith(b", ")


def test_an_export_over_an_existing_file_says_replace_first(person):
    person.try_sample()
    person.press("1")
    target = person.folder / "there.docx"
    target.write_bytes(b"mine")
    said = []

    def look(dialog):
        dialog.name.setText("there")
        said.append(dialog.main.text())
        dialog.reject()

    person.in_dialog(look)
    person.press("Ctrl+E")
    assert said == ["Replace"]
    assert target.read_bytes() == b"mine"


def test_a_second_window_opens_beside_a_note_that_is_open(person):
    person.try_sample()
    first = person.window
    person.window.commands.files.open_path(person.folder / "gone.briefing")
    assert len(person.program.windows) == 2
    assert first.session.note.articles


def test_the_language_changes_without_a_restart_and_the_note_stays(person):
    person.try_sample()
    person.press("1")
    note = person.note
    person.window.commands.view.choose(LANGUAGE, "ko")
    assert person.note == note
    assert person.window.editor.toolbar.export.text().strip() == "내보내기"
    assert person.window.actions_by_name["undo"].text().startswith("실행 취소")


def test_loading_theirs_puts_nothing_of_theirs_into_the_journal(person, monkeypatch):
    person.try_sample()
    person.press("1")
    path = person.folder / "talks.briefing"
    _save_as(person, monkeypatch, path)
    theirs = edits.set_title(person.note, "Theirs")
    notes.save(theirs, path)
    person.press("2", "Ctrl+S")
    person.until(lambda: "was changed on disk" in person.message())
    person.choose("Load theirs")
    assert person.note == theirs
    assert not person.window.keeping.keeper.unsaved


def test_new_from_clipboard_beside_a_note_opens_a_window_of_its_own(person, qapp):
    person.try_sample()
    first = person.window
    qapp.clipboard().setText(
        "A headline of some length\n\n" + "The two sides met on Thursday in the capital. " * 8
    )
    first.commands.files.paste()
    person.until(lambda: bool(person.note.articles))
    assert person.window is not first
    assert len(first.session.note.articles) == 1


def test_the_start_screen_shows_one_window_and_no_stray_label(person, qapp):
    person.window.read_clipboard()
    shown = [w for w in qapp.topLevelWidgets() if w.isVisible()]
    assert [type(w).__name__ for w in shown] == ["MainWindow"]
