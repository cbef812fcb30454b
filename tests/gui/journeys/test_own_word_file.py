"""A template with the organisation's own Word file: the window's export is made with it."""

from __future__ import annotations

import io

import docx
import pytest

from briefing.template import with_word_file
from briefing.ui.export_findings import findings_of
from briefing.words import Words


def form(*paragraphs: str) -> bytes:
    made, target = docx.Document(), io.BytesIO()
    for text in paragraphs:
        made.add_paragraph(text)
    made.save(target)
    return target.getvalue()


@pytest.fixture
def in_form(person):
    """Puts the sample note into its template with a form of those paragraphs."""

    def use(*paragraphs: str) -> None:
        person.try_sample()
        session = person.window.session
        source = f'{session.note.template.source}\n[word]\nway = "form"\nfile = "ours.docx"\n'
        session.use_template("ours", with_word_file(source, form(*paragraphs)))

    return use


def test_the_form_is_filled(person, in_form):
    in_form("Our form", "{{marking}}")
    paragraphs = docx.Document(str(person.export())).paragraphs
    assert [paragraph.text for paragraph in paragraphs] == ["Our form", "OFFICIAL"]


def test_a_mark_that_nothing_fills_is_said_and_nothing_is_written(person, in_form):
    in_form("{{markng}}")
    person.in_dialog(lambda sheet: sheet.accept())
    person.press("Ctrl+E")
    assert not list(person.folder.glob("*.docx"))
    assert "“{{markng}}” (did you mean “{{marking}}”?)" in person.message()


def test_what_has_no_place_in_the_form_is_said_before_the_export(person, in_form):
    in_form("{{points: meeting}}")
    person.press("2")  # a point of agreements
    session = person.window.session
    found = findings_of(session, session.template, Words("en"))
    assert any("no place for {{points: agreements}}" in finding.text for finding in found)
