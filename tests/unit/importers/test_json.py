"""The JSON that `briefing import --json` prints: by its schema, and readable back."""

from __future__ import annotations

import json
from typing import Protocol

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import resources
from briefing.errors import ImportFailed
from briefing.importers import article_to_json, clean, read_article, read_text
from briefing.model.article import Article, Block, Finding, Kind, Status


class Case(Protocol):
    page: str


class Casebook(Protocol):
    made: tuple[Case, ...]


SCHEMA = json.loads(resources.text("schemas", "article.schema.json"))
KEYS = [
    "headline",
    "byline",
    "agency",
    "publisher",
    "published",
    "updated",
    "dateline",
    "url",
    "language",
    "blocks",
    "title",
    "paragraphs",
    "alternative_headline",
    "section",
    "findings",
    "losses",
    "sha256",
    "captured",
]
texts = st.text(max_size=30).map(clean)
blocks = st.builds(
    Block,
    texts.filter(bool),
    st.sampled_from(Kind),
    st.sampled_from(Status),
    st.integers(min_value=0, max_value=6),
)
articles = st.builds(
    Article,
    id=st.just("a"),
    headline=texts,
    blocks=st.lists(blocks, min_size=1, max_size=5).map(tuple),
    publisher=texts,
    byline=st.lists(texts, max_size=3).map(tuple),
    agency=texts,
    findings=st.lists(st.builds(Finding, texts, texts), max_size=2).map(tuple),
    losses=st.lists(texts, max_size=2).map(tuple),
)


def test_it_has_exactly_the_keys_it_promises(casebook: Casebook) -> None:
    assert set(article_to_json(read_text(casebook.made[0].page))) == set(KEYS) == set(SCHEMA["required"])


def test_every_case_is_printed_by_the_schema(casebook: Casebook) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    validator = jsonschema.Draft202012Validator(SCHEMA)
    for case in casebook.made:
        validator.validate(article_to_json(read_text(case.page, captured="2024-05-17T10:00+00:00")))


@given(articles)
def test_what_is_printed_is_read_back_the_same(article: Article) -> None:
    printed = json.dumps(article_to_json(article), ensure_ascii=False).encode()
    back = read_article(printed, "article.json", article_id="a")
    again, first = article_to_json(back), article_to_json(article)
    assert {k: again[k] for k in KEYS if k != "sha256"} == {k: first[k] for k in KEYS if k != "sha256"}


@pytest.mark.parametrize(
    "text",
    [
        '{"headline": "x", "blocks": 7}',
        '{"headline": 7, "blocks": []}',
        '{"headline": "x", "blocks": [{"kind": "poem", "text": "x", "status": "body"}]}',
        '{"headline": "x", "blocks": [{"kind": "quote"}]}',
        '{"headline": "x", "blocks": [',
        '{"headline": "x", "blocks": ' + "[" * 100_000,
    ],
)
def test_json_that_breaks_the_schema_is_damaged(text: str) -> None:
    with pytest.raises(ImportFailed) as failed:
        read_article(text.encode(), "article.json")
    assert failed.value.reason == "damaged"


@pytest.mark.parametrize("text", ["{}", "[]", '{"headline": "x"}', '[{"a": 1}]'])
def test_json_of_another_kind_holds_no_article(text: str) -> None:
    with pytest.raises(ImportFailed) as failed:
        read_article(text.encode(), "x.json")
    assert failed.value.reason == "no-article"


def test_a_note_is_said_to_be_one() -> None:
    with pytest.raises(ImportFailed) as failed:
        read_article(b'{"format": "briefing-note", "version": 1, "articles": [{"blocks": [], "headline": ""}]}')
    assert failed.value.reason == "a-note"


def test_text_in_braces_is_text() -> None:
    text = "{The ports reopened on Friday, the harbour office of Velmark said.}"
    assert read_article(text.encode()).headline == text
