"""Markdown: what is read back with a CommonMark parser is what was written."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from msgspec.structs import replace

from briefing.blocks import (
    BottomLine,
    Document,
    FieldRow,
    Fields,
    Heading,
    ListItem,
    Note,
    Page,
    Paragraph,
    Properties,
    Run,
    Subtitle,
    Table,
    Title,
)
from briefing.exporters.markdown import to_markdown
from briefing.exporters.text import clean

PARSER = MarkdownIt("commonmark").enable("table")
AWKWARD = [
    "# x",
    "1. x",
    "12345) x",
    "- x",
    "+ x",
    "---",
    "===",
    "> x",
    "    x",
    "```",
    "~~~",
    "[a]: b",
    "[^1]: b",
    "*a*",
    "**a**",
    "_a_",
    "`a`",
    "<b>",
    "&amp;",
    "&#65;",
    "a|b",
    "\\",
    "a\\",
    "![x](y)",
    "http://x",
    "x  \ny",
    "a\n\nb",
    "|---|",
    ":---",
    "\t x",
    "2031. 5. 14.",
    "\\*",
]
any_words = st.one_of(
    st.text(max_size=20),
    st.sampled_from(AWKWARD),
    st.lists(st.sampled_from([*AWKWARD, "가", "a", " "])).map("".join),
)
any_look = st.builds(Run, any_words, st.booleans(), st.booleans())


@pytest.fixture
def markdown(samples):
    """The Markdown of the given blocks, without front matter."""

    def write(*blocks, **more) -> str:
        document = Document("en-GB", blocks, Page(), samples.LATIN, Properties())
        return to_markdown(replace(document, **more)).partition("\n---\n")[2].strip("\n")

    return write


def shown(text: str) -> str:
    """What a reader sees: the text of every inline token, white space as one space."""
    return squeezed(" ".join(_inline(token) for token in PARSER.parse(text) if token.type == "inline"))


def _inline(token: Token) -> str:
    kinds = {"softbreak": "\n", "hardbreak": "\n"}
    return "".join(kinds.get(child.type, child.content) for child in token.children or [])


def squeezed(text: str) -> str:
    return " ".join(clean(text).split())


def body(document: Document, **how) -> str:
    return to_markdown(document, **how).partition("\n---\n")[2]


@settings(deadline=None, max_examples=300)
@given(st.lists(any_look, max_size=4), st.sampled_from(["body", "quote", "source"]))
def test_any_paragraph_reads_back_as_written(samples, runs, role) -> None:
    document = replace(samples.counted(0), blocks=(Paragraph(tuple(runs), role),), marking="")
    assert shown(body(document)) == squeezed("".join(run.text for run in runs))


@settings(deadline=None, max_examples=200)
@given(any_words, st.integers(0, 8), st.booleans())
def test_any_heading_reads_back_as_written(samples, text, level, title) -> None:
    block = Title(text) if title else Heading(text, level)
    document = replace(samples.counted(0), blocks=(block,), marking="")
    assert shown(body(document)) == squeezed(text)


@settings(deadline=None, max_examples=200)
@given(
    st.lists(
        st.builds(
            ListItem,
            st.lists(any_look, max_size=2).map(tuple),
            st.sampled_from(["bullet", "number"]),
            st.integers(-1, 4),
            st.integers(0, 2),
        ),
        max_size=6,
    )
)
def test_any_list_reads_back_as_written(samples, items) -> None:
    document = replace(samples.counted(0), blocks=tuple(items), marking="")
    written = ("".join(run.text for run in item.runs) for item in items)
    assert shown(body(document)) == squeezed(" ".join(written))


@settings(deadline=None)
@given(
    st.lists(st.lists(any_words, min_size=1, max_size=3).map(tuple), min_size=1, max_size=3).map(tuple),
    any_words,
)
def test_any_table_reads_back_as_written(samples, rows, caption) -> None:
    document = replace(samples.counted(0), blocks=(Table(rows, caption=caption),), marking="")
    cells = " ".join(text for row in rows for text in row)
    assert shown(body(document)) == squeezed(f"{caption} {cells}")


@settings(deadline=None)
@given(any_words)
def test_any_source_in_brackets_reads_back_as_written(samples, text) -> None:
    blocks = (Paragraph((Run("x"), Run("", note=1))),)
    document = replace(samples.counted(0), blocks=blocks, notes=(Note(1, (Run(text),)),), marking="")
    assert shown(body(document, citations="inline")) == squeezed(f"x ({' '.join(clean(text).split())})")


@pytest.mark.parametrize("text", AWKWARD)
def test_awkward_text_makes_no_block_of_its_own(markdown, text) -> None:
    kinds = {token.type for token in PARSER.parse(markdown(Paragraph((Run(text),))))}
    assert kinds <= {"paragraph_open", "inline", "paragraph_close"}


def test_bold_words_are_bold_where_korean_follows_at_once(markdown) -> None:
    text = markdown(Paragraph((Run("요지:", bold=True), Run("회의 재개"))))
    assert (text, "strong_open" in str(PARSER.parse(text))) == ("**요지**:회의 재개", True)


def test_bold_italic_and_linked_words_keep_their_look(markdown) -> None:
    runs = (Run("a", bold=True, italic=True), Run(" b "), Run("c", link="https://x.example/(1)", bold=True))
    assert markdown(Paragraph(runs)) == "***a*** b [**c**](https://x.example/%281%29)"


def test_an_address_shown_as_itself_is_short(markdown) -> None:
    assert markdown(Paragraph((Run("https://x.example", link="https://x.example"),))) == "<https://x.example>"


def test_a_link_without_words_shows_its_address(markdown) -> None:
    assert (
        markdown(Paragraph((Run(" ", link="https://x.example"),))) == "[https://x.example](https://x.example)"
    )


def test_a_dangerous_link_stays_text(markdown) -> None:
    assert markdown(Paragraph((Run("x", link="javascript:x()"),))) == "x"


def test_lists_nest_and_begin_anew(markdown) -> None:
    items = [
        ListItem((Run(t),), "number", level, n)
        for t, level, n in (("a", 0, 1), ("b", 1, 1), ("c", 0, 1), ("d", 0, 2))
    ]
    assert markdown(*items) == "1. a\n   1. b\n2. c\n\n1) d"


def test_a_list_begins_where_its_marker_says(markdown) -> None:
    assert markdown(ListItem((Run("x"),), "number", 0, 1, "4.")) == "4. x"


def test_a_nested_list_that_begins_later_is_still_a_list(markdown) -> None:
    items = [ListItem((Run("a"),)), ListItem((Run("b"),), "number", 1, 1, "4."), ListItem(())]
    assert markdown(*items) == "- a\n\n  4. b"


def test_footnotes_stand_at_the_end_once(markdown) -> None:
    notes = (Note(1, (Run("A *b*"),)), Note(2, (Run("unused"),)))
    text = markdown(Paragraph((Run("x"), Run("", note=1), Run("", note=1), Run("", note=9))), notes=notes)
    assert text == "x[^1][^1]\n\n[^1]: A \\*b\\*"


def test_the_marking_stands_at_both_ends(markdown) -> None:
    assert markdown(Title("x"), marking="OFFICIAL") == "**OFFICIAL**\n\n# x\n\n**OFFICIAL**"


def test_a_placeholder_is_left_out(markdown) -> None:
    assert markdown(Title("x"), Subtitle("y"), Paragraph((Run("z"),), "placeholder")) == "# x\n\n*y*"


def test_a_headings_sign_is_printed(markdown) -> None:
    assert markdown(Heading("개요", marker="□")) == "## □ 개요"


def test_the_bottom_line_is_a_quotation_with_its_label(markdown) -> None:
    assert markdown(BottomLine("Bottom line", (Run("a\nb"),))) == "> **Bottom line.** a\\\n> b"


def test_a_table_without_header_has_an_empty_one(markdown) -> None:
    assert markdown(Table((("a", "b"), ("c",)), header=False)) == "|  |  |\n| --- | --- |\n| a | b |\n| c |  |"


def test_a_table_of_nothing_keeps_its_caption(markdown) -> None:
    assert markdown(Table((), caption="Empty")) == "Empty"


def test_the_front_matter_holds_title_date_marking_and_fields(samples) -> None:
    head = to_markdown(samples.english()).split("---\n")[1].splitlines()
    values = {
        key.strip().strip('"'): json.loads(value or '""') for key, _, value in (x.partition(": ") for x in head)
    }
    assert values["title"] == "Velmark–Castora customs talks"
    assert (values["marking"], values["date"], values["To"]) == (
        "OFFICIAL-SENSITIVE",
        "14 May 2031",
        "Director General",
    )


def test_a_field_said_twice_stands_once_in_the_front_matter(samples) -> None:
    rows = (FieldRow("To", "A"), FieldRow("To", "B"))
    text = to_markdown(replace(samples.counted(0), blocks=(Fields(rows),)))
    assert (text.count('"To"'), '"To": "A"' in text) == (1, True)


def test_the_date_is_the_files_own_where_no_field_says_it(samples) -> None:
    document = replace(samples.counted(0), properties=Properties(created="2031-05-14T09:00:00+09:00"))
    assert 'date: "2031-05-14"' in to_markdown(document)
