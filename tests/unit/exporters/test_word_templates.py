"""Every shipped template makes a whole, accessible Word file, whatever the language and however many points."""

from __future__ import annotations

import io
from functools import lru_cache

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from briefing import resources
from briefing import template as templates
from briefing.blocks import Document
from briefing.compose import compose
from briefing.exporters.base import on_base
from briefing.exporters.placeholders import fill_form
from briefing.exporters.word import to_docx
from briefing.model.anchor import anchor_at
from briefing.model.article import Article, Block
from briefing.model.note import Note, Point, TemplateCopy

SHIPPED = tuple(name.removesuffix(".toml") for name in resources.names("templates", ".toml"))
SAID = {
    "en": "Both sides agreed to exchange risk data every week from July.",
    "ko": "양측은 7월부터 매주 위험정보를 교환하기로 합의함.",
    "ja": "双方は七月から毎週リスク情報を交換することで合意した。",
}


@lru_cache(maxsize=64)
def composed(name: str, language: str, points: int) -> Document:
    """A note of so many points in that language, in a shipped form, with every field filled."""
    source, said = resources.text("templates", f"{name}.toml"), SAID[language]
    form = templates.parse(source, name)
    article = Article("a", headline=said, publisher="Courier", published="2031-05-14", blocks=(Block(said),))
    tags = [section.tag for section in form.sections]
    made = tuple(
        Point(
            f"p-{i}", tags[i % len(tags)], said, (anchor_at(article, 0, 0, 8),), owner="Desk", due="2031-06-03"
        )
        for i in range(points)
    )
    fields = tuple((f.key, "2031-05-14" if f.kind == "date" else said) for f in form.fields)
    note = Note(
        "n", TemplateCopy(name, source), said, (article,), made, fields, said, "DRAFT", created="2031-05-14"
    )
    return compose(note, form)


@pytest.mark.parametrize("name", SHIPPED)
@pytest.mark.parametrize("language", SAID)
@pytest.mark.parametrize("points", [0, 1, 10, 300])
def test_every_template_makes_a_whole_file(findings, name, language, points) -> None:
    assert findings(to_docx(composed(name, language, points))) == []


@pytest.mark.parametrize("name", SHIPPED)
def test_headings_leave_no_level_out(word, name) -> None:
    levels = [int(v.removeprefix("Heading")) for v in word(composed(name, "en", 10)).values("//w:pStyle")
              if v.startswith("Heading")]  # fmt: skip
    assert levels
    assert all(after <= before + 1 for before, after in zip([0, *levels], levels, strict=False))


@pytest.mark.parametrize("name", SHIPPED)
def test_the_marking_heads_and_ends_every_page(word, name) -> None:
    document = composed(name, "en", 10)
    file = word(document)
    for part in ("word/header.xml", "word/footer.xml"):
        assert document.marking in "".join(t.text or "" for t in file.find("//w:t", part))
    assert len(file.find("//w:sectPr")) == 1
    assert not file.find("//w:titlePg")


@pytest.mark.parametrize("name", SHIPPED)
def test_every_template_can_stand_on_a_base(findings, name) -> None:
    assert findings(on_base(a_file(), composed(name, "en", 10), {})) == []


@pytest.mark.parametrize("name", SHIPPED)
def test_every_template_can_fill_a_form(findings, name) -> None:
    data = fill_form(a_file("{{title}}", "{{points}}", "{{sources}}"), composed(name, "en", 10))
    assert findings(data) == []


@settings(max_examples=8)
@given(st.data())
def test_any_document_on_a_base_is_whole(any_document, findings, data) -> None:
    assert findings(on_base(a_file(), data.draw(any_document.any_document), {})) == []


@settings(max_examples=8)
@given(st.data())
def test_any_document_in_a_form_is_whole(any_document, findings, data) -> None:
    document = data.draw(any_document.any_document)
    assert findings(fill_form(a_file("{{title}} {{marking}}", "{{points}}", "{{sources}}"), document)) == []


@lru_cache(maxsize=4)
def a_file(*paragraphs: str) -> bytes:
    """A file with a header, made by another program."""
    made, target = docx.Document(), io.BytesIO()
    made.sections[0].header.paragraphs[0].text = "MINISTRY"
    for text in paragraphs:
        made.add_paragraph(text, style="List Bullet")
    made.save(target)
    return target.getvalue()


@pytest.mark.parametrize("style", ["footnotes", "endnotes", "annex", "source-line", "none"])
def test_every_way_to_cite_can_stand_on_a_base(findings, style) -> None:
    name = SHIPPED[0]
    source = resources.text("templates", f"{name}.toml")
    form = templates.parse(source, name)
    form = replace(form, citations=replace(form.citations, style=style))
    article = Article("a", headline="x", publisher="Courier", blocks=(Block("said at length"),))
    point = Point("p", form.sections[0].tag, "said", (anchor_at(article, 0, 0, 4),))
    document = compose(Note("n", TemplateCopy(name, source), "x", (article,), (point,)), form)
    assert findings(on_base(a_file(), document, {})) == []
