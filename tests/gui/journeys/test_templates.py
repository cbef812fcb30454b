"""Journeys through templates: edited, saved, shared, newer in the library, another form for the note."""

from __future__ import annotations

import docx
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog

from briefing import settings as config


def in_front(person, dialog: QDialog) -> None:
    dialog.activateWindow()
    person.until(dialog.isActiveWindow)


def edit_heading(person, heading: str):
    """Types another heading for the first section in the editor, by key."""

    def act(dialog: QDialog) -> None:
        in_front(person, dialog)
        row = next(iter(dialog.pages["sections"].rows.rows.values()))
        row.name.field.setFocus()
        row.name.field.selectAll()
        person.qtbot.keyClicks(row.name.field, heading)
        person.qtbot.keyClick(row.name.field, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)

    return act


def test_the_form_is_edited_by_key_and_the_note_takes_it_as_one_step(person):
    person.try_sample()
    person.press("1")
    person.in_dialog(edit_heading(person, "Talks"))
    person.window.actions_by_name["edit_template"].trigger()
    person.until(lambda: "Talks" in person.window.editor.preview.text())
    assert dict(person.program.home.forms())["bilateral-meeting"].sections[0].heading == "Talks"
    person.press("Ctrl+Z")
    assert person.window.session.template.sections[0].heading == "Meeting"
    assert len(person.note.points) == 1


def test_another_note_in_that_form_is_told_and_takes_the_newer_one_with_one_click(person):
    person.try_sample()
    first = person.window
    second = person.program.open_window()
    second.opening.import_sample()
    person.until(lambda: bool(second.session.note.articles))
    person.in_dialog(edit_heading(person, "Talks"))
    second.actions_by_name["edit_template"].trigger()
    shown = first.editor.messages.kept[-1]
    assert "newer than this note's copy" in shown.title
    shown.answers[0].act()
    assert first.session.template.sections[0].heading == "Talks"
    first.commands.undo()
    assert first.session.template.sections[0].heading == "Meeting"


def test_a_note_that_keeps_its_form_is_not_asked_again(person):
    person.try_sample()
    home, window = person.program.home, person.window
    text = home.library.read_template("bilateral-meeting")
    home.library.save_template("bilateral-meeting", text.replace('heading = "Meeting"', 'heading = "Talks"'))
    home.library_changed.emit()
    window.editor.messages.kept[-1].answers[1].act()
    assert home.newer_copy(window.session.note.template) is None
    assert window.session.template.sections[0].heading == "Meeting"


def test_a_tag_made_in_the_note_is_no_newer_library(person):
    person.try_sample()

    def fill(dialog: QDialog) -> None:
        dialog.name.setText("Press lines")
        dialog.accept()

    person.in_dialog(fill)
    person.press("Ctrl+T")
    assert person.program.home.newer_copy(person.note.template) is None


def test_points_without_a_place_in_the_other_form_are_asked_about_and_never_lost(person):
    person.try_sample()

    def name_it(dialog: QDialog) -> None:
        dialog.name.setText("Press lines")
        dialog.accept()

    person.in_dialog(name_it)
    person.press("Ctrl+T")
    person.stand_on("We share one border")
    person.press("5")
    before = len(person.note.points)

    def place(dialog: QDialog) -> None:
        box = dialog.boxes["press_lines"]
        box.setCurrentIndex(box.findData("presentation"))
        dialog.accept()

    person.in_dialog(place)
    person.window.commands.templates.use("uk-submission")
    assert person.note.points[-1].tag == "presentation"
    assert len(person.note.points) == before
    person.press("Ctrl+Z")
    assert person.note.points[-1].tag == "press_lines"
    assert person.window.session.template.name == "Bilateral meeting note"


def test_the_picker_is_opened_and_used_by_key(person):
    person.try_sample()

    def pick(dialog: QDialog) -> None:
        person.qtbot.keyClicks(dialog.search, "submission")
        person.qtbot.keyClick(dialog.search, Qt.Key.Key_Return)

    person.in_dialog(pick)
    person.press("Ctrl+Shift+T")
    assert person.window.session.template.name == "Submission"


