"""Several articles at once: one after the other, told by name and number, and the window is never held up."""

from __future__ import annotations

import os
import sys
import threading

import pytest
from PySide6.QtCore import QMimeData, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit

from briefing.sandbox import Readers, Reading
from briefing.sandbox.process import Process
from briefing.ui import incoming

SILENT = "import os, struct, time; os.write(1, struct.pack('>II', 13, 0) + b'{\"ready\": []}'); time.sleep(600)"
TALKS = "Talks in {place}\n\n" + "The ministers met in {place} on Thursday and agreed to open a crossing. " * 6
HTML = (
    "<html><body><h1>Talks</h1>" + "<p>The two services agreed to open a joint desk.</p>" * 9 + "</body></html>"
)


def files(person, *places: str) -> tuple[str, ...]:
    """Text files about places; one that is named "broken" is no article."""
    made = []
    for place in places:
        path = person.folder / f"{place}.txt"
        path.write_text("" if place.startswith("broken") else TALKS.format(place=place), encoding="utf-8")
        made.append(str(path))
    return tuple(made)


def open_together(person, *places: str) -> None:
    person.window.commands.files.open_paths(files(person, *places))


@pytest.fixture
def steps(person, monkeypatch) -> list[str]:
    """What the window says it is doing, step by step."""
    monkeypatch.setattr(incoming, "BUSY_MS", 0)
    said: list[str] = []
    queue = person.window.opening.importing
    queue._late.setInterval(0)
    queue.work_changed.connect(lambda work: work and said.append(f"{work.title} {work.done}/{work.total}"))
    return said


@pytest.fixture
def silent(person) -> list[Process]:
    """The processes that were started; none of them ever answers."""
    started: list[Process] = []

    def start() -> Process:
        started.append(Process([sys.executable, "-c", SILENT]))
        return started[-1]

    person.program.home._readers = Readers(start)
    return started


def at_work(person, silent: list[Process]) -> list[Process]:
    """Those of the processes that read; which of two starts first is chance, and one may stand ready."""
    return [
        process for process in silent if process.alive and process is not person.program.home._readers._ready
    ]


@pytest.fixture
def half_read(person) -> None:
    """A process that tells of its pages, and never comes to the end."""
    said = SILENT.replace(
        "time.sleep(600)", "os.write(1, struct.pack('>II', 17, 0) + b'{\"pages\": [3, 9]}'); time.sleep(600)"
    )
    person.program.home._readers = Readers(lambda: Process([sys.executable, "-c", said]))


def test_the_pages_of_a_long_file_are_counted(person, steps, half_read):
    open_together(person, "Ostrana")
    person.until(lambda: "Page 3 of 9." in person.work())
    assert steps[-1] == "Reading “Ostrana.txt” 3/9"
    person.window.opening.importing.cancel()


def test_each_step_is_named_and_counted(person, steps):
    open_together(person, "Ostrana", "Brena", "Tarn")
    person.until(lambda: len(person.note.articles) == 3)
    person.until(lambda: not person.work())
    assert steps[-1] == "Reading “Tarn.txt” 2/3"


def test_those_that_cannot_be_read_are_told_together_at_the_end(person):
    open_together(person, "broken one", "Ostrana", "broken two", "Tarn")
    person.until(lambda: "could not be read" in person.message())
    assert [a.headline for a in person.note.articles] == ["Talks in Ostrana", "Talks in Tarn"]
    assert "2 of 4 could not be read." in person.message()
    assert "broken one.txt:" in person.message()
    assert "broken two.txt:" in person.message()


def test_cancel_ends_the_one_being_read_and_drops_the_rest(person, steps, silent):
    open_together(person, "Ostrana", "Brena", "Tarn")
    person.until(lambda: "1 of 3" in person.work() and bool(at_work(person, silent)))
    person.choose("Cancel")
    person.until(lambda: not at_work(person, silent))
    assert not person.window.jobs.busy
    assert not person.work()
    assert person.message().startswith("Reading was cancelled. 0 of 3 are in.")


def test_more_can_be_asked_for_while_one_is_read(person, steps, silent):
    open_together(person, "Ostrana")
    person.until(lambda: bool(silent) and bool(person.work()))
    person.window.opening.import_files(tuple(person.folder / p for p in ("a.txt", "b.txt")))
    assert "1 of 3" in person.work()


def test_closing_while_several_are_read_ends_it(person, silent):
    open_together(person, "Ostrana", "Brena")
    person.until(lambda: bool(at_work(person, silent)))
    person.window.close()
    person.until(lambda: not at_work(person, silent))
    assert not person.program.windows


def test_the_window_lives_while_a_file_is_read(person, silent):
    open_together(person, "Ostrana")
    person.until(lambda: bool(silent))
    beats: list[int] = []
    timer = QTimer(interval=0)
    timer.timeout.connect(lambda: beats.append(1))
    timer.start()
    person.until(lambda: len(beats) > 200)
    assert person.window.jobs.busy


@pytest.mark.parametrize("kind", ["file", "html", "text"])
def test_nothing_is_read_on_the_thread_of_the_window(person, monkeypatch, kind):
    threads: list[threading.Thread] = []
    read = getattr(Reading, kind)

    def seen(self, *args, **facts):
        threads.append(threading.current_thread())
        return read(self, *args, **facts)

    monkeypatch.setattr(Reading, kind, seen)
    mime = QMimeData()
    mime.setText(TALKS.format(place="Brena"))
    if kind == "html":
        mime.setHtml(HTML)
    if kind == "file":
        open_together(person, "Ostrana")
    else:
        person.window.opening.import_clipboard(mime)
    person.until(lambda: bool(person.note.articles))
    assert threads
    assert threading.main_thread() not in threads


def test_a_file_is_read_in_another_process(person, monkeypatch):
    pids: list[int] = []
    ask = Process.ask

    def asked(self, *args, **facts):
        pids.append(self._child.pid)
        return ask(self, *args, **facts)

    monkeypatch.setattr(Process, "ask", asked)
    open_together(person, "Ostrana")
    person.until(lambda: bool(person.note.articles))
    assert pids
    assert os.getpid() not in pids


def copy(html: str, text: str) -> None:
    mime = QMimeData()
    mime.setHtml(html)
    mime.setText(text)
    QGuiApplication.clipboard().setMimeData(mime)


def test_paste_as_text_takes_the_text_and_not_the_page(person):
    copy(HTML, TALKS.format(place="Brena"))
    person.press("Ctrl+Alt+V")
    person.until(lambda: bool(person.note.articles))
    assert person.note.articles[0].headline == "Talks in Brena"


def test_paste_as_text_in_an_open_note_brings_another_source(person):
    person.try_sample()
    copy(HTML, TALKS.format(place="Brena"))
    person.window.actions_by_name["paste_as_text"].trigger()
    person.until(lambda: len(person.note.articles) == 2)
    assert person.note.articles[1].headline == "Talks in Brena"


def test_paste_as_text_in_a_field_goes_into_the_field(person):
    person.try_sample()
    copy("<b>Port</b>", "Port Halden")
    person.press("F2")
    person.window.actions_by_name["paste_as_text"].trigger()
    field = person.window.focusWidget()
    assert isinstance(field, QLineEdit)
    person.press("Return")
    assert person.note.title == field.text() == "Port Halden"
    assert len(person.note.articles) == 1
