"""The team's templates: copied from a share, and there also while the share is away."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from store_doubles import Faulty

from briefing import limits
from briefing.store.library import Library
from briefing.store.places import places
from briefing.store.team import refresh
from briefing.template import word_file_wanted


@pytest.fixture
def share(tmp_path: Path) -> Path:
    folder = tmp_path / "share"
    folder.mkdir()
    put(folder, "Desk", "desk, first")
    return folder


@pytest.fixture
def shelf(tmp_path: Path, share: Path) -> Library:
    here = places({"BRIEFING_HOME": str(tmp_path / "home")}, "linux")
    made = Library(here._replace(team=share))
    made.refresh_team()
    return made


def put(folder: Path, name: str, text: str) -> None:
    (folder / f"{name}.toml").write_text(text, encoding="utf-8")


def team(shelf: Library) -> dict[str, str]:
    return {e.name: shelf.read_template(e.name) for e in shelf.list_templates() if e.origin == "team"}


def test_the_teams_templates_are_listed_as_theirs(shelf):
    assert team(shelf) == {"Desk": "desk, first"}


def test_the_share_is_read_anew_when_asked(shelf, share):
    put(share, "Desk", "desk, second")
    put(share, "Press", "press")
    assert team(shelf) == {"Desk": "desk, first"}
    found = shelf.refresh_team()
    assert (found.reached, found.changed) == (True, ("Desk", "Press"))
    assert team(shelf) == {"Desk": "desk, second", "Press": "press"}
    assert shelf.refresh_team().changed == ()


def test_what_the_team_took_away_is_gone(shelf, share):
    put(share, "Press", "press")
    shelf.refresh_team()
    (share / "Desk.toml").unlink()
    assert shelf.refresh_team().changed == ("Desk",)
    assert team(shelf) == {"Press": "press"}


def test_while_the_share_is_away_the_copy_serves_and_says_of_when_it_is(shelf, share):
    share.rename(share.with_name("unplugged"))
    found = shelf.refresh_team()
    assert not found.reached
    assert found.seen.startswith("20")
    assert team(shelf) == {"Desk": "desk, first"}


def test_an_empty_mount_point_is_a_share_that_is_away(shelf, share):
    (share / "Desk.toml").unlink()
    assert not shelf.refresh_team().reached
    assert team(shelf) == {"Desk": "desk, first"}


def test_nothing_is_written_to_the_share(shelf, share):
    before = {p.name: p.stat().st_mtime_ns for p in share.iterdir()}
    shelf.refresh_team()
    shelf.save_template("Desk", "mine")
    shelf.delete("Desk")
    assert {p.name: p.stat().st_mtime_ns for p in share.iterdir()} == before


def test_another_team_folder_has_another_copy(shelf, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    moved = replace(shelf, places=shelf.places._replace(team=other))
    assert team(moved) == {}


def test_without_a_team_there_is_nothing_to_read(shelf):
    assert replace(shelf, places=shelf.places._replace(team=None)).refresh_team() is None


def test_a_template_that_is_too_large_is_not_taken(shelf, share):
    put(share, "Huge", "x" * (limits.MOST_TEMPLATE_BYTES + 1))
    assert shelf.refresh_team().reached
    assert "Huge" not in team(shelf)


class OneUnreadable(Faulty):
    def read(self, path: Path) -> bytes:
        if path.parent.name == "share":
            raise PermissionError(path)
        return super().read(path)


def test_a_template_that_cannot_be_read_now_stays_as_it_was(shelf, share):
    put(share, "Desk", "desk, second")
    found = replace(shelf, fs=OneUnreadable()).refresh_team()
    assert (found.reached, found.changed) == (True, ())
    assert team(shelf) == {"Desk": "desk, first"}


class NoRoom(Faulty):
    def make_folder(self, path: Path) -> None:
        raise OSError(28, "no space", path)


def test_no_room_for_the_copy_is_no_fault(share, tmp_path):
    assert not refresh(share, tmp_path / "copy", NoRoom()).reached


def test_the_word_file_beside_a_template_on_the_share_is_there_while_the_share_is_away(shelf, share):
    tags = '[[tags]]\nid = "a"\nname = "A"\n[[sections]]\nheading = "A"\ntag = "a"\n'
    put(share, "Form", f'name = "x"\n[word]\nway = "form"\nfile = "ours.docx"\n{tags}')
    (share / "ours.docx").write_bytes(b"PK ours")
    shelf.refresh_team()
    share.rename(share.with_name("away"))
    assert word_file_wanted(team(shelf)["Form"]) == ""
