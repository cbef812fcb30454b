"""Articles read in a process of their own: the same as beside us, and a sentence whatever the process does."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from briefing import limits
from briefing.errors import ImportFailed
from briefing.importers import read_article
from briefing.sandbox import Readers, Reading, work
from briefing.sandbox.process import Process
from briefing.sandbox.watch import Use

PAGE = b"<html><head><title>Talks</title></head><body><h1>Talks</h1>" + b"".join(
    b"<p>The two services agreed on point %d: cargo data each week and a joint desk.</p>" % n for n in range(9)
)
READY = """
import json, os, struct, sys, time
def say(head, body=b""):
    text = head if isinstance(head, bytes) else json.dumps(head).encode()
    os.write(1, struct.pack(">II", len(text), len(body)) + text + body)
say({"ready": []})
os.read(0, 100000)
"""
BABBLE = {
    "dies": "os._exit(3)",
    "dies of a signal": "os.abort()",
    "babbles": "[os.write(1, b'x' * 65536) for _ in iter(int, 1)]",
    "promises too much": "os.write(1, struct.pack('>II', 10, 2 ** 32 - 1))",
    "ends early": "os.write(1, struct.pack('>II', 100, 0) + b'{')",
    "says no JSON": "say(b'{]')",
    "says a list": "say(b'[]')",
    "nests JSON deep": "say(b'[' * 60000)",
    "answers nothing": "say({})",
    "answers no article": "say({'article': True}, b'{}')",
    "answers wrong types": 'say({\'article\': True}, b\'{"id": 7, "blocks": "x"}\')',
    "counts words for pages": "say({'pages': ['one', 'two']})",
    "counts more pages than there are": "say({'pages': [3, 2]})",
    "gives an unknown reason": "say({'failed': 'rm', 'source': 7, 'detail': []})",
}


@pytest.fixture(scope="module")
def readers() -> Iterator[Readers]:
    with closing(Readers(reuse=True)) as made:
        yield made


def reading_of(program: str) -> Reading:
    return Readers(lambda: Process([sys.executable, "-c", READY + program])).reading()


def failure(act: Callable[[], object]) -> ImportFailed:
    with pytest.raises(ImportFailed) as failed:
        act()
    return failed.value


def test_a_page_read_there_is_the_page_read_here(readers: Readers) -> None:
    there = readers.reading().data(PAGE, "talks.html", captured="2024-05-17T09:00+00:00")
    here = read_article(PAGE, "talks.html", captured="2024-05-17T09:00+00:00", article_id=there.id)
    assert there == here


def test_a_failure_there_is_the_failure_here(readers: Readers) -> None:
    there = failure(lambda: readers.reading().data(b"\x89PNG\r\n\x1a\n" + bytes(90), "a.png"))
    here = failure(lambda: read_article(b"\x89PNG\r\n\x1a\n" + bytes(90), "a.png"))
    assert (there.source, there.reason, there.detail) == (here.source, here.reason, here.detail)


@pytest.mark.parametrize("program", BABBLE.values(), ids=BABBLE.keys())
def test_a_process_that_goes_wrong_ends_in_a_typed_failure(program: str) -> None:
    assert failure(lambda: reading_of(program).data(b"x", "a.txt")).reason == "crashed"


def test_a_silent_process_is_ended_by_the_watchdog(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Process.ask, "__defaults__", (0.2,))
    assert failure(lambda: reading_of("time.sleep(60)").data(b"x", "a.txt")).reason == "too-slow"


def test_the_pages_of_a_long_file_are_told_while_it_is_read() -> None:
    heard: list[tuple[int, int]] = []
    program = (
        "say({'pages': [1, 9]}); say({'pages': [7, 9]}); say({'failed': 'damaged', 'source': '', 'detail': ''})"
    )
    reading = Readers(lambda: Process([sys.executable, "-c", READY + program])).reading(
        lambda done, total: heard.append((done, total))
    )
    failure(lambda: reading.data(b"x", "a.pdf"))
    assert heard == [(1, 9), (7, 9)]


def test_a_process_that_cannot_be_started_is_a_typed_failure(tmp_path: Path) -> None:
    missing = Readers(lambda: Process([str(tmp_path / "no such program")]))
    assert failure(lambda: missing.reading().data(b"x", "a.txt")).reason == "crashed"


def test_stop_ends_a_reading_from_another_thread() -> None:
    asked = threading.Event()
    processes: list[Process] = []

    def start() -> Process:
        processes.append(Process([sys.executable, "-c", READY + "time.sleep(60)"]))
        asked.set()
        return processes[0]

    reading = Readers(start).reading()
    threading.Thread(target=lambda: (asked.wait(), reading.stop())).start()
    assert failure(lambda: reading.data(b"x", "a.txt")).reason == "cancelled"
    assert not processes[0].alive


def test_a_reading_stopped_before_it_began_never_begins() -> None:
    reading = Readers().reading()
    reading.stop()
    assert failure(lambda: reading.data(PAGE, "a.html")).reason == "cancelled"


def test_many_files_share_a_process_as_long_as_it_answers(readers: Readers) -> None:
    assert readers.reading().data(PAGE, "a.html").headline == "Talks"
    first = readers._ready
    failure(lambda: readers.reading().data(b"%PDF-1.4\n", "a.pdf"))
    assert readers.reading().data(PAGE, "b.html").headline == "Talks"
    assert readers._ready is first


def test_a_file_does_not_fail_by_what_others_left_in_the_process() -> None:
    """Each process answers its first file and dies on its second."""
    program = "say({'failed': 'empty', 'spent': 0.1}); os.read(0, 100000); os.abort()"
    readers = Readers(lambda: Process([sys.executable, "-c", READY + program]), reuse=True)
    with closing(readers):
        reasons = [failure(lambda: readers.reading().data(b"x", "a.txt")).reason for _ in range(3)]
    assert reasons == ["empty"] * 3


def test_without_reuse_no_process_meets_two_files() -> None:
    seen: list[Process] = []
    readers = Readers(lambda: seen.append(Process()) or seen[-1])
    readers.warm()
    for name in ("a.html", "b.html"):
        readers.reading().data(PAGE, name)
    assert len(seen) == 2
    assert not any(process.alive for process in seen)


def test_a_paste_of_an_articles_length_needs_no_process() -> None:
    def never() -> Process:
        raise AssertionError

    text = "The two services agreed to exchange cargo data each week. " * 500
    assert Readers(never).reading().text(text).blocks


def test_what_a_page_needs_is_loaded_until_somebody_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = threading.Event()
    loaded: list[str] = []
    monkeypatch.setattr(work, "import_module", lambda name: (loaded.append(name), asked.set()))
    work.load_ahead(asked)
    assert loaded == ["lxml.html"]


def test_a_process_nobody_asks_has_read_a_page_already() -> None:
    program = "import threading; from briefing.sandbox import work; work.load_ahead(threading.Event())"
    seen = "import sys; print('trafilatura' in sys.modules, len(sys.modules))"
    page = "work.answer({'kind': 'html'}, work._REHEARSAL.replace(b'Monday', b'Friday'))"
    command = [sys.executable, "-c", f"{program};{seen};{page};{seen}"]
    before, after = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    assert before == after
    assert before.startswith("True")


def test_a_longer_paste_is_read_there(readers: Readers) -> None:
    sentence = "The two services agreed to exchange cargo data each week.\n"
    article = readers.reading().text("Talks\n\n" + sentence * (limits.MOST_TEXT_BESIDE_CHARS // 50))
    assert article.blocks


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_folders_pipes_and_devices_are_no_files(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "folder.txt").mkdir()
    (tmp_path / "device.txt").symlink_to("/dev/zero")
    reasons = [failure(lambda p=p: Readers().reading().file(p)).reason for p in tmp_path.iterdir()]
    assert reasons == ["unreadable"] * 3


def test_what_is_missing_or_has_no_possible_name_is_said_to_be(tmp_path: Path) -> None:
    assert failure(lambda: Readers().reading().file(tmp_path / "gone.txt")).reason == "not-found"
    assert failure(lambda: Readers().reading().file(tmp_path / "a\0b")).reason == "unreadable"


def test_a_file_over_the_limit_is_never_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(limits.MOST_BYTES + 1)
    assert failure(lambda: Readers().reading().file(path)).reason == "too-large"


EATS = "eaten = []\nwhile True: eaten.append(b'x' * 20_000_000); time.sleep(0.01)"


def test_memory_is_bounded_where_the_system_bounds_none() -> None:
    """The process sets itself no limits, as on Windows and macOS: the parent alone sees to it."""
    failed = failure(lambda: reading_of(EATS).data(b"x", "a.txt"))
    assert (failed.reason, failed.source) == ("too-large", "a.txt")


def test_a_process_that_works_on_a_busy_machine_gets_its_time_but_not_for_ever() -> None:
    use = Use(os.getpid())
    use._began -= 5.0
    use._worked -= 3.0
    assert use.late(4.0) == ""
    use._worked -= 1.0
    assert use.late(4.0) == "too-slow"
    use._worked += 1.0
    use._began -= 8.0
    assert use.late(4.0) == "too-slow"


def test_a_process_that_does_nothing_is_late_at_once() -> None:
    use = Use(os.getpid())
    assert use.late(4.0) == ""
    use._began -= 4.0
    assert use.late(4.0) == "too-slow"


def test_of_a_process_that_is_gone_nothing_is_known() -> None:
    use = Use(2**22 + 1)
    assert use.memory == 0
    assert use.late(0.0) == "too-slow"
