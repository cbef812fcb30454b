"""What a page's JSON-LD says of its article (schema.org)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, cast

from briefing.importers.cleaning import one_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ARTICLE = re.compile(r"(?:Article|NewsArticle|Report|BlogPosting|LiveBlogPosting|Review|AnalysisNewsArticle)$")
_MOST_CHARS = 2_000_000
_MOST_DEPTH = 12
_CONTROLS = re.compile(r"[\x00-\x1f]+")
_WRAPPERS = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*;?\s*$")

Thing = Mapping[str, object]


def article_thing(tree: HtmlElement) -> Thing:
    """The first article the page describes; empty if it describes none."""
    things = [t for script in tree.iter("script") for t in _things_in(script)]
    articles = [t for t in things if _is_article(t)]
    return max(articles, key=len, default={})


def _things_in(script: HtmlElement) -> Iterator[Thing]:
    if "ld+json" not in (script.get("type") or "").lower():
        return
    text = script.text or ""
    if len(text) > _MOST_CHARS:
        return
    try:
        yield from _walk(json.loads(_CONTROLS.sub(" ", _WRAPPERS.sub("", text))), 0)
    except (ValueError, RecursionError):
        return


def _walk(value: object, depth: int) -> Iterator[Thing]:
    if depth > _MOST_DEPTH:
        return
    if isinstance(value, list):
        for item in value:
            yield from _walk(item, depth + 1)
    elif isinstance(value, dict):
        yield cast(Thing, value)
        for name in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _walk(value.get(name), depth + 1)


def _is_article(thing: Thing) -> bool:
    kinds = thing.get("@type")
    return any(
        isinstance(k, str) and _ARTICLE.search(k) for k in (kinds if isinstance(kinds, list) else [kinds])
    )


def text(thing: Thing, *names: str) -> str:
    """The first of those properties that has a text, on one line."""
    for name in names:
        for value in _each(thing.get(name)):
            found = (
                value
                if isinstance(value, str)
                else value.get("name") or value.get("@value") or value.get("@id")
            )
            if isinstance(found, str) and found.strip():
                return one_line(unescaped(found))
    return ""


def unescaped(value: str) -> str:
    """The text with HTML character references resolved: many sites put them into their JSON."""
    if "&" not in value:
        return value
    from html import unescape  # noqa: PLC0415 - its table is large and rarely wanted

    return unescape(value)


def names(thing: Thing, name: str) -> tuple[tuple[str, bool], ...]:
    """The names in a property, each with whether it is said to be a person."""
    found = []
    for value in _each(thing.get(name)):
        if isinstance(value, str):
            found.append((one_line(unescaped(value)), False))
        else:
            kind = str(value.get("@type") or "")
            found += [
                (one_line(unescaped(n)), kind == "Person")
                for n in _each(value.get("name"))
                if isinstance(n, str)
            ]
    return tuple((n, p) for n, p in found if n)


def _each(value: object) -> Iterator[str | Thing]:
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, str):
            yield item
        elif isinstance(item, dict):
            yield cast(Thing, item)
