"""What is kept on this computer: for how long, and deleted when a person says so."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from briefing import settings as config
from briefing.store import recovery
from briefing.store.keeping import new_keeper
from briefing.store.places import places
from briefing.store.recovery import unsaved


@pytest.fixture
def used(person, monkeypatch) -> Path:
    """A note saved and changed, one recent entry, and unsaved work of a program that died."""
    path = person.folder / "talks.briefing"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    person.try_sample()
    person.press("1", "Ctrl+S", "1", "Ctrl+S")
    keeper = new_keeper(person.window.opening.fresh_note(), places())
    keeper.keep(person.note)
    keeper.close()
    person.window.close()
    monkeypatch.setattr(recovery, "alive", lambda _: False)
    person.program.open_window()
    return path


def in_history(person, act) -> None:
    person.in_dialog(act)
    person.window.actions_by_name["history"].trigger()


def test_it_says_what_it_holds_and_spares_work_that_is_saved_nowhere(person, used):
    said = {}
    in_history(
        person, lambda s: (said.update({w: (b.text(), b.isChecked()) for w, b in s.boxes.items()}), s.reject())
    )
    assert said["versions"][0].startswith("1 earlier version of notes (")
    assert said["recent"] == ("1 recent note in the list", True)
    assert said["unsaved"][1] is False


def test_nothing_is_deleted_before_the_question_is_answered(person, used):
    def act(sheet) -> None:
        person.answer("Cancel")
        person.click(sheet.delete)
        sheet.reject()

    in_history(person, act)
    assert len(person.program.home.recent()) == 1


def test_what_is_ticked_is_deleted_and_the_note_and_unsaved_work_stay(person, used):
    note = used.read_bytes()
    said = []

    def act(sheet) -> None:
        person.answer("Delete")
        person.click(sheet.delete)
        said.append(sheet.said.text())
        sheet.accept()

    in_history(person, act)
    assert said == ["Deleted."]
    assert list(places().versions.rglob("*.gz")) == []
    assert person.program.home.recent() == ()
    assert len(unsaved(places().journals)) == 1
    assert used.read_bytes() == note


def test_the_number_of_days_can_be_read(person):
    seen = []

    def look(sheet) -> None:
        field, metrics = sheet.days.lineEdit(), sheet.days.fontMetrics()
        seen.append(field.width() - field.textMargins().left() >= metrics.horizontalAdvance("3650"))
        sheet.reject()

    in_history(person, look)
    assert seen == [True]


def test_retention_is_a_setting(person):
    def act(sheet) -> None:
        sheet.days.setValue(7)
        sheet.versions.setChecked(False)
        sheet.recent.setChecked(False)
        sheet.accept()

    in_history(person, act)
    settings = person.program.home.settings
    assert settings.get(config.HISTORY_DAYS) == 7
    assert not settings.get(config.KEEP_VERSIONS)


def test_where_no_list_is_kept_a_save_leaves_no_trace_in_it(person, monkeypatch):
    home = person.program.home
    home.change_settings(home.settings.with_value(config.KEEP_RECENT, value=False))
    path = person.folder / "talks.briefing"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    person.try_sample()
    person.press("1", "Ctrl+S")
    assert person.window.session.is_saved
    assert home.recent() == ()
