"""The template editor: what is changed shows on the page, can be undone, and is never lost unasked."""

from __future__ import annotations

from base64 import b64decode

import docx
import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QMessageBox,
    QToolButton,
    QWidget,
)

from briefing import resources
from briefing.template import parse
from briefing.template.keys import MOST_WORD_BYTES, REPEATED, SINGLE, TOP

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
MADE_BY_THE_PROGRAM = {("format",), ("word", "data"), ("word", "file")}
MADE_BY_THE_PROGRAM |= {("fields", "key"), ("tags", "id"), ("sections", "tag")}


def retype(qtbot, field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)


def test_a_heading_that_is_typed_stands_on_the_page(desk, qtbot):
    retype(qtbot, desk.row("meeting").name.field, "Talks held")
    assert desk.form.sections[0].heading == "Talks held"
    assert "Talks held" in desk.page()


def test_a_run_of_typing_is_one_step_and_undone_from_within_the_field(desk, qtbot, press):
    field = desk.row("meeting").name.field
    retype(qtbot, field, "Talks held")
    press(field, Qt.Key.Key_Z, CTRL)
    assert (desk.form.sections[0].heading, field.text()) == ("Meeting", "Meeting")
    press(field, Qt.Key.Key_Z, CTRL | SHIFT)
    assert field.text() == "Talks held"


def test_undo_leads_through_every_change_back_to_the_start(desk, qtbot):
    begun = desk.form
    qtbot.mouseClick(desk.sections.add, Qt.MouseButton.LeftButton)
    desk.row("meeting").colour.edited.emit("wine")
    desk.row("agreements").layout_input.edited.emit("numbered")
    assert len({desk.form, begun}) == 2
    for _ in range(3):
        qtbot.mouseClick(desk.editor.undo, Qt.MouseButton.LeftButton)
    assert desk.form == begun
    assert not desk.editor.undo.isEnabled()


def test_a_cue_word_is_added_by_enter_and_removed_by_backspace(desk, qtbot, press):
    row = desk.row("agreements")
    desk.sections.rows.open_row(row)
    chips = row.tag_form.inputs["cues"]
    before = chips.chips()
    qtbot.keyClicks(chips.field, "shook hands,")
    assert desk.form.tags[1].cues == (*before, "shook hands")
    press(chips.field, Qt.Key.Key_Backspace)
    assert desk.form.tags[1].cues == before


def test_enter_in_a_field_does_not_save(desk, press):
    press(desk.row("meeting").name.field, Qt.Key.Key_Return)
    assert desk.editor.isVisible()
    assert desk.saved == []


def test_sections_move_by_key_and_the_digits_follow(desk, press):
    press(desk.row("agreements").name.field, Qt.Key.Key_Up, ALT)
    assert [s.tag for s in desk.form.sections][:2] == ["agreements", "meeting"]
    assert (desk.row("agreements").badge.text(), desk.row("meeting").badge.text()) == ("1", "2")
    assert desk.page().index("What was agreed") < desk.page().index("Meeting")


def test_the_tab_key_goes_from_the_parts_through_the_rows_as_they_stand_to_the_buttons(desk, press):
    desk.sections.rows.open_row(desk.row("agreements"))
    press(desk.row("next_steps").name.field, Qt.Key.Key_Up, ALT)
    names = [row.name.field for row in desk.sections.rows.rows.values()]
    cues = desk.row("agreements").tag_form.inputs["cues"].field
    wanted = [
        desk.editor.tabs,
        names[0],
        names[1],
        cues,
        names[2],
        names[3],
        desk.sections.add,
        desk.editor.save,
    ]
    reached, at = [], desk.editor.tabs
    while at not in reached:
        reached.append(at)
        at = at.nextInFocusChain()
    assert [w for w in reached if w in wanted] == wanted


def test_a_section_is_dragged_by_its_grip_below_the_last(desk, qtbot):
    grip = desk.row("meeting").grip
    last = desk.row("next_steps")
    target = grip.mapFromGlobal(last.mapToGlobal(QPoint(4, last.height() - 2)))
    qtbot.mousePress(grip, Qt.MouseButton.LeftButton)
    qtbot.mouseMove(grip, target)
    qtbot.mouseRelease(grip, Qt.MouseButton.LeftButton, pos=target)
    assert [s.tag for s in desk.form.sections][-1] == "meeting"


def test_a_section_that_goes_leaves_its_points_under_other_points(desk):
    desk.row("agreements").request_remove.emit(desk.row("agreements"))
    assert "agreements" not in [t.id for t in desk.form.tags]
    assert "They agreed." in desk.page()


def test_a_tag_can_stand_without_a_section_and_get_one_back(desk):
    desk.row("agreements").layout_input.edited.emit("")
    assert [s.tag for s in desk.form.sections] == ["meeting", "background", "next_steps"]
    assert "They agreed." in desk.page()
    desk.row("agreements").layout_input.edited.emit("prose")
    assert (desk.form.sections[-1].tag, desk.form.sections[-1].layout) == ("agreements", "prose")


