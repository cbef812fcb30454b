"""A paragraph of a page stays whole, whatever stands inside it: links, code, emphasis, line ends."""

from __future__ import annotations

import pytest

from briefing.importers import read_article

AROUND = tuple(
    f"Officials of both sides met for the {n} time this year to speak about the fishing grounds off Lasker."
    for n in ("first", "second", "third", "fourth")
)


def paragraphs(inner: str) -> tuple[str, ...]:
    body = "".join(f"<p>{p}</p>" for p in AROUND[:2]) + inner + "".join(f"<p>{p}</p>" for p in AROUND[2:])
    page = f"<html><head><title>Talks on fish</title></head><body><article>{body}</article></body></html>"
    return tuple(p for p in read_article(page.encode(), "page.html").paragraphs if p not in AROUND)


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        (
            "<p>The order names <code>Sund-4</code>, <code>Sund-5</code> and <code>Sund-7</code>.</p>",
            "The order names Sund-4, Sund-5 and Sund-7.",
        ),
        (
            "<p>A report by <a href='/r'><em>The Lasker Mail</em></a>, and the <em>Post </em>agreed.</p>",
            "A report by The Lasker Mail, and the Post agreed.",
        ),
        ("<p>The talks go on in\nPort Lasker\non Monday.</p>", "The talks go on in Port Lasker on Monday."),
        ("<p>The talks go on in<br>\nthe old harbour house.</p>", "The talks go on in the old harbour house."),
    ],
)
def test_a_paragraph_is_read_as_the_page_has_it(inner: str, expected: str) -> None:
    assert paragraphs(inner) == (expected,)


def test_a_line_break_behind_a_sentence_parts_paragraphs() -> None:
    lines = ("Velmark said it would stay in the talks.", "Castora said it would think about it.")
    assert paragraphs(f"<div>{lines[0]}<br>{lines[1]}</div>") == lines


def test_a_paragraph_that_the_text_itself_repeats_is_kept_twice() -> None:
    asked = "What did the two sides agree upon in the end, in your own words, minister?"
    blocks = "".join(f"<div><p>{asked}</p><p>{n} things, and not one more than that.</p></div>" for n in (2, 3))
    assert paragraphs(f"<div>{blocks}</div>").count(asked) == 2
