"""HTML: one self-contained file, escaped, with nothing that runs or loads."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from briefing.blocks import BottomLine, Heading, ListItem, Note, Paragraph, Run, Subtitle, Table, Title
from briefing.exporters.html import to_html

VOID = {"meta", "br", "hr"}
ALLOWED = {
    "html",
    "head",
    "meta",
    "title",
    "body",
    "article",
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "li",
    "table",
    "caption",
    "tr",
    "th",
    "td",
    "blockquote",
    "strong",
    "em",
    "a",
    "sup",
    "span",
    "br",
    "hr",
}


class Reader(HTMLParser):
    """Tags in order, their attributes, and whether each is closed in turn."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data) -> None:
        self.words.append(data)


@pytest.fixture
def html(samples):
    """The page of the given blocks."""
    return lambda *blocks, **more: to_html(
        replace(samples.counted(0), blocks=blocks, marking="", reference="", **more)
    )


@settings(deadline=None, max_examples=150)
@given(st.data())
def test_any_document_is_closed_and_harmless(any_document, data) -> None:
    reader = Reader(to_html(data.draw(any_document.any_document)))
    assert reader.open == []
    assert {tag for tag, _ in reader.tags} <= ALLOWED
    assert {
        name for _, attrs in reader.tags for name in attrs if name.startswith("on") or name == "src"
    } == set()


@settings(deadline=None)
@given(st.text())
def test_any_text_reads_back_as_written(samples, text) -> None:
    document = replace(
        samples.counted(0), blocks=(Paragraph((Run(text.replace("\x00", "")),)),), marking="", reference=""
    )
    expected = re.sub(
        "[\ud800-\udfff]", "\ufffd", re.sub(r"[\x00-\x1f\x7f-\x9f\ufffe\uffff\u2028\u2029]", "", text)
    )
    shown = "".join(Reader(to_html(document)).words).partition("Count\n\n\n\n")[2]
    assert shown.replace("\n", "").replace("\t", "") == expected


@pytest.mark.parametrize("name", ["english", "korean", "japanese", "long", "arabic"])
def test_nothing_is_loaded_from_elsewhere(samples, name) -> None:
    text = to_html(samples.NAMED[name]())
    assert not re.search(r"<(script|link|img|iframe|style)|url\(|@import", text)


def test_lists_nest_inside_their_item(html) -> None:
    items = [ListItem((Run(t),), "bullet", level, 0) for t, level in (("a", 0), ("b", 1), ("c", 0))]
    text = re.sub(r' style="[^"]*"|\n', "", html(*items))
    assert "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>" in text


def test_numbered_lists_begin_anew(html) -> None:
    text = html(*(ListItem((Run("x"),), "number", 0, n, "1.") for n in (1, 2)))
    assert text.count("<ol ") == 2


def test_a_list_begins_where_its_marker_says(html) -> None:
    assert '<ol start="4"' in html(ListItem((Run("x"),), "number", 0, 1, "4."))


def test_notes_are_linked_both_ways_and_kept_apart(html) -> None:
    notes = (Note(1, (Run("A"), Run("", note=2))), Note(2, (Run("B"),)))
    text = html(Paragraph((Run("x"), Run("", note=1), Run("", note=2), Run("", note=7))), notes=notes)
    assert re.search(r'id="ref-1"><a href="#note-1"[^>]*>1</a></sup><sup>,</sup><sup id="ref-2">', text)
    assert 'id="note-2"' in text


def test_a_dangerous_link_stays_text(html) -> None:
    assert "javascript" not in html(Paragraph((Run("x", link="javascript:alert(1)"),)))


def test_a_link_is_escaped(html) -> None:
    assert 'href="https://x.example/?a=1&amp;b=2"' in html(
        Paragraph((Run("x", link="https://x.example/?a=1&b=2"),))
    )


def test_a_placeholder_is_left_out(html) -> None:
    assert "prompt" not in html(Paragraph((Run("prompt"),), "placeholder"))


def test_every_kind_of_block_is_there(html) -> None:
    blocks = (
        Title("A"),
        Subtitle("B"),
        Heading("C", marker="□"),
        BottomLine("", (Run("D"),)),
        Table((("E",), ()), caption="F"),
        Table((), caption="G"),
        Paragraph((Run("H", italic=True, bold=True, lang="ko-KR"),)),
    )
    words = "".join(Reader(html(*blocks)).words)
    assert [w for w in "ABCDFEGH" if w in words] == list("ABCDFEGH")


def test_a_foreign_paragraph_says_its_direction(html) -> None:
    assert 'dir="rtl">שלום' in html(Paragraph((Run("שלום"),)))


def test_hangul_in_english_says_its_language(html) -> None:
    assert '<span lang="ko-KR">회의</span>' in html(Paragraph((Run("회의", lang="ko"),)))
