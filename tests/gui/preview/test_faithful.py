"""The preview beside the Word file as LibreOffice prints it: the same lines on the same pages."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from briefing.blocks import Block, Document, Heading, Note, Paragraph, Run, Table
from briefing.exporters.word import to_docx
from briefing.ui.preview.fonts import Metrics
from briefing.ui.print import pdf_bytes

Make = Callable[..., Document]
# No word with ff, fi, ti or tt: LibreOffice draws those as one glyph, Word and we do not.
TEXT = "customs agents exchange risk data on containers every week with Castora at the border"
WORDS = TEXT.split()
LEAST_ALIKE = 0.98
MOST_LINES_APART = 2


def sentence(seed: int, words: int) -> str:
    return " ".join(WORDS[(seed * 7 + i * (seed % 5 + 1)) % len(WORDS)] for i in range(words)) + "."


def long_note(make: Make, make_point: Make) -> Document:
    blocks: list[Block] = []
    for section in range(9):
        blocks.append(Heading(f"Section {section + 1}"))
        for item in range(3 + section % 3):
            seed = section * 10 + item
            blocks.append(
                make_point(seed, sentence(seed, 8 + seed * 5 % 37), note=section + 1 if item == 1 else 0)
            )
        blocks.append(Paragraph((Run(sentence(section, 40)),), "quote" if section % 2 else "body"))
    blocks.append(Table((("Party", "Wants", "Will resist"), ("Castora", "June", "Fees"))))
    notes = tuple(Note(i + 1, (Run(sentence(i, 12)),)) for i in range(9))
    return make(*blocks, notes=notes)


def pages_of(pdf: Path) -> list[list[str]]:
    """The words of each line of each page, without markers and the numbers of notes."""
    done = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, check=True)
    pages = done.stdout.decode().split("\f")[:-1]
    lines = [[re.sub(r"[^A-Za-z ]|\s+", " ", line).split() for line in page.splitlines()] for page in pages]
    return [[" ".join(words) for words in page if words] for page in lines]


@pytest.mark.slow
def test_lines_and_pages_break_where_the_word_file_breaks_them(
    make: Make, make_point: Make, tmp_path: Path, qapp: object
) -> None:
    office = shutil.which("soffice")
    if office is None or shutil.which("pdftotext") is None or not Metrics().has("Carlito"):
        pytest.skip("needs LibreOffice, pdftotext and the Carlito face")
    note = long_note(make, make_point)
    (tmp_path / "word.docx").write_bytes(to_docx(note))
    (tmp_path / "ours.pdf").write_bytes(pdf_bytes(note))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "word.docx")], capture_output=True, check=True)
    theirs, ours = pages_of(tmp_path / "word.pdf"), pages_of(tmp_path / "ours.pdf")
    flat = [[line for page in pages for line in page] for pages in (theirs, ours)]
    assert len(ours) == len(theirs) > 2
    assert all(abs(len(a) - len(b)) <= MOST_LINES_APART for a, b in zip(theirs, ours, strict=True))
    assert SequenceMatcher(None, *flat, autojunk=False).ratio() >= LEAST_ALIKE
