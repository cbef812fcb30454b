"""The journal: what it acknowledges is on the disk."""

from __future__ import annotations

import errno
import threading
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from store_doubles import ERRORS, Faulty
from store_power import Recorder, states_after
from store_strategies import NOTES

from briefing.errors import WriteFailed
from briefing.model.note import Note
from briefing.store import log as log_module
from briefing.store.journal import Journal, typing_due
from briefing.store.log import Base, Entry, Log
from briefing.store.recovery import of_sessions, replay, unsaved, unsaved_of


@pytest.fixture
def folder(tmp_path) -> Path:
    return tmp_path / "journal" / "n-1"


@pytest.fixture
def journal(folder, note):
    made = Journal(folder, Base(note, "abc", 3, "/notes/a.briefing"))
    yield made
    made.close()


def titled(note: Note, title: str) -> Note:
    return replace(note, title=title)


def kept_in(folder: Path) -> Note:
    (log,) = folder.iterdir()
    played = replay(log)
    assert played is not None
    return played.note


def test_nothing_is_written_before_the_first_change(journal, folder):
    assert journal.flush()
    assert not folder.exists()


def test_an_acknowledged_change_is_on_the_disk(journal, folder, note):
    journal.change(titled(note, "New")).result()
    assert kept_in(folder) == titled(note, "New")


def test_what_is_to_be_kept_at_once_is_on_the_disk_on_return(journal, folder, note):
    journal.keep(titled(note, "New"))
    assert kept_in(folder) == titled(note, "New")


def test_what_was_typed_before_is_written_with_it(journal, folder, note):
    typed = journal.change(titled(note, "Typed"), typing=True)
    journal.keep(replace(titled(note, "Typed"), summary="S"))
    assert typed.done()
    assert replay(journal.path).note == replace(note, title="Typed", summary="S")


