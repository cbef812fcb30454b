"""What is kept beside the notes: counted, deleted by kind, thinned out."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from msgspec.structs import replace

from briefing.store import recovery
from briefing.store.disk import Disk
from briefing.store.forgetting import WHAT, forget, held, tidy
from briefing.store.keeping import new_keeper
from briefing.store.places import Places, places
from briefing.store.recent import Recent, write_recent
from briefing.store.recovery import unsaved
from briefing.store.versions import Versions


@pytest.fixture
def there(tmp_path: Path) -> Places:
    return places({"BRIEFING_HOME": str(tmp_path / "home")})


@pytest.fixture
def full(there, note, monkeypatch) -> Places:
    """One of each kind: a version, a journal let go, unsaved work of a dead program, a recent note, a log."""
    Versions(there.versions / "n-1").keep(b"x")
    for name in ("let go", "left"):
        keeper = new_keeper(replace(note, id=name), there)
        keeper.keep(replace(keeper.note, title=name))
        keeper.discard() if name == "let go" else keeper.close()
    write_recent(there.recent, (Recent(Path("a.briefing"), "A", "t", ""),))
    there.logs.mkdir()
    (there.logs / "briefing.log").write_text("started\n")
    monkeypatch.setattr(recovery, "alive", lambda _: False)
    return there


def counts(there: Places) -> dict[str, int]:
    return {h.what: h.count for h in held(there)}


def test_everything_is_counted_by_kind(full):
    assert counts(full) == dict.fromkeys(WHAT, 1)
    assert all(h.size > 0 for h in held(full))


def test_where_nothing_is_kept_there_is_nothing_to_delete(there):
    assert counts(there) == dict.fromkeys(WHAT, 0)


@pytest.mark.parametrize("what", WHAT)
def test_only_what_was_asked_for_is_deleted(full, what):
    assert forget(frozenset({what}), full) == ()
    assert counts(full) == {**dict.fromkeys(WHAT, 1), what: 0}


def test_the_journal_of_an_open_note_is_never_deleted(there, note):
    keeper = new_keeper(note, there)
    keeper.keep(replace(note, title="being written"))
    assert counts(there)["unsaved"] == 0
    forget(frozenset(WHAT), there)
    assert keeper.journal.path is not None
    assert keeper.journal.path.exists()
    keeper.close()


def test_what_cannot_be_deleted_is_told(full):
    class Stubborn(Disk):
        def remove(self, path: Path) -> None:
            raise PermissionError(path)

    assert [p.name for p in forget(frozenset({"recent"}), full, Stubborn())] == ["recent.json"]


def test_journals_let_go_are_removed_when_their_time_is_over_and_unsaved_work_stays(full):
    for journal in full.history.iterdir():
        os.utime(journal, (0, 0))
    assert tidy(full, 30) == 1
    assert counts(full)["let_go"] == 0
    assert len(unsaved(full.journals)) == 1
