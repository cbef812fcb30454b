"""Any note in any form: composing never fails, drops nothing, says nothing twice."""

from __future__ import annotations

from collections import Counter

from forms import templates
from hypothesis import given, settings
from hypothesis import strategies as st
from notes import TEXT, anchors_in, articles, has_text, note

from briefing.blocks import Document, FieldRow, Fields, ListItem, Paragraph
from briefing.compose import compose, length_of
from briefing.compose.filling import one_line
from briefing.model.anchor import Anchor
from briefing.model.note import Note, Point
from briefing.template import Template

PREFIXES = ("point:", "field:", "section:", "title", "summary", "sources", "fields")


@st.composite
def any_points(
    draw: st.DrawFn, number: int, tags: tuple[str, ...], anchors: st.SearchStrategy[Anchor]
) -> Point:
    return Point(
        f"p-{number}",
        draw(st.sampled_from((*tags, "nowhere"))),
        draw(TEXT),
        tuple(draw(st.lists(anchors, max_size=2))),
        owner=draw(TEXT),
        due=draw(TEXT | st.dates().map(str)),
        level=draw(st.integers(-2, 9)),
    )


@st.composite
def notes_in_forms(draw: st.DrawFn) -> tuple[Note, Template]:
    form = draw(templates())
    sources = [draw(articles(f"a-{i}").filter(has_text)) for i in range(draw(st.integers(1, 2)))]
    stray = st.builds(Anchor, st.just("a-0"), st.integers(-9, 9), st.integers(-9, 9), st.integers(-9, 9), TEXT)
    anchors = st.sampled_from(sources).flatmap(anchors_in) | stray
    tags = tuple(t.id for t in form.tags)
    points = tuple(draw(any_points(i, tags, anchors)) for i in range(draw(st.integers(0, 5))))
    keys = st.sampled_from(("unit", "subtitle", "reference", *(f.key for f in form.fields)))
    fields = draw(st.dictionaries(keys, TEXT | st.dates().map(str), max_size=3))
    made = note(*sources, points=points, fields=tuple(fields.items()), summary=draw(TEXT), title=draw(TEXT))
    return made, form


def origins(document: Document) -> list[str]:
    return [b.origin for b in document.blocks]


def lines_of_points(document: Document) -> list[ListItem | Paragraph]:
    """The lines that points make, the annex aside."""
    shown = [
        b for b in document.blocks if isinstance(b, ListItem | Paragraph) and b.origin.startswith("point:")
    ]
    return [b for b in shown if not (isinstance(b, ListItem) and b.list_id < 0)]


@given(notes_in_forms(), st.booleans())
@settings(max_examples=40)
def test_any_note_in_any_form_is_composed(made, prompts):
    document = compose(*made, prompts=prompts)
    assert length_of(document) >= 0
    assert hash(document) == hash(compose(*made, prompts=prompts))


@given(notes_in_forms(), st.booleans())
@settings(max_examples=40)
def test_every_point_with_words_stands_in_the_document_once(made, prompts):
    worded = [f"point:{p.id}" for p in made[0].points if p.wording.strip()]
    assert Counter(b.origin for b in lines_of_points(compose(*made, prompts=prompts))) == Counter(worded)


@given(notes_in_forms())
@settings(max_examples=40)
def test_every_point_begins_with_its_wording(made):
    wordings = {f"point:{p.id}": one_line(p.wording).removesuffix(".") for p in made[0].points}
    assert all(b.runs[0].text.startswith(wordings[b.origin]) for b in lines_of_points(compose(*made)))


@given(notes_in_forms(), st.booleans())
@settings(max_examples=40)
def test_every_block_leads_back_to_what_made_it(made, prompts):
    document = compose(*made, prompts=prompts)
    assert all(origin.startswith(PREFIXES) for origin in origins(document))
    rows: list[FieldRow] = [row for b in document.blocks if isinstance(b, Fields) for row in b.rows]
    assert {row.origin for row in rows} <= {f"field:{f.key}" for f in made[1].fields}


@given(notes_in_forms())
@settings(max_examples=40)
def test_an_export_has_no_placeholder_and_no_empty_row(made):
    document = compose(*made)
    assert not any(isinstance(b, Paragraph) and b.role == "placeholder" for b in document.blocks)
    assert all(row.text for b in document.blocks if isinstance(b, Fields) for row in b.rows)


@given(notes_in_forms())
@settings(max_examples=40)
def test_footnotes_are_numbered_in_the_order_they_are_met(made):
    document = compose(*made)
    met = [
        run.note for b in document.blocks if isinstance(b, ListItem | Paragraph) for run in b.runs if run.note
    ]
    assert met == [n.number for n in document.notes] == list(range(1, len(met) + 1))


@given(notes_in_forms())
@settings(max_examples=40)
def test_no_line_of_the_document_holds_a_line_end(made):
    document = compose(*made)
    runs = [run for b in document.blocks if isinstance(b, ListItem | Paragraph) for run in b.runs]
    assert not any("\n" in run.text for run in [*runs, *(r for n in document.notes for r in n.runs)])
