"""Unsaved work of an earlier session: told in words, brought back as one step, written only when asked."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from briefing.cli.demo import sample_note
from briefing.model import edits
from briefing.model.note import Note
from briefing.store import notes, recovery
from briefing.store.keeping import keeper_of, new_keeper, open_note
from briefing.store.places import places


def reworded(note: Note, place: int, wording: str) -> Note:
    return edits.reword(note, note.points[place].id, wording)


@pytest.fixture
def path(person) -> Path:
    path = person.folder / "talks.briefing"
    notes.save(sample_note(), path)
    return path


@pytest.fixture
def crash(monkeypatch):
    """Leaves the work of a program that died: one change of the note in the file, or of one without a file."""

    def crash(change, path: Path | None = None) -> None:
        keeper = keeper_of(open_note(path, places()), places()) if path else new_keeper(sample_note(), places())
        keeper.keep(change(keeper.note))
        keeper.close()
        monkeypatch.setattr(recovery, "alive", lambda _: False)

    return crash


def opened(person, path: Path):
    window = person.program.open_window(path)
    person.until(lambda: window.session.path == path and not window.on_start)
    window.activateWindow()
    person.until(window.isActiveWindow)
    return window


def offered(person) -> None:
    """A new window, once it has offered what was left."""
    window = person.program.open_window()
    with person.qtbot.waitSignal(window.settled):
        window.activateWindow()


def test_work_that_continues_the_file_is_back_and_says_what_it_is(person, path, crash):
    crash(lambda note: reworded(note, 0, "Mine"), path)
    window = opened(person, path)
    assert window.session.note.points[0].wording == "Mine"
    assert "Your unsaved work is back: 1 point reworded." in person.message()
    assert not window.session.is_saved


def test_what_came_back_is_written_only_when_a_person_saves(person, path, crash):
    crash(lambda note: reworded(note, 0, "Mine"), path)
    before = path.read_bytes()
    window = opened(person, path)
    window.saving._save_by_itself()
    assert path.read_bytes() == before
    person.choose("Save now")
    assert notes.load(path).note.points[0].wording == "Mine"


def test_the_file_on_disk_can_be_looked_at_and_the_work_stays_one_step_away(person, path, crash):
    crash(lambda note: reworded(note, 0, "Mine"), path)
    window = opened(person, path)
    person.choose("Open file on disk")
    assert window.session.is_saved
    person.window.commands.redo()
    assert window.session.note.points[0].wording == "Mine"


@pytest.fixture
def parted(person, path, crash) -> Path:
    """Unsaved work on the first point; since then somebody else saved another second one."""
    crash(lambda note: reworded(note, 0, "Mine"), path)
    notes.save(reworded(notes.load(path).note, 1, "Hers"), path)
    return path


def test_work_on_an_earlier_state_of_the_file_is_offered_and_comes_together_with_it(person, parted):
    window = opened(person, parted)
    before = parted.read_bytes()
    assert "an earlier state of this file: 1 point reworded" in person.message()
    said = []
    person.in_dialog(lambda sheet: (said.extend(sheet.lines()), sheet.accept()))
    person.choose("Bring together…")
    assert said[0] == "From your earlier work"
    assert said[1].startswith("Reworded: Mine (before: ")
    assert [p.wording for p in window.session.note.points[:2]] == ["Mine", "Hers"]
    assert parted.read_bytes() == before
    assert not window.session.is_saved


def test_such_work_can_be_discarded_into_the_history(person, parted):
    window = opened(person, parted)
    person.choose("Discard")
    assert window.session.note.points[1].wording == "Hers"
    assert recovery.unsaved(places().journals) == ()
    assert len(list(places().history.iterdir())) == 1


def test_work_without_a_file_comes_back_unnamed(person, crash):
    crash(lambda note: reworded(note, 0, "Mine"))
    offered(person)
    assert "1 point reworded" in person.message()
    person.choose("Restore")
    assert person.note.points[0].wording == "Mine"
    assert person.window.session.path is None


def test_a_damaged_file_does_not_keep_the_work_on_it_from_coming_back(person, path, crash):
    crash(lambda note: replace(note, title="Mine"), path)
    path.write_bytes(b"\0" * 4000)
    offered(person)
    person.choose("Restore")
    person.until(lambda: "damaged" in person.message() or "not a Briefing note" in person.message())
    person.choose("Open the recovered work")
    assert person.note.title == "Mine"
    assert path.read_bytes() == b"\0" * 4000
