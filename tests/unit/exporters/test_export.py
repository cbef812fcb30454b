"""The one door: a kind in, bytes out."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.exporters import export
from briefing.exporters.links import safe_link

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize(
    ("kind", "start"), [("docx", b"PK\x03\x04"), ("md", b"---\ntitle:"), ("html", b"<!DOCTYPE html>")]
)
def test_each_kind_has_its_own_beginning(samples, kind, start) -> None:
    assert export(samples.english(), kind).startswith(start)


@given(st.data())
def test_any_document_can_be_written_in_every_kind(any_document, data) -> None:
    document = data.draw(any_document.any_document)
    assert all(export(document, kind) == export(document, kind) for kind in ("docx", "md", "html"))


def test_no_library_is_needed_to_write() -> None:
    heavy = ("docx", "lxml", "PySide6")
    code = f"import sys, briefing.exporters.word; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("address", "safe"),
    [
        ("https://x.example/a b", "https://x.example/a%20b"),
        ("HTTP://x.example", "http://x.example"),
        ("https://x.example/%zz?q=é#a#b", "https://x.example/%25zz?q=%C3%A9#a%23b"),
        ("mailto:a@x.example?subject=Hi there", "mailto:a@x.example?subject=Hi%20there"),
        ("https://user@x.example", ""),
        ("ftp://x.example", ""),
        ("https://" + "x" * 3000, ""),
    ],
)
def test_an_address_is_written_only_if_it_is_safe(address, safe) -> None:
    assert safe_link(address) == safe
