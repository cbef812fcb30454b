"""The notes opened last."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from store_doubles import Faulty

from briefing.errors import WriteFailed
from briefing.store.recent import (
    MOST_RECENT,
    Recent,
    read_recent,
    uses_of,
    with_recent,
    write_recent,
)


def entry(name: str, title: str = "Talks") -> Recent:
    return Recent(
        Path(f"/notes/{name}.briefing"), title, "bilateral-meeting", "2026-05-14T09:30+00:00", "talks"
    )


def test_the_list_is_read_as_it_was_written(tmp_path):
    listed = (entry("a"), entry("b", "한국"))
    write_recent(tmp_path / "new" / "recent.json", listed)
    assert read_recent(tmp_path / "new" / "recent.json") == listed


def test_the_newest_comes_first_and_each_path_once():
    listed = with_recent((entry("a"), entry("b")), entry("b", "Renamed"))
    assert listed == (entry("b", "Renamed"), entry("a"))


def test_the_list_holds_twenty():
    listed: tuple[Recent, ...] = ()
    for number in range(30):
        listed = with_recent(listed, entry(str(number)))
    assert len(listed) == MOST_RECENT
    assert listed[0] == entry("29")


def test_the_notes_in_a_form_are_counted_by_its_library_name():
    listed = (entry("a"), entry("b"), entry("c")._replace(form="other"), entry("d")._replace(form=""))
    assert (uses_of(listed, "Talks"), uses_of(listed, "")) == (2, 0)


def test_a_list_of_an_older_version_has_no_forms(tmp_path):
    file = tmp_path / "recent.json"
    file.write_text('[{"path": "a", "title": "A", "template": "T", "time": ""}]', encoding="utf-8")
    assert read_recent(file)[0].form == ""


def test_no_list_is_an_empty_one(tmp_path):
    assert read_recent(tmp_path / "recent.json") == ()


DAMAGED = [b"{}", b"null", b"[1, null, {}]", b"[" * 9999, b'[{"path": 1}]', b"\0" * 99]


@given(st.binary() | st.sampled_from(DAMAGED))
def test_a_damaged_list_is_an_empty_one(tmp_path_factory, data):
    file = tmp_path_factory.mktemp("r") / "recent.json"
    file.write_bytes(data)
    assert read_recent(file) == ()


def test_a_damaged_entry_leaves_the_others(tmp_path):
    file = tmp_path / "recent.json"
    write_recent(file, (entry("a"), entry("b")))
    file.write_bytes(file.read_bytes().replace(b'"title": "Talks"', b'"title": 7', 1))
    assert read_recent(file) == (entry("b"),)


def test_a_path_with_a_nul_is_left_out(tmp_path):
    file = tmp_path / "recent.json"
    file.write_bytes(b'[{"path": "a\\u0000", "title": "", "template": "", "time": ""}]')
    assert read_recent(file) == ()


def test_a_list_that_cannot_be_written_is_told(tmp_path):
    with pytest.raises(WriteFailed, match="full"):
        write_recent(tmp_path / "recent.json", (), Faulty(1, errno.ENOSPC))
