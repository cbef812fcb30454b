"""What fuzzing found, kept for ever; and that every target holds on its own seeds."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[3]))
from tests.fuzz.targets import TARGETS, seeds

CASES = Path(__file__).parents[2] / "cases" / "fuzz"


@pytest.mark.parametrize("name", TARGETS)
def test_a_target_holds_on_its_seeds_and_on_what_was_found(name):
    for data in (*seeds(name), *(p.read_bytes() for p in sorted((CASES / name).glob("*")))):
        TARGETS[name](data)
        TARGETS[name](data[: len(data) // 2])
