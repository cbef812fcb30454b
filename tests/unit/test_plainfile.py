"""Files read with care."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.plainfile import TooLarge, read_plain

STATUS = Path("/proc/self/status")  # a plain file that says it holds nothing
unsaid = pytest.mark.skipif(not STATUS.exists(), reason="no /proc")


@unsaid
def test_a_file_that_holds_more_than_it_says_is_read_to_its_end() -> None:
    assert read_plain(STATUS, 100_000).startswith(b"Name:")
    assert read_plain(STATUS, 100_000).endswith(b"\n")


@unsaid
def test_a_file_that_holds_more_than_it_says_is_never_read_beyond_the_limit() -> None:
    with pytest.raises(TooLarge):
        read_plain(STATUS, 10)
