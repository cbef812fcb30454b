"""An article from the JSON that `briefing import --json` prints: see resources/schemas."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import cast

from msgspec.structs import replace

from briefing import limits
from briefing.cleaning import clean
from briefing.errors import ImportFailed
from briefing.importers.addresses import tidy_url
from briefing.model.article import Article, Block, Finding, Kind, Link, Status
from briefing.model.plain import TEXT_KEYS


def article_from_json(text: str, name: str) -> Article:
    """The article that `article_to_json` gave. Raises ImportFailed."""
    try:
        plain = json.loads(text)
        _refuse_others(plain, name)
        return _article(plain)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise ImportFailed(name, "damaged", f"{type(error).__name__}: {error}"[:200]) from error


def _refuse_others(plain: object, name: str) -> None:
    """Raises ImportFailed for what is whole and in order, and no article."""
    if not isinstance(plain, dict) or "blocks" not in plain:
        note = isinstance(plain, dict) and plain.get("format") == "briefing-note"
        raise ImportFailed(name, "a-note" if note else "no-article", "JSON of another kind")


def _article(plain: Mapping[str, object]) -> Article:
    texts = {key: _text(plain.get(key, "")) for key in TEXT_KEYS}
    blocks = tuple(_block(b) for b in _maps(plain["blocks"])[: limits.MOST_BLOCKS])
    findings = tuple(Finding(_text(f["name"]), _text(f["how"])) for f in _maps(plain.get("findings", [])))
    byline = tuple(_text(n) for n in _list(plain.get("byline", [])))
    losses = tuple(_text(n) for n in _list(plain.get("losses", [])))
    article = Article(id="", blocks=blocks, byline=byline, findings=findings, losses=losses)
    filled: Callable[..., Article] = replace
    return filled(article, **texts)


def _block(plain: Mapping[str, object]) -> Block:
    level = plain.get("level", 0)
    return Block(
        _text(plain["text"]),
        Kind(_text(plain.get("kind", "paragraph"))),
        Status(_text(plain.get("status", "body"))),
        level if type(level) is int and 0 <= level <= 9 else 0,
        links=tuple(_link(li) for li in _maps(plain.get("links", []))),
    )


def _link(plain: Mapping[str, object]) -> Link:
    start, end = plain["start"], plain["end"]
    if type(start) is not int or type(end) is not int or not 0 <= start <= end <= limits.MOST_TEXT_BYTES:
        raise TypeError(type(start).__name__)
    return Link(start, end, tidy_url(_text(plain["url"])))


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise TypeError(type(value).__name__)
    return value


def _maps(value: object) -> list[Mapping[str, object]]:
    return [cast(Mapping[str, object], v) for v in _list(value) if isinstance(v, dict)]


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(type(value).__name__)
    return clean(value)
