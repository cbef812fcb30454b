"""Opening and saving a note."""

from __future__ import annotations

import errno
import hashlib
from pathlib import Path

import pytest
from msgspec.structs import replace
from store_doubles import ERRORS, Faulty, no_new_temporaries

from briefing import limits
from briefing.errors import ChangedOnDisk, NoteUnreadable, WriteFailed
from briefing.store.codec import Parts, encode
from briefing.store.notes import HASHED_BESIDE_BYTES, changed_on_disk, load, save


@pytest.fixture
def saved(note, tmp_path):
    return save(note, tmp_path / "talks.briefing")


def test_a_saved_note_is_loaded_again(note, saved):
    loaded = load(saved.path)
    assert (loaded.note, loaded.sha256, loaded.revision) == (note, saved.sha256, 1)


def test_the_hash_is_of_the_bytes_on_the_disk(saved):
    assert saved.sha256 == hashlib.sha256(saved.path.read_bytes()).hexdigest()


def test_the_hash_of_a_large_note_is_right_too(note, tmp_path):
    saved = save(replace(note, summary="x" * HASHED_BESIDE_BYTES), tmp_path / "large.briefing")
    assert saved.sha256 == hashlib.sha256(saved.path.read_bytes()).hexdigest()


def test_a_save_that_remembers_the_one_before_sees_somebody_elses_all_the_same(note, tmp_path):
    path, parts = tmp_path / "a.briefing", Parts()
    first = save(note, path, parts=parts)
    second = save(replace(note, title="Mine"), path, expected_sha256=first.sha256, parts=parts)
    save(replace(note, title="Theirs"), path)
    with pytest.raises(ChangedOnDisk):
        save(note, path, expected_sha256=second.sha256, parts=parts)


def test_each_save_counts_one_further(note, saved):
    again = save(note, saved.path, expected_sha256=saved.sha256)
    assert (again.revision, load(saved.path).revision) == (2, 2)


def test_somebody_elses_save_is_never_overwritten(note, saved):
    save(replace(note, title="Theirs"), saved.path)
    with pytest.raises(ChangedOnDisk) as caught:
        save(replace(note, title="Mine"), saved.path, expected_sha256=saved.sha256)
    assert caught.value.sha256 == load(saved.path).sha256
    assert load(saved.path).note.title == "Theirs"


def test_a_save_that_happens_while_ours_is_written_is_seen(note, saved):
    theirs = replace(note, title="Theirs")

    class Rival(Faulty):
        def sync(self, handle: int) -> None:
            if not self.pauses:
                self.pauses.append(1)
                saved.path.write_bytes(encode(theirs))
            super().sync(handle)

    with pytest.raises(ChangedOnDisk):
        save(note, saved.path, expected_sha256=saved.sha256, fs=Rival())
    assert load(saved.path).note == theirs


def test_the_sweep_over_failing_calls_reaches_every_call(note, saved):
    fs = Faulty()
    save(note, saved.path, fs=fs)
    assert len(fs.calls) < 26


def test_a_file_that_was_deleted_meanwhile_is_written_again(note, saved):
    saved.path.unlink()
    save(note, saved.path, expected_sha256=saved.sha256)
    assert load(saved.path).note == note


def test_a_file_touched_without_a_change_is_no_alarm(note, saved):
    saved.path.write_bytes(saved.path.read_bytes())
    assert not changed_on_disk(saved.path, saved.sha256)
    save(note, saved.path, expected_sha256=saved.sha256)


def test_a_change_on_disk_is_seen(note, saved):
    save(replace(note, title="Theirs"), saved.path)
    assert changed_on_disk(saved.path, saved.sha256)


def test_a_file_that_is_gone_has_not_changed(saved):
    saved.path.unlink()
    assert not changed_on_disk(saved.path, saved.sha256)


