"""What a page costs, told without a clock: one parse, no text nobody reads, no class asked of Python."""

from __future__ import annotations

from collections import Counter
from types import ModuleType

import pytest
import trafilatura.core
import trafilatura.external
from lxml import html as lxml_html
from pypdfium2 import raw

from briefing.importers import pagetree, read_article, read_html
from briefing.importers.pagetree import tree_of

PAGE = "<html><head><title>Talks</title></head><body><article><h1>Talks</h1>" + "".join(
    f"<p>The two services agreed on point {n}: cargo data each week and a joint desk.</p>" for n in range(9)
)


def test_a_page_is_parsed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[bytes] = []
    whole = lxml_html.document_fromstring

    def counted(source: bytes | str, **options: object) -> lxml_html.HtmlElement:
        parsed.append(source if isinstance(source, bytes) else source.encode())
        return whole(source, **options)

    monkeypatch.setattr(lxml_html, "document_fromstring", counted)
    assert read_html(PAGE).headline == "Talks"
    assert sum(b"<title>" in source for source in parsed) == 1  # the others are pieces of it


def test_the_text_beside_the_tree_is_never_written(monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[object] = []
    monkeypatch.setattr(trafilatura.core, "xmltotxt", lambda *what: written.append(what))
    assert read_html(PAGE).paragraphs
    assert not written


@pytest.mark.parametrize(("place", "asked"), [("body-text", 0), ("comments-frame", 1)])
def test_further_readers_are_asked_only_where_the_first_finds_too_little(
    monkeypatch: pytest.MonkeyPatch, place: str, asked: int
) -> None:
    calls: list[object] = []
    real = trafilatura.external.try_readability
    monkeypatch.setattr(trafilatura.external, "try_readability", lambda tree: calls.append(tree) or real(tree))
    assert read_html(PAGE.replace("<article>", f'<div class="{place}">')).paragraphs
    assert len(calls) == asked


def test_all_elements_are_of_one_class_so_that_python_is_not_asked() -> None:
    tree = tree_of("<form><label>Name</label><input><p>Talks</p></form>")
    assert {type(element) for element in tree.iter()} == {lxml_html.HtmlElement}


def test_a_character_that_may_be_named_is_named_without_a_look_from_python(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked_at: list[str] = []
    monkeypatch.setattr(pagetree, "_legal", lambda found: looked_at.append(found[0]) or "")
    assert pagetree.page_text("&#39;&#x27;&#8203;&#44032;&#x1F600;&#x0;&#55296;&#x110000;").startswith("&#39;")
    assert looked_at == ["&#x0;", "&#55296;", "&#x110000;"]


@pytest.mark.parametrize("name", ["FPDFText_CountRects", "FPDFText_GetRect", "FPDFText_GetLooseCharBox"])
def test_a_line_of_a_pdf_is_asked_for_once(
    office: ModuleType, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    asked: Counter[str] = Counter()
    real = getattr(raw, name)
    monkeypatch.setattr(raw, name, lambda *what: asked.update([name]) or real(*what))
    page = [(60.0, 70.0 + 15 * i, 10.0, f"The two services agreed on point {i}.") for i in range(30)]
    assert read_article(office.pdf([page]), "a.pdf").paragraphs
    assert asked[name] == len(page)
