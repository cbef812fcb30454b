"""The program started again hands its files to the running one; nothing a crash left behind blocks a start."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess, QProcessEnvironment

from briefing.store.places import places
from briefing.ui.handover import MOST_BYTES, address, asked_for, hand_over
from briefing.ui.listening import Listening

posix = pytest.mark.skipif(sys.platform == "win32", reason="sockets in the file system")


@pytest.fixture
def ear(person, monkeypatch):
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    made = Listening(person.program)
    made.asked.connect(person.program.open_handed)
    yield made
    made.close()


def start_again(person, *arguments: str) -> QProcess:
    process = QProcess(person.program)
    environment = QProcessEnvironment.systemEnvironment()
    environment.insert("PYTHONPATH", os.pathsep.join(sys.path))
    environment.insert("BRIEFING_HOME", os.environ["BRIEFING_HOME"])
    environment.remove("XDG_RUNTIME_DIR")
    process.setProcessEnvironment(environment)
    process.setWorkingDirectory(str(person.folder))
    process.start(sys.executable, ["-m", "briefing", *arguments])
    return process


@posix
def test_a_second_start_opens_its_file_in_the_running_program(person, ear):
    person.try_sample()
    assert ear.listen(address(places()))
    (person.folder / "talks.txt").write_text(
        "Talks\n\n" + "The ministers met and agreed. " * 20, encoding="utf-8"
    )
    second = start_again(person, "talks.txt")
    person.until(lambda: second.state() == QProcess.ProcessState.NotRunning)
    assert second.exitCode() == 0
    person.until(lambda: len(person.program.windows) == 2 and bool(person.note.articles))
    assert person.note.articles[0].headline == "Talks"


@posix
def test_a_note_that_is_open_is_shown_and_not_opened_twice(person, ear, monkeypatch):
    person.try_sample()
    path = person.folder / "talks.briefing"
    assert person.window.saving._save_to(path)
    person.program.open_handed((path,))
    assert len(person.program.windows) == 1


@posix
def test_what_a_crashed_program_left_is_cleared_away(person, ear):
    where = Path(address(places()))
    where.parent.mkdir(parents=True, exist_ok=True)
    left = socket.socket(socket.AF_UNIX)
    left.bind(str(where))
    left.close()  # the file stays, nobody listens
    assert where.exists()
    assert not hand_over(())
    assert ear.listen(str(where))


@posix
def test_one_that_answers_keeps_its_address(person, ear):
    assert ear.listen(address(places()))
    other = Listening(person.program)
    assert not other.listen(address(places()))


@posix
def test_a_hung_program_does_not_keep_one_waiting_for_ever(person, ear, monkeypatch):
    monkeypatch.setattr("briefing.ui.handover.WAIT_S", 0.05)
    where = address(places())
    Path(where).parent.mkdir(parents=True, exist_ok=True)
    with socket.socket(socket.AF_UNIX) as hung:
        hung.bind(where)
        hung.listen()
        assert not hand_over(())


@posix
def test_only_this_person_can_reach_the_address(person, ear):
    assert ear.listen(address(places()))
    assert Path(address(places())).stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    "message",
    [
        b"",
        b"{",
        b"[]",
        b'{"open": "x"}',
        b'{"open": [1]}',
        b'{"open": ["relative"]}',
        b'{"open": ["/a\\u0000"]}',
        b'{"open": ' + b"[" * 5000,
    ],
)
def test_a_message_that_is_not_ours_is_no_request(message):
    assert asked_for(message) is None


@posix
def test_a_flood_is_cut_off(person, ear):
    where = address(places())
    assert ear.listen(where)
    asked = []
    ear.asked.connect(asked.append)
    code = (
        "import socket,sys\ns=socket.socket(socket.AF_UNIX)\ns.connect(sys.argv[1])\n"
        f"\ntry:\n s.sendall(b'x'*{4 * MOST_BYTES})\n s.recv(1)\nexcept OSError: pass\n"
    )
    flood = subprocess.Popen([sys.executable, "-c", code, where])
    person.until(lambda: flood.poll() is not None)
    assert not asked


def test_a_deep_home_has_a_short_address_of_its_own(tmp_path):
    deep, other = (places({"BRIEFING_HOME": str(tmp_path / (letter * 120))}, "linux") for letter in "xy")
    assert len(address(deep, {}, "linux")) < 40
    assert address(deep, {}, "linux") != address(other, {}, "linux")


@posix
def test_a_socket_of_somebody_else_is_not_spoken_to(person, ear, monkeypatch):
    assert ear.listen(address(places()))
    monkeypatch.setattr(os, "getuid", lambda: 4711)
    assert not hand_over(())