def test_opening_changes_nothing(saved):
    def seen():
        return saved.path.read_bytes(), saved.path.stat().st_mtime_ns, sorted(saved.path.parent.iterdir())

    before = seen()
    load(saved.path)
    assert seen() == before


@pytest.mark.parametrize("error", ERRORS)
def test_whichever_call_of_a_save_fails_the_old_note_or_the_new_one_stands(note, tmp_path, error):
    path = tmp_path / "a.briefing"
    new = replace(note, title="New")
    for fail_at in range(1, 26):
        path.unlink(missing_ok=True)
        old = save(note, path)
        allowed = (new,)
        try:
            save(new, path, expected_sha256=old.sha256, fs=Faulty(fail_at, error))
        except WriteFailed:
            allowed = (note, new)
        assert load(path).note in allowed
        with no_new_temporaries(tmp_path):
            pass


def test_a_save_that_failed_at_its_last_step_can_be_tried_again(note, saved):
    new = replace(note, title="New")
    save(new, saved.path)
    again = save(new, saved.path, expected_sha256=saved.sha256)
    assert (load(saved.path).note, again.revision) == (new, 3)


def test_a_disk_that_keeps_something_else_than_was_written_is_found_out(note, tmp_path):
    class Forgetful(Faulty):
        def replace(self, source: Path, target: Path) -> None:
            source.write_bytes(b"")
            super().replace(source, target)

    with pytest.raises(WriteFailed) as caught:
        save(note, tmp_path / "a.briefing", fs=Forgetful())
    assert caught.value.reason == "failed"


def unreadable(path: Path, fs=None) -> str:
    with pytest.raises(NoteUnreadable) as caught:
        load(path, fs) if fs else load(path)
    assert caught.value.source == path.name
    return caught.value.reason


def test_a_missing_note_is_told(tmp_path):
    assert unreadable(tmp_path / "none.briefing") == "not-found"


def test_a_folder_is_no_note(tmp_path):
    assert unreadable(tmp_path) == "unreadable"


def test_a_name_with_a_nul_is_told(tmp_path):
    assert unreadable(tmp_path / "a\0") == "unreadable"


def test_a_note_the_system_will_not_let_us_read_is_told(saved):
    assert unreadable(saved.path, Faulty(2, errno.EACCES)) == "unreadable"


def test_a_note_that_is_too_large_is_refused_before_it_is_read(saved, monkeypatch):
    with saved.path.open("r+b") as file:
        file.truncate(limits.MOST_NOTE_BYTES + 1)
    fs = Faulty()
    assert unreadable(saved.path, fs) == "too-large"
    assert "read" not in fs.calls


class HeldForReading(Faulty):
    """Windows while somebody else writes the file: the first `times` readings fail with `code`."""

    def __init__(self, times: int, code: int) -> None:
        super().__init__()
        self.times, self.code = times, code

    def read(self, path: Path) -> bytes:
        if self.times and path.suffix == ".briefing":
            self.times -= 1
            error = PermissionError(errno.EACCES, "used by another process")
            error.winerror = self.code
            raise error
        return super().read(path)


@pytest.mark.parametrize("code", [5, 32, 33])
def test_a_note_that_is_held_for_a_moment_is_opened_after_it(note, saved, code):
    fs = HeldForReading(3, code)
    assert load(saved.path, fs).note == note
    assert len(fs.pauses) == 3


def test_a_note_that_is_held_for_ever_is_unreadable_after_two_and_a_half_seconds(saved):
    fs = HeldForReading(99, 32)
    with pytest.raises(NoteUnreadable, match="unreadable"):
        load(saved.path, fs)
    assert sum(fs.pauses) == pytest.approx(2.5)


def test_a_save_looks_again_while_the_file_is_held(note, saved):
    fs = HeldForReading(2, 32)
    again = save(replace(note, title="New"), saved.path, expected_sha256=saved.sha256, fs=fs)
    assert load(again.path).note.title == "New"