def test_a_digit_can_be_chosen(desk):
    desk.sections.rows.open_row(desk.row("next_steps"))
    desk.row("next_steps").digit.edited.emit("1")
    assert desk.form.tags[0].id == "next_steps"
    assert desk.row("next_steps").badge.text() == "1"


def test_a_flaw_is_said_at_its_field_and_saving_leads_there(desk, qtbot, press):
    field = desk.row("meeting").name.field
    field.setFocus()
    field.selectAll()
    press(field, Qt.Key.Key_Delete)
    assert desk.row("meeting").name.flaw
    assert field.accessibleDescription() == desk.row("meeting").name.flaw
    desk.editor.tabs.setCurrentIndex(2)
    qtbot.mouseClick(desk.editor.save, Qt.MouseButton.LeftButton)
    assert desk.saved == []
    assert desk.editor.tabs.currentIndex() == 0
    assert QApplication.focusWidget() is field


def test_a_mark_that_nothing_fills_gets_the_nearest_right_word(desk):
    desk.editor.draft.set(("head", "subtitle"), "For {too}")
    shown = desk.editor.pages["fields"].tables.forms["head"].inputs["subtitle"]
    assert shown.flaw.endswith("Did you mean {to}?")
    desk.editor._save(desk.editor._acts.save)
    assert desk.saved


def test_an_empty_section_can_say_so_and_needs_the_words(desk):
    row = desk.row("agreements")
    desk.sections.rows.open_row(row)
    row.section_form.inputs["empty"].edited.emit("say")
    assert row.section_form.inputs["empty_text"].isVisible()
    assert row.section_form.inputs["empty_text"].flaw


@pytest.mark.parametrize(
    ("answer", "visible", "saved"), [("Save", False, 1), ("Don't save", False, 0), ("Cancel", True, 0)]
)
def test_leaving_with_changes_asks_first(desk, answer, visible, saved):
    desk.editor.draft.set(("name",), "Ours")

    def press() -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, QMessageBox):
            QTimer.singleShot(10, press)
            return
        next(b for b in box.buttons() if b.text() == answer).click()

    QTimer.singleShot(0, press)
    desk.editor.reject()
    assert (desk.editor.isVisible(), len(desk.saved)) == (visible, saved)


def test_leaving_without_changes_asks_nothing(desk):
    desk.editor.reject()
    assert not desk.editor.isVisible()


def test_a_click_on_the_page_leads_to_what_made_the_line(desk):
    desk.editor.side.pane.origin_clicked.emit("point:p-2")
    assert desk.row("agreements").is_open
    assert QApplication.focusWidget() is desk.row("agreements").name.field
    desk.editor.side.pane.origin_clicked.emit("field:to")
    assert desk.editor.tabs.currentIndex() == 1


def test_header_fields_come_and_go(desk, qtbot):
    page = desk.editor.pages["fields"]
    desk.editor.tabs.setCurrentIndex(1)
    qtbot.mouseClick(page.add, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(QApplication.focusWidget(), "Cleared by")
    assert desk.form.fields[-1].label == "Cleared by"
    assert "Cleared by" in desk.page()
    row = page.rows.rows[desk.form.fields[-1].key]
    row.request_remove.emit(row)
    assert [f.key for f in desk.form.fields] == ["to", "date", "from", "subject"]


def test_in_little_room_the_page_is_a_tab(desk, qtbot):
    count = desk.editor.tabs.count()
    desk.editor.resize(720, 480)
    qtbot.waitUntil(lambda: desk.editor.tabs.count() == count + 1)
    desk.editor.tabs.setCurrentIndex(count)
    assert desk.editor.side.isVisible()
    desk.editor.resize(1120, 728)
    qtbot.waitUntil(lambda: desk.editor.tabs.count() == count)
    assert desk.editor.side.isVisible()


@pytest.mark.parametrize("name", resources.names("templates", ".toml"))
@pytest.mark.parametrize("language", ["en", "ko"])
def test_every_shipped_form_opens_unchanged(open_editor, name, language):
    form = parse(resources.text("templates", name), name)
    desk = open_editor(form, language)
    assert desk.form == form
    assert not desk.editor.flaws


def word_page(desk):
    desk.editor.tabs.setCurrentIndex(4)
    return desk.editor.pages["word"]


def word_file(tmp_path, name: str = "house.docx"):
    document = docx.Document()
    document.add_paragraph("{{subject}} {{titel}}")
    document.save(tmp_path / name)
    return tmp_path / name


def test_a_word_file_is_taken_in_as_a_base_and_can_be_taken_out_of_the_form(desk, tmp_path, qtbot):
    page, path = word_page(desk), word_file(tmp_path)
    page.take(path)
    assert (desk.form.word.way, desk.form.word.file) == ("base", "house.docx")
    assert b64decode(desk.form.word.data) == path.read_bytes()
    qtbot.mouseClick(page.remove, Qt.MouseButton.LeftButton)
    assert (desk.form.word.way, desk.form.word.data) == ("none", "")


def test_a_file_that_is_too_large_changes_nothing(desk, tmp_path):
    page, path = word_page(desk), tmp_path / "large.docx"
    path.write_bytes(b"x" * (MOST_WORD_BYTES + 1))
    page.take(path)
    assert "larger than 2,048 kB" in page.flaw.text()
    assert desk.form.word.way == "none"


def test_the_word_file_is_taken_out_as_it_came(desk, tmp_path, qtbot, monkeypatch):
    page, path, copy = word_page(desk), word_file(tmp_path), tmp_path / "copy.docx"
    page.take(path)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(copy), ""))
    qtbot.mouseClick(page.take_out, Qt.MouseButton.LeftButton)
    assert copy.read_bytes() == path.read_bytes()


