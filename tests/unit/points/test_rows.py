from __future__ import annotations

from collections.abc import Callable, Sequence

from hypothesis import given
from hypothesis import strategies as st

from briefing.ui.points.rows import Inserted, Kind, Moved, Removed, Row, place_of, rows_of, steps_between
from briefing.ui.values import Card, PointsView, SectionView, TagLook

Rows = Callable[[str], tuple[Row, ...]]
keys = st.lists(st.sampled_from("abcdefghijkl"), unique=True)


def done(old: Sequence[str], new: Sequence[str]) -> list[str]:
    """What the steps from `old` to `new` make of `old`."""
    at = list(old)
    for step in steps_between(old, new):
        match step:
            case Removed(first, last):
                del at[first : last + 1]
            case Inserted(place, added):
                at[place:place] = added
            case Moved(source, target):
                key = at.pop(source)
                at.insert(target - 1 if target > source else target, key)
    return at


@given(keys, keys)
def test_the_steps_lead_from_any_list_to_any_other(old: list[str], new: list[str]) -> None:
    assert done(old, new) == new


@given(keys)
def test_nothing_is_done_between_equal_lists(same: list[str]) -> None:
    assert steps_between(same, same) == ()


@given(keys, keys)
def test_a_move_is_never_one_qt_refuses(old: list[str], new: list[str]) -> None:
    for step in steps_between(old, new):
        if isinstance(step, Moved):
            assert step.target not in (step.source, step.source + 1)


def test_one_card_that_changes_places_is_one_move() -> None:
    assert steps_between("abcde", "aebcd") == (Moved(4, 1),)


def test_neighbours_go_in_one_step() -> None:
    assert steps_between("abcde", "ae") == (Removed(1, 3),)


def test_neighbours_come_in_one_step() -> None:
    assert steps_between("ae", "abcde") == (Inserted(1, ("b", "c", "d")),)


@given(keys, keys)
def test_what_is_in_both_lists_is_never_removed(old: list[str], new: list[str]) -> None:
    removed = [k for s in steps_between(old, new) if isinstance(s, Removed) for k in old[s.first : s.last + 1]]
    assert not set(removed) & set(new)


def test_a_section_stands_before_its_cards_and_they_before_its_suggestions(rows: Rows) -> None:
    kinds = [r.kind for r in rows("M: a ?x | A: b")]
    assert kinds == [Kind.SECTION, Kind.CARD, Kind.SUGGESTION, Kind.SECTION, Kind.CARD]


def test_a_section_counts_its_cards_only(rows: Rows) -> None:
    assert rows("M: a b ?x")[0].count == 2


def test_only_the_last_suggestion_left_is_alone(rows: Rows) -> None:
    assert [r.alone for r in rows("M: ?x") if r.suggestion] == [True]
    assert [r.alone for r in rows("M: ?x | A: ?y") if r.suggestion] == [False, False]


def test_a_point_given_twice_is_shown_once() -> None:
    card = Card("a", "Once")
    view = PointsView((SectionView(TagLook("M", "M", 1, "blue"), (card, card)),))
    assert [r.point for r in rows_of(view)] == ["", "a"]


def test_the_place_of_a_card_is_counted_in_its_section(rows: Rows) -> None:
    assert place_of(rows("M: a b | A: c d e"), 5) == (2, 3)
