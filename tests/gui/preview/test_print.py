"""The note as PDF and on a printer."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from briefing.blocks import Document, Heading, Note, Paragraph, Run, Table
from briefing.ui.preview.layout import Pages
from briefing.ui.print import headless_application, paint_document, pdf_bytes, printable

Make = Callable[..., Document]
Lay = Callable[..., Pages]
PROMPT = Paragraph((Run("What was agreed"),), "placeholder", "section:agreements")


def page_count(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def text_of(pdf: bytes) -> str:
    tool = shutil.which("pdftotext")
    if tool is None:
        pytest.skip("pdftotext is not here")
    done = subprocess.run([tool, "-layout", "-", "-"], input=pdf, capture_output=True, check=True)
    return done.stdout.decode()


@pytest.mark.parametrize("points", [1, 80])
def test_a_pdf_has_the_pages_of_the_preview(make_talks: Make, lay: Lay, points: int) -> None:
    assert page_count(pdf_bytes(make_talks(points))) == lay(make_talks(points)).page_count


def test_a_pdf_breaks_its_pages_where_the_preview_does(make_talks: Make, lay: Lay) -> None:
    shown = make_talks(80, page_label="{page}/{pages}")
    pages = lay(shown)
    bullets = [page.count("•") for page in text_of(pdf_bytes(shown)).split("\f")[: pages.page_count]]
    points = [len({s.origin for s in pages.spots(i) if s.origin.startswith("point")}) for i in range(3)]
    assert bullets == points


def test_a_pdf_says_what_the_note_says(make_talks: Make) -> None:
    said = text_of(pdf_bytes(make_talks(2, unit="Trade Desk", reference="TD/7")))
    for words in (
        "TRADE DESK",
        "Customs talks",
        "14 May 2026",
        "Agreements",
        "OFFICIAL",
        "TD/7",
        "Page 1 of 1",
    ):
        assert words in said


def test_letters_that_would_join_are_found_in_a_pdf(make: Make) -> None:
    said = text_of(pdf_bytes(make(Heading("Official meeting: first tariff affidavit"))))
    assert "Official meeting: first tariff affidavit" in said


def test_a_pdf_holds_its_title_and_its_faces(make_talks: Make) -> None:
    pdf = pdf_bytes(make_talks())
    assert "Talks".encode("utf-16-be") in pdf
    assert b"/FontFile" in pdf


def test_prompts_are_not_printed(make: Make) -> None:
    shown = make(Heading("Agreements"), PROMPT)
    assert PROMPT not in printable(shown).blocks
    assert "What was agreed" not in text_of(pdf_bytes(shown))


def test_a_table_that_goes_on_repeats_its_head(make: Make, lay: Lay) -> None:
    rows = (("Party", "Wants"), *((f"Row {i}", "June") for i in range(120)))
    shown = make(Table(rows))
    said = text_of(pdf_bytes(shown))
    assert said.count("Party") == lay(shown).page_count > 2
    assert all(said.count(f"Row {i}\n") + said.count(f"Row {i} ") == 1 for i in range(120))


def test_a_footnote_longer_than_a_page_is_printed_to_its_end(make: Make, make_point: Make) -> None:
    words = " ".join(f"word{i}" for i in range(1500))
    said = text_of(pdf_bytes(make(make_point(1, note=1), notes=(Note(1, (Run(words),)),))))
    assert all(f"word{i}" in said for i in (0, 700, 1499))


def test_the_running_application_is_the_one_that_prints(qapp: QApplication) -> None:
    assert headless_application() is qapp


def test_hostile_text_is_printed_as_it_is(hostile: Document) -> None:
    pdf = pdf_bytes(hostile)
    assert "<script>alert(1)</script>" in text_of(pdf)
    assert b"/URI" not in pdf
    assert b"JavaScript" not in pdf


def test_a_printer_gets_the_pages_it_asked_for(make_talks: Make, tmp_path: Path, qapp: object) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    assert paint_document(make_talks(80), printer, first=2, last=3)
    assert page_count((tmp_path / "printed.pdf").read_bytes()) == 2


def test_a_pdf_needs_no_window(tmp_path: Path) -> None:
    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "from briefing.blocks import *\n"
        "from briefing.ui.print import headless_application, pdf_bytes\n"
        "app = headless_application()\n"
        "face = Face('Calibri', 'Malgun Gothic', 11)\n"
        "type_ = Typography(face, face, face, face, face)\n"
        "note = Document('en', (Title('Talks'),), Page(), type_, Properties())\n"
        "Path(sys.argv[1]).write_bytes(pdf_bytes(note))\n"
        "print('PySide6.QtWidgets' in sys.modules)\n"
    )
    target = tmp_path / "note.pdf"
    done = subprocess.run(
        [sys.executable, "-c", program, str(target)], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"
    assert page_count(target.read_bytes()) == 1
