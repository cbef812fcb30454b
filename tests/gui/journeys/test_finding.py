"""Find goes once round the article, then through the points; replace changes points, as one step."""

from __future__ import annotations

import pytest


@pytest.fixture
def brena(person):
    """The sample with three points, two of which say Brena; the article says it in two sentences."""
    person.try_sample()
    for words, digit in (("Director General", "1"), ("The two delegations", "1"), ("They will also run", "2")):
        person.stand_on(words)
        person.press(digit)
    return [p.id for p in person.note.points]


def sentence(person) -> str:
    return person.text_of(person.window.editor.source.current_sentence())


def test_f3_goes_through_article_and_points_and_round_again(person, brena):
    person.press("Home", "Ctrl+F")
    person.type("Brena")
    person.press("Return")
    assert "Brena land crossing" in sentence(person)
    person.press("F3")
    assert "joint inspections" in sentence(person)
    focused = person.window.editor.points.focused_point
    for expected in (brena[1], brena[2]):
        person.press("F3")
        assert focused() == expected
    person.press("F3")
    assert "Brena land crossing" in sentence(person)


def test_esc_closes_the_bar_and_the_keyboard_is_in_the_article(person, brena):
    person.press("Ctrl+F", "Esc")
    assert not person.window.editor.find_bar.isVisible()
    assert person.window.editor.focused_pane() == "source"


def replacing(person, text: str, other: str) -> None:
    person.press("Ctrl+H")
    person.type(text)
    person.press("Tab")
    bar = person.window.editor.find_bar
    while not bar.other.hasFocus():
        person.press("Tab")
    person.type(other)


def test_replace_all_is_one_step_and_leaves_quotes_alone(person, brena):
    before = person.note
    replacing(person, "Brena", "Brenna")
    person.press("Ctrl+Return")
    assert ["Brenna" in p.wording for p in person.note.points] == [False, True, True]
    assert [p.evidence for p in person.note.points] == [p.evidence for p in before.points]
    assert person.window.editor.status.said == "2 places replaced."
    assert person.window.actions_by_name["undo"].text() == "Undo replace in points"
    person.window.actions_by_name["undo"].trigger()
    assert person.note == before


def test_replace_goes_from_point_to_point(person, brena):
    person.window.screens.focus_point(brena[0])
    replacing(person, "Brena", "Brenna")
    person.press("Return")
    assert person.window.editor.points.focused_point() == brena[1]
    person.press("Return")
    assert "Brenna" in person.note.point(brena[1]).wording
    assert person.window.editor.points.focused_point() == brena[2]
    person.press("Return")
    assert "Brenna" in person.note.point(brena[2]).wording
    person.press("Return")
    assert person.window.editor.status.said == "“Brena” is in no point."
