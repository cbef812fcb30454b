"""Moving through the article by keys."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication

from briefing.ui.values import Span

K = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


def test_the_first_sentence_of_the_text_is_current_when_an_article_is_shown(stage):
    assert stage.quote(stage.pane.current()) == "Velmark held talks with Castora on Monday."


def test_an_untouched_article_waits_at_its_first_suggestion(stage):
    stage.show(suggestions=(("They will run 10 inspections a year.", 1),))
    assert stage.quote(stage.pane.current()) == "They will run 10 inspections a year."


def test_suggestions_that_come_late_leave_the_analyst_alone(stage):
    stage.press(K.Key_J)
    stage.show(suggestions=(("They will run 10 inspections a year.", 1),))
    assert stage.quote(stage.pane.current()).startswith("Both sides")


def test_home_and_end_go_to_the_ends_of_the_article(stage):
    stage.press(K.Key_End)
    assert stage.quote(stage.pane.current()) == "Ties had cooled in 2020."
    stage.press(K.Key_Home)
    assert stage.quote(stage.pane.current()) == "The hall at Port Halden"


def test_page_down_takes_the_current_sentence_along(stage):
    stage.article = replace(stage.article, blocks=stage.article.blocks * 9)
    stage.show()
    stage.press(K.Key_PageDown)
    rects = stage.pane.text.where.rects_of(stage.pane.current())
    assert stage.pane.text.verticalScrollBar().value() > 0
    assert rects
    stage.press(K.Key_PageUp)
    stage.press(K.Key_PageUp)
    assert stage.pane.text.verticalScrollBar().value() == 0


def test_assistive_technology_reads_the_text_of_the_article(stage):
    interface = QAccessible.queryAccessibleInterface(stage.pane.text)
    assert "Velmark held talks with Castora on Monday." in interface.text(QAccessible.Text.Value)


def test_j_and_down_step_on_and_k_and_up_step_back(stage):
    stage.stand_on("Velmark held talks with Castora on Monday.")
    stage.press(K.Key_J)
    stage.press(K.Key_Down)
    stage.press(K.Key_K)
    stage.press(K.Key_Up)
    assert stage.quote(stage.pane.current()) == "Velmark held talks with Castora on Monday."


def test_stepping_ends_at_the_last_sentence(stage):
    for _ in range(20):
        stage.press(K.Key_J)
    assert stage.quote(stage.pane.current()) == "Ties had cooled in 2020."


def test_n_skips_what_is_tagged(stage):
    stage.show(("Both sides spent four hours at Port Halden.", 0))
    stage.stand_on("Velmark held talks with Castora on Monday.")
    stage.press(K.Key_N)
    assert stage.quote(stage.pane.current()).startswith("They agreed to swap")


def test_n_stays_and_says_so_when_everything_is_tagged(stage):
    stage.show(*((stage.quote(s), 0) for s in stage.view.sentences))
    stage.press(K.Key_N)
    assert stage.said == ["Every sentence has a tag."]


def test_shift_right_adds_a_word_to_the_sentence(stage):
    stage.stand_on("Velmark held talks with Castora on Monday.")
    stage.press(K.Key_Right, SHIFT)
    assert stage.quote(stage.pane.current()) == "Velmark held talks with Castora on Monday. Both"


def test_shift_left_takes_words_from_its_end(stage):
    stage.stand_on("Velmark held talks with Castora on Monday.")
    stage.press(K.Key_Left, SHIFT)
    stage.press(K.Key_Left, SHIFT)
    assert stage.quote(stage.pane.current()) == "Velmark held talks with Castora"


def test_shift_right_gives_them_back_with_the_full_stop(stage):
    stage.stand_on("Velmark held talks with Castora on Monday.")
    stage.press(K.Key_Left, SHIFT)
    stage.press(K.Key_Right, SHIFT)
    assert stage.pane.current() == stage.span("Velmark held talks with Castora on Monday.")


def test_ctrl_shift_moves_the_beginning(stage):
    stage.stand_on("Velmark held talks with Castora on Monday.")
    stage.press(K.Key_Right, CONTROL | SHIFT)
    stage.press(K.Key_Right, CONTROL | SHIFT)
    stage.press(K.Key_Left, CONTROL | SHIFT)
    assert stage.quote(stage.pane.current()) == "held talks with Castora on Monday."


def test_shift_down_adds_the_next_sentence(stage):
    stage.stand_on("Velmark held talks with Castora on Monday.")
    stage.press(K.Key_Down, SHIFT)
    assert stage.quote(stage.pane.current()).endswith("hours at Port Halden.")


def test_escape_gives_the_selection_up(stage):
    stage.stand_on("Velmark held talks with Castora on Monday.")
    stage.press(K.Key_Left, SHIFT)
    stage.press(K.Key_Escape)
    assert stage.pane.current() == stage.pane.current_sentence()


def test_a_step_tells_the_place_and_is_announced(stage, qtbot):
    stage.stand_on("Velmark held talks with Castora on Monday.")
    with qtbot.waitSignal(stage.pane.current_changed) as told:
        stage.press(K.Key_J)
    assert told.args == [stage.span("Both sides spent four hours at Port Halden.")]
    assert stage.said == ["Sentence 3 of 7, paragraph 1. Both sides spent four hours at Port Halden."]


def test_standing_elsewhere_by_program_is_not_announced(stage):
    stage.stand_on("Ties had cooled in 2020.")
    assert stage.said == []
    assert stage.heard == []


def test_stepping_to_a_marked_sentence_asks_for_its_point(stage):
    stage.show(("Both sides spent four hours at Port Halden.", 0))
    stage.stand_on("Velmark held talks with Castora on Monday.")
    stage.press(K.Key_J)
    assert stage.heard == [("request_focus_point", "point 0")]


def test_the_caret_and_the_selection_are_where_a_screen_reader_looks(stage):
    stage.stand_on("“We share one border,” she said.")
    stage.press(K.Key_Left, SHIFT)
    assert stage.pane.text.textCursor().selectedText() == "“We share one border,” she"


def test_letters_can_be_switched_off_but_arrows_stay(stage):
    stage.pane.set_single_letter_keys(False)
    stage.stand_on("Velmark held talks with Castora on Monday.")
    stage.press(K.Key_J)
    stage.press(K.Key_2)
    assert stage.quote(stage.pane.current()).startswith("Velmark held")
    stage.press(K.Key_Down)
    assert stage.quote(stage.pane.current()).startswith("Both sides")
    assert stage.heard == []


def test_ctrl_c_copies_what_is_selected_by_key(stage):
    stage.stand_on("Ties had cooled in 2020.")
    stage.press(K.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    stage.press(K.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Ties had cooled in"


def test_find_goes_round_and_tells_when_there_is_nothing(stage):
    assert stage.pane.find("port halden")
    first = stage.pane.current()
    assert stage.pane.find("port halden")
    assert stage.pane.current() != first
    assert stage.pane.find("port halden")
    assert stage.pane.current() == first
    assert not stage.pane.find("no such words")


def test_find_backward_goes_the_other_way(stage):
    stage.stand_on("Both sides spent four hours at Port Halden.")
    assert stage.pane.find("Halden", backward=True)
    assert stage.pane.current() == Span("art", 3, 17, 23)
