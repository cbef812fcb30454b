"""The cases of the importers: text files with a title, an input and what must come out."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
CASES = ROOT / "tests" / "cases" / "importers"


@pytest.fixture(scope="session")
def cases() -> Path:
    return CASES


@pytest.fixture(scope="session")
def customs_meeting() -> bytes:
    path = ROOT.parent / "shared" / "articles" / "customs-meeting.txt"
    if not path.is_file():
        pytest.skip("the shared article is not at hand")
    return path.read_bytes()
