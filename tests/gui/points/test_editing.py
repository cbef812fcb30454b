from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QFocusEvent, QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest

from briefing.ui.theme import DARK, Theme

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def type_text(stage, text: str) -> None:
    QTest.keyClicks(stage.pane._delegate.editor, text)


def compose(stage, preedit: str, commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QGuiApplication.sendEvent(stage.pane._delegate.editor, event)


def reworded(view, point: str, text: str):
    """`view` with a card's wording changed, as a session would answer."""
    sections = tuple(
        replace(s, cards=tuple(replace(c, wording=text) if c.point == point else c for c in s.cards))
        for s in view.sections
    )
    return replace(view, sections=sections)


@pytest.fixture
def editing(stage):
    """The stage with the first card's wording being edited."""
    stage.press(Key.Key_E)
    stage.bot.waitUntil(stage.pane._delegate.editor.hasFocus)
    return stage


def test_e_opens_the_wording_with_the_caret_at_its_end(editing) -> None:
    assert editing.pane.is_editing()
    assert editing.pane._delegate.editor.text() == "Point a"
    assert editing.pane._delegate.editor.caret() == len("Point a")


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter])
def test_enter_on_a_card_edits_it(stage, key) -> None:
    stage.press(key)
    assert stage.pane.is_editing()


