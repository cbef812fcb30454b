"""A file is written whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest
from store_doubles import ERRORS, Faulty, dead_process, no_new_temporaries

from briefing.errors import WriteFailed
from briefing.store.disk import Disk
from briefing.store.files import PAUSES_S, TEMP_KEPT_S, clean_stale, temp_name, write_whole

OLD, NEW = b"old " * 3000, b"new" * 5000


@pytest.fixture
def target(tmp_path) -> Path:
    path = tmp_path / "note.briefing"
    path.write_bytes(OLD)
    return path


def failure(path: Path, fs=None, *, overwrite: bool = True) -> str:
    with pytest.raises(WriteFailed) as caught:
        write_whole(path, NEW, overwrite=overwrite, fs=fs or Disk())
    assert caught.value.target == path.name
    return caught.value.reason


def calls_of_a_write(target: Path) -> list[str]:
    fs = Faulty()
    write_whole(target, OLD, overwrite=True, fs=fs)
    return fs.calls


def test_a_new_file_holds_exactly_the_bytes(tmp_path):
    write_whole(tmp_path / "a", NEW, overwrite=False)
    assert (tmp_path / "a").read_bytes() == NEW
    assert [p.name for p in tmp_path.iterdir()] == ["a"]


def test_an_empty_file_can_be_written(tmp_path):
    write_whole(tmp_path / "a", b"", overwrite=False)
    assert (tmp_path / "a").read_bytes() == b""


def test_an_existing_file_is_replaced_when_told(target):
    write_whole(target, NEW, overwrite=True)
    assert target.read_bytes() == NEW


def test_an_existing_file_is_kept_when_not_told(target):
    assert failure(target, overwrite=False) == "exists"
    assert target.read_bytes() == OLD


def test_a_file_that_appears_meanwhile_is_kept(tmp_path):
    path = tmp_path / "a"
    with pytest.raises(WriteFailed, match="exists"):
        write_whole(path, NEW, overwrite=False, guard=lambda: path.write_bytes(OLD))
    assert path.read_bytes() == OLD
    assert [p.name for p in tmp_path.iterdir()] == ["a"]


def test_the_mode_of_the_old_file_is_kept(target):
    target.chmod(0o640)
    write_whole(target, NEW, overwrite=True)
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_read_only_file_is_refused(target):
    target.chmod(0o444)
    assert failure(target) == "denied"
    assert target.read_bytes() == OLD


def test_a_symlink_is_followed_and_kept(target, tmp_path):
    link = tmp_path / "elsewhere" / "link"
    link.parent.mkdir()
    link.symlink_to(target)
    assert write_whole(link, NEW, overwrite=True).path == target
    assert link.is_symlink()
    assert target.read_bytes() == NEW


def test_a_hard_link_that_was_left_behind_is_told(target, tmp_path):
    os.link(target, tmp_path / "second")
    assert write_whole(target, NEW, overwrite=True).unlinked


@pytest.mark.parametrize("path", ["/dev/null", "/dev/full"])
def test_a_device_is_never_replaced(path):
    assert failure(Path(path)) == "denied"
    assert not Path(path).is_file()


def test_a_folder_is_never_replaced(tmp_path):
    (tmp_path / "d").mkdir()
    assert failure(tmp_path / "d") == "denied"


def test_a_missing_folder_is_told(tmp_path):
    assert failure(tmp_path / "no" / "a") == "no-folder"


def test_a_name_with_a_nul_is_told(tmp_path):
    assert failure(tmp_path / "a\0b") == "failed"


def test_a_name_as_long_as_the_disk_takes_can_be_written(tmp_path):
    path = tmp_path / ("가" * 85)
    write_whole(path, NEW, overwrite=False)
    assert path.read_bytes() == NEW


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.ENOSPC, "full"),
        (errno.EDQUOT, "full"),
        (errno.EACCES, "denied"),
        (errno.EROFS, "denied"),
        (errno.EIO, "failed"),
    ],
)
def test_each_system_error_has_its_reason(target, number, reason):
    at = calls_of_a_write(target).index("write") + 1
    assert failure(target, Faulty(at, number)) == reason


@pytest.mark.parametrize("error", ERRORS)
@pytest.mark.parametrize("overwrite", [True, False])
def test_whichever_call_fails_the_old_file_or_the_new_one_stands(tmp_path, error, overwrite):
    path = tmp_path / "a"
    for fail_at in range(1, 13):
        path.unlink(missing_ok=True)
        if overwrite:
            path.write_bytes(OLD)
        fs = Faulty(fail_at, error)
        try:
            write_whole(path, NEW, overwrite=overwrite, fs=fs)
            expected = NEW
        except WriteFailed:
            expected = OLD if overwrite else None
        assert (path.read_bytes() if path.exists() else None) == expected
        if fs.calls[fail_at - 1 :][:1] != ["remove"]:
            with no_new_temporaries(tmp_path):
                pass


def test_the_sweep_over_failing_calls_reaches_every_call(target):
    assert len(calls_of_a_write(target)) <= 12


def test_a_failed_sync_is_never_tried_again(target):
    fs = Faulty(calls_of_a_write(target).index("sync") + 1, errno.EIO)
    assert failure(target, fs) == "failed"
    assert fs.calls.count("sync") == 1


def test_a_folder_that_will_not_sync_leaves_the_new_file_and_says_so(target):
    fs = Faulty(calls_of_a_write(target).index("sync_folder") + 1, errno.EIO)
    assert not write_whole(target, NEW, overwrite=True, fs=fs).durable
    assert target.read_bytes() == NEW


def test_a_share_that_cannot_sync_folders_is_no_fault(target):
    fs = Faulty(calls_of_a_write(target).index("sync_folder") + 1, errno.EINVAL)
    assert write_whole(target, NEW, overwrite=True, fs=fs).durable


class Busy(Faulty):
    """Windows while a virus scanner holds the target: the first `times` replacements fail with `code`."""

    def __init__(self, times: int, code: int) -> None:
        super().__init__()
        self.times = times
        self.code = code

    def replace(self, source: Path, target: Path) -> None:
        if self.times:
            self.times -= 1
            raise self.held()
        super().replace(source, target)

    def publish(self, source: Path, target: Path) -> None:
        if self.times and source.suffix == ".briefing":
            raise self.held()  # nor may what is held step aside
        super().publish(source, target)

    def held(self) -> OSError:
        error = OSError(errno.ENOSPC if self.code == 112 else errno.EACCES, "used by another process")
        error.winerror = self.code
        return error


@pytest.mark.parametrize("code", [5, 32, 33])
def test_a_file_that_is_held_for_a_moment_is_replaced_after_it(target, code):
    fs = Busy(3, code)
    write_whole(target, NEW, overwrite=True, fs=fs)
    assert target.read_bytes() == NEW
    assert fs.pauses == list(PAUSES_S[:3])


def test_a_file_that_is_held_for_ever_is_given_up_after_two_and_a_half_seconds(target):
    fs = Busy(99, 32)
    assert failure(target, fs) == "denied"
    assert sum(fs.pauses) == pytest.approx(2.5)
    assert target.read_bytes() == OLD


def test_other_errors_of_windows_are_not_tried_again(target):
    fs = Busy(1, 112)
    assert failure(target, fs) == "full"
    assert fs.pauses == []


def test_what_the_guard_raises_stops_the_write(target, tmp_path):
    def guard():
        raise KeyError

    with pytest.raises(KeyError):
        write_whole(target, NEW, overwrite=True, guard=guard)
    assert target.read_bytes() == OLD
    assert len(list(tmp_path.iterdir())) == 1


def temp_of(pid: int, host: str | None = None) -> str:
    _, mark, _, rest = temp_name().split("-")
    return f".briefing-{host or mark}-{pid}-{rest}"


def test_temporaries_of_a_dead_process_are_removed(target, tmp_path):
    (tmp_path / temp_of(dead_process())).write_bytes(b"half")
    write_whole(target, NEW, overwrite=True)
    assert [p.name for p in tmp_path.iterdir()] == [target.name]


def test_temporaries_of_a_live_process_stay(tmp_path):
    (tmp_path / temp_of(os.getppid())).write_bytes(b"half")
    clean_stale(tmp_path)
    assert len(list(tmp_path.iterdir())) == 1


def test_temporaries_of_another_computer_stay_for_a_day(tmp_path):
    young, old = (tmp_path / temp_of(1, host) for host in ("abcdef", "fedcba"))
    young.write_bytes(b"")
    old.write_bytes(b"")
    os.utime(old, (0, Disk().now() - TEMP_KEPT_S - 10))
    clean_stale(tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == [young.name]


def test_files_that_only_look_like_ours_stay(tmp_path):
    (tmp_path / ".briefing-notes.tmp").write_bytes(b"mine")
    clean_stale(tmp_path)
    assert (tmp_path / ".briefing-notes.tmp").exists()


def test_marks_of_a_save_that_was_killed_stay_for_a_day(tmp_path):
    young, old = tmp_path / ".briefing-saving-01234567", tmp_path / ".briefing-aside-01234567"
    young.write_bytes(b"")
    old.write_bytes(b"")
    os.utime(old, (0, Disk().now() - TEMP_KEPT_S - 10))
    clean_stale(tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == [young.name]
