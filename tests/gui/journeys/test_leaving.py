"""Every way out keeps the work: a signal, the end of the session, a fault, a disk that is full."""

from __future__ import annotations

import logging
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from briefing.store import recovery
from briefing.store.places import places
from briefing.store.recovery import unsaved

LEAVE = Path(__file__).with_name("leave.py")
QUOTED = "what only the note says"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_ends_the_program_in_order_and_nothing_is_lost(home, repository, number):
    environment = {**os.environ, "PYTHONPATH": str(repository), "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(
        [sys.executable, str(LEAVE)], env=environment, stdout=subprocess.PIPE, text=True
    ) as run:
        assert run.stdout.readline() == "ready\n"
        run.send_signal(number)
        assert run.wait(60) == 0
    (left,) = unsaved(places().journals)
    assert len(left.note.points) == 2
    assert "Being typed." in left.note.points[0].wording
    log = (places().logs / "briefing.log").read_text(encoding="utf-8")
    assert f"signal {int(number)}" in log
    assert "Being typed" not in log
    assert "Velmark" not in log


def test_when_the_session_ends_windows_close_without_asking_and_the_work_is_offered(person, monkeypatch):
    person.try_sample()
    person.press("1")
    person.program.leaving.session_ends()
    assert person.window.close()
    monkeypatch.setattr(recovery, "alive", lambda _: False)
    (left,) = unsaved(places().journals)
    assert len(left.note.points) == 1


def test_when_the_session_stays_after_all_windows_ask_again(person):
    person.try_sample()
    person.press("1")
    person.program.leaving.session_ends()
    person.program.leaving._stays()
    person.answer("Cancel")
    assert not person.window.close()


def fault() -> BaseException:
    try:
        int(QUOTED)
    except ValueError as raised:
        return raised
    raise AssertionError


def told(person) -> None:
    raised = fault()
    person.program.last_resort.unexpected(type(raised), raised, raised.__traceback__)


def test_after_a_fault_the_note_is_kept_and_the_work_goes_on(person):
    person.try_sample()
    person.press("1")
    told(person)
    assert "every change is kept on this computer" in person.message()
    assert person.window.keeping.keeper.journal.path.exists()
    person.press("2")
    assert len(person.note.points) == 2


def test_what_is_sent_says_where_it_happened_and_nothing_of_the_note(person, qapp):
    person.try_sample()
    told(person)
    person.choose("Copy Details")
    sent = QGuiApplication.clipboard().text()
    assert sent.startswith("Briefing ")
    assert "ValueError" in sent
    assert ".fault:" in sent
    assert QUOTED not in sent
    assert str(Path.home()) not in sent


def test_a_fault_that_comes_again_and_again_does_not_bury_the_note(person):
    person.try_sample()
    raised = fault()
    for _ in range(20):
        person.program.last_resort.unexpected(type(raised), raised, raised.__traceback__)
    assert len(person.window.editor.messages.kept) == 3


def test_a_fault_of_another_thread_is_told_too(person):
    person.program.last_resort._in_a_thread(
        threading.ExceptHookArgs((ValueError, ValueError(QUOTED), None, None))
    )
    assert "Something went wrong" in person.message()


def test_a_fault_while_something_is_read_is_told_without_a_word_of_it(person, monkeypatch):
    handler = person.program.home.begin_diary()
    monkeypatch.setattr(person.window.opening, "_loaded", lambda _: int(QUOTED))
    person.window.opening.open_note(person.folder / f"{QUOTED}.briefing")
    person.until(lambda: bool(person.message()))
    logging.getLogger("briefing").removeHandler(handler)
    detail = person.window.start_messages.kept[-1].detail
    text = detail + (places().logs / "briefing.log").read_text(encoding="utf-8")
    assert "ValueError" in detail
    assert "unexpected fault in a job" in text
    assert QUOTED not in text
    assert str(person.folder) not in text


def full_disk(person) -> None:
    """From now on the journal's folder takes nothing."""
    journals = places().journals
    journals.parent.mkdir(parents=True, exist_ok=True)
    journals.write_bytes(b"a file where the folder should be")


def test_a_journal_that_cannot_be_written_shows_a_red_bar_and_says_when_it_is_over(person):
    full_disk(person)
    person.try_sample()
    person.until(lambda: "Changes are not being kept" in person.message())
    assert person.window.editor.toolbar.state == "Changes are not being kept"
    assert any(b.text() == "Save As…" for b in person.window.editor.messages.findChildren(QPushButton))
    places().journals.unlink()
    person.press("1")
    person.until(lambda: "Changes are being kept again" in person.message())
    assert person.window.editor.toolbar.state == "Not saved yet"


def test_where_the_journal_cannot_be_written_a_fault_says_save_now(person):
    full_disk(person)
    person.try_sample()
    person.until(lambda: person.window.keeping.in_trouble)
    told(person)
    assert "save now" in person.message()


def test_the_programs_log_holds_nothing_of_the_note(person):
    handler = person.program.home.begin_diary()
    person.try_sample()
    person.press("1")
    told(person)
    person.program.home.tidy()
    logging.getLogger("briefing").removeHandler(handler)
    text = (places().logs / "briefing.log").read_text(encoding="utf-8")
    words = {w for p in person.note.points for w in p.wording.split() if len(w) > 4}
    assert "unexpected fault" in text
    assert not {w for w in words if w in text}
