"""Two people and one file: who has it is said, nothing is overwritten, both works come together."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QFileDialog, QMessageBox

from briefing import settings as config
from briefing.model import edits
from briefing.model.history import Label
from briefing.store import lock as locks
from briefing.store import notes
from briefing.store.lock import Holder


@pytest.fixture
def anna() -> Holder:
    return replace(locks.myself(), person="Anna", computer="PC-12", host="ffffff", session="hers")


@pytest.fixture
def path(person) -> Path:
    """A saved note with two points, closed."""
    path = person.folder / "talks.briefing"
    person.try_sample()
    person.press("1", "2")
    notes.save(person.note, path)
    person.answer("Don't save")
    person.window.close()
    return path


def open_in_a_window(person, path: Path):
    window = person.program.open_window(path)
    person.until(lambda: window.session.path == path and not window.on_start)
    window.activateWindow()  # a closed question gives the window back, as a window manager does
    person.until(window.isActiveWindow)
    return window


def hers(path: Path, wording: str) -> None:
    """What Anna saves: the first point reworded."""
    note = notes.load(path).note
    notes.save(edits.reword(note, note.points[0].id, wording), path)


@pytest.fixture
def held(path, anna) -> Path:
    locks.acquire(path, anna)
    return path


def asked(person, answer: str) -> list[str]:
    """What the question says that `answer` is given to."""
    said: list[str] = []

    def press(box) -> None:
        assert isinstance(box, QMessageBox)
        said.extend((box.text(), box.informativeText()))
        next(b for b in box.buttons() if b.text() == answer).click()

    person.in_dialog(press)
    return said


# Somebody has it open


def test_a_note_that_is_open_elsewhere_names_person_computer_and_time(person, held):
    said = asked(person, "Cancel")
    window = person.program.open_window(held)
    person.until(lambda: bool(said))
    assert said[0].startswith("“talks.briefing” is open elsewhere: Anna (PC-12), since Today ")
    person.until(lambda: not window.busy)
    assert window.on_start
    assert locks.holder_of(held).person == "Anna"


def test_read_only_is_said_in_the_title_and_refuses_every_edit(person, held):
    asked(person, "Open read-only")
    window = open_in_a_window(person, held)
    before, file = person.note, held.read_bytes()
    assert "(read-only)" in window.windowTitle()
    assert window.editor.toolbar.state == "Read-only"
    person.press("N", "3")
    assert person.note == before
    assert "nothing was changed" in person.message()
    window.commands.asking.header_fields()
    window.editor.points.edit(before.points[0].id)
    assert not window.editor.points.is_editing()
    assert not window.saving.save()
    assert held.read_bytes() == file
    assert locks.holder_of(held).person == "Anna"


def test_a_read_only_note_saved_as_a_copy_can_be_worked_on(person, held, monkeypatch):
    asked(person, "Open read-only")
    window = open_in_a_window(person, held)
    mine = person.folder / "mine.briefing"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(mine), ""))
    assert window.saving.save_as()
    person.press("N", "3")
    assert len(person.note.points) == 3
    assert "(read-only)" not in window.windowTitle()


def test_a_copy_is_a_note_of_its_own(person, held):
    asked(person, "Open a copy")
    window = person.program.open_window(held)
    person.until(lambda: bool(window.session.note.points))
    assert window.session.path is None
    assert window.session.note.id != notes.load(held).note.id
    assert "copy of “talks.briefing”" in person.message()


def test_taking_over_is_a_choice_and_then_the_note_is_ours(person, held):
    asked(person, "Take over")
    window = open_in_a_window(person, held)
    assert not window.session.read_only
    assert locks.holder_of(held).session == window.keeping.keeper.lock.holder.session


def test_the_same_note_is_not_opened_twice_but_shown(person, path):
    first = open_in_a_window(person, path)
    second = person.program.open_window()
    second.commands.files.open_path(path)
    person.until(lambda: not second.busy)
    assert second.on_start
    person.until(first.isActiveWindow)


def test_who_is_taken_over_is_told_and_keeps_what_they_did(person, path, anna):
    window = open_in_a_window(person, path)
    home = person.program.home
    home.change_settings(home.settings.with_value(config.AUTOSAVE, value=False))
    person.press("N", "3")
    mine = person.note
    locks.take_over(path, anna)
    window.desk.joining.look_again()
    person.until(lambda: "taken over: Anna (PC-12) has it now" in person.message())
    assert window.session.read_only
    assert person.note == mine
    assert window.keeping.keeper.journal.flush()
    assert not window.saving.save()
    assert len(notes.load(path).note.points) == 2


def test_a_lock_that_no_window_of_ours_has_is_no_obstacle(person, path):
    locks.acquire(path)
    window = open_in_a_window(person, path)
    assert not window.session.read_only
    assert len(person.program.windows) == 1


def test_the_lock_is_looked_after_beside_the_window(person, path, anna):
    window = open_in_a_window(person, path)
    locks.take_over(path, anna)
    window.keeping._timer.timeout.emit()
    person.until(lambda: window.session.read_only)


# Changed on disk


def test_their_save_is_seen_when_the_window_comes_to_the_front(person, path):
    window = open_in_a_window(person, path)
    hers(path, "Anna's words")
    window.desk.joining.look_again()
    person.until(lambda: "saved by somebody else" in person.message())
    assert "1 point reworded" in person.message()
    assert person.note.points[0].wording != "Anna's words"
    person.choose("Show theirs")
    assert person.note.points[0].wording == "Anna's words"
    assert window.session.is_saved
    window.editor.focus_pane("source")
    person.press("Ctrl+Z")
    assert person.note.points[0].wording != "Anna's words"


def test_a_file_that_was_only_touched_is_no_news(person, path):
    window = open_in_a_window(person, path)
    path.write_bytes(path.read_bytes())
    window.desk.joining.look_again()
    person.until(lambda: not window.busy)
    assert window.editor.messages.kept == []


@pytest.fixture
def parted(person, path):
    """Mine has a third point and my words for the second, theirs has hers for the first and the second."""
    window = open_in_a_window(person, path)
    person.press("N", "3")
    note = notes.load(path).note
    first, second = note.points
    theirs = edits.reword(edits.reword(note, first.id, "Hers, first"), second.id, "Hers, second")
    window.session.apply(edits.reword(person.note, second.id, "Mine, second"), Label("reword"))
    notes.save(theirs, path)
    return window


def test_both_works_come_together_and_the_list_says_what_came(person, path, parted):
    person.press("Ctrl+S")
    person.until(lambda: "was changed on disk" in person.message())
    said = []
    person.in_dialog(lambda sheet: (said.extend(sheet.lines()), sheet.accept()))
    person.choose("Bring together…")
    assert said[0] == "Changed by both"
    assert "Mine, second / Hers, second" in said[1]
    assert "From somebody else" in said
    wordings = [p.wording for p in notes.load(path).note.points]
    assert {"Hers, first", "Mine, second", "Hers, second"} < set(wordings)
    assert len(wordings) == 4
    assert "changed by both; look at it" in person.message()
    assert parted.session.is_saved


def test_turning_the_list_down_changes_nothing(person, path, parted):
    before, file = person.note, path.read_bytes()
    person.press("Ctrl+S")
    person.until(lambda: "was changed on disk" in person.message())
    person.in_dialog(lambda sheet: sheet.reject())
    person.choose("Bring together…")
    assert person.note == before
    assert path.read_bytes() == file


def test_mine_can_be_kept_as_a_copy(person, path, parted, monkeypatch):
    mine, file = person.folder / "mine.briefing", path.read_bytes()
    person.press("Ctrl+S")
    person.until(lambda: "was changed on disk" in person.message())
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(mine), ""))
    person.choose("Save mine as a copy…")
    assert notes.load(mine).note == person.note
    assert path.read_bytes() == file


def test_theirs_in_place_of_mine_leaves_mine_among_the_versions(person, path, parted):
    mine = person.note
    person.press("Ctrl+S")
    person.until(lambda: "was changed on disk" in person.message())
    person.choose("Load theirs")
    versions = parted.keeping.keeper.versions
    assert mine in [versions.note(v) for v in versions.listed()]
    assert locks.holder_of(path).session == parted.keeping.keeper.lock.holder.session


def test_saving_over_a_note_that_somebody_has_open_is_refused(person, held, monkeypatch):
    person.program.open_window()
    person.try_sample()
    before = held.read_bytes()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(held), ""))
    person.press("Ctrl+S")
    assert "is open elsewhere: Anna · PC-12" in person.message()
    assert held.read_bytes() == before
