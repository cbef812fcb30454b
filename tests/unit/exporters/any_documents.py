"""Strategies for any document: any Unicode, any nesting, any shape a block may take."""

from __future__ import annotations

from hypothesis import strategies as st

from briefing.blocks import (
    Block,
    BottomLine,
    Document,
    Face,
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
    Typography,
)

AWKWARD = [
    "]]>",
    "&amp;",
    "<b>",
    '"',
    "\x00",
    "\x0b",
    "\ud800",
    "\ufffe",
    "\r\n",
    "\t",
    "\u2028",
    "מחר",
    "غدا",
    "회의",
    "かな",
    "漢字",
    "**",
    "_",
    "`",
    "[x](y)",
    "\\",
    "1. ",
    "- ",
    "# ",
    "|",
    "~~~",
    "  ",
    "e\u0301",
    "\U0001f1f0\U0001f1f7",
]
LINKS = [
    "",
    "https://courier.example/a b?x=1&y=é#z",
    "mailto:a@b.example",
    "javascript:alert(1)",
    "http://[",
    "//x",
    "https://x.example/]]>",
]
MARKERS = ["•", "1.", "(a)", "가.", "①", "□", "iv)", "1.1", "", "]]>", "％", "%1"]
LANGUAGES = ["en-GB", "ko-KR", "ja-JP", "zh-TW", "ar", "he-IL", "fr", "", "not a language"]

any_text = st.lists(st.one_of(st.text(max_size=12), st.sampled_from(AWKWARD)), max_size=5).map("".join)
any_origin = st.one_of(st.just(""), st.text(max_size=6).map("point:{}".format), st.just("point:p-1"))
any_run = st.builds(
    Run,
    any_text,
    st.booleans(),
    st.booleans(),
    st.sampled_from(LINKS),
    st.sampled_from(["", "ko-KR", "zh-TW", "he", "en"]),
    st.integers(-1, 4),
)
any_runs = st.lists(any_run, max_size=4).map(tuple)
any_row = st.builds(FieldRow, any_text, any_text, any_origin)
any_block: st.SearchStrategy[Block] = st.one_of(
    st.builds(Title, any_text),
    st.builds(Subtitle, any_text),
    st.builds(Heading, any_text, st.integers(-1, 9), any_origin, st.sampled_from(MARKERS)),
    st.builds(Fields, st.lists(any_row, max_size=5).map(tuple), st.just("fields"), st.sampled_from([1, 2])),
    st.builds(BottomLine, any_text, any_runs, any_origin),
    st.builds(
        Paragraph,
        any_runs,
        st.sampled_from(["body", "lead-in", "quote", "caption", "source", "placeholder", "sign-off"]),
        any_origin,
    ),
    st.builds(
        ListItem,
        any_runs,
        st.sampled_from(["bullet", "number"]),
        st.integers(-1, 12),
        st.integers(0, 3),
        st.sampled_from(MARKERS),
        any_origin,
    ),
    st.builds(
        Table,
        st.lists(st.lists(any_text, max_size=4).map(tuple), max_size=4).map(tuple),
        st.booleans(),
        any_text,
        any_origin,
    ),
)
any_face = st.builds(Face, any_text, any_text, st.floats(-5, 200), any_text, st.booleans())
any_type = st.builds(
    Typography, any_face, any_face, any_face, any_face, any_face, st.floats(-1, 5), accent=any_text
)
any_page = st.builds(Page, st.floats(-10, 2000), st.floats(-10, 2000), st.floats(-10, 500), st.floats(-10, 500))
any_properties = st.builds(
    Properties,
    any_text,
    any_text,
    any_text,
    st.lists(any_text, max_size=2).map(tuple),
    any_text,
    any_text,
    st.one_of(
        any_text, st.sampled_from(["2031-05-14T09:00:00+09:00", "2031-05-14", "0001-01-01T00:00:00+14:00"])
    ),
)
any_notes = st.lists(st.builds(Note, st.integers(0, 5), any_runs), max_size=4).map(tuple)
any_document = st.builds(
    Document,
    st.sampled_from(LANGUAGES),
    st.lists(any_block, max_size=8).map(tuple),
    any_page,
    any_type,
    any_properties,
    any_notes,
    st.sampled_from(["footnotes", "endnotes"]),
    any_text,
    any_text,
    any_text,
    any_text,
    st.one_of(any_text, st.just("{page} of {pages}{page}")),
    st.lists(st.sampled_from(MARKERS), max_size=3).map(tuple),
)
