"""A session on hostile texts opens no file it was not told to, calls nobody, and prints texts as they are."""

from __future__ import annotations

import html
import os
import re
import shutil
import socket
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

import pypdfium2
import pytest

from briefing.store.codec import decode

SESSION = Path(__file__).with_name("hostile_session.py")
LITERAL = ("{{ 7*7 }}", "</w:t>", "${HOME}", "javascript:alert(1)")
ANALYST = "kim.analyst.7431"
WHISPERED = "what is for nobody to read"
WRITTEN = ("out.docx", "base.docx", "form.docx", "out.md", "out.html", "out.pdf")


@dataclass(frozen=True, slots=True)
class Session:
    """What a session left: the calls it made, and the files it wrote."""

    folder: Path
    canary: Path
    calls: tuple[str, ...]

    def text(self, name: str) -> str:
        """Everything a written file says: its text, its properties, the names of its parts."""
        data = self.folder / name
        if name.endswith(".pdf"):
            return _said_in_pdf(data)
        if not name.endswith(".docx"):
            return data.read_text(encoding="utf-8")
        with zipfile.ZipFile(data) as archive:
            return "\n".join(
                [*archive.namelist(), *(archive.read(n).decode("utf-8", "replace") for n in archive.namelist())]
            )


def _said_in_pdf(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as pdf:
        pages = [page.get_textpage().get_text_bounded() for page in pdf]
        known = pdf.get_metadata_dict()
    raw = path.read_bytes()
    return "\n".join([*pages, *known.values(), raw.decode("latin-1"), raw.decode("utf-16-be", "replace")])


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory, repository: Path) -> Session:
    folder = tmp_path_factory.mktemp("session")
    canary = folder / "canary.png"
    canary.write_bytes(b"CANARY")
    log = folder / "calls"
    strace = shutil.which("strace")
    traced = [strace, "-f", "-qq", "-o", str(log), "-e", "trace=connect,open,openat,execve"] if strace else []
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "BRIEFING_HOME": str(folder / "home"),
        "LOGNAME": ANALYST,
        "USER": ANALYST,
        "XDG_CONFIG_HOME": str(folder / "config"),
        "PYTHONPATH": f"{repository}{os.pathsep}{repository / 'tests' / 'helpers'}",
    }
    command = [*traced, sys.executable, str(SESSION), str(canary), str(folder)]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.stdout.endswith("done\n"), done.stderr
    return Session(folder, canary, tuple(log.read_text(errors="replace").splitlines()) if strace else ())


def needs_strace(session: Session) -> None:
    if not session.calls:
        pytest.skip("strace is not installed")


def test_nobody_is_called(session: Session) -> None:
    needs_strace(session)
    assert [c for c in session.calls if "connect(" in c and "AF_UNIX" not in c] == []


def test_the_canary_is_never_opened(session: Session) -> None:
    needs_strace(session)
    assert any(str(session.folder / "hostile.briefing") in c for c in session.calls)
    assert [c for c in session.calls if session.canary.name in c and "execve" not in c] == []


def test_no_program_is_started_but_the_reader(session: Session) -> None:
    needs_strace(session)
    started = [c for c in session.calls if "execve(" in c]
    assert len(started) == 2
    assert "briefing.sandbox.child" in started[1]


@pytest.mark.parametrize("name", WRITTEN)
@pytest.mark.parametrize("trick", LITERAL)
def test_texts_come_out_as_they_are(session: Session, name: str, trick: str) -> None:
    text = session.text(name)
    shown = html.unescape(re.sub(r"\\(?=[^\w\s])", "", text) if name.endswith(".md") else text)
    bare = re.sub(r"\s", "", shown)  # a page breaks its lines where it must
    assert bare.count(trick.replace(" ", "")) >= len(("title", "marking", "summary", "a field", "a point"))


class Links(HTMLParser):
    """The addresses a page's own tags lead to."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(page)

    def handle_starttag(self, _: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value or "" for name, value in attrs if name in ("href", "src", "action", "data")]


def links(session: Session) -> list[str]:
    with zipfile.ZipFile(session.folder / "out.docx") as archive:
        relations = [archive.read(n).decode() for n in archive.namelist() if n.endswith(".rels")]
    external = re.findall(r'Target="([^"]*)" TargetMode="External"', "".join(relations))
    return [*Links(session.text("out.html")).found, *external]


def test_no_link_leads_anywhere_but_the_web_and_mail(session: Session) -> None:
    assert [x for x in links(session) if not re.match(r"(?:https?://|mailto:|#)", x)] == []


@pytest.mark.parametrize("name", WRITTEN)
def test_nothing_of_this_computer_and_nothing_hidden_is_in_an_export(session: Session, name: str) -> None:
    text = re.sub(r"\s", "", session.text(name)).replace(str(session.canary), "")  # a page breaks its lines
    journals = (session.folder / "journals").read_text().split()
    assert journals
    note = decode((session.folder / "hostile.briefing").read_bytes(), "x")
    hidden = [
        str(session.folder),
        str(Path.home() / ""),
        *([socket.gethostname()] if len(socket.gethostname()) > 4 else []),
        ANALYST,
        WHISPERED.replace(" ", ""),
        *journals,
        *(p.id for p in note.points),
        *(a.id for a in note.articles),
    ]
    assert [h for h in hidden if h in text] == []
