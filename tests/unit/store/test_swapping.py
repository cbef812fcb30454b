"""A share that refuses to put a new file over an old one: the save arrives, or the old file stays."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest
from store_doubles import Faulty

from briefing.errors import WriteFailed
from briefing.faults import explain
from briefing.model import edits
from briefing.store.files import write_whole
from briefing.store.notes import load, save
from briefing.store.swapping import REFUSALS, aside_path
from briefing.words import Words

OLD, NEW = b"old " * 3000, b"new" * 5000


class Refusing(Faulty):
    """No file may be put over another; besides, `refused` names lose or get no name."""

    def __init__(
        self, number: int = errno.EACCES, *refused: str, fail_at: int = 0, error: int | str = errno.EIO
    ) -> None:
        super().__init__(fail_at, error)
        self.number, self.refused = number, refused

    def replace(self, source: Path, target: Path) -> None:
        if target.exists():
            raise OSError(self.number, "the share says no")
        super().replace(source, target)

    def publish(self, source: Path, target: Path) -> None:
        if {source.name.partition("-")[0], target.name} & set(self.refused):
            raise PermissionError(errno.EACCES, "the share says no")
        super().publish(source, target)


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "talks.briefing"
    path.write_bytes(OLD)
    return path


def names(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.iterdir())


@pytest.mark.parametrize("number", sorted(REFUSALS))
def test_the_old_file_steps_aside_and_nothing_is_left_beside(target, number):
    write_whole(target, NEW, overwrite=True, fs=Refusing(number))
    assert target.read_bytes() == NEW
    assert names(target.parent) == [target.name]


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EIO])
def test_a_disk_that_is_full_or_failing_is_not_asked_twice(target, number):
    with pytest.raises(WriteFailed):
        write_whole(target, NEW, overwrite=True, fs=Refusing(number))
    assert (target.read_bytes(), names(target.parent)) == (OLD, [target.name])


def test_where_the_old_file_may_not_step_aside_it_stays_as_it_is(target):
    with pytest.raises(WriteFailed, match="denied"):
        write_whole(target, NEW, overwrite=True, fs=Refusing(errno.EACCES, target.name))
    assert (target.read_bytes(), names(target.parent)) == (OLD, [target.name])


def test_where_the_new_file_gets_no_name_the_old_one_has_its_own_again(target):
    with pytest.raises(WriteFailed, match="denied"):
        write_whole(target, NEW, overwrite=True, fs=Refusing(errno.EACCES, ".briefing"))
    assert (target.read_bytes(), names(target.parent)) == (OLD, [target.name])


def test_whichever_call_fails_the_old_file_or_the_new_one_can_be_read(tmp_path):
    for fail_at in range(1, 22):
        path = tmp_path / str(fail_at) / "a.briefing"
        path.parent.mkdir()
        path.write_bytes(OLD)
        fs = Refusing(fail_at=fail_at)
        try:
            write_whole(path, NEW, overwrite=True, fs=fs)
            expected = NEW
        except WriteFailed:
            expected = OLD
        there = path if path.exists() else aside_path(path)
        assert there.read_bytes() == expected
    assert len(fs.calls) < fail_at


class Jealous(Refusing):
    """A share on which a name that was given up cannot be had again."""

    def publish(self, source: Path, target: Path) -> None:
        if target.suffix == ".briefing":
            raise PermissionError(errno.EACCES, "the share says no")
        super().publish(source, target)


def test_where_no_name_can_be_had_again_it_is_said_where_the_old_file_is(target):
    with pytest.raises(WriteFailed) as caught:
        write_whole(target, NEW, overwrite=True, fs=Jealous())
    assert caught.value.reason == "aside"
    assert caught.value.detail in explain(caught.value, Words("en")).then
    assert (target.parent / caught.value.detail).read_bytes() == OLD


def test_a_note_that_stepped_aside_is_opened_and_has_its_name_again_with_the_next_save(note, tmp_path):
    path = tmp_path / "talks.briefing"
    first = save(note, path)
    with pytest.raises(WriteFailed, match="aside"):
        save(edits.set_title(note, "New"), path, expected_sha256=first.sha256, fs=Jealous())
    opened = load(path)
    assert (opened.note, opened.sha256) == (note, first.sha256)
    save(edits.set_title(note, "New"), path, expected_sha256=opened.sha256)
    assert load(path).note.title == "New"
    assert names(tmp_path) == ["talks.briefing"]


def test_what_an_earlier_swap_left_aside_is_no_obstacle(target):
    aside_path(target).write_bytes(b"older still")
    write_whole(target, NEW, overwrite=True, fs=Refusing())
    assert (target.read_bytes(), names(target.parent)) == (NEW, [target.name])


def test_a_long_name_steps_aside_too(tmp_path):
    path = tmp_path / ("가" * 80 + ".txt")
    path.write_bytes(OLD)
    write_whole(path, NEW, overwrite=True, fs=Refusing())
    assert path.read_bytes() == NEW
