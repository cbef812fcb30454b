"""Whatever comes in ends in an article or in a typed failure, never in a traceback."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing import limits
from briefing.errors import ImportFailed
from briefing.importers import read_article, read_html, read_text
from briefing.model.article import Article


def reason(data: bytes, name: str = "file.txt") -> str:
    with pytest.raises(ImportFailed) as failed:
        read_article(data, name)
    assert failed.value.source == name
    return failed.value.reason


@pytest.mark.parametrize("data", [b"", b" \n\t \r\n", b"\xef\xbb\xbf", b"\xef\xbb\xbf \n", "\u200b\n".encode()])
def test_nothing_but_white_space_is_empty(data: bytes) -> None:
    assert reason(data) == "empty"


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n" + bytes(200),
        b"\x7fELF\x02\x01" + bytes(99),
        bytes(range(256)) * 8,
        b"MZ\x90\0\3\0\0\0",
        b"\0\1\2\3" * 50,
    ],
)
def test_pictures_programs_and_noise_are_binary(data: bytes) -> None:
    assert reason(data) == "binary"


def test_a_text_of_fifty_megabytes_is_too_large() -> None:
    assert reason(b"A line of words.\n" * 3_000_000) == "too-large"


def test_a_text_just_over_the_limit_for_text_is_too_large_and_says_by_how_much() -> None:
    with pytest.raises(ImportFailed) as failed:
        read_text("x" * (limits.MOST_TEXT_BYTES + 1))
    assert str(limits.MOST_TEXT_BYTES) in failed.value.detail


@pytest.mark.parametrize("html", ["", "  ", "<html></html>", "<!-- -->", "<script>x()</script>"])
def test_a_page_without_text_has_no_article(html: str) -> None:
    with pytest.raises(ImportFailed):
        read_html(html)


def outcome(read: Callable[[], Article]) -> str:
    """What became of it: "read", or the reason of a typed failure."""
    try:
        article = read()
    except ImportFailed as failed:
        return failed.reason
    return "read" if article.headline or any(b.text for b in article.blocks) else "read, but nothing in it"


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=400), st.sampled_from(["", "a.txt", "a.md", "a.html", "a.json", "../../etc/passwd"]))
def test_any_bytes_end_in_an_article_or_a_typed_failure(data: bytes, name: str) -> None:
    assert outcome(lambda: read_article(data, name)) in ("read", *ImportFailed.REASONS)


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=st.characters(codec=None), min_size=1, max_size=300))
def test_any_pasted_text_keeps_its_words_or_is_empty(text: str) -> None:
    assert outcome(lambda: read_text(text)) in ("read", "empty")
