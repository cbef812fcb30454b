"""Where two tuples differ."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.model.splices import Splice, splice

items = st.lists(st.integers(0, 3), max_size=60).map(tuple)


@given(items, items)
def test_the_splice_makes_the_new_tuple_of_the_old_one(old, new):
    made = splice(old, new)
    assert (*old[: made.at], *made.new(new), *old[made.at + made.gone :]) == new


@given(items, items, items, items)
def test_equal_ends_are_no_part_of_the_splice(head, old, new, tail):
    made = splice((*head, *old, *tail), (*head, *new, *tail))
    assert made.gone <= len(old)
    assert made.come <= len(new)


@given(items)
def test_equal_tuples_differ_nowhere(same):
    assert splice(same, tuple(i for i in same)) == Splice(len(same), 0, 0)


class Counted:
    """Counts how often it is compared."""

    compared = 0

    def __eq__(self, other: object) -> bool:
        Counted.compared += 1
        return self is other

    __hash__ = None


def test_items_that_stayed_are_not_compared_one_by_one():
    many = tuple(Counted() for _ in range(10_000))
    Counted.compared = 0
    assert splice(many, (*many[:4_000], Counted(), *many[4_000:])) == Splice(4_000, 0, 1)
    assert Counted.compared < 100