def test_a_form_travels_as_one_file(person, monkeypatch):
    person.try_sample()
    path = person.folder / "ours.toml"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    person.window.actions_by_name["share_template"].trigger()
    changed = path.read_text(encoding="utf-8").replace("Bilateral meeting note", "Port talks")
    path.write_text(changed, encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    person.window.actions_by_name["import_template"].trigger()
    assert "Port talks" in person.message()
    assert "Port talks" in [form.name for _, form in person.program.home.forms()]


def test_the_teams_forms_are_offered_once_their_folder_is_read(person):
    share = person.folder / "share"
    share.mkdir()
    home = person.program.home
    text = home.library.read_template("bilateral-meeting").replace("Bilateral meeting note", "Team talks")
    (share / "talks.toml").write_text(text, encoding="utf-8")
    home.change_settings(home.settings.with_value(config.TEAM_TEMPLATES, str(share)))
    person.try_sample()
    person.window.commands.templates.refresh_team()
    person.until(lambda: "Team talks" in [form.name for _, form in home.forms()])


def test_while_the_share_is_away_its_forms_are_there_and_it_is_said(person):
    share = person.folder / "share"
    share.mkdir()
    home = person.program.home
    (share / "talks.toml").write_text(home.library.read_template("bilateral-meeting"), encoding="utf-8")
    home.change_settings(home.settings.with_value(config.TEAM_TEMPLATES, str(share)))
    home.library.refresh_team()
    share.rename(person.folder / "unplugged")
    person.try_sample()
    person.window.commands.templates.refresh_team()
    person.until(lambda: "cannot be reached" in person.window.editor.status.said)
    assert home.origins()["talks"] == "team"


def test_a_form_made_in_one_window_has_a_card_on_the_start_screen_of_another(person):
    start = person.window
    note = person.program.open_window()
    note.opening.import_sample()
    person.until(lambda: bool(note.session.note.articles))

    def name_it(dialog: QDialog) -> None:
        dialog.name.setText("Port talks")
        dialog.accept()

    person.in_dialog(name_it)
    note.actions_by_name["save_template_as"].trigger()
    assert "Port talks" in [card.choice.title for card in start.start.forms.cards]


def test_a_note_of_its_own_name_is_counted_where_its_form_is_edited(person):
    person.try_sample()
    person.window.home.remember(person.folder / "a.briefing", person.note)
    seen = []

    def look(dialog: QDialog) -> None:
        seen.append(dialog.said.text())
        dialog.reject()

    person.in_dialog(look)
    person.window.actions_by_name["edit_template"].trigger()
    assert "Used by 1 recent note." in seen[0]
    assert QApplication.activeModalWidget() is None


def test_a_section_is_added_and_saved_by_mouse_and_the_library_undoes_it(person):
    person.try_sample()

    def add(dialog: QDialog) -> None:
        in_front(person, dialog)
        person.click(dialog.pages["sections"].add)
        person.qtbot.keyClicks(QApplication.focusWidget(), "Press lines")
        person.click(dialog.save)

    person.in_dialog(add)
    person.window.actions_by_name["edit_template"].trigger()
    person.until(lambda: "Press lines" in person.window.editor.preview.text())

    def take_back(dialog: QDialog) -> None:
        dialog.fill("bilateral-meeting")
        person.click(dialog.delete)
        dialog.accept()

    person.in_dialog(take_back)
    person.window.actions_by_name["manage_templates"].trigger()
    assert person.program.home.origins()["bilateral-meeting"] == "shipped"
    assert "Press lines" in [s.heading for s in person.window.session.template.sections]
    assert "newer than this note's copy" in person.window.editor.messages.kept[-1].title


def test_the_editor_is_left_by_escape_only_after_a_question(person):
    person.try_sample()
    before = person.note

    def change(dialog: QDialog) -> None:
        in_front(person, dialog)
        dialog.name.setFocus()
        person.qtbot.keyClicks(dialog.name, "!")
        person.answer("Don't save")
        person.qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    person.in_dialog(change)
    person.window.actions_by_name["edit_template"].trigger()
    assert person.note == before


def test_a_form_is_begun_from_a_word_file(person, monkeypatch):
    path = person.folder / "House brief.docx"
    docx.Document().save(path)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    person.try_sample()

    def save(dialog: QDialog) -> None:
        assert dialog.draft.form.word.way == "base"
        person.click(dialog.save)

    person.in_dialog(save)
    person.window.actions_by_name["new_from_word"].trigger()
    assert dict(person.program.home.forms())["House brief"].word.file == "House brief.docx"
    assert person.window.session.template.name == "Bilateral meeting note"


def test_what_is_no_word_file_begins_no_form(person, monkeypatch):
    path = person.folder / "notes.docx"
    path.write_text("no zip", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    person.try_sample()
    person.window.actions_by_name["new_from_word"].trigger()
    assert "is no Word document" in person.message()


def test_a_form_of_the_library_is_edited_and_the_note_keeps_its_own(person):
    person.try_sample()
    person.in_dialog(lambda sheet: choose_to_edit(person, sheet))
    person.window.actions_by_name["manage_templates"].trigger()
    assert dict(person.program.home.forms())["uk-submission"].sections[0].heading == "Talks"
    assert person.window.session.template.name == "Bilateral meeting note"


def choose_to_edit(person, sheet: QDialog) -> None:
    sheet.fill("uk-submission")
    person.in_dialog(edit_heading(person, "Talks"))
    person.click(sheet.edit)


def test_a_broken_file_changes_nothing_in_the_editor(person, monkeypatch):
    path = person.folder / "broken.toml"
    path.write_text('name = "x"\n[page]\npaper = "A5"\n', encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    person.try_sample()
    said = []

    def bring(dialog: QDialog) -> None:
        person.click(dialog.bring)
        said.append((dialog.said.text(), dialog.draft.is_changed))
        dialog.reject()

    person.in_dialog(bring)
    person.window.actions_by_name["edit_template"].trigger()
    assert "line 3" in said[0][0]
    assert said[0][1] is False


def test_ones_own_form_is_replaced_only_after_a_question(person):
    person.try_sample()
    library = person.program.home.library
    library.save_template("Talks", library.read_template("uk-submission"))

    def name_it(dialog: QDialog) -> None:
        dialog.name.setText("Talks")
        person.answer("&No")
        dialog.accept()

    person.in_dialog(name_it)
    person.window.actions_by_name["save_template_as"].trigger()
    assert dict(person.program.home.forms())["Talks"].name == "Submission"


def test_the_reference_opens_from_the_editors_help(person):
    person.try_sample()
    seen = []

    def ask(dialog: QDialog) -> None:
        person.in_dialog(look)
        person.click(dialog.help)
        dialog.reject()

    def look(sheet: QDialog) -> None:
        seen.append(sheet.list.topLevelItemCount())
        sheet.accept()

    person.in_dialog(ask)
    person.window.actions_by_name["edit_template"].trigger()
    assert seen[0] > 50
