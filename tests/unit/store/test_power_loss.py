"""The power may go at any step: the file is always one complete save, and an acknowledged one stays."""

from __future__ import annotations

from pathlib import Path

import pytest
from store_power import Recorder, Unwilling, states_after

from briefing.store.files import write_whole
from briefing.store.swapping import aside_path

TARGET = Path("/notes/a.briefing")
SAVES = [b"first save", b"the second save", b"third"]


def three_saves(fs: Recorder) -> Recorder:
    fs.put(TARGET, b"before")
    fs.step()
    for data in SAVES:
        write_whole(TARGET, data, overwrite=True, fs=fs)
        fs.acknowledge()
    return fs


def outcomes(fs: Recorder) -> list[tuple[int, bytes | None]]:
    beside = aside_path(TARGET)  # where `load` looks too
    return [
        (m.acknowledged, state.get(TARGET, state.get(beside))) for m in fs.moments for state in states_after(m)
    ]


def unreadable(fs: Recorder) -> int:
    return sum(found not in (b"before", *SAVES) for _, found in outcomes(fs))


def lost(fs: Recorder) -> int:
    order = [b"before", *SAVES]
    return sum(found in order and order.index(found) < acknowledged for acknowledged, found in outcomes(fs))


def test_after_a_power_cut_the_file_is_always_one_complete_save():
    assert unreadable(three_saves(Recorder())) == 0


def test_after_a_power_cut_no_acknowledged_save_is_lost():
    assert lost(three_saves(Recorder())) == 0


def test_on_a_share_that_refuses_to_replace_a_power_cut_does_no_more():
    fs = three_saves(Unwilling())
    assert (unreadable(fs), lost(fs)) == (0, 0)
    assert fs.read(TARGET) == SAVES[-1]
    assert list(fs.live) == [TARGET]


def test_the_model_looks_at_many_states():
    assert len(outcomes(three_saves(Recorder()))) > 50


def test_the_model_would_see_a_missing_sync_of_the_file():
    assert unreadable(three_saves(Recorder(sync_files=False))) > 0


def test_the_model_would_see_a_missing_sync_of_the_folder():
    assert lost(three_saves(Recorder(sync_folders=False))) > 0


@pytest.mark.parametrize("overwrite", [True, False])
def test_a_new_file_is_whole_once_it_is_acknowledged(overwrite):
    fs = Recorder()
    write_whole(TARGET, b"new", overwrite=overwrite, fs=fs)
    fs.acknowledge()
    assert {found for done, found in outcomes(fs) if done} == {b"new"}
