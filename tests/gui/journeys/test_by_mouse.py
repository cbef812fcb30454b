"""Journeys with the mouse alone."""

from __future__ import annotations

import docx
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog

from briefing.ui.dialogs.forms import HeaderFields


def test_the_sample_is_tagged_by_menu_and_exported_by_button(person):
    person.try_sample()
    window = person.window
    menu = window.actions_by_name.submenus["tags"]
    menu.aboutToShow.emit()
    menu.actions()[1].trigger()
    assert [p.tag for p in person.note.points] == ["agreements"]

    def go(dialog: QDialog) -> None:
        dialog.name.setText("by mouse")
        person.click(dialog.main)

    person.in_dialog(go)
    person.click(window.editor.toolbar.export)
    assert (person.folder / "by mouse.docx").is_file()
    assert "by mouse.docx" in person.message()


def test_the_cross_of_the_export_sheet_closes_it_and_writes_nothing(person):
    person.try_sample()
    before = set(person.folder.iterdir())
    person.in_dialog(lambda dialog: person.click(dialog.cross))
    person.click(person.window.editor.toolbar.export)
    assert set(person.folder.iterdir()) == before


def test_a_template_card_on_the_start_screen_chooses_the_form(person):
    cards = person.window.start.forms.cards
    korean = next(c for c in cards if c.choice.name == "korean-report")
    person.click(korean)
    person.try_sample()
    assert person.note.template.name == "korean-report"


def test_the_start_screen_leads_to_the_library_of_templates(person):
    person.until(lambda: person.window.start.manage_button is not None)
    seen = []
    person.in_dialog(lambda dialog: (seen.append(dialog.list.count()), dialog.reject()))
    person.click(person.window.start.manage_button)
    assert seen[0] >= 8


def begin_a_form(person, entry: int, act) -> None:
    """Presses the dashed card and chooses an entry of its menu; `act` is done in the dialog that opens."""
    forms = person.window.start.forms
    person.until(lambda: forms.new_card is not None)

    def choose() -> None:
        menu = QApplication.activePopupWidget()
        person.in_dialog(act)
        menu.setActiveAction(menu.actions()[entry])
        person.qtbot.keyClick(menu, Qt.Key.Key_Return)

    QTimer.singleShot(0, choose)
    person.click(forms.new_card)


def test_the_dashed_card_begins_a_form_of_ones_own_as_the_chosen_one(person):
    person.window.start.forms.choose("korean-report")
    begin_a_form(person, 0, lambda dialog: person.click(dialog.save))
    made = dict(person.program.home.forms())["New template"]
    assert (made.name, made.language) == ("New template", "ko")
    assert person.window.start.forms.chosen == "New template"
    person.try_sample()
    assert person.note.template.name == "New template"


def test_the_dashed_card_begins_a_form_from_a_word_file(person, monkeypatch):
    path = person.folder / "House brief.docx"
    docx.Document().save(path)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    begin_a_form(person, 1, lambda dialog: person.click(dialog.save))
    assert dict(person.program.home.forms())["House brief"].word.way == "base"


def test_a_click_in_the_preview_leads_to_the_card(person):
    person.try_sample()
    person.press("1", "2")
    first = person.note.points[0].id
    person.window.editor.preview.origin_clicked.emit(f"point:{first}")
    assert person.window.editor.points.focused_point() == first
    assert person.window.screens.focus.point == first


def test_header_fields_reach_the_page(person):
    person.try_sample()

    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, HeaderFields)
        dialog.fields["to"].setText("Minister of Trade")
        dialog.summary.setPlainText("The channel is open again.")
        person.qtbot.keyClick(dialog.title, Qt.Key.Key_Return)

    person.in_dialog(fill)
    person.window.actions_by_name["header_fields"].trigger()
    person.until(lambda: "Minister of Trade" in person.window.editor.preview.text())
    assert person.note.summary == "The channel is open again."
    person.press("Ctrl+Z")
    assert person.note.field("to") == ""


def test_switching_the_form_keeps_every_point(person):
    person.try_sample()
    person.press("1", "2", "3", "4")
    wordings = {p.wording for p in person.note.points}
    person.window.commands.templates.use("uk-submission")
    assert {p.wording for p in person.note.points} == wordings
    person.until(lambda: all(w in person.window.editor.preview.text() for w in wordings))
