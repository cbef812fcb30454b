"""Helpers of the exporters' tests, handed out as fixtures: tests are no package to import from."""

from __future__ import annotations

import importlib.util
import io
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from lxml import etree

from briefing.blocks import Document
from briefing.exporters.word import to_docx

HERE = Path(__file__).parent
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def _module(name: str) -> ModuleType:
    if name not in sys.modules:
        spec = importlib.util.spec_from_file_location(name, HERE / f"{name}.py")
        assert spec is not None
        assert spec.loader is not None
        sys.modules[name] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules[name])
    return sys.modules[name]


class Parts:
    """The parts of a Word file: `parts.xml("word/document.xml")`, and short ways to ask them."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self.texts = {name: archive.read(name).decode("utf-8") for name in archive.namelist()}
        self.roots = {name: etree.fromstring(text.encode()) for name, text in self.texts.items()}

    def find(self, path: str, part: str = "word/document.xml") -> list[etree._Element]:
        """Elements at an XPath with the prefixes w and r."""
        root = self.roots[part]
        names = {"w": W[1:-1], "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships"}
        return list(root.xpath(path, namespaces=names))

    def values(self, path: str, part: str = "word/document.xml") -> list[str]:
        """The w:val of the elements at a path."""
        return [element.get(f"{W}val", "") for element in self.find(path, part)]

    def paragraphs(self, style: str, part: str = "word/document.xml") -> list[str]:
        """The texts of the paragraphs in a style; breaks as line ends."""
        found = self.find(f"//w:p[w:pPr/w:pStyle/@w:val='{style}']", part)
        return ["".join(_shown(element) for element in paragraph.iter(etree.Element)) for paragraph in found]


def _shown(element: etree._Element) -> str:
    return {f"{W}t": element.text or "", f"{W}br": "\n", f"{W}tab": "\t"}.get(element.tag, "")


@pytest.fixture(scope="session")
def samples() -> ModuleType:
    """The sample documents."""
    return _module("export_samples")


@pytest.fixture(scope="session")
def findings() -> Callable[[bytes], list[str]]:
    """Our own checker."""
    check: Callable[[bytes], list[str]] = _module("docx_check").findings
    return check


@pytest.fixture(scope="session")
def any_document() -> ModuleType:
    """Hypothesis strategies for documents."""
    return _module("any_documents")


@pytest.fixture(scope="session")
def forms() -> ModuleType:
    """Ways to make a form."""
    return _module("forms_made")


@pytest.fixture(scope="session")
def parts() -> Callable[[bytes], Parts]:
    """The parts of a Word file."""
    return Parts


@pytest.fixture
def word() -> Callable[[Document], Parts]:
    """The parts of the Word file of a document."""
    return lambda document: Parts(to_docx(document))
