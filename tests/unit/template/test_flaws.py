"""Flaws of a form: all of them, each at its place, with the nearest right word."""

from __future__ import annotations

import pytest
from forms import templates
from hypothesis import given, settings

from briefing import resources
from briefing.errors import TemplateInvalid
from briefing.template import changes, parse, to_toml
from briefing.template.flaws import flaws_of

FORM = parse(resources.text("templates", "bilateral-meeting.toml"))


def found(path, value, form=FORM) -> list:
    flaws = flaws_of(changes.with_value(form, path, value))
    return [(f.path, f.why, f.found, f.nearest) for f in flaws]


@pytest.mark.parametrize("name", resources.names("templates", ".toml"))
def test_a_shipped_template_has_no_flaw(name):
    assert flaws_of(parse(resources.text("templates", name), name)) == ()


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("name",), " "),
        (("type", "latin"), ""),
        (("type", "accent"), "blue"),
        (("sections", 2, "heading"), ""),
        (("dates", "format"), "yyyy"),
        (("page", "margins_mm"), (1.0, 2.0, 3.0, 4.0)),
        (("tags", 0, "cues"), ("a\nb",)),
    ],
)
def test_a_value_that_cannot_be_is_a_flaw_at_its_place(path, value):
    assert found(path, value) == [(path, "value", value if isinstance(value, str) else "", "")]


def test_several_flaws_are_all_told():
    form = changes.with_value(changes.with_value(FORM, ("name",), ""), ("type", "latin"), "")
    assert [f.path for f in flaws_of(form)] == [("name",), ("type", "latin")]


def test_a_language_that_is_none_gets_the_nearest():
    assert found(("language",), "KO") == [(("language",), "value", "KO", "ko")]


def test_an_empty_section_that_should_say_something_needs_the_words():
    assert found(("sections", 1, "empty"), "say") == [(("sections", 1, "empty_text"), "words-needed", "", "")]


@pytest.mark.parametrize(
    ("path", "value", "mark", "nearest"),
    [
        (("head", "subtitle"), "For {too}", "{too}", "{to}"),
        (("head", "page_label"), "{pag} of {pages}", "{pag}", "{page}"),
        (("fields", 3, "default"), "{titel}", "{titel}", "{title}"),
        (("head", "unit"), "{qqqqqq}", "{qqqqqq}", ""),
    ],
)
def test_a_mark_that_nothing_fills_gets_the_nearest_that_is(path, value, mark, nearest):
    assert found(path, value) == [(path, "mark", mark, nearest)]


def test_a_marking_that_is_none_of_the_choices_gets_the_nearest():
    flaw = (("marking", "default"), "marking", "OFICIAL", "OFFICIAL")
    assert found(("marking", "default"), "OFICIAL") == [flaw]


@given(templates())
@settings(max_examples=30)
def test_a_form_that_can_be_read_has_no_flaw_that_stops_it(form):
    assert not [f for f in flaws_of(form) if f.stops]


def test_what_stops_a_form_is_what_the_reader_refuses():
    for path, value in ((("name",), ""), (("sections", 1, "empty"), "say"), (("type", "colour"), "red")):
        form = changes.with_value(FORM, path, value)
        assert flaws_of(form)[0].stops
        with pytest.raises(TemplateInvalid):
            parse(to_toml(form))
