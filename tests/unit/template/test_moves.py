"""A change of form: where points go, what is not printed, and that nothing is lost."""

from __future__ import annotations

from forms import templates
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from notes import note, point

from briefing import resources
from briefing.model.note import TemplateCopy
from briefing.template import changes, parse, to_toml
from briefing.template.moves import moved, moves_of, place_for, unprinted

TALKS = parse(resources.text("templates", "bilateral-meeting.toml"))
POINTS = (
    point("p-1", "meeting"),
    point("p-2", "agreements"),
    point("p-3", "agreements"),
    point("p-4", "press"),
)


def test_points_of_a_known_tag_go_to_it_and_others_have_no_place_yet():
    found = moves_of(note(points=POINTS), TALKS, TALKS)
    assert [(m.name, m.count, m.to) for m in found] == [
        ("Meeting", 1, "meeting"),
        ("Agreements", 2, "agreements"),
        ("press", 1, ""),
    ]


def test_a_tag_of_another_id_is_known_by_its_name_or_heading():
    other = changes.with_value(TALKS, ("tags", 1, "id"), "deals")
    other = changes.with_value(other, ("sections", 1, "tag"), "deals")
    assert place_for("agreements", TALKS, other) == "deals"
    other = changes.with_value(other, ("tags", 1, "name"), "Deals")
    assert place_for("agreements", TALKS, other) == "deals"
    other = changes.with_value(other, ("sections", 1, "heading"), "Deals")
    assert place_for("agreements", TALKS, other) == ""


def test_a_tag_without_a_section_is_no_place():
    other = replace(TALKS, sections=TALKS.sections[:1])
    assert place_for("agreements", TALKS, other) == ""


def test_header_fields_that_hold_something_and_are_not_printed_are_named():
    made = note(fields=(("to", "Director General"), ("subject", "Talks")))
    assert unprinted(made, TALKS, changes.without_field(TALKS, 0)) == ("To",)


def test_the_note_takes_the_form_and_its_points_go_where_they_were_sent():
    copy = TemplateCopy("other", to_toml(TALKS))
    done = moved(note(points=POINTS), copy, {"press": "background", "agreements": ""})
    assert [p.tag for p in done.points] == ["meeting", "agreements", "agreements", "background"]
    assert done.template == copy


@given(templates(), templates(), st.data())
@settings(max_examples=25)
def test_no_point_is_ever_lost(old, new, data):
    tags = st.sampled_from([*(t.id for t in old.tags), "stray"])
    points = tuple(point(f"p-{i}", data.draw(tags)) for i in range(data.draw(st.integers(0, 4))))
    made = note(points=points)
    moves = moves_of(made, old, new)
    done = moved(made, TemplateCopy("new", to_toml(new)), {m.tag: m.to for m in moves})
    assert sum(m.count for m in moves) == len(points)
    assert [(p.id, p.wording) for p in done.points] == [(p.id, p.wording) for p in points]
