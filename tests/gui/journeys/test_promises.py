"""Two promises of the README: what is looked at never changes, and a slow file never stops the window."""

from __future__ import annotations

import logging
import re

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog

from briefing.store import notes, versions
from briefing.store.places import places

SLOW = "<html><body>" + "<p>The ministers met in Brena on Thursday and agreed to open a crossing.</p>" * 2_000


def _state(path):
    return path.read_bytes(), path.stat().st_mtime_ns


def test_opening_and_previewing_a_note_never_changes_its_file(person):
    person.try_sample()
    person.press("1")
    path = person.folder / "talks.briefing"
    notes.save(person.note, path)
    before = _state(path)
    person.window.commands.files.open_path(path)
    person.until(lambda: person.window.session.path == path)
    person.press("J", "K", "F6", "F6")
    person.until(lambda: person.note.points[0].wording[:20] in person.window.editor.preview.text())
    assert person.window.close()
    assert _state(path) == before


def test_importing_never_changes_the_file(person):
    path = person.folder / "page.html"
    path.write_text(SLOW[:4000], encoding="utf-8")
    before = _state(path)
    person.window.commands.files.open_path(path)
    person.until(lambda: bool(person.note.articles))
    person.press("1", "Ctrl+Z")
    assert _state(path) == before


def test_the_window_goes_on_while_a_slow_file_is_read(person):
    path = person.folder / "slow.html"
    path.write_text(SLOW, encoding="utf-8")
    beats = []
    heart = QTimer(interval=10)
    heart.timeout.connect(lambda: beats.append(bool(person.note.articles)))
    heart.start()
    person.window.commands.files.open_path(path)
    assert not person.note.articles, "the window had to wait for the file"
    person.until(lambda: bool(person.note.articles))
    heart.stop()
    assert beats.count(False) > 3


def test_each_promise_names_a_test_that_is_there(repository):
    text = (repository / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (G\d) \| .* \| (.*) \|$", text, re.MULTILINE)
    assert [number for number, _ in rows] == [f"G{n}" for n in range(1, 9)]
    there = {p.name for p in (repository / "tests").rglob("test_*.py")}
    assert {name.split("/")[-1] for _, cell in rows for name in re.findall(r"`([^`]+)`", cell)} <= there


def test_every_file_that_is_written_stands_in_the_table_of_security(person, repository, monkeypatch):
    """A note begun, saved twice, exported and closed, with a log and a template of one's own."""
    monkeypatch.setattr(versions, "LEAST_APART", versions.timedelta(0))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(person.folder / "a.briefing"), ""))
    handler = person.program.home.begin_diary()
    person.try_sample()
    person.press("1", "Ctrl+S", "2", "Ctrl+S")
    person.export("a")
    person.program.home.library.save_template("mine", person.note.template.source, overwrite=False)
    person.press("3")
    person.answer("Don't save")
    assert person.window.close()
    logging.getLogger("briefing").removeHandler(handler)
    here = places()
    tops = {"data": here.data, "state": here.state, "config": here.config}
    table = re.findall(r"^\| `(\w+)/([\w.]+)`", (repository / "SECURITY.md").read_text("utf-8"), re.MULTILINE)
    known = tuple(tops[top] / name for top, name in table)
    beside = {person.folder / name for name in ("a.briefing", "a.docx")}
    home, config = person.folder / "home", person.folder / "config"  # Qt keeps its own under the second
    written = {p for p in person.folder.rglob("*") if p.is_file() and not p.is_relative_to(config)}
    assert {p for p in written if not any(p.is_relative_to(k) for k in known)} == beside
    assert {k for k in known if any(p.is_relative_to(k) for p in written)} >= {
        here.history,
        here.versions,
        here.recent,
    }
    assert home.is_dir()
