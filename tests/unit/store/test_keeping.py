"""A note while somebody works on it."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from store_doubles import Faulty, dead_process

from briefing.errors import ChangedOnDisk, NoteLocked, NoteUnreadable, WriteFailed
from briefing.model.edits import reword
from briefing.model.note import Note
from briefing.store import recovery
from briefing.store.keeping import Keeper, keeper_of, new_keeper, open_note, take_over_note
from briefing.store.lock import acquire, holder_of, lock_path, myself
from briefing.store.notes import load, save
from briefing.store.places import Places, places


@pytest.fixture
def there(tmp_path) -> Places:
    return places({"BRIEFING_HOME": str(tmp_path / "home")}, "linux")


@pytest.fixture
def path(tmp_path, note) -> Path:
    file = tmp_path / "notes" / "talks.briefing"
    file.parent.mkdir()
    save(note, file)
    return file


@pytest.fixture
def keepers():
    made: list[Keeper] = []
    yield made
    for keeper in made:
        keeper.close()


@pytest.fixture
def open_it(path, there, keepers):
    def opening() -> Keeper:
        keepers.append(keeper_of(open_note(path, there), there))
        return keepers[-1]

    return opening


@pytest.fixture
def after_a_crash(monkeypatch):
    """From here on every journal counts as left by a dead process, and so does every lock."""

    def crash(keeper: Keeper) -> None:
        keeper.journal.flush()
        if keeper.lock:
            keeper.lock.release()
        monkeypatch.setattr(recovery, "alive", lambda _: False)

    return crash


def titled(keeper: Keeper, title: str) -> Note:
    return replace(keeper.note, title=title)


def theirs(path: Path, **changes: object) -> Note:
    """What somebody else saves meanwhile."""
    note = replace(load(path).note, **changes)
    save(note, path)
    return note


def test_opening_locks_the_note_and_changes_nothing(path, there):
    before = path.read_bytes()
    opened = open_note(path, there)
    assert opened.lock.held()
    assert path.read_bytes() == before
    assert not there.state.exists()


def test_a_change_is_kept_and_saved(path, open_it):
    keeper = open_it()
    keeper.change(titled(keeper, "New")).result()
    assert keeper.unsaved
    kept = keeper.save()
    assert (load(path).note.title, kept.saved.revision, keeper.unsaved) == ("New", 2, False)


def test_a_change_may_be_kept_at_once(open_it):
    keeper = open_it()
    keeper.keep(titled(keeper, "New"))
    assert recovery.replay(keeper.journal.path).note.title == keeper.note.title == "New"


def test_a_closed_and_saved_note_leaves_no_journal_and_no_lock(path, there, open_it):
    keeper = open_it()
    keeper.change(titled(keeper, "New"))
    keeper.save()
    assert keeper.close()
    assert [p.name for p in path.parent.iterdir()] == [path.name]
    assert [p for p in there.journals.rglob("*") if p.is_file()] == []


def test_unsaved_work_is_found_after_a_crash(path, there, open_it, after_a_crash):
    keeper = open_it()
    keeper.change(titled(keeper, "Unsaved")).result()
    after_a_crash(keeper)
    found = open_note(path, there).found
    assert found.continues.note.title == "Unsaved"
    assert (found.continues.changes, found.diverged, found.done) == (1, (), ())


def test_recovered_work_is_kept_before_the_old_journal_goes(path, there, open_it, after_a_crash, keepers):
    keeper = open_it()
    keeper.change(titled(keeper, "Unsaved")).result()
    after_a_crash(keeper)
    opened = open_note(path, there)
    second = keeper_of(opened, there)
    keepers.append(second)
    second.recover(opened.found.continues)
    assert second.note.title == "Unsaved"
    assert len(list(there.history.iterdir())) == 1
    assert [r.note.title for r in recovery.unsaved(there.journals)] == ["Unsaved"]


def test_work_on_a_file_that_was_changed_meanwhile_is_to_be_merged(path, there, open_it, after_a_crash):
    keeper = open_it()
    keeper.change(titled(keeper, "Unsaved")).result()
    after_a_crash(keeper)
    theirs(path, summary="Theirs")
    found = open_note(path, there).found
    assert found.continues is None
    assert [(r.base.note.title, r.note.title) for r in found.diverged] == [("Ostrana talks", "Unsaved")]


def test_work_on_an_earlier_state_is_merged_in(path, there, open_it, after_a_crash, keepers):
    keeper = open_it()
    keeper.change(titled(keeper, "Unsaved")).result()
    after_a_crash(keeper)
    theirs(path, summary="Theirs")
    opened = open_note(path, there)
    second = keeper_of(opened, there)
    keepers.append(second)
    both = second.merge_in(opened.found.diverged[0])
    assert (both.conflicts, second.note.title, second.note.summary) == ((), "Unsaved", "Theirs")
    assert open_note(path, there).found.diverged == ()


def test_work_that_was_saved_but_not_noted_so_is_done(path, there, open_it, after_a_crash):
    keeper = open_it()
    keeper.change(titled(keeper, "Saved")).result()
    save(titled(keeper, "Saved"), path)
    after_a_crash(keeper)
    found = open_note(path, there).found
    assert (found.continues, found.diverged) == (None, ())
    assert [r.note.title for r in found.done] == ["Saved"]


def test_work_after_a_save_that_was_not_noted_continues(path, there, open_it, after_a_crash):
    keeper = open_it()
    keeper.change(titled(keeper, "Saved")).result()
    save(titled(keeper, "Saved"), path)
    keeper.change(titled(keeper, "Later")).result()
    after_a_crash(keeper)
    assert open_note(path, there).found.continues.note.title == "Later"


def test_what_was_being_typed_is_in_the_journal_before_it_is_in_the_file(path, open_it):
    keeper = open_it()
    keeper.change(titled(keeper, "Typed"), typing=True)
    keeper.save()
    assert "Typed" in [state.note.title for state in recovery.played(keeper.journal.path)][1]


def test_a_copy_of_the_note_is_not_offered_the_work_on_the_first(path, there, open_it, after_a_crash, tmp_path):
    keeper = open_it()
    keeper.change(titled(keeper, "Unsaved")).result()
    keeper.save()
    keeper.change(titled(keeper, "More")).result()
    after_a_crash(keeper)
    copy = tmp_path / "copy.briefing"
    save(replace(keeper.note, title="A copy"), copy)
    assert open_note(copy, there).found == recovery.Found()


def test_a_note_that_was_never_saved_is_found_after_a_crash(note, there, after_a_crash):
    keeper = new_keeper(note, there)
    keeper.change(titled(keeper, "Never saved")).result()
    after_a_crash(keeper)
    assert [r.note.title for r in recovery.unsaved(there.journals)] == ["Never saved"]
    keeper.close()


def test_a_note_without_a_file_asks_for_one(note, there):
    keeper = new_keeper(note, there)
    with pytest.raises(WriteFailed, match="no-folder"):
        keeper.save()
    assert keeper.close()


def test_the_first_save_gives_the_note_a_file_and_a_lock(note, there, tmp_path, keepers):
    keeper = new_keeper(note, there)
    keepers.append(keeper)
    keeper.change(titled(keeper, "New"))
    keeper.save(tmp_path / "first.briefing")
    assert keeper.path == tmp_path / "first.briefing"
    assert keeper.lock.held()
    keeper.save()
    assert load(keeper.path).revision == 2


def test_saving_under_another_name_moves_the_lock(path, tmp_path, open_it):
    keeper = open_it()
    keeper.save(tmp_path / "other.briefing")
    assert holder_of(path) is None
    assert holder_of(tmp_path / "other.briefing") == keeper.lock.holder


def test_saving_over_a_note_somebody_has_open_is_refused(path, tmp_path, open_it, note):
    other = tmp_path / "other.briefing"
    save(note, other)
    acquire(other, replace(myself(), person="Anna", session="anna"))
    keeper = open_it()
    with pytest.raises(NoteLocked, match="Anna"):
        keeper.save(other)
    assert keeper.path == path


def test_a_save_that_fails_leaves_everything_as_it_was(path, open_it, tmp_path):
    keeper = open_it()
    keeper.change(titled(keeper, "New"))
    with pytest.raises(WriteFailed):
        keeper.save(tmp_path / "missing" / "a.briefing")
    assert (keeper.path, keeper.unsaved, keeper.lock.held()) == (path, True, True)


def test_somebody_elses_save_is_not_overwritten(path, open_it):
    keeper = open_it()
    theirs(path, title="Theirs")
    keeper.change(titled(keeper, "Mine"))
    with pytest.raises(ChangedOnDisk):
        keeper.save()
    assert load(path).note.title == "Theirs"


def test_both_peoples_work_is_brought_together(path, open_it):
    keeper = open_it()
    theirs(path, summary="Theirs")
    keeper.change(reword(keeper.note, "p-2", "Mine")).result()
    both = keeper.merge_with_disk()
    assert both.conflicts == ()
    keeper.save()
    saved = load(path).note
    assert (saved.summary, saved.point("p-2").wording) == ("Theirs", "Mine")


def test_what_was_overwritten_on_purpose_is_a_version(path, open_it):
    keeper = open_it()
    other = theirs(path, title="Theirs")
    keeper.change(titled(keeper, "Mine"))
    keeper.save(overwrite=True)
    newest = keeper.versions.listed()[0]
    assert newest.reason == "overwrite"
    assert keeper.versions.read(newest) != path.read_bytes()
    assert other.title.encode() in keeper.versions.read(newest)


def test_a_merge_keeps_their_version(path, open_it):
    keeper = open_it()
    theirs(path, title="Theirs")
    keeper.change(titled(keeper, "Mine"))
    both = keeper.merge_with_disk()
    assert [(c.kind, c.mine, c.theirs) for c in both.conflicts] == [("title", "Mine", "Theirs")]
    assert [v.reason for v in keeper.versions.listed()] == ["theirs"]


def test_a_note_without_a_file_has_nothing_to_merge_with(note, there):
    keeper = new_keeper(note, there)
    assert keeper.merge_with_disk().note == note


def test_a_version_that_cannot_be_kept_is_told_and_the_note_is_saved(path, there, open_it):
    there.state.mkdir(parents=True)
    there.versions.write_bytes(b"in the way")
    keeper = open_it()
    keeper.change(titled(keeper, "New"))
    kept = keeper.save()
    assert kept.version_failed is not None
    assert load(path).note.title == "New"


def test_a_file_that_is_no_note_may_be_saved_over_and_is_told_of(note, there, tmp_path, keepers):
    odd = tmp_path / "folder"
    odd.mkdir()
    keeper = new_keeper(note, there)
    keepers.append(keeper)
    with pytest.raises(WriteFailed):
        keeper.save(odd)


def test_discarded_work_is_kept_for_a_while(path, there, open_it, after_a_crash):
    keeper = open_it()
    keeper.change(titled(keeper, "Unwanted")).result()
    keeper.discard()
    after_a_crash(keeper)
    assert recovery.unsaved(there.journals) == ()
    (log,) = there.history.iterdir()
    assert recovery.replay(log).note.title == "Unwanted"


def test_discarded_work_is_removed_when_its_time_is_over(path, there, open_it):
    keeper = open_it()
    keeper.change(titled(keeper, "Unwanted")).result()
    keeper.discard()

    class Later(Faulty):
        def now(self) -> float:
            return super().now() + 31 * 24 * 3600

    assert recovery.purge(there.history, 30) == 0
    assert recovery.purge(there.history, 30, Later()) == 1


def test_closing_with_unsaved_work_leaves_it_to_be_found(path, there, open_it, after_a_crash):
    keeper = open_it()
    keeper.change(titled(keeper, "Unsaved"), typing=True)
    assert keeper.close()
    after_a_crash(keeper)
    assert open_note(path, there).found.continues.note.title == "Unsaved"


def test_who_has_the_note_open_is_told(path, there):
    acquire(path, replace(myself(), person="Anna", host="other", session="anna"))
    opened = open_note(path, there)
    assert (opened.lock, opened.locked.person) == (None, "Anna")


def test_a_folder_where_no_lock_can_be_written_is_told(path, there):
    class NoLocks(Faulty):
        def create(self, path: Path, mode: int | None) -> int:
            raise PermissionError(13, "denied", str(path), None, str(mode))

    opened = open_note(path, there, NoLocks())
    assert (opened.lock, opened.locked, opened.unlockable.reason) == (None, None, "denied")


def test_what_cannot_be_read_is_told(there, tmp_path):
    with pytest.raises(NoteUnreadable):
        open_note(tmp_path / "none.briefing", there)


def test_a_lock_left_by_a_crash_is_no_obstacle(path, there):
    acquire(path, replace(myself(), pid=dead_process(), session="dead"))
    assert open_note(path, there).lock is not None


def test_a_note_taken_over_is_ours_and_its_holder_finds_out(path, there, open_it, keepers):
    first = open_it()
    keepers.append(keeper_of(take_over_note(path, there), there))
    assert keepers[-1].lock.held()
    assert not first.lock.held()
    first.change(titled(first, "Mine"))
    with pytest.raises(NoteLocked):
        first.save()
    assert first.unsaved


def test_a_file_that_cannot_be_read_is_not_taken_over(there, tmp_path):
    broken = tmp_path / "broken.briefing"
    broken.write_bytes(b"{")
    with pytest.raises(NoteUnreadable):
        take_over_note(broken, there)
    assert holder_of(broken) is None


def test_a_lock_that_was_swept_away_is_taken_again_with_the_next_save(path, open_it):
    keeper = open_it()
    lock_path(path).unlink()
    keeper.change(titled(keeper, "Mine"))
    keeper.save()
    assert keeper.lock.held()


def test_theirs_in_place_of_mine_keeps_mine_as_a_version(path, open_it):
    keeper = open_it()
    mine = titled(keeper, "Mine")
    keeper.keep(mine)
    saved = theirs(path, title="Theirs")
    assert keeper.take_disk().note == saved == keeper.note
    assert not keeper.unsaved
    assert [keeper.versions.note(v) for v in keeper.versions.listed()] == [mine]


def test_where_mine_cannot_be_kept_theirs_is_not_taken(path, there, open_it):
    keeper = open_it()
    keeper.keep(titled(keeper, "Mine"))
    theirs(path, title="Theirs")
    there.versions.write_bytes(b"a file where the folder should be")
    with pytest.raises(WriteFailed):
        keeper.take_disk()
    assert keeper.note.title == "Mine"


def test_a_note_without_a_file_cannot_take_one(note, there):
    with pytest.raises(NoteUnreadable):
        new_keeper(note, there).take_disk()


def test_a_save_that_renews_the_format_keeps_the_old_file_or_stops(path, there, open_it):
    keeper = open_it()
    keeper.renews = True
    keeper.keep(titled(keeper, "Mine"))
    there.versions.write_bytes(b"a file where the folder should be")
    before = path.read_bytes()
    with pytest.raises(WriteFailed):
        keeper.save()
    assert path.read_bytes() == before
    there.versions.unlink()
    keeper.save()
    assert [v.reason for v in keeper.versions.listed()] == ["migration"]


def test_no_versions_where_they_are_switched_off(path, open_it):
    keeper = open_it()
    keeper.keeps_versions = False
    keeper.keep_version(keeper.note, "bulk")
    keeper.change(titled(keeper, "Mine"))
    keeper.save()
    assert keeper.versions.listed() == ()
