from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

Key = Qt.Key
CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


@pytest.mark.parametrize("key", [Key.Key_Down, Key.Key_J])
def test_down_and_j_go_to_the_next_card(stage, key) -> None:
    stage.press(key)
    assert stage.pane.focused_point() == "b"


@pytest.mark.parametrize("key", [Key.Key_Up, Key.Key_K])
def test_up_and_k_go_back_over_a_section(stage, key) -> None:
    stage.pane.focus_point("c")
    stage.press(key)
    assert stage.pane.focused_point() == "b"


def test_up_at_the_first_card_stays_there(stage) -> None:
    stage.press(Key.Key_Up)
    assert stage.pane.focused_point() == "a"


def test_home_and_end_reach_the_first_card_and_the_last_row(stage) -> None:
    stage.press(Key.Key_End)
    assert stage.said("suggestion_focused") != []
    stage.press(Key.Key_Home)
    assert stage.pane.focused_point() == "a"


def test_a_move_of_the_focus_is_told_once(stage) -> None:
    stage.press(Key.Key_Down)
    assert stage.said("focus_changed") == [("b",)]


def test_a_suggestion_in_focus_is_told_with_its_mark(stage, cards) -> None:
    stage.pane.focus_point("d")
    stage.press(Key.Key_Down)
    assert stage.said("suggestion_focused") == [(cards.mark,)]
    assert stage.pane.focused_point() == ""


def test_enter_on_a_suggestion_accepts_it(stage, cards) -> None:
    stage.pane.focus_point("d")
    stage.press(Key.Key_Down)
    stage.press(Key.Key_Return)
    assert stage.said("request_accept_suggestion") == [(cards.mark,)]


@pytest.mark.parametrize("key", [Key.Key_X, Key.Key_Delete])
def test_x_or_delete_on_a_suggestion_dismisses_it(stage, cards, key) -> None:
    stage.pane.focus_point("d")
    stage.press(Key.Key_Down)
    stage.press(key)
    assert stage.said("request_dismiss_suggestion") == [(cards.mark,)]
    assert stage.said("request_delete") == []


def test_x_on_a_card_does_nothing(stage) -> None:
    stage.press(Key.Key_X)
    assert stage.heard == []


def test_alt_down_asks_for_the_place_behind_the_next(stage) -> None:
    stage.press(Key.Key_Down, ALT)
    assert stage.said("request_move") == [(("a",), "meeting", "")]


def test_alt_down_past_the_edge_asks_for_the_next_section(stage) -> None:
    stage.pane.focus_point("b")
    stage.press(Key.Key_Down, ALT)
    assert stage.said("request_move") == [(("b",), "agreements", "c")]


def test_alt_up_past_the_edge_asks_for_the_end_of_the_section_before(stage) -> None:
    stage.pane.focus_point("c")
    stage.press(Key.Key_Up, ALT)
    assert stage.said("request_move") == [(("c",), "meeting", "")]


def test_alt_up_at_the_top_says_that_it_cannot_go_further(stage) -> None:
    stage.press(Key.Key_Up, ALT)
    assert stage.said("request_move") == []
    assert stage.said("announced") == [("It cannot go further.",)]


def test_a_digit_retags_all_selected_points(stage) -> None:
    stage.press(Key.Key_Down, SHIFT)
    stage.press(Key.Key_2)
    assert stage.said("request_retag") == [(("a", "b"), 2)]


def test_a_digit_without_a_tag_does_nothing(stage) -> None:
    stage.press(Key.Key_9)
    assert stage.said("request_retag") == []


def test_delete_names_the_selected_points_in_order(stage) -> None:
    stage.pane.focus_point("b")
    stage.press(Key.Key_Up, SHIFT)
    stage.press(Key.Key_Delete)
    assert stage.said("request_delete") == [(("a", "b"),)]


def test_m_merges_with_the_next_of_the_section(stage) -> None:
    stage.press(Key.Key_M)
    assert stage.said("request_merge") == [("a",)]


def test_m_on_the_last_of_a_section_says_why_not(stage) -> None:
    stage.pane.focus_point("b")
    stage.press(Key.Key_M)
    assert stage.said("request_merge") == []
    assert len(stage.said("announced")) == 1


def test_tab_nests_and_the_focus_stays(stage) -> None:
    stage.pane.focus_point("b")
    stage.press(Key.Key_Tab)
    assert stage.said("request_level") == [("b", 1)]
    assert stage.list.hasFocus()


def test_shift_tab_nests_less(stage, cards) -> None:
    stage.pane.show_view(cards.view_of((cards.card("a"), cards.card("b", level=1)), focused="b"))
    stage.press(Key.Key_Backtab, SHIFT)
    assert stage.said("request_level") == [("b", 0)]


def test_the_first_point_of_a_section_cannot_be_nested(stage) -> None:
    stage.press(Key.Key_Tab)
    assert stage.said("request_level") == []


def test_single_letters_and_digits_can_be_switched_off(stage) -> None:
    stage.pane.set_single_letter_keys(False)
    for key in (Key.Key_J, Key.Key_M, Key.Key_2, Key.Key_E):
        stage.press(key)
    assert stage.heard == []
    assert not stage.pane.is_editing()


