"""Changes to a form: each does what it says, leaves the rest alone, and what comes out can be used."""

from __future__ import annotations

import pytest
from forms import templates
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from briefing import resources
from briefing.template import changes, parse, to_toml

FORM = parse(resources.text("templates", "bilateral-meeting.toml"))


def tags(form) -> list[str]:
    return [t.id for t in form.tags]


def sections(form) -> list[str]:
    return [s.tag for s in form.sections]


@pytest.mark.parametrize(
    "path", [("name",), ("page", "limit"), ("sections", 1, "heading"), ("tags", 0, "cues")]
)
def test_a_value_is_changed_where_its_path_leads(path):
    assert changes.value_at(changes.with_value(FORM, path, "new"), path) == "new"
    back = changes.with_value(changes.with_value(FORM, path, "new"), path, changes.value_at(FORM, path))
    assert back == FORM


@pytest.mark.parametrize("style", ["footnotes", "endnotes", "annex", "source-line", "none"])
@pytest.mark.parametrize(("line", "annex"), [(False, False), (True, False), (False, True), (True, True)])
def test_a_line_and_an_annex_of_sources_are_there_as_asked(style, line, annex):
    form = changes.with_value(FORM, ("citations", "style"), style)
    made = parse(to_toml(changes.with_sources(form, line=line, annex=annex)))
    assert (made.citations.has_line, made.citations.has_annex) == (line, annex)


@pytest.mark.parametrize("style", ["footnotes", "endnotes"])
def test_an_annex_that_is_given_up_again_leaves_the_notes_as_they_were(style):
    form = changes.with_value(FORM, ("citations", "style"), style)
    there = changes.with_sources(form, line=True, annex=True)
    assert changes.with_sources(there, line=False, annex=False) == form


def test_a_heading_takes_a_tag_of_the_same_name_along():
    form = changes.with_heading(FORM, 0, "Talks")
    assert (form.sections[0].heading, form.tags[0].name) == ("Talks", "Talks")


def test_a_heading_leaves_a_tag_of_another_name_alone():
    form = changes.with_heading(FORM, 1, "Agreed")
    assert (form.sections[1].heading, form.tags[1].name) == ("Agreed", "Agreements")


def test_digits_follow_sections_that_stood_in_their_order():
    form = changes.with_section_moved(FORM, 3, 0)
    assert tags(form) == sections(form) == ["next_steps", "meeting", "agreements", "background"]


def test_digits_stay_where_the_sections_had_an_order_of_their_own():
    own = changes.with_digit(FORM, "next_steps", 1)
    assert tags(changes.with_section_moved(own, 0, 2)) == tags(own)


def test_a_new_section_has_a_tag_in_a_free_colour():
    form = changes.with_new_section(FORM, "Press lines")
    assert (form.tags[-1].id, form.tags[-1].colour) == ("press_lines", "brick")
    assert (form.sections[-1].heading, form.sections[-1].tag) == ("Press lines", "press_lines")


@pytest.mark.parametrize(
    ("name", "made"), [("Meeting", "meeting_2"), ("언론 대응", "tag"), ("7 days", "tag_7_days"), ("  ", "tag")]
)
def test_an_id_is_fresh_and_of_plain_letters(name, made):
    assert changes.fresh_id(name, tags(FORM)) == made


def test_a_section_goes_with_its_tag():
    form = changes.without_section(FORM, 1)
    assert "agreements" not in (*tags(form), *sections(form))


def test_the_last_section_stays():
    only = replace(FORM, sections=FORM.sections[:1])
    assert changes.without_section(only, 0) is only


def test_a_tag_without_a_section_can_be_given_one_or_go():
    bare = replace(FORM, sections=FORM.sections[:3])
    assert sections(changes.with_section_for(bare, "next_steps"))[-1] == "next_steps"
    assert "next_steps" not in tags(changes.without_tag(bare, "next_steps"))


def test_header_fields_come_move_and_go():
    form = changes.with_new_field(FORM, "Cleared by")
    assert (form.fields[-1].key, form.fields[-1].label) == ("cleared_by", "Cleared by")
    moved = changes.with_field_moved(form, 4, 0)
    assert [f.key for f in moved.fields] == ["cleared_by", "to", "date", "from", "subject"]
    assert changes.without_field(moved, 0) == FORM


@given(templates(), st.data())
@settings(max_examples=30)
def test_whatever_is_done_the_form_can_be_written_and_read(form, data):
    place = st.integers(0, len(form.sections) - 1)
    done = data.draw(
        st.sampled_from(
            (
                lambda: changes.with_section_moved(form, data.draw(place), data.draw(place)),
                lambda: changes.with_new_section(form, data.draw(st.text("ab 한-", min_size=1)) + "x"),
                lambda: changes.without_section(form, data.draw(place)),
                lambda: changes.with_new_field(form, data.draw(st.text("ab 한-")) + "x"),
                lambda: changes.with_digit(form, form.tags[0].id, data.draw(st.integers(1, 9))),
            )
        )
    )()
    assert {s.tag for s in done.sections} <= {t.id for t in done.tags}
    assert parse(to_toml(done)) == done
