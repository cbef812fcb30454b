"""A file that can no longer be read leads to the versions of the note it was."""

from __future__ import annotations

from pathlib import Path

import pytest
from store_doubles import sample_note

from briefing.store.codec import encode
from briefing.store.damaged import versions_of
from briefing.store.places import Places, folder_name, places
from briefing.store.recent import Recent, write_recent
from briefing.store.versions import Versions

WHOLE = encode(sample_note("n-7"))


@pytest.fixture
def there(tmp_path: Path) -> Places:
    made = places({"BRIEFING_HOME": str(tmp_path / "home")})
    Versions(made.versions / folder_name("n-7")).keep(WHOLE)
    Versions(made.versions / folder_name("n-8")).keep(encode(sample_note("n-8")))
    return made


@pytest.mark.parametrize("data", [WHOLE[: len(WHOLE) // 2], WHOLE[:-3], b"\0" * 50 + b"\n" + WHOLE[20:]])
def test_the_id_that_is_left_in_it_tells_whose_versions_they_are(there, tmp_path, data):
    path = tmp_path / "a.briefing"
    path.write_bytes(data)
    found = versions_of(path, there)
    assert [found.note(v) for v in found.listed()] == [sample_note("n-7")]


@pytest.mark.parametrize("data", [b"", bytes(5000), b"<html>"])
def test_where_nothing_is_left_of_it_the_recent_list_tells(there, tmp_path, data):
    path = tmp_path / "a.briefing"
    path.write_bytes(data)
    write_recent(there.recent, (Recent(path, "A", "t", "", note="n-8"),))
    found = versions_of(path, there)
    assert [found.note(v) for v in found.listed()] == [sample_note("n-8")]


@pytest.mark.parametrize(
    "data", [b"", WHOLE.replace(b'"n-7"', b'"n-9"'), b' "id": "\\ud800\\q"\n', b"\xff" * 99]
)
def test_of_an_unknown_file_no_versions_are_offered(there, tmp_path, data):
    path = tmp_path / "a.briefing"
    path.write_bytes(data)
    write_recent(there.recent, (Recent(tmp_path / "other.briefing", "A", "t", "", note="n-8"),))
    assert versions_of(path, there) is None


def test_a_file_that_is_gone_has_the_versions_the_recent_list_knows(there, tmp_path):
    write_recent(there.recent, (Recent(tmp_path / "a.briefing", "A", "t", "", note="n-8"),))
    assert versions_of(tmp_path / "a.briefing", there) is not None
