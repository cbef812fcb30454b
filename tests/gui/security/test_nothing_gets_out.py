"""A session on hostile texts opens no file it was not told to, calls nobody, and prints texts as they are."""

from __future__ import annotations

import getpass
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

import pytest

from briefing.store.codec import decode

SESSION = Path(__file__).with_name("hostile_session.py")
LITERAL = ("{{ 7*7 }}", "</w:t>", "${HOME}", "javascript:alert(1)")


@dataclass(frozen=True, slots=True)
class Session:
    """What a session left: the calls it made, and the files it wrote."""

    folder: Path
    canary: Path
    calls: tuple[str, ...]

    def text(self, kind: str) -> str:
        data = self.folder / f"out.{kind}"
        if kind != "docx":
            return data.read_text(encoding="utf-8")
        with zipfile.ZipFile(data) as archive:
            return "\n".join(
                archive.read(n).decode() for n in archive.namelist() if n.endswith((".xml", ".rels"))
            )


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


@pytest.mark.parametrize("kind", ["docx", "md", "html"])
@pytest.mark.parametrize("trick", LITERAL)
def test_texts_come_out_as_they_are(session: Session, kind: str, trick: str) -> None:
    text = session.text(kind)
    shown = html.unescape(re.sub(r"\\(?=[^\w\s])", "", text) if kind == "md" else text)
    assert shown.count(trick) >= len(("title", "marking", "summary", "a field", "a point"))


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
    return [*Links(session.text("html")).found, *external]


def test_no_link_leads_anywhere_but_the_web_and_mail(session: Session) -> None:
    assert [x for x in links(session) if not re.match(r"(?:https?://|mailto:|#)", x)] == []


@pytest.mark.parametrize("kind", ["docx", "md", "html"])
def test_nothing_of_this_computer_and_nothing_hidden_is_in_an_export(session: Session, kind: str) -> None:
    text = session.text(kind).replace(str(session.canary), "")
    note = decode((session.folder / "hostile.briefing").read_bytes(), "x")
    hidden = [
        str(session.folder),
        socket.gethostname(),
        *(p.id for p in note.points),
        *(a.id for a in note.articles),
    ]
    hidden += [getpass.getuser()] if len(getpass.getuser()) > 4 else []
    assert [h for h in hidden if h in text] == []
