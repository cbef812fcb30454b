"""Earlier versions: kept often at first, thinned out later, found again whole."""

from __future__ import annotations

import errno
import gzip
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from store_doubles import ERRORS, Faulty

from briefing import limits
from briefing.errors import NoteUnreadable, WriteFailed
from briefing.store import versions as module
from briefing.store.versions import ALL_FOR, Versions, worth_keeping

NOON = datetime(2026, 5, 14, 12, tzinfo=UTC)


class Clock:
    def __init__(self) -> None:
        self.time = NOON

    def __call__(self) -> datetime:
        return self.time

    def later(self, **by: float) -> None:
        self.time += timedelta(**by)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def versions(tmp_path, clock) -> Versions:
    return Versions(tmp_path / "versions" / "n-1", now=clock)


def test_a_kept_version_is_read_as_it_was(versions):
    version = versions.keep(b"one")
    assert versions.listed() == (version,)
    assert versions.read(version) == b"one"


def test_versions_come_newest_first(versions, clock):
    for data in (b"one", b"two", b"three"):
        versions.keep(data)
        clock.later(minutes=6)
    assert [versions.read(v) for v in versions.listed()] == [b"three", b"two", b"one"]


def test_saves_soon_after_one_another_make_one_version(versions, clock):
    versions.keep(b"one")
    clock.later(minutes=4)
    assert versions.keep(b"two") is None
    clock.later(minutes=1)
    assert versions.keep(b"three") is not None


@pytest.mark.parametrize("reason", ["migration", "bulk", "template", "overwrite", "theirs", "restore", "close"])
def test_an_action_with_many_effects_always_makes_one(versions, reason):
    versions.keep(b"one")
    assert versions.keep(b"two", reason).reason == reason


def test_the_same_content_makes_no_second_one(versions, clock):
    versions.keep(b"one")
    clock.later(days=1)
    assert versions.keep(b"one", "bulk") is None


def test_a_clock_set_back_does_not_stop_versions(versions, clock):
    versions.keep(b"one")
    clock.later(days=-3)
    assert versions.keep(b"two") is not None


def test_no_folder_means_no_versions(versions):
    assert versions.listed() == ()


def test_other_files_in_the_folder_are_no_versions(versions):
    versions.keep(b"one")
    (versions.folder / "20260514T990000000000Z-save-0123456789abcdef.briefing.gz").write_bytes(b"")
    (versions.folder / "notes.txt").write_bytes(b"")
    assert len(versions.listed()) == 1


@pytest.mark.parametrize(
    "damage", [b"", b"no gzip", gzip.compress(b"other", mtime=0), gzip.compress(b"one", mtime=0)[:-6]]
)
def test_a_damaged_version_is_refused(versions, damage):
    version = versions.keep(b"one")
    version.path.write_bytes(damage)
    with pytest.raises(NoteUnreadable) as caught:
        versions.read(version)
    assert caught.value.reason == "damaged"


def test_a_version_that_unpacks_to_too_much_is_refused(versions, monkeypatch):
    version = versions.keep(bytes(100_000))
    monkeypatch.setattr(limits, "MOST_NOTE_BYTES", 1000)
    with pytest.raises(NoteUnreadable, match="damaged"):
        versions.read(version)


def test_a_version_that_is_gone_is_told(versions):
    version = versions.keep(b"one")
    version.path.unlink()
    with pytest.raises(NoteUnreadable, match="not-found"):
        versions.read(version)


def test_a_version_that_cannot_be_kept_is_never_passed_over(versions):
    for error in ERRORS:
        for fail_at in range(3, 10):
            failing = replace(versions, fs=Faulty(fail_at, error), folder=versions.folder / f"{error}{fail_at}")
            try:
                version = failing.keep(b"one")
            except WriteFailed:
                continue
            assert versions.read(version) == b"one"


def test_a_folder_that_cannot_be_made_is_told(versions):
    with pytest.raises(WriteFailed, match="full"):
        replace(versions, fs=Faulty(2, errno.ENOSPC)).keep(b"one")


def test_all_versions_of_two_days_are_kept(versions, clock):
    for number in range(40):
        versions.keep(b"%d" % number, "bulk")
        clock.later(hours=1)
    assert versions.thin() == 0


def test_older_versions_are_thinned_out(versions, clock):
    for number in range(3 * 20):
        versions.keep(b"%d" % number, "bulk")
        clock.later(hours=8)
    removed = versions.thin()
    days = [v.time.date() for v in versions.listed() if clock.time - v.time > ALL_FOR]
    assert removed > 30
    assert len(set(days[:14])) == 14


def test_versions_too_large_together_lose_the_oldest_but_never_the_newest(versions, clock, monkeypatch):
    monkeypatch.setattr(module, "MOST_BYTES_OF_A_NOTE", 50)
    for number in range(5):
        versions.keep(b"%d" % number, "bulk")
        clock.later(minutes=1)
    versions.thin()
    assert [versions.read(v) for v in versions.listed()] == [b"4", b"3"]
    monkeypatch.setattr(module, "MOST_BYTES_OF_A_NOTE", 1)
    versions.thin()
    assert [versions.read(v) for v in versions.listed()] == [b"4"]


AGES = st.lists(st.integers(0, 900 * 24), max_size=80).map(lambda hours: sorted(set(hours)))


@given(AGES)
def test_the_newest_version_and_those_of_two_days_always_stay(ages):
    times = [NOON - timedelta(hours=h) for h in ages]
    kept = worth_keeping(times, NOON)
    assert {i for i, h in enumerate(ages) if h <= 48} <= kept
    assert not times or 0 in kept


@given(AGES)
def test_never_more_than_fourteen_days_eight_weeks_and_twelve_months_stay(ages):
    times = [NOON - timedelta(hours=h) for h in ages]
    old = [i for i in worth_keeping(times, NOON) if NOON - times[i] > ALL_FOR]
    assert len(old) <= 14 + 8 + 12


@given(AGES)
def test_thinning_twice_removes_nothing_more(ages):
    times = [NOON - timedelta(hours=h) for h in ages]
    left = [times[i] for i in sorted(worth_keeping(times, NOON))]
    assert len(worth_keeping(left, NOON)) == len(left)
