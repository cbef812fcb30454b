"""Whole files compared with files that were looked at; set BRIEFING_UPDATE_GOLDEN=1 to write them anew."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from lxml import etree

from briefing.exporters import export

GOLDEN = Path(__file__).parents[2] / "golden" / "exporters"
UPDATE = "BRIEFING_UPDATE_GOLDEN" in os.environ
PARTS = ("document", "footnotes", "numbering", "styles", "footer", "settings")


def agrees(name: str, text: str) -> None:
    path = GOLDEN / name
    if UPDATE:
        path.write_text(text, encoding="utf-8", newline="\n")
    assert text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["english", "korean"])
@pytest.mark.parametrize("kind", ["md", "html"])
def test_the_text_is_the_one_that_was_looked_at(samples, name, kind) -> None:
    agrees(f"{name}.{kind}", export(samples.NAMED[name](), kind).decode())


@pytest.mark.parametrize("name", ["english", "korean"])
@pytest.mark.parametrize("part", PARTS)
def test_the_word_part_is_the_one_that_was_looked_at(samples, word, name, part) -> None:
    root = word(samples.NAMED[name]()).roots[f"word/{part}.xml"]
    agrees(f"{name}.{part}.xml", etree.tostring(root, pretty_print=True, encoding="unicode"))
