"""A note composed with what is known of the note before is the note composed anew, for less work."""

from __future__ import annotations

from forms import templates
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from notes import TEXT

from briefing import template as forms_of
from briefing.cli.demo import sample_note
from briefing.compose import LengthCount, Memo, compose, length_of
from briefing.model import edits
from briefing.model.note import Note

NOTE = sample_note()
FORM = forms_of.parse(NOTE.template.source, "form")
TAGS = tuple(dict.fromkeys(p.tag for p in NOTE.points))
kinds = st.sampled_from(("reword", "move", "less", "level", "owner", "source"))
steps = st.lists(st.tuples(kinds, st.integers(0, 30), st.integers(0, 30), TEXT), max_size=8)


def edited(note: Note, kind: str, one: int, other: int, text: str) -> Note:
    """The note after an edit; there is always a point left."""
    ids = [p.id for p in note.points]
    point = ids[one % len(ids)]
    match kind:
        case "move":
            return edits.move_point(note, point, TAGS[other % len(TAGS)], None)
        case "less" if len(ids) > 1:
            return edits.remove_points(note, frozenset({point}))
        case "level":
            return edits.set_level(note, point, other % 3)
        case "owner":
            return edits.assign(note, point, text, "2026-05-14")
        case "source":
            return replace(note, articles=(replace(note.articles[0], headline=text),))
    return edits.reword(note, point, text)


@given(templates(), steps, st.booleans())
@settings(max_examples=60)
def test_what_is_remembered_changes_nothing(form, taken, prompts) -> None:
    note, memo, count = NOTE, Memo(), LengthCount()
    for step in taken:
        note = edited(note, *step)
        document = compose(note, form, prompts=prompts, memo=memo)
        assert document == compose(note, form, prompts=prompts)
        assert count.of(document) == length_of(document)


def test_a_form_that_changes_forgets_what_was_made_of_the_other() -> None:
    memo = Memo()
    compose(NOTE, FORM, memo=memo)
    other = replace(FORM, sections=tuple(replace(s, layout="prose") for s in FORM.sections))
    assert compose(NOTE, other, memo=memo) == compose(NOTE, other)


def test_blocks_of_points_that_did_not_change_are_the_same_objects() -> None:
    memo = Memo()
    before = {b.origin: b for b in compose(NOTE, FORM, memo=memo).blocks}
    changed = NOTE.points[1].id
    after = compose(edits.reword(NOTE, changed, "Other words"), FORM, memo=memo).blocks
    fresh = [b.origin for b in after if b.origin.startswith("point:") and b is not before[b.origin]]
    assert fresh == [f"point:{changed}"]


def test_only_the_section_of_a_changed_point_is_composed() -> None:
    asked: list[str] = []

    def who(_note, point) -> str:
        asked.append(point.id)
        return ""

    form = replace(FORM, citations=replace(FORM.citations, attribution="({who})", style="source-line"))
    memo = Memo()
    compose(NOTE, form, who=who, memo=memo)
    asked.clear()
    compose(edits.reword(NOTE, NOTE.points[1].id, "Other words"), form, who=who, memo=memo)
    assert asked == [NOTE.points[1].id]
