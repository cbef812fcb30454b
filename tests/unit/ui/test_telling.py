"""Differences and moments in words."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import get_args

import pytest

from briefing.model.note import Note, Point, TemplateCopy
from briefing.store.differences import Difference, Kind, differences
from briefing.store.merge import Conflict
from briefing.ui.telling import disagreements, listed, short, summed, when, when_iso
from briefing.words import Words

EN, KO = Words("en"), Words("ko")


def note(*wordings: str, **changes: object) -> Note:
    points = tuple(Point(f"p-{w[0]}", "t", w) for w in wordings)
    return Note("n-1", TemplateCopy("form", ""), points=points, **changes)


BEFORE = note("a", "b", "c")


def test_differences_are_counted_in_words():
    assert summed(differences(BEFORE, note("a1", "b1", "c")), EN) == "2 points reworded"


def test_the_word_point_is_said_once():
    found = (
        Difference("point-reworded", "p-a"),
        Difference("point-reworded", "p-b"),
        Difference("point-moved"),
    )
    assert summed(found, EN) == "2 points reworded, 1 moved"
    assert summed(found, KO) == "요점 2개 문구 수정, 1개 이동"


def test_no_difference_is_said_so():
    assert summed((), EN) == "No difference"


def test_each_difference_is_a_line_with_its_text():
    assert listed(differences(note("a"), note("a1", title="T")), note("a1"), EN) == (
        "Title: T",
        "Reworded: a1 (before: a)",
    )


@pytest.mark.parametrize("words", [EN, KO], ids=["en", "ko"])
def test_every_kind_of_difference_has_words(words):
    for kind in get_args(Kind):
        one = (Difference(kind, "key", "before", "after"),)
        assert summed(one, words)
        assert listed(one, BEFORE, words)


def test_what_both_changed_says_where_theirs_is():
    both = Conflict("point-reworded", "p-1", "mine", "theirs", "p-1-theirs")
    mine = Conflict("title", "", "mine", "theirs")
    assert disagreements((both, mine), EN) == (
        "Both changed; both stand in the note: mine / theirs",
        "Both changed; yours stands, theirs was: theirs",
    )


def test_a_long_text_is_cut_and_an_empty_one_named():
    assert short("word " * 100, EN).endswith("…")
    assert short(" \n", EN) == "(empty)"


@pytest.mark.parametrize(
    ("day", "said"),
    [(14, "Today {}"), (15, "Yesterday {}"), (20, "14 May 2026, {}")],
)
def test_moments_are_said_as_people_say_them(day, said):
    time = datetime(2026, 5, 14, 12, 5, tzinfo=UTC).astimezone()
    clock = f"{time:%H:%M}"
    assert when(time, EN, date(2026, 5, day)) == said.format(clock)


def test_a_korean_date_is_written_as_in_korea():
    time = datetime(2026, 5, 14, 12, 5, tzinfo=UTC)
    assert when(time, KO, date(2026, 6, 1)).startswith("2026. 5. 14. ")


def test_a_time_that_cannot_be_read_is_told_as_it_stands():
    assert when_iso("some day", EN) == "some day"
