"""The soak of `python -m tests.soak` in small, and that each of its figures can fail it."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.soak import MOST, MOST_SHORT, Standing, judged, nones_held

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the soak reads /proc")

FLAT = Standing(0, 140.0, 11, 0, 203, 13_000, 0)


def day(edits: int, **grown: float) -> list[Standing]:
    """Nine standings over `edits` edits, in which each named figure has grown by so much."""
    parts = [part / 8 for part in range(9)]
    return [
        FLAT._replace(
            edits=int(edits * part), **{name: getattr(FLAT, name) + more * part for name, more in grown.items()}
        )
        for part in parts
    ]


def test_a_flat_day_passes():
    assert judged(day(50_000), MOST) == 0


@pytest.mark.parametrize("name", Standing._fields[1:])
def test_each_figure_that_grows_too_fast_fails_the_soak(name):
    most = MOST[name]
    assert judged(day(50_000, **{name: 50 * most * 0.9}), MOST) == 0
    assert judged(day(50_000, **{name: 50 * most * 1.1}), MOST) == 1


@pytest.mark.parametrize("name", ["descriptors", "files", "widgets"])
def test_one_left_behind_by_each_import_fails_even_the_short_soak(name):
    assert judged(day(600, **{name: 6}), MOST_SHORT) == 1


def test_references_to_none_are_found_where_the_collector_no_longer_looks():
    before = nones_held()
    kept = [tuple([None] * 3) for _ in range(100)]
    assert nones_held() - before >= 300, len(kept)


@pytest.mark.slow
def test_600_edits_with_imports_saves_and_exports_leave_nothing_behind():
    done = subprocess.run(
        [sys.executable, "-m", "tests.soak", "--edits", "600"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
