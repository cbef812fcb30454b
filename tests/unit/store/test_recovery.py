"""Journals that are damaged, foreign, or left twice."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from store_doubles import Faulty, sample_note

from briefing.errors import WriteFailed
from briefing.store import recovery
from briefing.store.codec import compact
from briefing.store.log import Base, Entry, Log
from briefing.store.records import record, records_in
from briefing.store.recovery import furthest, of_sessions, played, replay, retire, unsaved

NOTE = sample_note()


@pytest.fixture(autouse=True)
def everybody_is_dead(monkeypatch):
    monkeypatch.setattr(recovery, "alive", lambda _: False)


def log_of(folder: Path, *titles: str, base: str = "Ostrana talks") -> Path:
    log = Log(folder, Base(replace(NOTE, title=base), "abc", 1, "/n.briefing"))
    for title in titles:
        log.write([Entry(replace(NOTE, title=title))])
    log.close()
    return log.path


def test_every_state_the_note_went_through_is_told(tmp_path):
    log = log_of(tmp_path, "a", "b")
    assert [r.note.title for r in played(log)] == ["Ostrana talks", "a", "b"]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_journal_cut_anywhere_gives_a_state_the_note_was_in(tmp_path, data):
    log = log_of(tmp_path / "whole", "a", "b", "c")
    whole = log.read_bytes()
    cut = data.draw(st.integers(0, len(whole)))
    log.write_bytes(whole[:cut])
    found = replay(log)
    log.unlink()
    assert found is None or found.note.title in ("Ostrana talks", "a", "b", "c")


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.binary()
    | st.binary().map(record)
    | st.lists(st.binary(), max_size=3).map(lambda b: b"".join(map(record, b)))
)
def test_no_file_in_the_journals_folder_can_do_harm(tmp_path, data):
    log = tmp_path / "journal" / "n-1" / "x.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    log.write_bytes(data)
    assert replay(log) is None
    assert unsaved(tmp_path / "journal") == ()


def with_record(log: Path, tree: dict[str, object]) -> None:
    log.write_bytes(log.read_bytes() + record(compact(tree)))


@pytest.mark.parametrize(
    "tree",
    [
        {"seq": 9, "change": {"title": "x"}},
        {"seq": 2, "change": {"title": 3}},
        {"seq": 2, "change": []},
        {"seq": 2, "saved": {"change": {"points": {"at": 9, "remove": 9}}}},
        {"seq": 2},
    ],
)
def test_a_record_that_does_not_follow_ends_the_replay(tmp_path, tree):
    log = log_of(tmp_path, "a")
    with_record(log, tree)
    with_record(log, {"seq": 3, "change": {"title": "b"}})
    found = replay(log)
    assert (found.note.title, found.torn) == ("a", True)


def test_a_record_that_is_no_json_ends_the_replay(tmp_path):
    log = log_of(tmp_path, "a")
    log.write_bytes(log.read_bytes() + record(b"{"))
    assert (replay(log).note.title, replay(log).torn) == ("a", True)


@pytest.mark.parametrize("change", [{"format": "other"}, {"version": 99}, {"pid": "x"}])
def test_a_journal_with_a_head_we_do_not_know_is_left_alone(tmp_path, change):
    log = log_of(tmp_path, "a")
    head, *rest = records_in(log.read_bytes()).payloads
    tree = {**recovery.parsed(head, "x")[0], **change}
    log.write_bytes(b"".join(map(record, (compact(tree), *rest))))
    assert replay(log) is None


def test_of_two_logs_of_one_session_the_further_one_counts(tmp_path):
    log = Log(tmp_path, Base(NOTE))
    log.write([Entry(replace(NOTE, title="a"))])
    first = log.path.read_bytes()
    log.close()
    log.write([Entry(replace(NOTE, title="b"))])
    log.close()
    (tmp_path / f"{log.path.name.rsplit('-', 1)[0]}-0.log").write_bytes(first)
    assert [r.note.title for r in of_sessions(replay(p) for p in sorted(tmp_path.iterdir()))] == ["b"]


def test_work_that_another_journal_went_on_from_is_offered_once(tmp_path):
    logs = [log_of(tmp_path, "a"), log_of(tmp_path, "a", "b"), log_of(tmp_path, "a")]
    assert [r.note.title for r in furthest([replay(log) for log in logs])] == ["b"]


def test_work_that_parted_is_offered_twice(tmp_path):
    logs = [log_of(tmp_path, "a", "b"), log_of(tmp_path, "a", "c")]
    assert [r.note.title for r in furthest([replay(log) for log in logs])] == ["b", "c"]


def test_a_retired_journal_is_offered_no_more_and_still_readable(tmp_path):
    log = log_of(tmp_path / "journal" / "n-1", "a")
    retire(replay(log), tmp_path / "history")
    assert unsaved(tmp_path / "journal") == ()
    (kept,) = (tmp_path / "history").iterdir()
    assert replay(kept).note.title == "a"


def test_a_journal_that_cannot_be_retired_stays(tmp_path):
    log = log_of(tmp_path / "journal" / "n-1", "a")
    with pytest.raises(WriteFailed):
        retire(replay(log), tmp_path / "history", Faulty(4, 5))
    assert len(unsaved(tmp_path / "journal")) == 1


def test_a_journal_of_another_computer_is_offered(tmp_path, monkeypatch):
    log = log_of(tmp_path, "a")
    monkeypatch.setattr(recovery, "host_mark", lambda: "ffffff")
    assert not replay(log).live
