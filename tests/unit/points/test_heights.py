"""Heights of many rows are those of a plain list."""

from __future__ import annotations

from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.ui.points.heights import Heights

tall = st.integers(1, 90)
steps = st.lists(
    st.tuples(st.sampled_from("irmdg"), st.integers(0, 999), st.integers(0, 999), st.lists(tall, max_size=9)),
    max_size=60,
)


@pytest.fixture
def many() -> Heights:
    heights = Heights()
    heights.insert(0, [20] * 1_000)
    return heights


def change(heights: Heights, plain: list[tuple[int, bool]], step) -> None:
    """Does a step to both; the plain list tells of each row how tall it is and whether that is a guess."""
    kind, one, other, more = step
    at = one % len(plain)
    match kind:
        case "i":
            heights.insert(at, more)
            plain[at:at] = [(h, True) for h in more]
        case "r" if len(plain) > 10:
            last = min(at + other % 9, len(plain) - 1)
            heights.remove(at, last)
            del plain[at : last + 1]
        case "m":
            to = other % len(plain)
            heights.move(at, to)
            plain.insert(to, plain.pop(at))
        case "d":
            heights.doubt(at)
            plain[at] = (plain[at][0], True)
        case _:
            heights.measured(at, 1 + other % 50)
            plain[at] = (1 + other % 50, False)


@given(steps)
def test_any_changes_leave_the_heights_of_a_plain_list(taken) -> None:
    heights, plain = Heights(), [(20, True)] * 400
    heights.insert(0, [20] * 400)
    for step in taken:
        change(heights, plain, step)
    tops = list(accumulate((h for h, _ in plain), initial=0))
    rows = range(len(plain))
    assert [(heights.height(r), heights.is_guess(r)) for r in rows] == plain
    assert [heights.top(r) for r in range(len(plain) + 1)] == tops
    assert [heights.row_at(t) for t in tops[:-1]] == list(rows)
    assert [heights.row_at(b - 1) for b in tops[1:]] == list(rows)
    assert heights.guesses() == [r for r in rows if plain[r][1]]


def test_above_the_first_row_is_the_first_and_below_the_last_the_last(many: Heights) -> None:
    assert (many.row_at(-5), many.row_at(10**6)) == (0, 999)


def test_a_measured_row_says_by_how_much_it_differs(many: Heights) -> None:
    assert many.measured(500, 35) == 15
    assert many.total == 20_015


def test_all_can_be_in_doubt_again(many: Heights) -> None:
    many.measured(500, 35)
    many.doubt_all()
    assert len(many.guesses()) == 1_000
    assert many.total == 20_015


def test_no_rows_are_no_height() -> None:
    heights = Heights()
    heights.insert(0, (5,))
    heights.remove(0, 0)
    assert (len(heights), heights.total) == (0, 0)


@given(steps, st.integers(0, 9_000), st.integers(0, 600))
def test_the_rows_between_two_heights_are_those_that_reach_into_them(taken, top, room) -> None:
    heights, plain = Heights(), [(20, True)] * 400
    heights.insert(0, [20] * 400)
    for step in taken:
        change(heights, plain, step)
    top = min(top, heights.total - 1)
    tops = list(accumulate((h for h, _ in plain), initial=0))
    wanted = [r for r in range(len(plain)) if tops[r] < top + room and tops[r + 1] > top]
    found = list(heights.between(top, top + room))
    assert [row for row, _, _ in found] == wanted
    assert [(y, abs(height)) for _, y, height in found] == [(tops[r], plain[r][0]) for r in wanted]
