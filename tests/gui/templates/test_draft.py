"""The editor's own undo: runs of typing are one step, and nothing is forgotten but the oldest."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from briefing import resources
from briefing.template import parse
from briefing.ui.dialogs.template.draft import MOST_STEPS, Steps

FORM = parse(resources.text("templates", "bilateral-meeting.toml"))


def named(name: str):
    return replace(FORM, name=name)


def test_a_run_is_one_step_and_another_group_begins_a_new_one():
    steps = Steps(FORM).done(named("a"), "name").done(named("ab"), "name").done(named("abc"), "other")
    assert [f.name for f in steps.forms] == ["ab", "abc"]


def test_a_run_that_ends_where_it_began_is_no_step():
    steps = Steps(FORM).done(named("a"), "name").done(FORM, "name")
    assert (steps.form, steps.at) == (FORM, 0)


def test_after_an_undo_the_same_run_is_a_step_of_its_own():
    steps = Steps(FORM).done(named("a"), "name").done(named("b")).undone().done(named("c"), "name")
    assert [f.name for f in steps.forms] == ["a", "c"]


def test_the_oldest_steps_go_when_there_are_too_many():
    steps = Steps(FORM)
    for number in range(MOST_STEPS + 5):
        steps = steps.done(named(str(number)))
    assert len(steps.forms) == MOST_STEPS
    for _ in range(MOST_STEPS + 1):
        steps = steps.undone()
    assert steps.form.name == "4"


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(("", "x", "y"))), max_size=12))
def test_undo_to_the_start_and_redo_to_the_end_lead_back(changes):
    steps = Steps(FORM)
    for name, group in changes:
        steps = steps.done(named(name), group)
    back = steps
    for _ in range(len(changes)):
        back = back.undone()
    assert back.form == FORM
    for _ in range(len(changes)):
        back = back.redone()
    assert back.form == steps.form
