"""The picker, the library sheet and the reference: what they list, how they are searched."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from briefing import settings as config
from briefing.errors import WriteFailed
from briefing.template.keys import REPEATED, SINGLE, TOP
from briefing.ui.dialogs.template.managing import ManageSheet
from briefing.ui.dialogs.template.picker import TemplatePicker, offers
from briefing.ui.dialogs.template.reference import ReferenceSheet
from briefing.ui.home import Home
from briefing.ui.start.fill import template_choices
from briefing.ui.theme import LIGHT, Theme
from briefing.words import Words

THEME, WORDS = Theme(LIGHT), Words("en")


@pytest.fixture
def home(qapp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    monkeypatch.setenv("BRIEFING_HOME", str(tmp_path / "home"))
    made = Home()
    made.library.save_template("ours", made.library.read_template("uk-submission"))
    return made


@pytest.fixture
def picker(qtbot, home, talks) -> TemplatePicker:
    made = TemplatePicker(THEME, WORDS, offers(home), talks)
    qtbot.addWidget(made)
    made.show()
    return made


def shown(picker: TemplatePicker) -> list[str]:
    return [picker.shown.index(r, 0).data() for r in range(picker.shown.rowCount())]


def test_the_picker_stands_on_the_notes_own_form(picker):
    assert picker.chosen() == "bilateral-meeting"
    assert "Velmark talks" in looked_at(picker)


def looked_at(picker: TemplatePicker) -> str:
    picker.side.refresh()
    return picker.side.pane.text()


def test_the_models_keep_qts_rules(picker, qtbot):
    testers = [
        QAbstractItemModelTester(m, QAbstractItemModelTester.FailureReportingMode.Fatal)
        for m in (picker.model, picker.shown)
    ]
    for text in ("sub", "nothing like it", ""):
        picker.search.setText(text)
    assert len(testers) == 2
    assert picker.shown.rowCount() == picker.model.rowCount()


def test_typing_searches_and_arrows_move_from_the_search_field(picker, qtbot):
    qtbot.keyClicks(picker.search, "submission")
    assert set(shown(picker)) == {"Submission"}
    first = picker.chosen()
    qtbot.keyClick(picker.search, Qt.Key.Key_Down)
    assert {first, picker.chosen()} == {"ours", "uk-submission"}
    qtbot.keyClick(picker.search, Qt.Key.Key_Return)
    assert picker.result() == TemplatePicker.DialogCode.Accepted


def test_nothing_that_fits_is_said_and_cannot_be_used(picker):
    picker.search.setText("zzz")
    assert "zzz" in picker.said.text()
    assert not picker.main.isEnabled()


def test_each_form_says_whose_it_is(picker):
    role = Qt.ItemDataRole.AccessibleTextRole
    said = [picker.shown.index(r, 0).data(role) for r in range(picker.shown.rowCount())]
    assert any("Submission, Yours" in s for s in said)
    assert any("Bilateral meeting note, Shipped · in use" in s for s in said)


def test_the_teams_forms_are_marked_as_theirs(home, tmp_path):
    share = tmp_path / "share"
    share.mkdir()
    (share / "desk.toml").write_text(home.library.read_template("korean-report"), encoding="utf-8")
    home.change_settings(home.settings.with_value(config.TEAM_TEMPLATES, str(share)))
    home.library.refresh_team()
    assert [o.origin for o in offers(home) if o.name == "desk"] == ["team"]
    cards = template_choices(home.forms(), home.origins(), "")
    assert [c.name for c in cards if c.is_team] == ["desk"]


def test_ones_own_forms_have_cards_also_where_there_are_too_many(home):
    for number in range(8):
        home.library.save_template(f"zz {number}", home.library.read_template("korean-report"))
    shown = {c.name for c in template_choices(home.forms(), home.origins(), "bilateral-meeting")}
    assert shown == {"bilateral-meeting", "ours", *(f"zz {n}" for n in range(7))}


@pytest.fixture
def sheet(qtbot, home) -> Callable[..., ManageSheet]:
    made = ManageSheet(THEME, WORDS, home)
    qtbot.addWidget(made)
    made.show()
    stand_on(made, "ours")
    return made


def stand_on(sheet: ManageSheet, name: str) -> None:
    sheet.fill(name)
    assert sheet._entry().name == name


def names(home: Home) -> set[str]:
    return {e.name for e in home.library.list_templates() if e.origin == "own"}


def test_a_deleted_form_comes_back(sheet, home, qtbot):
    qtbot.mouseClick(sheet.delete, Qt.MouseButton.LeftButton)
    assert names(home) == set()
    qtbot.mouseClick(sheet.undo, Qt.MouseButton.LeftButton)
    assert names(home) == {"ours"}
    assert not sheet.undo.isEnabled()


def test_a_copy_has_a_name_of_its_own(sheet, home, qtbot):
    stand_on(sheet, "korean-report")
    qtbot.mouseClick(sheet.duplicate, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(sheet.duplicate, Qt.MouseButton.LeftButton)
    assert names(home) == {"ours", "한 쪽 보고서 (copy)", "한 쪽 보고서 (copy) (copy)"}


def test_a_form_is_renamed_for_people_and_in_the_library_and_stays_the_usual_one(sheet, home):
    home.change_settings(home.settings.with_value(config.TEMPLATE, "ours"))
    sheet.rename_to(sheet._entry(), "Minister: brief")
    assert dict(home.forms())["Minister brief"].name == "Minister: brief"
    assert home.settings.get(config.TEMPLATE) == "Minister brief"


def test_a_name_that_is_taken_is_said_and_changes_nothing(sheet, home, qtbot):
    home.library.save_template("theirs", home.library.read_template("korean-report"))
    stand_on(sheet, "theirs")
    with pytest.raises(WriteFailed):
        sheet.rename_to(sheet._entry(), "ours")
    assert names(home) == {"ours", "theirs"}
    assert dict(home.forms())["theirs"].name == "한 쪽 보고서"


def test_a_form_that_cannot_be_read_is_listed_as_such(sheet, home):
    home.library.save_template("broken", "no toml at all [")
    stand_on(sheet, "broken")
    assert "does not parse" in sheet.list.currentItem().text()


def test_deleting_ones_own_says_what_comes_back(sheet, home):
    home.library.save_template("korean-report", home.library.read_template("uk-submission"))
    stand_on(sheet, "korean-report")
    assert "Shipped" in sheet.said.text()


def test_what_ships_is_neither_renamed_nor_deleted(sheet):
    stand_on(sheet, "korean-report")
    assert not sheet.rename.isEnabled()
    assert not sheet.delete.isEnabled()
    assert sheet.duplicate.isEnabled()


def test_the_reference_has_every_key_and_is_searched(qtbot):
    reference = ReferenceSheet(THEME, WORDS)
    qtbot.addWidget(reference)
    count = sum(len(keys) for keys in (TOP, *SINGLE.values(), *REPEATED.values()))
    assert reference.list.topLevelItemCount() == count
    reference.search.setText("page.limit")
    items = [reference.list.topLevelItem(i) for i in range(count)]
    assert [i.text(0).split("\n")[-1] for i in items if not i.isHidden()] == ["page.limit", "rules.page_limit"]