def test_many_threads_may_keep_and_change_at_once(journal, folder, note):
    def work(number: int) -> None:
        for step in range(20):
            text = f"{number} {step}"
            journal.keep(titled(note, text)) if step % 2 else journal.change(
                titled(note, text), typing=step % 4 == 0
            )

    threads = [threading.Thread(target=work, args=(n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert journal.flush()
    found = replay(journal.path)
    assert (found.torn, found.note.title in {f"{n} 19" for n in range(4)}) == (False, True)


def test_what_cannot_be_kept_at_once_is_told(folder, note):
    journal = Journal(folder, Base(note), fs=Broken())
    with pytest.raises(WriteFailed, match="full"):
        journal.keep(titled(note, "New"))
    assert journal.trouble.reason == "full"
    assert not journal.close()


def test_typing_is_on_the_disk_after_a_flush(journal, folder, note):
    for text in ("N", "Ne", "New"):
        last = journal.change(titled(note, text), typing=True)
    assert journal.flush()
    assert last.done()
    assert kept_in(folder) == titled(note, "New")


def test_typing_is_written_as_one_change(journal, folder, note):
    journal.change(titled(note, "N"), typing=True)
    journal.change(titled(note, "New"), typing=True)
    journal.flush()
    assert replay(journal.path).changes == 1


def test_typing_without_a_flush_is_written_when_it_pauses(journal, folder, note):
    journal.change(titled(note, "New"), typing=True).result(timeout=30)
    assert kept_in(folder).title == "New"


def test_typing_is_due_when_it_pauses_and_at_most_a_second_after_it_began():
    assert typing_due(10.0, 10.2) == pytest.approx(10.5)
    assert typing_due(10.0, 10.9) == pytest.approx(11.0)


def test_a_structural_change_takes_the_typing_before_it_along(journal, folder, note):
    typed = journal.change(titled(note, "Typed"), typing=True)
    journal.change(replace(titled(note, "Typed"), summary="S")).result()
    assert typed.done()
    assert kept_in(folder) == replace(note, title="Typed", summary="S")


def test_the_journal_knows_what_it_started_from(journal, note):
    journal.change(titled(note, "New")).result()
    assert replay(journal.path).base == Base(note, "abc", 3, "/notes/a.briefing")


def test_a_save_makes_the_saved_note_the_base(journal, note):
    new = titled(note, "New")
    journal.change(new).result()
    journal.saved(new, Base(new, "def", 4, "/notes/a.briefing")).result()
    played = replay(journal.path)
    assert (played.base, played.unsaved, played.changes) == (Base(new, "def", 4, "/notes/a.briefing"), False, 0)


def test_a_save_of_an_earlier_note_leaves_the_later_change_unsaved(journal, note):
    saved, later = titled(note, "Saved"), titled(note, "Later")
    journal.change(later).result()
    journal.saved(later, Base(saved, "def", 4, "/n")).result()
    played = replay(journal.path)
    assert (played.base.note, played.note, played.unsaved) == (saved, later, True)


@settings(max_examples=30, deadline=None)
@given(st.lists(NOTES, min_size=1, max_size=4))
def test_any_notes_one_after_the_other_are_kept(tmp_path_factory, notes):
    log = Log(tmp_path_factory.mktemp("j"), Base(notes[0]))
    for note in notes:
        log.write([Entry(note)])
    log.close()
    assert log.path is None or replay(log.path).note == notes[-1]


def test_a_long_log_begins_anew_and_the_old_one_goes(folder, note, monkeypatch):
    monkeypatch.setattr(log_module, "RESTART_BYTES", 1000)
    log = Log(folder, Base(note, "abc"))
    for number in range(30):
        log.write([Entry(titled(note, f"{number} {'x' * 100}"))])
    log.close()
    (only,) = folder.iterdir()
    played = replay(only)
    assert (played.note.title[:2], played.base.note) == ("29", note)
    assert only.stat().st_size < 10_000


@pytest.mark.parametrize("error", ERRORS)
def test_whichever_call_fails_what_was_acknowledged_is_kept(tmp_path, note, error):
    for fail_at in range(1, 20):
        folder = tmp_path / str(fail_at)
        log = Log(folder, Base(note), Faulty(fail_at, error))
        acknowledged = ""
        for title in "abc":
            with suppress(OSError):
                log.write([Entry(titled(note, title))])
                acknowledged = title
        log.close()
        (played,) = of_sessions(replay(p) for p in folder.iterdir())
        assert played.note.title >= acknowledged >= "b"


class Broken(Faulty):
    """A disk that takes nothing while `full`."""

    full = True

    def write(self, handle, data):
        if self.full:
            raise OSError(errno.ENOSPC, "no space")
        return super().write(handle, data)


def test_trouble_is_told_and_so_is_its_end(folder, note):
    told, fs = [], Broken()
    journal = Journal(folder, Base(note), fs=fs, on_trouble=told.append)
    with pytest.raises(WriteFailed, match="full"):
        journal.change(titled(note, "New")).result()
    assert not journal.flush()
    fs.full = False
    assert journal.flush()
    assert [t and t.reason for t in told] == ["full", None]
    assert kept_in(folder) == titled(note, "New")
    journal.close()


def test_a_journal_in_trouble_tries_again_by_itself(folder, note, monkeypatch):
    monkeypatch.setattr("briefing.store.journal.RETRY_S", 0.01)
    well, fs = threading.Event(), Broken()
    journal = Journal(folder, Base(note), fs=fs, on_trouble=lambda trouble: trouble is None and well.set())
    assert journal.change(titled(note, "New")).exception() == journal.trouble
    fs.full = False
    assert well.wait(30)
    assert kept_in(folder) == titled(note, "New")
    journal.close()


def test_a_save_that_could_not_be_noted_is_noted_later(folder, note):
    fs = Broken()
    journal = Journal(folder, Base(note), fs=fs)
    new = titled(note, "New")
    journal.saved(new, Base(new, "def", 4, "/n")).exception()
    fs.full = False
    assert journal.close()
    (log,) = folder.iterdir()
    assert replay(log).base == Base(new, "def", 4, "/n")


def test_a_fault_of_our_own_is_told_like_any_other(folder, note):
    journal = Journal(folder, Base(note))
    odd = replace(note, extra={"x": object()})
    with pytest.raises(WriteFailed, match="failed"):
        journal.change(odd).result()
    journal.change(titled(note, "New")).result()
    assert kept_in(folder).title == "New"
    journal.close()


def test_a_change_nobody_waits_for_any_more_is_kept(journal, folder, note):
    journal.change(titled(note, "New"), typing=True).cancel()
    assert journal.flush()
    assert kept_in(folder).title == "New"


def test_a_closed_journal_takes_no_more(journal, note):
    assert journal.close()
    for act in (journal.change, journal.keep):
        with pytest.raises(RuntimeError):
            act(note)


def test_the_log_is_readable_by_its_owner_alone(journal, folder, note):
    journal.change(titled(note, "New")).result()
    assert [oct(p.stat().st_mode & 0o777) for p in (folder, journal.path)] == ["0o700", "0o600"]


def test_after_a_power_cut_every_acknowledged_change_is_kept(note):
    fs = Recorder()
    folder = Path("/state/journal/n-1")
    log = Log(folder, Base(note), fs)
    titles = ["", "a", "b", "c"]
    for title in titles[1:]:
        log.write([Entry(titled(note, title))])
        fs.acknowledge()
    for moment in fs.moments:
        for state in states_after(moment):
            disk = Recorder()
            for path, data in state.items():
                disk.put(path, data)
            played = [r for r in (replay(p, disk) for p in state) if r]
            kept = titles.index(played[0].note.title) if played and played[0].note != note else 0
            assert kept >= moment.acknowledged


def test_a_running_programs_journal_is_not_offered(journal, folder, note):
    journal.change(titled(note, "New")).result()
    assert unsaved(folder.parent) == ()


def test_journals_of_the_dead_are_offered(journal, folder, note, monkeypatch):
    journal.change(titled(note, "New")).result()
    monkeypatch.setattr("briefing.store.recovery.alive", lambda _: False)
    assert [r.note.title for r in unsaved(folder.parent)] == ["New"]
    assert [r.note.title for r in unsaved_of("n-1", folder.parent)] == ["New"]


def test_a_journal_that_holds_nothing_new_is_not_offered(journal, folder, note, monkeypatch):
    journal.change(titled(note, "New")).result()
    journal.change(note).result()
    monkeypatch.setattr("briefing.store.recovery.alive", lambda _: False)
    assert unsaved(folder.parent) == ()
