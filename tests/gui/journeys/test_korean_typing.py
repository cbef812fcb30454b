"""Typing Korean with an input method: the last syllable is kept, wherever the keys go next."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog

from briefing import settings as config

TALKS = """관세청장 회담

윌트시 = 하버통신

벨마크 관세청은 14일 카스토라 관세청장과 회담을 열었다고 밝혔다. 양측은 매주 위험정보를 교환하기로 합의했다.

두 나라 관계는 2020년 이후 소원해졌다. 실무단은 9월에 다시 만날 예정이다.
"""


def compose(preedit: str, commit: str = "") -> None:
    """What an input method sends to the field with the keyboard."""
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(QApplication.focusWidget(), event)


@pytest.fixture
def editing(person):
    """The first point's wording, emptied, with a syllable being composed after "양측 합"."""
    person.try_sample()
    person.press("1")
    first = person.note.points[0].id
    person.window.screens.focus_point(first)
    person.press("F6", "E")
    person.until(person.window.editor.points.is_editing)
    person.press("Ctrl+A")
    compose("ㅇ", "")
    compose("", "양측 합")
    compose("의")
    return person


def test_the_syllable_is_kept_when_the_keyboard_goes_elsewhere(editing):
    editing.window.editor.focus_pane("source")
    assert editing.note.points[0].wording == "양측 합의"


def test_the_syllable_is_kept_before_a_save(editing):
    path = editing.folder / "talks.briefing"
    editing.window.session.saved(editing.note, path, "")
    editing.window.saving._save_to = lambda *_, **__: True
    editing.window.commands.files.save()
    assert editing.note.points[0].wording == "양측 합의"


def test_the_syllable_is_kept_before_a_shortcut(editing):
    editing.window.commands.files.copy_note()
    assert "양측 합의" in QApplication.clipboard().text()


def test_a_composed_title_reaches_a_save_without_leaving_the_field(person):
    person.try_sample()
    title = person.window.editor.toolbar.title
    title.setFocus()
    title.selectAll()
    compose("", "오스트라나 회")
    compose("담")
    person.window.editor.keep_typing()
    assert person.note.title == "오스트라나 회담"


def test_a_composed_header_field_is_part_of_the_answer(person):
    person.try_sample()

    def fill(dialog: QDialog) -> None:
        dialog.title.setFocus()
        dialog.title.selectAll()
        person.until(dialog.title.hasFocus)
        compose("회")
        dialog.accept()

    person.in_dialog(fill)
    person.window.actions_by_name["header_fields"].trigger()
    assert person.note.title == "회"


def test_single_letters_act_by_their_place_under_a_korean_layout(person):
    """The key labelled J types ㅓ: it steps all the same, and no input method is asked."""
    person.try_sample()
    source = person.window.editor.source
    before = source.current_sentence()
    text = QApplication.focusWidget()
    assert not text.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    scan_of_j_on_x11 = 44
    none = Qt.KeyboardModifier.NoModifier
    event = QKeyEvent(QKeyEvent.Type.KeyPress, 0x3153, none, scan_of_j_on_x11, 0x3153, 0, "ㅓ")
    QApplication.sendEvent(text, event)
    assert source.current_sentence() != before


def strike(typed: str, scan: int) -> None:
    """A key of a layout that is not Latin, as X11 tells it: what it types, and where it lies."""
    event = QKeyEvent(
        QKeyEvent.Type.KeyPress, ord(typed), Qt.KeyboardModifier.NoModifier, scan, ord(typed), 0, typed
    )
    QApplication.sendEvent(QApplication.focusWidget(), event)


def test_e_edits_and_q_adds_a_quote_by_their_place_on_the_keyboard(person):
    person.try_sample()
    person.press("1")
    person.window.screens.focus_point(person.note.points[0].id)
    person.stand_on("We share one border")
    strike("ㅂ", 24)  # the key labelled Q
    assert [len(p.evidence) for p in person.note.points] == [2]
    person.press("F6")
    strike("ㄷ", 26)  # the key labelled E
    assert person.window.editor.points.is_editing()


def test_a_digit_tags_by_its_place_where_digits_need_shift(person):
    person.try_sample()
    strike("&", 10)  # the key of 1 on a French keyboard
    strike("é", 11)  # of 2
    assert [p.tag for p in person.note.points] == ["meeting", "agreements"]


@pytest.mark.parametrize("pane", ["source", "points"])
def test_no_pane_takes_part_in_a_composition(person, pane):
    person.try_sample()
    person.press("1")
    before = person.note
    person.window.editor.focus_pane(pane)
    assert not QApplication.focusWidget().inputMethodQuery(Qt.InputMethodQuery.ImEnabled)
    compose("ㅂ")
    compose("", "비")
    assert person.note == before
    assert not person.window.editor.points.is_editing()


def test_letters_and_digits_of_a_composition_are_text_and_tag_nothing(editing):
    compose("1ㅂ")
    strike("1", 10)
    assert len(editing.note.points) == 1
    editing.window.editor.focus_pane("source")
    assert editing.note.points[0].wording.startswith("양측 합")


def test_a_korean_article_becomes_a_korean_report_by_key(person):
    settings = person.program.home.settings.with_value(config.TEMPLATE, "korean-report")
    person.program.home.change_settings(settings)
    person.window.choose_template("korean-report")
    person.paste(TALKS)
    person.stand_on("회담을 열었다고")
    person.press("1")
    person.stand_on("교환하기로 합의했다")
    person.press("2")
    assert [p.tag for p in person.note.points][:1] == [person.window.session.template.tags[0].id]
    person.until(lambda: "위험정보" in person.window.editor.preview.text())
    assert person.export("report").stat().st_size > 0
