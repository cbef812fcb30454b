"""One save of a file at a time."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from store_doubles import Faulty

from briefing.errors import WriteFailed
from briefing.store import saving
from briefing.store.saving import PAUSES_S, alone, mark_path


def test_nothing_is_left_beside_the_file(tmp_path):
    with alone(tmp_path / "a"):
        assert mark_path(tmp_path / "a").exists()
    assert list(tmp_path.iterdir()) == []


def test_two_files_do_not_wait_for_each_other(tmp_path):
    with alone(tmp_path / "a"), alone(tmp_path / "b", Faulty()):
        assert mark_path(tmp_path / "a") != mark_path(tmp_path / "b")


def test_somebody_who_saves_for_too_long_is_told_of(tmp_path):
    fs = Faulty()
    with alone(tmp_path / "a"), pytest.raises(WriteFailed, match="denied"), alone(tmp_path / "a", fs):
        pytest.fail("two at a time")
    assert fs.pauses == list(PAUSES_S)


def test_who_waits_goes_on_when_the_other_is_done(tmp_path):
    first = alone(tmp_path / "a")
    first.__enter__()

    class Patient(Faulty):
        def pause(self, seconds: float) -> None:
            super().pause(seconds)
            if len(self.pauses) == 2:
                first.__exit__(None, None, None)

    fs = Patient()
    with alone(tmp_path / "a", fs):
        assert fs.pauses == list(PAUSES_S[:2])
    assert list(tmp_path.iterdir()) == []


def test_never_two_threads_at_a_time(tmp_path, monkeypatch):
    monkeypatch.setattr(saving, "PAUSES_S", (0.0,) * 1_000_000)
    inside, most = [], []

    def save() -> None:
        for _ in range(50):
            with alone(tmp_path / "a", Yielding()):
                inside.append(1)
                most.append(len(inside))
                inside.pop()

    threads = [threading.Thread(target=save) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert max(most) == 1
    assert len(most) == 150


class Yielding(Faulty):
    """Waits as long as it takes: lets another thread go on."""

    def pause(self, seconds: float) -> None:
        time.sleep(seconds)


def test_the_mark_of_a_killed_process_is_no_obstacle(tmp_path):
    code = (
        "import os, sys, pathlib\n"
        "from briefing.store.saving import alone\n"
        "with alone(pathlib.Path(sys.argv[1])):\n"
        "    os.kill(os.getpid(), 9)\n"
    )
    root = Path(__file__).parents[3]
    subprocess.run([sys.executable, "-c", code, str(tmp_path / "a")], cwd=root, check=False)
    assert mark_path(tmp_path / "a").exists()
    fs = Faulty()
    with alone(tmp_path / "a", fs):
        assert fs.pauses == []


def test_where_no_mark_can_be_made_the_save_goes_on(tmp_path):
    with alone(tmp_path / "missing" / "a"):
        assert not (tmp_path / "missing").exists()
