"""What a page costs, told without a clock: one parse, no text nobody reads, no class asked of Python."""

from __future__ import annotations

import pytest
import trafilatura.core
from lxml import html as lxml_html

from briefing.importers import read_html
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


def test_all_elements_are_of_one_class_so_that_python_is_not_asked() -> None:
    tree = tree_of("<form><label>Name</label><input><p>Talks</p></form>")
    assert {type(element) for element in tree.iter()} == {lxml_html.HtmlElement}