def test_a_cue_word_is_removed_by_its_cross(desk, qtbot):
    row = desk.row("agreements")
    desk.sections.rows.open_row(row)
    cross = next(b for b in row.more.findChildren(QToolButton) if b.accessibleName() == "Remove signed")
    qtbot.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert "signed" not in desk.form.tags[1].cues


def test_empty_sections_are_left_out_or_kept_all_at_once(desk, qtbot):
    desk.sections.omit.click()
    assert {s.empty for s in desk.form.sections} == {"keep"}
    desk.sections.omit.click()
    assert {s.empty for s in desk.form.sections} == {"omit"}


def test_the_page_limit_is_set_beside_the_sections(desk):
    desk.sections.limited.click()
    assert desk.form.page.limit == 0
    desk.sections.limit.setValue(2)
    assert (desk.form.page.limit, desk.sections.limited.isChecked()) == (2, True)


def test_the_styles_of_the_file_are_there_to_choose_from(desk, tmp_path):
    page = word_page(desk)
    page.take(word_file(tmp_path))
    page.show_report()
    box = page.styles.forms["styles"].inputs["point"].box
    assert "List Bullet" in [box.itemText(i) for i in range(box.count())]
    box.textActivated.emit("List Bullet")
    assert desk.form.styles.point == "List Bullet"


def test_a_form_with_a_mark_nothing_fills_says_so_with_the_nearest(desk, tmp_path):
    page = word_page(desk)
    page.take(word_file(tmp_path))
    page.way.edited.emit("form")
    page.show_report()
    assert "titel" in page.report.text()
    assert "Did you mean" in page.report.text()


def test_a_file_that_is_no_word_file_changes_nothing(desk, tmp_path):
    page, path = word_page(desk), tmp_path / "notes.docx"
    path.write_bytes(b"not a zip")
    page.take(path)
    assert "is no Word document" in page.flaw.text()
    assert desk.form.word.way == "none"


def test_every_key_has_an_input(desk):
    paths = [(k.name,) for k in TOP]
    paths += [(t, k.name) for t, keys in SINGLE.items() for k in keys]
    paths += [(t, k.name) for t, keys in REPEATED.items() for k in keys]
    for path in paths:
        if path in MADE_BY_THE_PROGRAM:
            continue
        place = (path[0], 0, path[1]) if path[0] in REPEATED else path
        desk.editor.tabs.setFocus()
        desk.editor.reveal(place)
        assert QApplication.focusWidget() is not desk.editor.tabs, path


def test_everything_one_can_reach_has_a_name(desk):
    for at in range(desk.editor.tabs.count()):
        desk.editor.tabs.setCurrentIndex(at)
    for page in (desk.sections, desk.editor.pages["fields"]):
        for row in page.rows.rows.values():
            page.rows.open_row(row)
    kinds = (QLineEdit, QComboBox, QAbstractSpinBox, QCheckBox)
    found = [w for kind in kinds for w in desk.editor.findChildren(kind)]
    unnamed = [w for w in found if not _name(w)]
    assert unnamed == []


def _name(widget: QWidget) -> str:
    parent = widget.parentWidget()
    inner = isinstance(parent, QComboBox | QAbstractSpinBox)
    own = widget.accessibleName() or (widget.text() if isinstance(widget, QCheckBox) else "")
    return own or (parent.accessibleName() if inner else "")


def test_a_number_has_room_to_be_seen(desk):
    box = desk.row("meeting").most.box
    assert box.lineEdit().width() >= box.fontMetrics().horizontalAdvance("99")


def test_at_twice_the_text_size_nothing_needs_more_width_than_the_window(open_editor):
    desk = open_editor(scale=2.0)
    scroller = desk.editor.stack.widget(0)
    desk.editor.resize(1280, 900)
    assert desk.sections.minimumSizeHint().width() <= scroller.viewport().width() + 4
