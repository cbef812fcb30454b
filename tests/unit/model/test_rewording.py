from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.note import Note, Point, TemplateCopy
from briefing.model.rewording import holding, replace_words


def note_of(*wordings: str) -> Note:
    points = tuple(Point(f"p-{i}", "meeting", wording) for i, wording in enumerate(wordings))
    return Note(id="n", template=TemplateCopy("t", ""), points=points)


def wordings(note: Note) -> list[str]:
    return [p.wording for p in note.points]


def test_each_place_is_replaced_and_counted() -> None:
    done = replace_words(note_of("Brena, then Brena again.", "Lower Tarn.", "To Brena."), "Brena", "Brenna")
    assert wordings(done.note) == ["Brenna, then Brenna again.", "Lower Tarn.", "To Brenna."]
    assert (done.places, done.points) == (3, 2)


@pytest.mark.parametrize(
    ("wording", "text", "other", "then"),
    [
        ("Talks end. More talks.", "talks", "meeting", "Meeting end. More meeting."),
        ("Talks end. More talks.", "Talks", "meeting", "meeting end. More meeting."),
        ("a.b axb", "a.b", r"\1", r"\1 axb"),
        ("관세청과 관세청", "관세청", "세관", "세관과 세관"),
        ("Straße", "STRASSE", "road", "Straße"),
        ("ends here", " here", "", "ends"),
    ],
)
def test_words_are_taken_as_they_are_written(wording: str, text: str, other: str, then: str) -> None:
    assert wordings(replace_words(note_of(wording), text, other).note) == [then]


def test_only_the_named_points_are_touched() -> None:
    done = replace_words(note_of("one", "one"), "one", "two", {"p-1"})
    assert wordings(done.note) == ["one", "two"]


def test_nothing_found_is_the_same_note() -> None:
    note = note_of("one")
    assert replace_words(note, "two", "three").note is note
    assert replace_words(note, "", "three").note is note


@given(st.lists(st.text(max_size=30), max_size=4), st.text(max_size=3), st.text(max_size=3))
def test_exactly_the_points_that_hold_it_are_counted(texts: list[str], text: str, other: str) -> None:
    note = note_of(*texts)
    assert replace_words(note, text, other).points == len(holding(note, text))
