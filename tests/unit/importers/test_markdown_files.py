"""Markdown files: raw HTML off, nothing hangs, front matter read."""

from __future__ import annotations

import pytest

from briefing.importers import read_article
from briefing.model.article import Article, Kind, Status

STORY = """---
title: Customs talks revived
author: Ilsa Marten
date: 2024-05-17 09:54
publisher: The Castora Courier
url: https://courier.example/talks?utm_source=x
---

The customs services of Velmark and Castora held their *first* meeting in eight years.

## What was agreed

- a joint desk in Port Lasker
- a common list of [contacts](https://courier.example/contacts)

> We share the concern about cross-border crime.

| Year | Trade |
|------|-------|
| 2016 | 30    |
"""


def read(text: str) -> Article:
    return read_article(text.encode(), "story.md")


def test_front_matter_gives_the_metadata() -> None:
    article = read(STORY)
    found = (article.headline, article.byline, article.published, article.publisher, article.url)
    assert found == (
        "Customs talks revived", ("Ilsa Marten",), "2024-05-17T09:54", "The Castora Courier", "https://courier.example/talks",
    )  # fmt: skip


def test_every_kind_of_block_is_kept() -> None:
    assert [(b.kind, b.text) for b in read(STORY).blocks if b.status is Status.BODY] == [
        (
            Kind.PARAGRAPH,
            "The customs services of Velmark and Castora held their first meeting in eight years.",
        ),
        (Kind.HEADING, "What was agreed"),
        (Kind.LIST_ITEM, "a joint desk in Port Lasker"),
        (Kind.LIST_ITEM, "a common list of contacts"),
        (Kind.QUOTE, "We share the concern about cross-border crime."),
        (Kind.TABLE, "Year\tTrade\n2016\t30"),
    ]


def test_without_front_matter_the_first_heading_is_the_headline() -> None:
    article = read(
        "# Customs talks revived\n\nBy Ilsa Marten\n\nMay 17, 2024\n\nThe services met again on the day.\n"
    )
    assert (article.headline, article.byline, article.published) == (
        "Customs talks revived",
        ("Ilsa Marten",),
        "2024-05-17",
    )


def test_raw_html_is_text_and_never_markup() -> None:
    article = read("# Talks\n\nA line with <script>alert(1)</script> and <b>bold</b> words in it.\n")
    assert article.paragraphs == ("A line with <script>alert(1)</script> and <b>bold</b> words in it.",)


@pytest.mark.parametrize(
    "hostile",
    ["[" * 50_000, "![" * 20_000, "<a " * 20_000, "> " * 2_000 + "x", "**a " * 20_000, "a\n===\n" * 5_000,
     "`" * 50_000, "&" * 20_000, "|a" * 20_000, "***" * 9_000, "\n".join("  " * i + "- x" for i in range(500))],
)  # fmt: skip
def test_what_makes_the_library_hang_comes_out_as_text(hostile: str) -> None:
    article = read(f"# Talks\n\n{hostile}\n")
    assert article.headline or article.blocks
