"""What a person is told when a note opens otherwise than it should: put right, newer, without a lock."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefing.cli.demo import sample_note
from briefing.errors import WriteFailed
from briefing.model import edits
from briefing.model.history import Label
from briefing.store import keeping, notes
from briefing.store.lock import lock_path


@pytest.fixture
def path(person) -> Path:
    path = person.folder / "talks.briefing"
    notes.save(sample_note(), path)
    return path


def changed(path: Path, **values: object) -> None:
    tree = json.loads(path.read_bytes())
    path.write_text(json.dumps({**tree, **values}), encoding="utf-8")


def opened(person, path: Path) -> None:
    person.window.commands.files.open_path(path)
    person.until(lambda: person.window.session.path == path and bool(person.message()))


def test_a_note_that_was_put_right_says_so_and_its_file_is_as_it_was(person, path):
    tree = json.loads(path.read_bytes())
    changed(path, points=[tree["points"][0]] * 2)
    before = path.read_bytes()
    opened(person, path)
    assert "was put right" in person.message()
    assert len({p.id for p in person.note.points}) == 2
    assert path.read_bytes() == before


def test_a_note_of_a_newer_version_says_so_and_keeps_what_it_brought(person, path):
    changed(path, version=99, min_reader=1, weather={"in": "Brena"})
    opened(person, path)
    assert "newer version of Briefing" in person.message()
    person.window.saving.save()
    assert json.loads(path.read_bytes())["weather"] == {"in": "Brena"}


def test_where_no_lock_can_be_written_it_is_said_and_the_note_can_be_worked_on(person, path, monkeypatch):
    def no_lock(note: Path, **_: object) -> None:
        raise WriteFailed(note.name, "denied", "no")

    monkeypatch.setattr(keeping, "acquire", no_lock)
    opened(person, path)
    assert "Others cannot see that you have" in person.message()
    assert not lock_path(path).exists()
    assert not person.window.session.read_only
    person.window.session.apply(edits.set_title(person.note, "Mine"), Label("title"))
    assert person.window.saving.save()
    assert notes.load(path).note.title == "Mine"


def test_a_note_too_new_to_be_read_is_left_as_it_is(person, path):
    changed(path, version=99, min_reader=99)
    before = path.read_bytes()
    person.window.commands.files.open_path(path)
    person.until(lambda: "newer version of Briefing" in person.message())
    assert path.read_bytes() == before
    assert person.window.on_start
