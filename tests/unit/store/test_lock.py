"""Who has a note open."""

from __future__ import annotations

import errno
import json
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from store_doubles import Faulty, dead_process

from briefing.errors import NoteLocked, WriteFailed
from briefing.store.lock import UNKNOWN, acquire, holder_of, lock_path, myself, take_over


@pytest.fixture
def path(tmp_path):
    return tmp_path / "talks.briefing"


ANNA = replace(myself(), person="Anna", computer="PC-12", host="abcdef", session="t-anna")


def test_a_free_note_is_locked_by_asking(path):
    lock = acquire(path)
    assert holder_of(path) == lock.holder
    assert lock.holder.pid == os.getpid()


def test_a_note_that_is_open_names_who_has_it(path):
    acquire(path, ANNA)
    with pytest.raises(NoteLocked) as caught:
        acquire(path)
    assert (caught.value.person, caught.value.computer) == ("Anna", "PC-12")
    assert caught.value.since == ANNA.since


def test_a_second_window_of_this_computer_is_told_too(path):
    acquire(path)
    with pytest.raises(NoteLocked):
        acquire(path)


def test_a_lock_of_another_computer_is_kept_however_old(path):
    acquire(path, replace(ANNA, pid=2**22 + 1, since="2001-01-01T00:00+00:00", seen="2001-01-01T00:00+00:00"))
    with pytest.raises(NoteLocked):
        acquire(path)


def test_a_lock_of_a_dead_process_of_this_computer_is_taken(path):
    acquire(path, replace(myself(), pid=dead_process(), session="dead"))
    assert acquire(path).held()


def test_a_lock_whose_process_number_was_given_again_is_taken(path):
    acquire(path, replace(myself(), started="1", session="dead"))
    assert acquire(path).held()


def test_of_two_rivals_for_a_dead_lock_one_wins(path):
    acquire(path, replace(myself(), pid=dead_process(), session="dead"))

    class Rival(Faulty):
        def replace(self, source, target):
            if not self.pauses:
                self.pauses.append(1)
                take_over(path, ANNA)
            super().replace(source, target)

    with pytest.raises(NoteLocked) as caught:
        acquire(path, fs=Rival())
    assert caught.value.person == "Anna"
    assert [p.name for p in path.parent.iterdir()] == [lock_path(path).name]


def test_a_released_note_is_free(path):
    acquire(path).release()
    assert list(path.parent.iterdir()) == []


def test_releasing_never_takes_away_anothers_lock(path):
    mine = acquire(path)
    take_over(path, ANNA)
    mine.release()
    assert holder_of(path) == ANNA


def test_who_took_over_is_seen_at_the_next_refresh(path):
    mine = acquire(path)
    assert mine.refresh()
    take_over(path, ANNA)
    assert not mine.refresh()
    assert holder_of(path) == ANNA


def test_a_refresh_tells_when_we_were_seen(path):
    mine = acquire(path, replace(myself(), seen="2001-01-01T00:00+00:00"))
    mine.refresh()
    assert holder_of(path).seen > "2020"
    assert holder_of(path).session == mine.holder.session


@given(st.binary() | st.sampled_from([b"{}", b"[" * 9999, b'{"format": "briefing-lock"}', b"\0" * 20_000]))
def test_a_lock_that_cannot_be_read_is_somebodys_all_the_same(tmp_path_factory, data):
    path = tmp_path_factory.mktemp("l") / "a.briefing"
    lock_path(path).write_bytes(data)
    assert holder_of(path) == UNKNOWN
    with pytest.raises(NoteLocked):
        acquire(path)
    assert lock_path(path).read_bytes() == data


def test_a_lock_with_values_of_the_wrong_type_is_one_that_cannot_be_read(path):
    acquire(path)
    values = json.loads(lock_path(path).read_bytes())
    lock_path(path).write_text(json.dumps({**values, "pid": "1"}))
    assert holder_of(path) == UNKNOWN


def test_where_no_lock_can_be_written_it_is_told(path):
    with pytest.raises(WriteFailed, match="denied"):
        acquire(path, fs=Faulty(3, errno.EROFS))


def test_the_lock_of_a_long_name_fits_the_disk(tmp_path):
    path = tmp_path / ("가" * 82 + ".briefing")
    assert acquire(path).held()


def test_a_link_and_its_note_have_one_lock(tmp_path, path):
    path.write_bytes(b"")
    (tmp_path / "link").symlink_to(path)
    acquire(path)
    with pytest.raises(NoteLocked):
        acquire(tmp_path / "link")
