"""Articles are read in a process of their own: Cancel and closing end it, and the message goes with it."""

from __future__ import annotations

import sys
from functools import partial

import pytest

from briefing.sandbox import Readers
from briefing.sandbox.process import Process
from briefing.ui import incoming
from briefing.ui.opening import read_pasted

READY_ONCE = "import os, struct, time; os.write(1, struct.pack('>II', 13, 0) + b'{\"ready\": []}'); "
SILENT = READY_ONCE + "time.sleep(600)"


@pytest.fixture
def silent(person, monkeypatch) -> list[Process]:
    """The processes that were started; none of them ever answers."""
    started: list[Process] = []

    def start() -> Process:
        started.append(Process([sys.executable, "-c", SILENT]))
        return started[-1]

    monkeypatch.setattr(incoming, "BUSY_MS", 0)
    person.program.home._readers = Readers(start)
    return started


def begin(person, silent) -> Process:
    path = person.folder / "talks.html"
    path.write_text("<html><body><p>The talks went on.</p></body></html>")
    person.window.commands.files.open_path(path)
    person.until(lambda: "Reading" in person.work() and bool(silent))
    return silent[0]


def test_cancel_ends_the_process_and_the_window_is_as_it_was(person, silent):
    process = begin(person, silent)
    person.choose("Cancel")
    person.until(lambda: not process.alive)
    assert person.window.on_start
    assert not person.window.jobs.busy


def test_closing_the_window_ends_the_process(person, silent):
    process = begin(person, silent)
    person.window.close()
    person.until(lambda: not process.alive)


def test_the_message_goes_when_the_article_is_there(person, monkeypatch):
    monkeypatch.setattr(incoming, "BUSY_MS", 0)
    path = person.folder / "talks.html"
    path.write_text(
        "<html><body>" + "<p>The two services agreed to open a joint desk.</p>" * 9 + "</body></html>"
    )
    person.window.commands.files.open_path(path)
    person.until(lambda: bool(person.note.articles))
    person.until(lambda: not person.work())


def test_after_an_article_the_next_finds_a_process_that_stands_ready(person, monkeypatch):
    monkeypatch.setattr(incoming, "BUSY_MS", 0)
    home = person.program.home
    home.stay_ready()
    person.until(lambda: home.readers.stands_ready)
    first = home.readers._ready
    wanted = incoming.Wanted("", partial(read_pasted, "<p>The two agreed to meet.</p>", ""), str)
    person.window.opening.importing.want(wanted)
    person.until(lambda: not first.alive)
    assert not first.alive
    person.until(lambda: home.readers.stands_ready)


def test_a_closed_program_leaves_no_process(person):
    home = person.program.home
    home.stay_ready()
    person.until(lambda: home.readers.stands_ready)
    ready = home.readers._ready
    home.close()
    home.get_ready()
    assert not ready.alive
    assert home.readers._ready is None


def test_a_file_that_ends_its_reader_is_told_and_the_window_goes_on(person, monkeypatch):
    """As a PDF does that makes its library give up."""
    dying = READY_ONCE + "os.read(0, 100000); os.abort()"
    programs = iter([[sys.executable, "-c", dying], None])
    monkeypatch.setattr(person.program.home, "_readers", Readers(lambda: Process(next(programs))))
    path = person.folder / "talks.html"
    path.write_text("<html><body>" + "<p>The two services agreed to open a desk.</p>" * 9 + "</body></html>")
    person.window.commands.files.open_path(path)
    person.until(lambda: "talks.html" in person.message())
    assert not person.note.articles
    person.window.commands.files.open_path(path)
    person.until(lambda: bool(person.note.articles))
