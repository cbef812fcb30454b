"""What all tests share: helper modules within reach, and property tests that no clock decides."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # windows of tests are seen by nobody
sys.path.insert(0, str(Path(__file__).parent / "helpers"))

# A slow machine must not fail a property: neither by a deadline nor for drawing slowly.
# In CI the same examples are drawn every time; at a desk new ones are looked for.
settings.register_profile(
    "briefing",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize=bool(os.environ.get("CI")),
)
settings.load_profile("briefing")


@pytest.fixture(scope="session")
def repository() -> Path:
    """The folder that holds pyproject.toml."""
    return Path(__file__).parents[1]
