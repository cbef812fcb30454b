"""What fuzzing found, kept for ever; and that every target holds on its own seeds."""

from __future__ import annotations

import random
import sys
from contextlib import suppress
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[3]))
sys.path.insert(0, str(Path(__file__).parents[1] / "importers"))
from briefing.errors import ImportFailed
from briefing.importers import read_article
from tests.fuzz.mutants import mutant
from tests.fuzz.seeds import SUFFIXES, sound
from tests.fuzz.targets import TARGETS, seeds

CASES = Path(__file__).parents[2] / "cases" / "fuzz"


@pytest.mark.parametrize("name", TARGETS)
def test_a_target_holds_on_its_seeds_and_on_what_was_found(name):
    for data in (*seeds(name), *(p.read_bytes() for p in sorted((CASES / name).glob("*")))):
        TARGETS[name](data)
        TARGETS[name](data[: len(data) // 2])


@pytest.fixture(scope="module")
def files():
    return sound()


@pytest.mark.parametrize("kind", ["text", "pdf", "rtf", "mail", "json", "outlook", "note", "template"])
def test_what_is_damaged_knowingly_ends_in_a_typed_answer(files, kind):
    """A small share of `python -m tests.fuzz.campaign`."""
    chance = random.Random(20261124)  # noqa: S311 - dice, no secrets
    for _ in range(25):
        data = mutant(chance, kind, chance.choice(files[kind]), "/nowhere/canary")[:60_000]
        if kind in TARGETS:
            TARGETS[kind](data)
        else:
            with suppress(ImportFailed):
                read_article(data, f"x.{SUFFIXES[kind][0]}")
