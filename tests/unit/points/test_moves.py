from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.ui.points.moves import (
    Target,
    changes_order,
    edge_of_section,
    highest_level,
    next_card,
    step_down,
    step_up,
    target_at,
)
from briefing.ui.points.rows import Row

Rows = Callable[[str], tuple[Row, ...]]


def test_up_goes_before_the_card_above(rows: Rows) -> None:
    assert step_up(rows("M: a b c"), ("c",)) == Target("M", "b")


def test_up_from_the_first_card_goes_to_the_end_of_the_section_before(rows: Rows) -> None:
    assert step_up(rows("M: a | A: b"), ("b",)) == Target("M")


def test_up_passes_the_suggestions_of_the_section_before(rows: Rows) -> None:
    assert step_up(rows("M: a ?x | A: b"), ("b",)) == Target("M")


def test_up_from_the_very_top_leads_nowhere(rows: Rows) -> None:
    assert step_up(rows("M: a b"), ("a",)) is None


def test_down_goes_behind_the_card_below(rows: Rows) -> None:
    assert step_down(rows("M: a b c"), ("a",)) == Target("M", "c")


def test_down_to_the_end_of_a_section_is_before_nothing(rows: Rows) -> None:
    assert step_down(rows("M: a b ?x"), ("a",)) == Target("M")


def test_down_from_the_last_card_goes_to_the_start_of_the_next_section(rows: Rows) -> None:
    assert step_down(rows("M: a | A: b c"), ("a",)) == Target("A", "b")


def test_down_goes_into_an_empty_section(rows: Rows) -> None:
    assert step_down(rows("M: a | A: | N: b"), ("a",)) == Target("A")


def test_down_from_the_very_end_leads_nowhere(rows: Rows) -> None:
    assert step_down(rows("M: a | A: b ?x"), ("b",)) is None


def test_several_cards_step_together(rows: Rows) -> None:
    assert step_down(rows("M: a b c d"), ("a", "b")) == Target("M", "d")


@pytest.mark.parametrize(
    ("gap", "target"),
    [
        (0, Target("M", "a")),
        (1, Target("M", "a")),
        (2, Target("M", "b")),
        (3, Target("M")),
        (4, Target("A", "c")),
        (5, Target("A")),
        (99, Target("A")),
    ],
)
def test_a_gap_is_a_place_in_the_section_above_it(rows: Rows, gap: int, target: Target) -> None:
    assert target_at(rows("M: a b | A: c"), (), gap) == target


def test_a_dragged_card_is_no_place_to_stand_before(rows: Rows) -> None:
    assert target_at(rows("M: a b c"), ("b",), 2) == Target("M", "c")


def test_a_drop_where_it_was_changes_nothing(rows: Rows) -> None:
    assert not changes_order(rows("M: a b c"), ("b",), Target("M", "c"))


def test_a_drop_in_another_section_changes_the_order(rows: Rows) -> None:
    assert changes_order(rows("M: a | A: b"), ("a",), Target("A"))


def test_the_top_of_a_section_is_before_its_first_card(rows: Rows) -> None:
    assert edge_of_section(rows("M: a b c"), "c", top=True) == Target("M", "a")


def test_the_end_of_a_section_is_before_nothing(rows: Rows) -> None:
    assert edge_of_section(rows("M: a b c"), "a", top=False) == Target("M")


def test_an_unknown_point_has_no_section(rows: Rows) -> None:
    assert edge_of_section(rows("M: a"), "z", top=True) is None


def test_the_next_card_is_in_the_same_section(rows: Rows) -> None:
    after = next_card(rows("M: a b | A: c"), "a")
    assert after is not None
    assert after.point == "b"


@pytest.mark.parametrize("point", ["b", "c", "z"])
def test_the_last_card_of_a_section_has_no_next(rows: Rows, point: str) -> None:
    assert next_card(rows("M: a b | A: c"), point) is None


@pytest.mark.parametrize(("point", "level"), [("a", 0), ("b", 1), ("c", 2), ("z", 0)])
def test_a_point_nests_at_most_one_below_the_one_above(rows: Rows, point: str, level: int) -> None:
    assert highest_level(rows("M: a b' c"), point, 2) == level
