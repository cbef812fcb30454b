"""Whole web pages of our own words, in the dress of many outlets: what must come out of each, and no more."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path

import pytest

from briefing.importers import read_article
from briefing.model.article import Article, Status

PAGES = sorted((Path(__file__).parents[2] / "cases" / "importers" / "pages").glob("*.txt"))
ARTICLES = [path for path in PAGES if "\nparagraph: " in path.read_text(encoding="utf-8")]
KINDS = ("heading", "paragraph", "list_item", "quote", "table")


@dataclass(frozen=True, slots=True)
class Page:
    """A page's bytes, and what must come out: metadata, kinds of blocks with their texts, captions, losses."""

    data: bytes
    expected: list[tuple[str, str]]

    def of(self, *names: str) -> list[tuple[str, str]]:
        return [(name, value) for name, value in self.expected if name in names]


def page(path: Path) -> Page:
    head, _, rest = path.read_text(encoding="utf-8").partition("--- page\n")
    html, _, expected = rest.partition("--- expected\n")
    data = _mhtml(html) if "wrap: mhtml" in head else html.encode()
    pairs = (line.partition(": ") for line in expected.splitlines())
    return Page(data, [(name, value) for name, _, value in pairs])


def _mhtml(html: str) -> bytes:
    whole = MIMEMultipart("related", type="text/html")
    whole["From"] = "<Saved by Blink>"
    whole["Subject"] = "A page"
    whole["Date"] = "Fri, 17 May 2024 20:00:00 +0000"
    whole.attach(MIMEText(html, "html", "utf-8"))
    return whole.as_bytes()


def _value(article: Article, name: str) -> str:
    value = getattr(article, name)
    return value if isinstance(value, str) else ", ".join(value)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_gives_its_metadata_and_what_it_is(path: Path) -> None:
    read, article = page(path), read_article(page(path).data, "page.html")
    told = [(n, v) for n, v in read.expected if n not in (*KINDS, "caption", "loss")]
    assert [(name, _value(article, name)) for name, _ in told] == told
    assert [loss.split(":")[0] for loss in article.losses] == [value for _, value in read.of("loss")]


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_a_page_gives_its_text_each_piece_of_its_kind(path: Path) -> None:
    read, article = page(path), read_article(page(path).data, "page.html")
    shown = [b for b in article.blocks if b.status is not Status.FURNITURE]
    found = [(b.kind.value, b.text.replace("\n", "/").replace("\t", "|")) for b in shown]
    assert [pair for pair in found if pair[0] in KINDS] == read.of(*KINDS)
    assert not Counter(read.of("caption")) - Counter(found)
