"""Rows and keys that follow a pane from view to view are those made from nothing."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain

from hypothesis import given
from hypothesis import strategies as st

from briefing.ui.points.keyindex import KeyIndex
from briefing.ui.points.rowindex import RowIndex
from briefing.ui.points.rows import Row, between, rows_of
from briefing.ui.values import Card, PointsView, SectionView, TagLook

TAGS = tuple(TagLook(n, n, i + 1, "blue") for i, n in enumerate("MAB"))
names = st.lists(st.sampled_from("abcdefgh"), max_size=6)
views = st.lists(st.tuples(names, st.booleans()), min_size=1, max_size=3)


def view_of(sections: list[tuple[list[str], bool]]) -> PointsView:
    made = (
        SectionView(tag, tuple(Card(n, f"Wording {n}") for n in cards), assigns=assigns)
        for tag, (cards, assigns) in zip(TAGS, sections, strict=False)
    )
    return PointsView(tuple(made))


@given(st.lists(views, max_size=6))
def test_the_rows_of_each_view_are_those_made_from_nothing(shown) -> None:
    index = RowIndex()
    for view in map(view_of, shown):
        assert tuple(chain.from_iterable(index.of(view))) == rows_of(view)


def test_a_row_whose_card_stayed_is_the_same_object(rows: Callable[[str], tuple[Row, ...]]) -> None:
    index, cards = RowIndex(), tuple(Card(n, n) for n in "abcd")
    (before,) = index.of(PointsView((SectionView(TAGS[0], cards),)))
    (after,) = index.of(PointsView((SectionView(TAGS[0], (*cards[:2], Card("x", "x"), *cards[2:])),)))
    stayed = {id(r) for r in before}
    assert [id(r) in stayed for r in after] == [False, True, True, False, True, True]


@given(views, views)
def test_what_lies_between_two_views_makes_one_of_the_other(first, second) -> None:
    old, new = rows_of(view_of(first)), rows_of(view_of(second))
    found = between(old, new)
    by_key = {r.key: r for r in found.changed}
    kept = [by_key.get(r.key, r) for r in old]
    kept[found.at : found.at + found.gone] = new[found.at : found.at + found.come]
    assert tuple(kept) == new


moves = st.lists(st.tuples(st.sampled_from("irm"), st.integers(0, 300), st.integers(0, 300)), max_size=150)


@given(moves)
def test_every_key_is_found_after_any_changes(steps) -> None:
    index, keys = KeyIndex(), [f"k{i}" for i in range(200)]
    index.insert(0, keys)
    for number, (kind, one, other) in enumerate(steps):
        at, to = one % len(keys), other % len(keys)
        if kind == "i":
            keys.insert(at, f"n{number}")
            index.insert(at, (f"n{number}",))
        elif kind == "r" and len(keys) > 1:
            del keys[at]
            index.remove(at, at)
        else:
            keys.insert(to, keys.pop(at))
            index.move(at, to)
    assert [index.find(k) for k in keys] == list(range(len(keys)))
    assert index.find("never there") is None


def test_the_rows_of_a_section_that_stayed_are_the_same_object() -> None:
    index, cards = RowIndex(), tuple(Card(n, n) for n in "abcd")
    quiet = SectionView(TAGS[1], cards[2:])
    before = index.of(PointsView((SectionView(TAGS[0], cards[:1]), quiet)))
    after = index.of(PointsView((SectionView(TAGS[0], cards[:2]), quiet)))
    assert after[1] is before[1]
    assert after[0] is not before[0]
