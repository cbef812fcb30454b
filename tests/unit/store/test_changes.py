"""What changed between two notes, and the way back."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from msgspec.structs import replace
from store_doubles import sample_note
from store_strategies import NOTES

from briefing.model.edits import move_point, remove_points, reword
from briefing.model.note import Point
from briefing.store.changes import change_between, changed
from briefing.store.reading import Wrong


def through_a_file(tree):
    return json.loads(json.dumps(tree))


@given(NOTES, NOTES)
def test_a_change_makes_the_new_note_of_the_old_one(old, new):
    assert changed(old, through_a_file(change_between(old, new))) == new


@given(NOTES)
def test_no_change_is_an_empty_one(note):
    assert change_between(note, note) == {}


def many_points(count: int):
    points = tuple(Point(f"p-{i}", "background", f"Line {i}") for i in range(count))
    return replace(sample_note(), points=points)


def test_a_reworded_point_is_told_alone():
    note = many_points(1000)
    change = change_between(note, reword(note, "p-500", "New"))
    assert change["points"]["at"] == 500
    assert [p["wording"] for p in change["points"]["insert"]] == ["New"]


def test_a_removed_point_is_told_by_its_place():
    note = many_points(1000)
    change = change_between(note, remove_points(note, frozenset({"p-7"})))
    assert change == {"points": {"at": 7, "remove": 1, "insert": []}}


def test_a_moved_point_is_told_by_ids():
    note = many_points(5)
    change = change_between(note, move_point(note, "p-1", "background", "p-4"))
    assert change == {"points": {"at": 1, "remove": 3, "insert": ["p-2", "p-3", "p-1"]}}


def test_points_of_one_id_are_told_whole():
    note = replace(sample_note(), points=(Point("p", "t", "a"), Point("p", "t", "b")))
    swapped = replace(note, points=note.points[::-1])
    assert changed(note, through_a_file(change_between(note, swapped))) == swapped


@pytest.mark.parametrize(
    "tree",
    [
        {"title": 3},
        {"points": []},
        {"points": {"at": 0, "remove": 99}},
        {"points": {"at": 0, "remove": 0, "insert": ["p-none"]}},
        {"extra": 1},
        {"dismissed": {"at": "0"}},
    ],
)
def test_a_change_that_does_not_fit_is_refused(tree):
    with pytest.raises(Wrong):
        changed(sample_note(), tree)
