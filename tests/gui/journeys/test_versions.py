"""Earlier versions: told in words, looked at, opened as a copy, never passed over when they fail."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from briefing import settings as config
from briefing.store import versions
from briefing.store.places import places


@pytest.fixture
def saved(person, monkeypatch) -> Path:
    """The sample with two points, saved; every later save keeps the version before it."""
    monkeypatch.setattr(versions, "LEAST_APART", versions.timedelta(0))
    path = person.folder / "talks.briefing"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    person.try_sample()
    person.press("1", "2", "Ctrl+S")
    return path


def seen_in_versions(person, act) -> None:
    def look(sheet) -> None:
        person.until(lambda: sheet.described)
        act(sheet)

    person.in_dialog(look)
    person.window.actions_by_name["versions"].trigger()


def rows(sheet) -> list[str]:
    return [sheet.list.item(i).text() for i in range(sheet.list.count())]


def test_each_version_says_when_it_was_and_what_changed_in_it(person, saved):
    person.press("1", "Ctrl+S", "1", "Ctrl+S")
    told = []
    seen_in_versions(person, lambda sheet: (told.extend(rows(sheet)), sheet.reject()))
    assert [line.splitlines()[1] for line in told] == ["1 point added", "the oldest kept"]
    assert told[0].startswith("Today ")
    assert "saved" in told[0]


def test_a_version_is_shown_as_its_page_and_compared_with_the_note_now(person, saved):
    person.press("1", "Ctrl+S")
    said = []
    seen_in_versions(person, lambda s: (said.extend((s.page.text(), s.since.text())), s.reject()))
    assert person.note.points[0].wording in said[0]
    assert said[1] == "Since then: 1 point added."


def test_a_version_comes_back_as_a_note_of_its_own_and_the_file_stays(person, saved):
    before = person.note
    person.press("1", "Ctrl+S")
    file = saved.read_bytes()
    first = person.window
    seen_in_versions(person, lambda sheet: person.qtbot.keyClick(sheet, Qt.Key.Key_Return))
    assert person.window is not first
    assert person.note.points == before.points
    assert person.note.id != before.id
    assert person.window.session.path is None
    assert "is open as a new note" in person.message()
    assert saved.read_bytes() == file
    assert len(first.session.note.points) == 3


def test_a_damaged_version_is_said_so_and_cannot_be_restored(person, saved):
    person.press("1", "Ctrl+S")
    for file in places().versions.rglob("*.gz"):
        file.write_bytes(b"torn")
    said = []
    seen_in_versions(person, lambda s: (said.extend((s.since.text(), s.restore.isEnabled())), s.reject()))
    assert said == ["This version is damaged and cannot be shown. The others are not affected.", False]


def test_a_note_that_was_never_saved_has_no_versions(person):
    person.try_sample()
    shown = []
    seen_in_versions(person, lambda s: (shown.extend((s.list.isVisible(), s.restore.isEnabled())), s.reject()))
    assert shown == [False, False]


def test_before_another_template_the_note_is_kept_as_it_was(person, qapp):
    person.try_sample()
    person.press("1")
    before = person.note.points
    person.window.commands.templates.use("uk-submission")
    listed = person.window.keeping.keeper.versions
    person.until(lambda: len(listed.listed()) == 1)
    assert listed.listed()[0].reason == "template"
    assert listed.note(listed.listed()[0]).points == before


def no_versions_can_be_kept() -> None:
    shutil.rmtree(places().versions, ignore_errors=True)
    places().versions.write_bytes(b"a file where the folder should be")


def test_a_version_that_cannot_be_kept_is_told(person, saved):
    no_versions_can_be_kept()
    person.press("1", "Ctrl+S")
    assert person.window.session.is_saved
    assert "the version before could not be kept" in person.message()


def test_a_version_that_cannot_be_kept_stops_the_way_out(person, saved):
    no_versions_can_be_kept()
    person.press("1")
    person.answer_all("Save", "Cancel")
    assert not person.window.close()
    assert person.window.session.is_saved


def test_no_versions_are_kept_where_they_are_switched_off(person, saved):
    home = person.program.home
    home.change_settings(home.settings.with_value(config.KEEP_VERSIONS, value=False))
    person.window.use_settings()
    person.press("1", "Ctrl+S")
    assert person.window.keeping.keeper.versions.listed() == ()


def test_what_has_had_its_time_goes_when_nobody_waits(person, saved, qapp):
    old = places().versions / "n-1" / "20240101T010000000000Z-save-0123456789abcdef.briefing.gz"
    newer = places().versions / "n-1" / "20240101T020000000000Z-save-0123456789abcdef.briefing.gz"
    journal = places().history / "n-1.left-1.log"
    for file in (old, newer, journal):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"")
    os.utime(journal, (0, 0))
    person.program.home.tidy()
    assert not journal.exists()
    assert [f.exists() for f in (old, newer)] == [False, True]  # the newest of its day stays


@pytest.mark.parametrize("damage", [b"", b'{"format": "briefing-note", "id": "torn', bytes(4_000)])
def test_a_damaged_note_leads_to_its_versions_and_one_of_them_opens(person, saved, damage):
    before = person.note
    person.press("1", "Ctrl+S")
    saved.write_bytes(damage)
    person.window.close()
    window = person.program.open_window(saved)
    person.until(lambda: "damaged" in person.message())
    assert "1 earlier version of it is kept on this computer" in person.message()
    person.in_dialog(lambda sheet: (person.until(lambda: sheet.described), sheet.restore.click()))
    person.choose("Earlier versions…")
    assert person.window is not window
    assert person.note.points == before.points
    assert saved.read_bytes() == damage


def test_a_damaged_file_nothing_is_known_of_offers_no_versions(person, saved):
    person.press("1", "Ctrl+S")
    other = person.folder / "other.briefing"
    other.write_bytes(b"")
    person.program.open_window(other)
    person.until(lambda: "damaged" in person.message())
    assert "Open an older copy of it" in person.message()
