"""Pages made with the pages before at hand are the pages made from nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.blocks import Block, Document, Fields, Heading, ListItem, Note, Paragraph, Run, Table, Title
from briefing.ui.preview.layout import Pages

Make = Callable[..., Document]
Lay = Callable[..., Pages]

WORDS = st.lists(st.sampled_from(("customs", "July", "세관", "a", "inspection")), min_size=1, max_size=60)
TEXT = WORDS.map(" ".join)
NUMBER = st.integers(0, 3)
BLOCK = st.one_of(
    TEXT.map(lambda t: Heading(t[:40], 1, "section:x")),
    st.builds(lambda t, n: ListItem((Run(t), Run("", note=n)), origin=f"point:{n}"), TEXT, NUMBER),
    TEXT.map(lambda t: Paragraph((Run(t),), "quote", "q")),
    st.just(Table((("a", "b"),) * 6, caption="c")),
    st.just(Fields(())),
)
BLOCKS = st.lists(BLOCK, max_size=40)
NOTES = st.lists(TEXT, max_size=3).map(lambda texts: tuple(Note(i + 1, (Run(t),)) for i, t in enumerate(texts)))
ONCE = settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])


def same(one: Pages, other: Pages) -> bool:
    return one.plans == other.plans and one.text() == other.text()


@given(before=BLOCKS, after=BLOCKS, notes=st.tuples(NOTES, NOTES))
@ONCE
def test_any_document_after_any_other(
    make: Make, lay: Lay, before: list[Block], after: list[Block], notes: tuple[tuple[Note, ...], ...]
) -> None:
    first = lay(make(*before, notes=notes[0]))
    shown = make(*after, notes=notes[1])
    assert same(lay(shown, first), lay(shown))


@given(blocks=st.lists(BLOCK, min_size=1, max_size=40), fresh=BLOCKS, cut=st.tuples(st.integers(0, 39), NUMBER))
@ONCE
def test_an_edit_in_the_middle(
    make: Make, lay: Lay, blocks: list[Block], fresh: list[Block], cut: tuple[int, int]
) -> None:
    at = cut[0] % (len(blocks) + 1)
    edited = [*blocks[:at], *fresh[:2], *blocks[at + cut[1] :]]
    first = lay(make(Title("Talks"), *blocks))
    shown = make(Title("Talks"), *edited)
    assert same(lay(shown, first), lay(shown))


@pytest.mark.parametrize("points", [(4, 5), (5, 4), (80, 81), (81, 80), (36, 37), (0, 90), (90, 0)])
def test_points_come_and_go_at_the_end(make_talks: Make, lay: Lay, points: tuple[int, int]) -> None:
    before, after = points
    shown = make_talks(after)
    assert same(lay(shown, lay(make_talks(before))), lay(shown))


@pytest.mark.parametrize("style", ["footnotes", "endnotes"])
def test_a_change_of_the_way_notes_are_printed(make: Make, make_point: Make, lay: Lay, style: str) -> None:
    notes = (Note(1, (Run("Source."),)),)
    first = lay(make(make_point(1, note=1), notes=notes))
    shown = make(make_point(1, note=1), notes=notes, note_style=style)
    assert same(lay(shown, first), lay(shown))


def test_only_the_edited_block_is_laid_out_anew(make_talks: Make, make_point: Make, lay: Lay) -> None:
    first = lay(make_talks(300))
    blocks = list(first.document.blocks)
    blocks[100] = make_point(97, "Edited.")
    second = lay(make_talks(0, blocks=tuple(blocks)), first)
    fresh = [i for i, laid in enumerate(second.laid) if laid is not first.laid[i]]
    assert fresh == [100]


def test_pages_before_the_edit_are_taken_over(make_talks: Make, make_point: Make, lay: Lay) -> None:
    first = lay(make_talks(300))
    blocks = (*first.document.blocks[:-1], make_point(299, "Edited."))
    second = lay(make_talks(0, blocks=blocks), first)
    assert all(a is b for a, b in zip(second.plans[:-2], first.plans[:-2], strict=True))