def test_copy_puts_the_wordings_of_the_selection_on_the_clipboard(stage, qapp) -> None:
    stage.press(Key.Key_Down, SHIFT)
    stage.press(Key.Key_C, CTRL)
    assert qapp.clipboard().text() == "Point a\nPoint b"


def test_a_menu_of_the_window_can_give_the_same_commands(stage) -> None:
    stage.pane.carry_out("move_down")
    assert stage.said("request_move") == [(("a",), "meeting", "")]


def test_to_the_end_of_the_section_is_before_nothing(stage) -> None:
    stage.pane.carry_out("move_bottom")
    assert stage.said("request_move") == [(("a",), "meeting", "")]


@pytest.mark.parametrize(
    ("action", "said"),
    [("fix", ("request_fix", "c", "number:20")), ("keep", ("request_keep", "c", "number:20"))],
)
def test_a_click_on_a_warnings_button_names_point_and_check(stage, action, said) -> None:
    stage.pane.focus_point("c")
    stage.click("p:c", action)
    assert said in stage.heard


def test_a_warning_without_a_source_offers_to_link_a_quote(stage, cards) -> None:
    check = replace(cards.check, key="source", fix="", fix_label="Link quote", keep_label="")
    stage.pane.show_view(cards.view_of((cards.card("a", quotes=(), checks=(check,)),)))
    stage.click("p:a", "link")
    assert stage.said("request_link_quote") == [("a",)]


def test_the_plus_of_a_section_asks_for_a_new_point_there(stage) -> None:
    stage.click("t:background", "new")
    assert stage.said("request_new") == [("background",)]


def test_the_trash_icon_deletes(stage) -> None:
    stage.click("p:a", "delete")
    assert stage.said("request_delete") == [(("a",),)]


def test_the_paragraph_number_leads_to_the_source(stage) -> None:
    stage.click("p:a", "source")
    assert stage.said("request_source") == [("a",)]


def test_the_key_on_the_last_suggestion_accepts_it(stage, cards) -> None:
    key = next(r.key for r in stage.pane._model.rows if r.suggestion)
    stage.click(key, "accept")
    assert stage.said("request_accept_suggestion") == [(cards.mark,)]


def test_the_pill_asks_for_the_checks(stage) -> None:
    stage.pane.header.pill.click()
    assert stage.said("request_checks") == [()]


def test_a_press_that_ends_elsewhere_does_nothing(stage) -> None:
    at = stage.at("p:a", stage.button("p:a", "delete").rect.center()).toPoint()
    away = stage.at("p:b", stage.button("p:a", "delete").rect.center()).toPoint()
    stage.bot.mousePress(stage.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    stage.bot.mouseRelease(stage.list.viewport(), Qt.MouseButton.LeftButton, pos=away)
    assert stage.said("request_delete") == []


def test_a_click_on_a_sections_name_keeps_the_focus_and_the_selection(stage) -> None:
    rect = stage.list.visualRect(stage.pane._model.index_of("t:agreements"))
    stage.bot.mouseClick(stage.list.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert stage.pane.selected_points() == ("a",)


def test_a_tag_without_a_digit_is_reached_by_a_move(stage) -> None:
    stage.pane._commands.do("to_tag", "stray")
    assert stage.said("request_move") == [(("a",), "stray", "")]


def test_the_menu_of_tags_marks_the_points_own(stage) -> None:
    menu = stage.pane._commands.menus.tags(stage.pane._commands.wishes.tags(), "meeting")
    assert [a.isEnabled() for a in menu.actions()] == [False, True, True, True]
    menu.deleteLater()


def test_the_menu_of_a_warned_card_offers_its_fix_first(stage) -> None:
    stage.pane.focus_point("c")
    menu = stage.pane._commands.menus.context(stage.list.current_row(), stage.pane._commands.wishes.tags())
    labels = [a.text() for a in menu.actions() if not a.isSeparator()]
    next(a for a in menu.actions() if a.text() == "Use 10").trigger()
    menu.deleteLater()
    assert labels[:2] == ["Use 10", "Keep 20"]
    assert stage.said("request_fix") == [("c", "number:20")]


@pytest.mark.parametrize("key", [Key.Key_Left, Key.Key_Right])
def test_left_and_right_stay_on_the_card(stage, key) -> None:
    stage.pane.focus_point("c")
    stage.press(key)
    assert stage.pane.focused_point() == "c"


def test_keys_that_are_not_ours_go_to_the_window(stage) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, Key.Key_N, Qt.KeyboardModifier.NoModifier, "n")
    stage.list.keyPressEvent(event)
    assert not event.isAccepted()


def test_our_keys_come_before_the_windows_shortcuts(stage) -> None:
    ours = QKeyEvent(QEvent.Type.ShortcutOverride, Key.Key_M, Qt.KeyboardModifier.NoModifier, "m")
    theirs = QKeyEvent(QEvent.Type.ShortcutOverride, Key.Key_F6, Qt.KeyboardModifier.NoModifier)
    theirs.ignore()
    stage.list.event(ours)
    stage.list.event(theirs)
    assert (ours.isAccepted(), theirs.isAccepted()) == (True, False)
