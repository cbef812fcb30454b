"""What differs between two notes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from store_doubles import sample_article
from store_strategies import NOTES

from briefing.model import edits
from briefing.model.article import Status
from briefing.model.note import Point, TemplateCopy
from briefing.store.differences import Difference, counted, differences, moved_ids


@pytest.fixture
def long_note(note):
    return replace(note, points=tuple(Point(f"p-{i}", "background", f"Line {i}") for i in range(6)))


def kinds(before, after) -> list[str]:
    return [d.kind for d in differences(before, after)]


@given(NOTES)
def test_a_note_does_not_differ_from_itself(note):
    assert differences(note, note) == ()


@given(NOTES, NOTES)
def test_any_two_notes_can_be_compared(before, after):
    if (before.title, before.points) != (after.title, after.points):
        assert differences(before, after) or before.points != after.points


def test_a_reworded_point_tells_both_wordings(note):
    after = edits.reword(note, "p-2", "Send it")
    assert differences(note, after) == (Difference("point-reworded", "p-2", "Send the draft", "Send it"),)


def test_an_added_and_a_removed_point_are_told(note):
    after = edits.add_point(edits.remove_points(note, frozenset({"p-1"})), Point("p-3", "t", "New"))
    assert differences(note, after) == (
        Difference("point-removed", "p-1", "Data to be exchanged"),
        Difference("point-added", "p-3", "", "New"),
    )


def test_a_point_moved_to_the_front_is_one_move(long_note):
    after = edits.move_point(long_note, "p-5", "background", "p-0")
    assert differences(long_note, after) == (Difference("point-moved", "p-5", "Line 5", "Line 5"),)


def test_a_retagged_point_is_not_also_moved(long_note):
    assert kinds(long_note, edits.move_point(long_note, "p-0", "agreements", None)) == ["point-retagged"]


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        (lambda p: replace(p, comment="x"), "point-comment"),
        (lambda p: replace(p, owner="x"), "point-owner"),
        (lambda p: replace(p, due="x"), "point-due"),
        (lambda p: replace(p, level=2), "point-level"),
        (lambda p: replace(p, evidence=()), "point-evidence"),
        (lambda p: replace(p, kept=("date",)), "point-kept"),
    ],
)
def test_each_part_of_a_point_is_told(note, change, kind):
    assert kinds(note, edits.change_point(note, "p-1", change)) == [kind]


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        (lambda n: edits.set_title(n, "x"), "title"),
        (lambda n: edits.set_summary(n, "x"), "summary"),
        (lambda n: edits.set_marking(n, "x"), "marking"),
        (lambda n: edits.set_template(n, TemplateCopy("x", "")), "template"),
        (lambda n: edits.add_article(n, sample_article("a-2")), "article-added"),
        (lambda n: replace(n, articles=()), "article-removed"),
        (lambda n: edits.set_status(n, "a-1", (2,), Status.BODY), "article-corrected"),
    ],
)
def test_each_part_of_a_note_is_told(note, change, kind):
    assert kinds(note, change(note)) == [kind]


def test_header_fields_are_told_by_key(note):
    after = edits.set_field(edits.set_field(note, "to", ""), "cc", "Minister")
    assert differences(note, after) == (
        Difference("field", "to", "Director General", ""),
        Difference("field", "cc", "", "Minister"),
    )


def test_differences_are_counted_by_kind(long_note):
    after = edits.reword(edits.reword(long_note, "p-1", "x"), "p-2", "y")
    after = edits.move_point(after, "p-5", "background", "p-0")
    assert counted(differences(long_note, after)) == (("point-moved", 1), ("point-reworded", 2))


@given(st.permutations([f"p{i}" for i in range(8)]))
def test_without_the_moved_ones_the_order_is_the_same(order):
    before = sorted(order)
    moved = moved_ids(before, order)
    assert [i for i in before if i not in moved] == [i for i in order if i not in moved]


@given(st.permutations([f"p{i}" for i in range(7)]), st.integers(0, 6), st.integers(0, 6))
def test_one_moved_id_is_told_as_at_most_one(order, source, target):
    after = list(order)
    after.insert(target, after.pop(source))
    assert len(moved_ids(order, after)) == (source != target)
