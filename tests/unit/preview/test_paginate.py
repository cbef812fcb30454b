"""Which lines stand on which page."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.ui.preview.paginate import Break, Frame, Strip, paginate, stops_of

Paged = Callable[..., list[str]]

CASES = [
    ("everything fits", "h p3 p2", 6, ["h p3 p2"]),
    ("an empty note is one page", "", 6, [""]),
    ("what does not fit goes on", "p3 p3 p3", 6, ["p3 p3", "p3"]),
    ("a paragraph is cut", "p2 p6", 6, ["p2 p6[0:4]", "p6[4:6]"]),
    ("no single line is left behind", "p5 p4", 6, ["p5", "p4"]),
    ("no single line is taken over", "p1 p6", 6, ["p1 p6[0:4]", "p6[4:6]"]),
    ("three lines stay together", "p4 p3", 6, ["p4", "p3"]),
    ("a heading goes with its text", "p5 h p3", 7, ["p5", "h p3"]),
    ("a heading and two lines suffice", "p4 h p4", 7, ["p4 h p4[0:2]", "p4[2:4]"]),
    ("headings go together", "p4 h h p3", 7, ["p4", "h h p3"]),
    ("a heading at the very end stays", "p3 h", 4, ["p3 h"]),
    ("a kept block goes as a whole", "p3 k4", 6, ["p3", "k4"]),
    ("a kept block that no page holds is cut", "p3 k9", 6, ["p3", "k9[0:6]", "k9[6:9]"]),
    ("a table is cut between rows", "p3 t5", 6, ["p3 t5[0:3]", "t5[3:5]"]),
    ("a table's head alone is no beginning", "p5 t4", 6, ["p5", "t4"]),
    ("the head is repeated", "t12", 5, ["t12[0:5]", "t12[5:9]", "t12[9:12]"]),
]


@pytest.mark.parametrize(("text", "height", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_lines_find_their_page(paged: Paged, text: str, height: int, expected: list[str]) -> None:
    assert paged(text, height) == expected


NOTES = [
    ("a note stands on the page that refers to it", "p3^1:1 p4", 6, {1: 1}, ["p3 +1[0:1]", "p4"]),
    ("the line and its note move together", "p4 p3^2:1", 7, {1: 2}, ["p4", "p3 +1[0:2]"]),
    ("a paragraph is cut before a note", "p6^4:1", 6, {1: 1}, ["p6[0:4]", "p6[4:6] +1[0:1]"]),
    ("notes share one line above them", "p1^0:1 p1^0:2", 5, {1: 1, 2: 1}, ["p1 p1 +1[0:1] +2[0:1]"]),
    ("a note is set once on a page", "p1^0:1 p1^0:1", 4, {1: 1}, ["p1 p1 +1[0:1]"]),
    ("a note that no page holds goes on", "p1^0:1", 4, {1: 5}, ["p1 +1[0:2]", "+1[2:5]"]),
    ("a reference to no note costs nothing", "p3^1:9", 3, {}, ["p3"]),
    ("a heading sees the note of its text", "p3 h p1^0:1", 6, {1: 1}, ["p3", "h p1 +1[0:1]"]),
]


@pytest.mark.parametrize(
    ("text", "height", "notes", "expected"), [c[1:] for c in NOTES], ids=[c[0] for c in NOTES]
)
def test_footnotes_stand_at_the_foot(
    paged: Paged, text: str, height: int, notes: dict[int, int], expected: list[str]
) -> None:
    assert paged(text, height, notes) == expected


def test_space_before_is_kept_on_the_first_page_and_dropped_at_the_head_of_others() -> None:
    strips = [Strip((1.0,), 1.0, before=2.0), Strip((1.0,), 1.0, before=2.0)]
    tops = [plan.slices[0].top for plan in paginate(strips, {}, Frame(3.0))]
    assert tops == [2.0, 0.0]


@pytest.mark.parametrize("keeps", [False, True])
def test_of_two_spaces_between_blocks_the_larger_counts(keeps: bool) -> None:
    strips = [Strip((1.0,), 1.0, after=2.0), Strip((1.0,), 1.0, before=3.0, keep_next=keeps)]
    (plan,) = paginate(strips, {}, Frame(20.0))
    assert plan.slices[1].top == 4.0


def test_space_below_a_table_is_always_added() -> None:
    strips = [Strip((1.0,), 1.0, below=2.0), Strip((1.0,), 1.0, before=3.0)]
    (plan,) = paginate(strips, {}, Frame(20.0))
    assert plan.slices[1].top == 6.0


blocks = st.one_of(
    st.integers(1, 12).map(lambda n: f"p{n}"),
    st.just("h"),
    st.integers(1, 9).map(lambda n: f"k{n}"),
    st.integers(2, 9).map(lambda n: f"t{n}"),
    st.tuples(st.integers(1, 6), st.integers(1, 3)).map(lambda pair: f"p{pair[0]}^0:{pair[1]}"),
)
texts = st.lists(blocks, max_size=30).map(" ".join)
note_heights = {1: (1.0,), 2: (1.0, 1.0), 3: (1.0,) * 7}


@given(text=texts, height=st.integers(2, 14))
@settings(deadline=None)
def test_every_line_is_placed_once_and_in_order(
    strips_of: Callable[[str], list[Strip]], text: str, height: int
) -> None:
    strips = strips_of(text)
    placed = [
        (plan.start.strip + piece.strip, line)
        for plan in paginate(strips, note_heights, Frame(height, 1.0))
        for piece in plan.slices
        for line in range(piece.first, piece.last)
    ]
    assert placed == [(i, line) for i, strip in enumerate(strips) for line in range(len(strip.heights))]


@given(text=texts, height=st.integers(2, 14), page=st.integers(0, 40))
@settings(deadline=None)
def test_pages_from_any_break_on_are_the_same_pages(
    strips_of: Callable[[str], list[Strip]], text: str, height: int, page: int
) -> None:
    strips, frame = strips_of(text), Frame(height, 1.0)
    plans = list(paginate(strips, note_heights, frame))
    start = plans[min(page, len(plans) - 1)].start
    again = list(paginate(strips, note_heights, frame, start))
    assert again == plans[len(plans) - len(again) :]


def test_a_page_that_moves_down_keeps_its_lines() -> None:
    strips = [Strip((1.0,) * 3, 3.0)]
    (plan,) = paginate(strips, {}, Frame(5.0))
    assert plan.moved(4).start == Break(4)
    assert plan.moved(4).slices == plan.slices


@pytest.mark.parametrize(("lines", "stops"), [(1, []), (3, []), (4, [2]), (6, [2, 3, 4])])
def test_a_paragraph_may_be_cut_where_two_lines_stay_on_either_side(lines: int, stops: list[int]) -> None:
    assert list(stops_of(lines)) == stops