def test_a_double_click_edits(stage) -> None:
    at = stage.list.visualRect(stage.pane._model.index_of("p:b")).center()
    stage.bot.mouseClick(stage.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    at = stage.list.visualRect(stage.pane._model.index_of("p:b")).center()
    stage.bot.mouseDClick(stage.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert stage.pane._delegate.edited == "b"


def test_f2_is_left_to_the_window(stage) -> None:
    stage.press(Key.Key_F2)
    assert not stage.pane.is_editing()


@pytest.mark.parametrize("modifier", [CTRL, Qt.KeyboardModifier.NoModifier])
def test_ctrl_enter_and_enter_keep_and_give_the_keyboard_back(editing, modifier) -> None:
    type_text(editing, "!")
    editing.press(Key.Key_Return, modifier)
    assert editing.said("request_reword")[-1] == ("a", "Point a!", True)
    assert not editing.pane.is_editing()
    assert editing.list.hasFocus()


def test_keeping_an_untouched_wording_says_nothing(editing) -> None:
    editing.press(Key.Key_Return, CTRL)
    assert editing.said("request_reword") == []


def test_esc_reverts_and_never_keeps(editing) -> None:
    type_text(editing, " more")
    editing.press(Key.Key_Escape)
    assert editing.said("request_revert") == [("a",)]
    assert editing.said("request_reword") == []
    assert not editing.pane.is_editing()


def test_clicking_away_keeps(editing) -> None:
    type_text(editing, "!")
    at = editing.list.visualRect(editing.pane._model.index_of("p:d")).center()
    editing.bot.mouseClick(editing.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert editing.said("request_reword") == [("a", "Point a!", True)]
    assert not editing.pane.is_editing()


def test_a_pause_in_typing_is_told_as_not_final(editing) -> None:
    with editing.bot.waitSignal(editing.pane.request_reword) as told:
        type_text(editing, " x")
    assert told.args == ["a", "Point a x", False]
    assert editing.pane.is_editing()


def test_typing_without_a_pause_is_told_once(editing) -> None:
    with editing.bot.waitSignal(editing.pane.request_reword):
        type_text(editing, " one two")
    assert editing.said("request_reword") == [("a", "Point a one two", False)]


def test_who_types_without_a_pause_is_kept_all_the_same(editing) -> None:
    editor = editing.pane._delegate.editor
    editor._pause.setInterval(10**6)  # it never comes
    with editing.bot.waitSignal(editor.paused) as told:
        type_text(editing, " goes on")
    assert told.args == ["Point a goes on"]
    assert editor._latest.interval() == 600


def test_the_answer_to_live_typing_leaves_caret_and_text_alone(editing, cards) -> None:
    with editing.bot.waitSignal(editing.pane.request_reword):
        type_text(editing, " x")
    editing.pane._delegate.editor.set_caret(3)
    editing.pane.show_view(reworded(cards.usual(), "a", "Point a x"))
    assert editing.pane._delegate.editor.caret() == 3
    assert editing.pane.is_editing()


def test_an_older_answer_does_not_take_back_what_was_typed_since(editing, cards) -> None:
    with editing.bot.waitSignal(editing.pane.request_reword):
        type_text(editing, " x")
    type_text(editing, "yz")
    editing.pane.show_view(reworded(cards.usual(), "a", "Point a x"))
    assert editing.pane._delegate.editor.text() == "Point a xyz"


def test_an_undo_in_the_window_reaches_the_editor(editing, cards) -> None:
    editing.pane.show_view(reworded(cards.usual(), "a", "Point"))
    assert editing.pane._delegate.editor.text() == "Point"


def test_a_final_wording_is_told_after_live_ones(editing) -> None:
    with editing.bot.waitSignal(editing.pane.request_reword):
        type_text(editing, "!")
    editing.pane.commit_editing()
    assert [final for _, _, final in editing.said("request_reword")] == [False, True]


def test_a_composition_is_kept_when_the_keyboard_goes_elsewhere(editing) -> None:
    compose(editing, "한")
    editing.pane.header.pill.setVisible(True)
    editing.pane.header.pill.setFocus()
    assert editing.said("request_reword")[-1] == ("a", "Point a한", True)


def test_a_composition_is_kept_by_commit_editing(editing) -> None:
    compose(editing, "글")
    editing.pane.commit_editing()
    assert editing.said("request_reword") == [("a", "Point a글", True)]


def test_a_finished_composition_is_not_written_twice(editing) -> None:
    compose(editing, "글")
    compose(editing, "", "글")
    editing.pane.commit_editing()
    assert editing.said("request_reword") == [("a", "Point a글", True)]


def test_a_view_that_comes_during_a_composition_does_not_end_it(editing, cards) -> None:
    compose(editing, "하")
    editing.pane.show_view(reworded(cards.usual(), "a", "Other"))
    compose(editing, "", "한")
    assert "한" in editing.pane._delegate.editor.text()


def test_a_composition_in_an_owner_field_is_kept(stage, cards) -> None:
    stage.pane.show_view(cards.view_of((cards.card("a"),), assigns=True))
    stage.pane.edit("a", "owner")
    compose(stage, "김")
    stage.pane.commit_editing()
    assert stage.said("request_owner") == [("a", "김")]


def test_the_editor_grows_with_its_text(editing) -> None:
    before = editing.list.visualRect(editing.pane._model.index_of("p:a")).height()
    type_text(editing, " and many more words that do not fit in one line of this narrow card")
    editing.list.executeDelayedItemsLayout()
    assert editing.list.visualRect(editing.pane._model.index_of("p:a")).height() > before
    assert editing.pane._delegate.editor.size().height() >= editing.pane._delegate.editor.text_height()


def test_a_paste_becomes_one_line_of_plain_text(editing) -> None:
    mime = QMimeData()
    mime.setHtml("<b>bold</b>")
    mime.setText("one\r\ntwo\tthree")
    editing.pane._delegate.editor.insertFromMimeData(mime)
    assert editing.pane._delegate.editor.text() == "Point aone two three"


def test_ctrl_d_keeps_and_splits_at_the_caret_in_python_characters(editing) -> None:
    editing.pane._delegate.editor.insertPlainText(" 🇰🇷 b")
    editing.pane._delegate.editor.set_caret(len("Point a 🇰🇷"))
    editing.press(Key.Key_D, CTRL)
    assert editing.said("request_reword") == [("a", "Point a 🇰🇷 b", True)]
    assert editing.said("request_split") == [("a", 10)]
    assert not editing.pane.is_editing()


def test_ctrl_d_without_an_editor_says_how_to_split(stage) -> None:
    stage.pane.carry_out("split")
    assert stage.said("request_split") == []
    assert len(stage.said("announced")) == 1


def test_letters_are_text_while_editing(editing) -> None:
    type_text(editing, "jkm2")
    assert editing.pane._delegate.editor.text() == "Point ajkm2"
    assert editing.said("request_merge") == []


def test_tab_goes_through_the_fields_where_work_is_assigned(stage, cards) -> None:
    stage.pane.show_view(cards.view_of((cards.card("a"),), assigns=True, focused="a"))
    stage.pane.edit("a")
    visited = []
    for _ in range(4):
        visited.append(stage.pane._delegate.field if stage.pane.is_editing() else "")
        stage.press(Key.Key_Tab)
    assert visited == ["wording", "owner", "due", "comment"]
    assert not stage.pane.is_editing()


@pytest.mark.parametrize("field", ["owner", "due", "comment"])
def test_a_field_is_kept_as_its_own_wish(stage, cards, field) -> None:
    stage.pane.show_view(cards.view_of((cards.card("a"),), assigns=True))
    stage.pane.edit("a", field)
    type_text(stage, " Trade desk ")
    stage.press(Key.Key_Return)
    assert stage.said(f"request_{field}") == [("a", "Trade desk")]


def test_esc_in_a_field_changes_nothing(stage, cards) -> None:
    stage.pane.show_view(cards.view_of((cards.card("a", owner="Desk"),), assigns=True))
    stage.pane.edit("a", "owner")
    type_text(stage, " two")
    stage.press(Key.Key_Escape)
    assert stage.said("request_owner") == []
    assert stage.said("request_revert") == []


def test_a_click_on_an_owner_edits_it(stage, cards) -> None:
    stage.pane.show_view(cards.view_of((cards.card("a", owner="Desk"),), assigns=True))
    stage.click("p:a", "owner")
    assert stage.pane._delegate.field == "owner"
    assert stage.pane.is_editing()


def test_editing_another_point_keeps_the_first(editing) -> None:
    type_text(editing, "!")
    editing.pane.edit("b")
    assert editing.said("request_reword") == [("a", "Point a!", True)]
    assert editing.pane._delegate.edited == "b"


def test_undo_goes_to_the_window_once_the_editor_has_nothing_to_undo(editing) -> None:
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Key.Key_Z, CTRL)
    editing.pane._delegate.editor.event(event)
    assert not event.isAccepted()
    type_text(editing, "x")
    editing.pane._delegate.editor.event(event)
    assert event.isAccepted()


def test_the_list_takes_no_input_method_so_letters_are_keys(stage) -> None:
    stage.press(Key.Key_Down)
    assert not stage.list.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_the_point_being_edited_may_go(editing, cards) -> None:
    editing.pane.show_view(cards.view_of((cards.card("b"),)))
    assert not editing.pane.is_editing()
    assert editing.pane.focused_point() == "b"


def test_another_theme_leaves_the_editor_open(editing) -> None:
    editing.pane.set_theme(Theme(DARK, 1.5))
    assert editing.pane.is_editing()
    assert editing.pane._delegate.editor.text() == "Point a"


def test_a_wording_with_line_ends_is_not_reworded_by_looking_at_it(stage, cards) -> None:
    stage.pane.show_view(cards.view_of((cards.card("a", wording="one\ntwo"),), focused="a"))
    stage.pane.edit("a")
    stage.pane.commit_editing()
    assert stage.said("request_reword") == []


def test_a_menu_over_the_editor_leaves_it_open(editing) -> None:
    event = QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.PopupFocusReason)
    QGuiApplication.sendEvent(editing.pane._delegate.editor, event)
    assert editing.pane.is_editing()


def test_going_back_to_the_first_wording_after_a_live_one_is_told(editing) -> None:
    with editing.bot.waitSignal(editing.pane.request_reword):
        type_text(editing, "!")
    editing.press(Key.Key_Backspace)
    editing.press(Key.Key_Return, CTRL)
    assert editing.said("request_reword")[-1] == ("a", "Point a", True)


def test_a_kept_wording_has_no_blanks_around_it_and_a_split_does_not_count_them(editing) -> None:
    editing.pane._delegate.editor.setPlainText("  one two ")
    editing.pane._delegate.editor.set_caret(5)
    editing.press(Key.Key_D, CTRL)
    assert editing.said("request_reword") == [("a", "one two", True)]
    assert editing.said("request_split") == [("a", 3)]
