"""History: every step can be taken back and done again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from notes import note

from briefing.model.edits import set_title
from briefing.model.history import MOST_STEPS, History, Label

TYPING = Label("typing")


def typed(history: History, title: str, group: str = "") -> History:
    return history.done(set_title(history.note, title), Label("title", (("to", title),)), group)


def titles_back(history: History) -> list[str]:
    """The titles met on the way back, the present one first."""
    met = [history.note.title]
    while history.undo_label:
        history = history.undone()
        met.append(history.note.title)
    return met


START = History(note(title="start"))


@given(st.lists(st.text(max_size=3), max_size=20))
def test_undone_step_by_step_gives_the_first_note_and_redone_the_last(titles):
    last = START
    for title in titles:
        last = typed(last, title)
    first = last
    for _ in last.steps:
        first = first.undone()
    assert first.note == START.note
    for _ in last.steps:
        first = first.redone()
    assert first == last


@given(st.lists(st.sampled_from(["a", "b", "undo", "redo"]), max_size=30))
def test_history_is_a_line_of_values_with_a_pointer(actions):
    history, values, at = START, [START.note], 0
    for action in actions:
        if action == "undo":
            history, at = history.undone(), max(0, at - 1)
        elif action == "redo":
            history, at = history.redone(), min(len(values) - 1, at + 1)
        else:
            history = typed(history, history.note.title + action)
            values, at = [*values[: at + 1], history.note], at + 1
        assert history.note == values[at]
    assert [history.first, *(step.note for step in history.steps)] == values


def test_a_step_that_changes_nothing_is_none():
    assert typed(START, "start") is START


def test_a_new_step_after_undo_takes_the_place_of_what_was_undone():
    history = typed(typed(typed(START, "a"), "b").undone(), "c")
    assert titles_back(history) == ["c", "a", "start"]
    assert history.redo_label is None


def test_after_the_first_step_is_undone_the_first_note_stands():
    assert typed(START, "a").undone().note is START.first


def test_labels_say_what_undo_and_redo_would_do():
    history = typed(typed(START, "a"), "b").undone()
    assert history.undo_label == Label("title", (("to", "a"),))
    assert history.redo_label == Label("title", (("to", "b"),))


def test_the_run_that_undo_would_take_back_is_known():
    history = typed(typed(START, "a", "g"), "ab", "h")
    assert history.undo_group == "h"
    assert history.undone().undo_group == "g"
    assert START.undo_group == ""


def test_at_the_ends_undo_and_redo_stay():
    assert START.undone() == START
    assert START.redone() == START
    assert START.undo_label is None


def test_the_oldest_of_more_than_the_most_steps_goes():
    history = START
    for number in range(MOST_STEPS + 3):
        history = typed(history, str(number))
    assert len(history.steps) == MOST_STEPS
    assert titles_back(history)[-1] == "2"
    assert history.note.title == str(MOST_STEPS + 2)


def test_one_run_of_typing_is_one_step():
    history = typed(typed(typed(START, "a", "g"), "ab", "g"), "abc", "g")
    assert titles_back(history) == ["abc", "start"]


def test_another_group_is_another_step():
    history = typed(typed(typed(START, "a", "g"), "ab", "h"), "abc", "g")
    assert titles_back(history) == ["abc", "ab", "a", "start"]


def test_steps_without_a_group_stay_apart():
    assert titles_back(typed(typed(START, "a"), "ab")) == ["ab", "a", "start"]


def test_a_run_that_ends_where_it_began_is_no_step():
    history = typed(typed(typed(START, "a"), "ab", "g"), "a", "g")
    assert titles_back(history) == ["a", "start"]


def test_undo_ends_a_run_of_typing():
    history = typed(typed(typed(START, "a", "g"), "b").undone(), "ab", "g")
    assert titles_back(history) == ["ab", "a", "start"]


def test_undo_and_redo_leave_a_run_of_typing_open():
    history = typed(typed(START, "a", "g").undone().redone(), "ab", "g")
    assert titles_back(history) == ["ab", "start"]


def test_a_run_at_the_limit_still_is_one_step():
    history = START
    for number in range(MOST_STEPS):
        history = typed(history, str(number))
    history = typed(typed(history, "x", "g"), "xy", "g")
    assert len(history.steps) == MOST_STEPS
    assert titles_back(history)[:2] == ["xy", str(MOST_STEPS - 1)]


def test_a_note_that_is_equal_makes_no_step():
    assert START.done(replace(START.note), TYPING) is START
