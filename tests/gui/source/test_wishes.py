"""What keys and presses ask for, and the step that follows when it is granted."""

from __future__ import annotations

from PySide6.QtCore import Qt

from briefing.ui.source.chips import NewTagChip, TagChip

K = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
FIRST = "Velmark held talks with Castora on Monday."
SECOND = "Both sides spent four hours at Port Halden."
EMOJI = "They agreed to swap risk data every week 🇪🇺 from July."
AFTER_EMOJI = "They will run 10 inspections a year."


def test_a_digit_asks_for_its_tag_on_the_sentence(stage):
    stage.stand_on(FIRST)
    stage.press(K.Key_2)
    assert stage.heard == [("request_tag", stage.span(FIRST), 2)]


def test_a_digit_without_a_tag_asks_for_nothing(stage):
    stage.stand_on(FIRST)
    stage.press(K.Key_9)
    assert stage.heard == []


def test_alt_and_a_digit_ask_for_a_second_tag(stage):
    stage.stand_on(FIRST)
    stage.press(K.Key_3, ALT)
    assert stage.heard == [("request_tag_added", stage.span(FIRST), 3)]


def test_a_selection_behind_an_emoji_is_counted_in_characters(stage):
    stage.stand_on(AFTER_EMOJI)
    stage.press(K.Key_Left, SHIFT)
    stage.press(K.Key_1)
    assert stage.heard == [("request_tag", stage.span("They will run 10 inspections a"), 1)]


def test_a_granted_tag_steps_to_the_next_untagged_sentence(stage):
    stage.stand_on(FIRST)
    stage.pane.request_tag.connect(lambda _span, digit: stage.show((FIRST, digit - 1)))
    stage.press(K.Key_1)
    assert stage.quote(stage.pane.current()) == SECOND
    assert stage.said[-1] == "Tagged Meeting. Sentence 3."


def test_a_removed_tag_does_not_step(stage):
    stage.show((FIRST, 0))
    stage.stand_on(FIRST)
    stage.pane.request_tag.connect(lambda _span, _digit: stage.show())
    stage.press(K.Key_1)
    assert stage.quote(stage.pane.current()) == FIRST
    assert stage.said == ["Tag removed."]


def test_stepping_after_tagging_can_be_off(stage):
    stage.pane.set_step_after_tagging(False)
    stage.stand_on(FIRST)
    stage.pane.request_tag.connect(lambda _span, _digit: stage.show((FIRST, 0)))
    stage.press(K.Key_1)
    assert stage.quote(stage.pane.current()) == FIRST


def test_e_edits_the_point_here(stage):
    stage.show((SECOND, 0))
    stage.stand_on(SECOND)
    stage.press(K.Key_E)
    assert stage.heard == [("request_edit", stage.span(SECOND))]


def test_e_edits_the_point_just_made_after_the_step(stage):
    stage.stand_on(FIRST)
    stage.pane.request_tag.connect(lambda _span, _digit: stage.show((FIRST, 0)))
    stage.press(K.Key_1)
    stage.press(K.Key_E)
    assert stage.heard[-1] == ("request_edit", stage.span(FIRST))


def test_enter_accepts_the_suggestion_here_and_goes_to_the_next(stage):
    stage.show(suggestions=((FIRST, 0), (AFTER_EMOJI, 1)))
    stage.stand_on(FIRST)
    stage.pane.request_accept.connect(lambda _span: stage.show((FIRST, 0), suggestions=((AFTER_EMOJI, 1),)))
    stage.press(K.Key_Return)
    assert stage.heard[0] == ("request_accept", stage.span(FIRST))
    assert stage.quote(stage.pane.current()) == AFTER_EMOJI
    assert stage.said[-1] == "Accepted: Meeting. Sentence 5."


def test_enter_edits_where_nothing_is_suggested(stage):
    stage.stand_on(FIRST)
    stage.press(K.Key_Return)
    assert stage.heard == [("request_edit", stage.span(FIRST))]


def test_x_dismisses_the_suggestion_here_and_nothing_elsewhere(stage):
    stage.show(suggestions=((FIRST, 0),))
    stage.stand_on(FIRST)
    stage.press(K.Key_X)
    stage.stand_on(SECOND)
    stage.press(K.Key_X)
    assert stage.heard == [("request_dismiss", stage.span(FIRST))]


def test_ctrl_shift_enter_accepts_all_when_there_are_some(stage):
    stage.press(K.Key_Return, CONTROL | SHIFT)
    stage.show(suggestions=((FIRST, 0),))
    stage.press(K.Key_Return, CONTROL | SHIFT)
    assert stage.heard == [("request_accept_all",)]


def test_q_adds_the_selection_to_the_focused_point(stage):
    stage.stand_on(SECOND)
    stage.press(K.Key_Q)
    assert stage.heard == [("request_second_quote", stage.span(SECOND))]


def test_ctrl_t_asks_for_a_new_tag(stage):
    stage.stand_on(SECOND)
    stage.press(K.Key_T, CONTROL)
    assert stage.heard == [("request_new_tag", stage.span(SECOND))]


def test_a_chip_asks_for_its_tag(stage):
    stage.stand_on(SECOND)
    chip = next(c for c in stage.pane.findChildren(TagChip) if c.tag.digit == 3)
    chip.click()
    assert stage.heard == [("request_tag", stage.span(SECOND), 3)]


def test_the_chip_of_a_tag_without_a_key_asks_by_its_id(stage):
    stage.stand_on(SECOND)
    chip = next(c for c in stage.pane.findChildren(TagChip) if not c.tag.digit)
    chip.click()
    assert stage.heard == [("request_tag_by_id", stage.span(SECOND), "stray")]


def test_the_dashed_chip_asks_for_a_new_tag(stage):
    stage.stand_on(SECOND)
    stage.pane.findChildren(NewTagChip)[0].click()
    assert stage.heard == [("request_new_tag", stage.span(SECOND))]
