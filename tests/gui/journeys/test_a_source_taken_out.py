"""A source that was brought in by mistake is taken out; the points made from it stay."""

from __future__ import annotations

import pytest

OTHER = "Ports of Ostrana reopen\n\nThe ports of Ostrana reopened on Monday.\n\nFour ships left at noon."


@pytest.fixture
def two(person):
    """A note on the sample and another text, which is in view and has a point."""
    person.try_sample()
    person.stand_on("Both sides agreed")
    person.press("2")
    file = person.folder / "other.txt"
    file.write_text(OTHER, encoding="utf-8")
    person.window.opening.import_file(file)
    person.until(lambda: len(person.note.articles) == 2)
    person.until(lambda: person.window.screens.focus.article == person.note.articles[1].id)
    person.stand_on("Four ships")
    person.press("1")
    return person


def take_out(person) -> None:
    person.window.actions_by_name["remove_article"].trigger()


def test_the_source_in_view_goes_and_the_other_is_shown(two):
    take_out(two)
    [left] = two.note.articles
    assert two.window.screens.focus.article == left.id
    assert "Ports" not in left.headline


def test_its_point_stays_without_the_quote_and_the_other_keeps_its_own(two):
    wordings = [p.wording for p in two.note.points]
    take_out(two)
    assert [p.wording for p in two.note.points] == wordings
    assert sorted(len(p.evidence) for p in two.note.points) == [0, 1]
    assert "1 point stays" in two.message()


def test_it_comes_back_with_its_quotes(two):
    before = two.note
    take_out(two)
    two.press("Ctrl+Z")
    assert two.note == before


def test_the_only_source_can_go_too(person):
    person.try_sample()
    take_out(person)
    assert person.note.articles == ()
    assert person.window.editor.points.isVisible()
