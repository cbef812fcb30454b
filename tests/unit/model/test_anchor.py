"""Anchors: they resolve to their quote, and move to it, and to nothing that only looks like it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from notes import anchors_in, article, articles, corrected, has_text, quoted

from briefing.model.anchor import CONTEXT_CHARS, TELLING_CHARS, Anchor, anchor_at, reanchored, resolves
from briefing.model.article import Extra

LONG = "Both sides agreed to exchange customs data by June."
FILLER = "Nothing of note was said about the harbour in Brena. "


@given(st.data())
def test_an_anchor_always_resolves_to_its_quote(data):
    source = data.draw(articles().filter(has_text))
    anchor = data.draw(anchors_in(source))
    assert source.blocks[anchor.block].text[anchor.start : anchor.end] == anchor.quote
    assert resolves(anchor, source)


@given(st.data())
def test_prefix_and_suffix_are_what_stands_around_the_quote(data):
    source = data.draw(articles().filter(has_text))
    anchor = data.draw(anchors_in(source))
    around = anchor.prefix + anchor.quote + anchor.suffix
    assert around in source.blocks[anchor.block].text
    assert max(len(anchor.prefix), len(anchor.suffix)) <= CONTEXT_CHARS


@given(st.data())
def test_a_moved_anchor_never_lands_on_other_words(data):
    source = data.draw(articles().filter(has_text))
    anchor = data.draw(anchors_in(source))
    changed = data.draw(corrected(source))
    moved = reanchored(anchor, changed)
    assert moved is None or (moved.quote == anchor.quote and resolves(moved, changed))


@given(st.data())
def test_on_the_same_article_an_anchor_stays_or_is_in_doubt(data):
    source = data.draw(articles().filter(has_text))
    anchor = data.draw(anchors_in(source))
    assert reanchored(anchor, source) in (anchor, None)


@given(st.data())
def test_two_places_with_the_same_context_are_never_told_apart(data):
    source = data.draw(articles().filter(has_text))
    anchor = data.draw(anchors_in(source))
    twice = replace(source, blocks=(*source.blocks, source.blocks[anchor.block]))
    assert reanchored(anchor, twice) is None


@given(st.data())
def test_the_order_of_the_blocks_decides_nothing(data):
    source = data.draw(articles().filter(has_text))
    anchor = data.draw(anchors_in(source))
    changed = data.draw(corrected(source))
    mirrored = replace(changed, blocks=changed.blocks[::-1])
    one, other = reanchored(anchor, changed), reanchored(anchor, mirrored)
    assert (one and replace(one, block=len(changed.blocks) - 1 - one.block)) == other


@pytest.mark.parametrize(
    ("block", "start", "end"),
    [(0, 0, 0), (0, 2, 1), (0, -1, 2), (0, 0, 4), (1, 0, 1), (-1, 0, 1)],
)
def test_there_is_no_anchor_outside_the_text(block, start, end):
    with pytest.raises(ValueError, match="no text at"):
        anchor_at(article("abc"), block, start, end)


@pytest.mark.parametrize(
    "place",
    [
        {"article": "a-2"},
        {"block": -1},
        {"block": 1},
        {"start": -3, "end": -1},
        {"end": 99},
        {"start": 1, "end": 1, "quote": ""},
        {"start": 2, "end": 1, "quote": ""},
        {"start": 1, "end": 3},
    ],
)
def test_an_anchor_that_names_another_place_does_not_resolve(place):
    source = article("abc")
    assert not resolves(replace(quoted(source, "ab"), **place), source)


# Cases of a corrected article: title, before, the quote, after, where it is found (None: listed as lost).
CASES = [
    ("the sentence moved down", ["x", LONG], LONG, ["x", "y", LONG], (2, 0)),
    ("a long quote alone stands for itself", [f"A. {LONG} B."], LONG, [f"Other. {LONG} Else."], (0, 7)),
    ("a long quote twice, without context", [f"A. {LONG} B."], LONG, [f"C! {LONG}!", f"D! {LONG}!"], None),
    ("the quote is gone", [LONG], LONG, ["Nothing."], None),
    ("another number", ["They plan 10 visits."], "They plan 10 visits", ["They plan 20 visits."], None),
    (
        "a short quote elsewhere",
        ["They run 10 checks."],
        "10",
        ["They run 20 checks.", "It cost 10 million."],
        None,
    ),
    (
        "a short quote with its context",
        ["They run 10 checks."],
        "10",
        ["It cost 5.", "They run 10 checks."],
        (1, 9),
    ),
    ("a word mended before it", ["Tehy will run 10 checks."], "10", ["They will run 10 checks."], (0, 14)),
    ("two equal places", ["They run 10 checks."], "10", ["They run 10 checks.", "They run 10 checks."], None),
    (
        "two places alike in part",
        ["They run 10 checks."],
        "10",
        ["We run 10 checks.", "I run 10 checks."],
        None,
    ),
    (
        "one place far better",
        ["They run 10 checks here."],
        "10",
        ["They run 10 checks now.", "Pay 10 now."],
        (0, 9),
    ),
    (
        "untouched beside a near twin",
        ["Castora met 3 envoys."],
        "met 3",
        ["Velmara met 3 envoys.", "Castora met 3 envoys."],
        (1, 8),
    ),
    ("a whole short block", ["Seoul", "x"], "Seoul", ["y", "Seoul"], (1, 0)),
    ("overlapping places", ["aaa"], "aa", ["aaa"], (0, 0)),
    (
        "flags and families",
        ["🇰🇷 met 👩‍👩‍👧 in Brena today"],
        "👩‍👩‍👧",
        ["Then 🇰🇷 met 👩‍👩‍👧 in Brena today"],
        (0, 12),
    ),
    (
        "combining signs are other words",
        ["The cafe\u0301 in Brena closed."],
        "cafe\u0301",
        ["The café in Brena closed."],
        None,
    ),
]


@pytest.mark.parametrize(("title", "before", "quote", "after", "place"), CASES, ids=[c[0] for c in CASES])
def test_after_a_correction(title, before, quote, after, place):
    source = article(*before)
    block = next(i for i, text in enumerate(before) if quote in text)
    moved = reanchored(quoted(source, quote, block), article(*after))
    assert (moved and (moved.block, moved.start)) == place


def test_context_beyond_its_length_does_not_tell_places_apart():
    source = article(f"First. {FILLER}{LONG} {FILLER}")
    corrected = article(f"Second. {FILLER}{LONG} {FILLER}", f"Third. {FILLER}{LONG} {FILLER}")
    assert reanchored(quoted(source, LONG), corrected) is None


def test_a_quote_is_long_enough_at_exactly_its_limit():
    just, short = "q" * TELLING_CHARS, "q" * (TELLING_CHARS - 1)
    assert reanchored(quoted(article(f"ab {just} cd"), just), article(f"x {just} y")) is not None
    assert reanchored(quoted(article(f"ab {short} cd"), short), article(f"x{short}y")) is None


def test_an_empty_quote_stands_nowhere():
    assert reanchored(Anchor("a-1", 0, 0, 0, ""), article("abc")) is None


def test_a_moved_anchor_keeps_the_fields_of_newer_versions():
    anchor = replace(quoted(article(LONG), LONG), extra=Extra({"colour": "red"}))
    moved = reanchored(anchor, article("New first line.", LONG))
    assert moved is not None
    assert moved.extra == {"colour": "red"}
