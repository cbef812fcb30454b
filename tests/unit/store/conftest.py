"""Puts this folder's helpers (store_doubles, store_strategies) within reach of its tests."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from store_doubles import sample_note

from briefing.model.note import Note


@pytest.fixture
def note() -> Note:
    return sample_note()


@pytest.fixture
def golden() -> Path:
    return Path(__file__).parents[2] / "golden" / "store"
