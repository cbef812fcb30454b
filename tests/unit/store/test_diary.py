"""The program's own log: what happened, and nothing of any note."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from briefing.store import diary
from briefing.store.diary import NAME, begin

QUOTED = "Velmark agreed to 40 inspections"
log = logging.getLogger("briefing.some.room")


@pytest.fixture
def folder(tmp_path):
    handler = begin(tmp_path / "logs")
    yield tmp_path / "logs"
    logging.getLogger("briefing").removeHandler(handler)


def written(folder: Path) -> str:
    return (folder / NAME).read_text(encoding="utf-8")


def fault() -> None:
    try:
        int(QUOTED)
    except ValueError as cause:
        raise KeyError(QUOTED) from cause


def test_a_record_is_a_line_with_its_time_and_place(folder):
    log.info("%d versions have had their time", 3)
    time, level, place, said = written(folder).split(" ", 3)
    assert time.endswith("+00:00")
    assert (level, place, said) == ("INFO", "briefing.some.room:", "3 versions have had their time\n")


def test_no_words_of_a_note_are_written(folder):
    log.warning("could not read %s", QUOTED)
    log.warning("could not read %(name)s", {"name": QUOTED})
    log.warning("three %s of %d in %s", QUOTED, 4, Path(QUOTED))
    assert QUOTED not in written(folder)
    assert "three <str> of 4 in <PosixPath>" in written(folder) or "WindowsPath" in written(folder)


def test_a_fault_is_its_type_and_its_places_without_its_message(folder):
    try:
        fault()
    except KeyError:
        log.exception("unexpected fault")
    text = written(folder)
    assert QUOTED not in text
    assert "  KeyError\n" in text
    assert "  ValueError\n" in text
    assert ".fault:" in text


def test_no_folder_of_this_person_is_named(folder):
    try:
        fault()
    except KeyError:
        log.exception("unexpected fault")
    assert str(Path(__file__).parent) not in written(folder)


def test_other_libraries_are_not_heard(folder):
    logging.getLogger("trafilatura").error(QUOTED)
    log.info("started")
    assert QUOTED not in written(folder)


def test_only_a_few_files_of_a_bounded_size_are_kept(folder, monkeypatch):
    monkeypatch.setattr(diary, "MOST_BYTES", 500)
    for number in range(100):
        log.info("step %d", number)
    names = sorted(p.name for p in folder.iterdir())
    assert names == ["briefing.1.log", "briefing.2.log", "briefing.3.log", NAME]
    assert all(p.stat().st_size <= 500 for p in folder.iterdir())
    assert "step 99" in written(folder)


def test_it_is_open_to_this_person_only(folder):
    log.info("started")
    assert (folder / NAME).stat().st_mode & 0o077 == 0


def test_a_log_that_cannot_be_written_stops_nothing(folder):
    folder.write_bytes(b"a file where the folder should be")
    log.info("started")
    assert folder.read_bytes() == b"a file where the folder should be"
