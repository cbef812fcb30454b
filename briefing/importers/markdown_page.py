"""Markdown to an Article, with raw HTML off and guarded against inputs the library hangs on."""

from __future__ import annotations

import re

from msgspec.structs import replace

from briefing import limits
from briefing.importers.addresses import tidy_url
from briefing.importers.bylines import names_in
from briefing.importers.cleaning import clean
from briefing.importers.leaves import leaves_of
from briefing.importers.pagetree import tree_of
from briefing.importers.plaintext import article_from_blocks, article_from_text
from briefing.importers.timestamps import iso_of
from briefing.model.article import Article, Block, Finding

_FRONT = re.compile(r"\A---\n(?P<fields>(?:[^\n]*\n){0,60}?)---\n")
_FIELD = re.compile(r"^(?P<key>[A-Za-z_][\w-]*):\s*(?P<value>.*?)\s*$", re.MULTILINE)
_NESTED = re.compile(
    rf"^(?:[ \t]{{{2 * limits.MOST_NESTED_LISTS},}}|(?:[ \t]*[>*+-]){{{limits.MOST_NESTED_LISTS},}})",
    re.MULTILINE,
)
_KNOWN = frozenset(
    (
        "title",
        "headline",
        "published",
        "date",
        "updated",
        "publisher",
        "author",
        "byline",
        "agency",
        "url",
        "language",
    )
)
_SLOW = re.compile(r"[\[<*_`&]")


def article_from_markdown(text: str, name: str = "") -> Article:
    """The article in a Markdown text, with the fields of its YAML head."""
    fields, rest = front_matter(clean(text))
    html = html_from_markdown(rest)
    if html is None or not html.strip():
        return _with_fields(article_from_text(rest), fields)
    leaves = leaves_of(tree_of(html, name))
    blocks = tuple(Block(leaf.text, leaf.kind, level=leaf.level) for leaf in leaves)
    return _with_fields(article_from_blocks(blocks, whole=True), fields)


def _with_fields(article: Article, fields: dict[str, str]) -> Article:
    """The article with what the head says in place of what its lines say."""

    def first(*names: str) -> str:
        return next((fields[n] for n in names if fields.get(n)), "")

    names = names_in(first("author", "authors", "byline").strip("[]"))
    return replace(
        article,
        headline=first("title", "headline") or article.headline,
        published=iso_of(first("published", "date")) or article.published,
        updated=iso_of(first("updated", "modified")) or article.updated,
        publisher=first("publisher", "site", "source") or article.publisher,
        byline=names.persons or article.byline,
        agency=first("agency") or names.agency or article.agency,
        url=tidy_url(first("url", "link", "source_url")) or article.url,
        language=first("language", "lang")[:2].lower() or article.language,
        findings=(*article.findings, *(Finding(n, "front matter") for n in fields if n in _KNOWN)),
    )


def front_matter(text: str) -> tuple[dict[str, str], str]:
    """The fields of a YAML head (plain `key: value` lines only), and the text behind it."""
    found = _FRONT.match(text)
    if not found:
        return {}, text
    fields = {m["key"].lower(): m["value"].strip("\"'") for m in _FIELD.finditer(found["fields"])}
    return fields, text[found.end() :]


def html_from_markdown(text: str) -> str | None:
    """The text as HTML made of the library's own tags only; None where it would take too long."""
    text = clean(text)
    if not _is_safe(text):
        return None
    from markdown import Markdown  # noqa: PLC0415 - heavy: loaded when first needed

    reader = Markdown(extensions=["tables"], output_format="html")
    reader.preprocessors.deregister("html_block")
    for pattern in ("html", "entity"):
        reader.inlinePatterns.deregister(pattern, strict=False)
    try:
        return reader.convert(text)
    except RecursionError:
        return None


def _is_safe(text: str) -> bool:
    if len(text) > limits.MOST_MARKDOWN_CHARS or _NESTED.search(text):
        return False
    blocks = text.split("\n\n")
    return all(
        len(_SLOW.findall(block)) <= limits.MOST_BRACKETS and block.count("\n") <= limits.MOST_MARKDOWN_LINES
        for block in blocks
    )
