"""The template library: shipped, shared, and the analyst's own."""

from __future__ import annotations

import errno

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from store_doubles import Faulty

from briefing import resources
from briefing.errors import TemplateMissing, WriteFailed
from briefing.store import library as functions
from briefing.store.library import Library
from briefing.store.naming import MOST_NAME_BYTES, is_safe_name, safe_name
from briefing.store.places import places


@pytest.fixture
def shelf(tmp_path) -> Library:
    return Library(places({"BRIEFING_HOME": str(tmp_path)}, "linux"))


def origins(shelf: Library) -> dict[str, str]:
    return {e.name: e.origin for e in shelf.list_templates()}


def test_every_shipped_template_is_listed(shelf):
    shipped = {n.removesuffix(".toml") for n in resources.names("templates", ".toml")}
    assert {n for n, o in origins(shelf).items() if o == "shipped"} == shipped


def test_a_shipped_template_is_read(shelf):
    assert shelf.read_template("bilateral-meeting") == resources.text("templates", "bilateral-meeting.toml")


def test_a_saved_template_is_listed_and_read(shelf):
    shelf.save_template("Tokyo desk", "a = 1\n")
    assert origins(shelf)["Tokyo desk"] == "own"
    assert shelf.read_template("Tokyo desk") == "a = 1\n"


def test_capitals_and_the_suffix_do_not_matter(shelf):
    shelf.save_template("Tokyo desk", "a = 1\n")
    assert shelf.entry("tokyo DESK.toml").name == "Tokyo desk"


def test_ones_own_stands_in_front_of_a_shipped_one(shelf):
    shelf.save_template("bilateral-meeting", "mine")
    assert shelf.read_template("bilateral-meeting") == "mine"
    assert origins(shelf)["bilateral-meeting"] == "own"


def test_the_teams_stands_between(shelf, tmp_path):
    team = tmp_path / "team"
    team.mkdir()
    (team / "bilateral-meeting.toml").write_text("theirs")
    shelf = replace(shelf, places=shelf.places._replace(team=team))
    shelf.refresh_team()
    assert origins(shelf)["bilateral-meeting"] == "team"
    shelf.save_template("bilateral-meeting", "mine")
    assert origins(shelf)["bilateral-meeting"] == "own"


def test_a_team_folder_that_is_away_is_no_fault(shelf, tmp_path):
    shelf = replace(shelf, places=shelf.places._replace(team=tmp_path / "unplugged"))
    assert "bilateral-meeting" in origins(shelf)


def test_what_ones_own_stands_in_front_of_can_be_seen(shelf):
    shelf.save_template("bilateral-meeting", "mine")
    behind = shelf.behind(shelf.entry("bilateral-meeting"))
    assert behind is not None
    assert behind.origin == "shipped"
    assert shelf.behind(behind) is None


def test_a_free_name_is_one_that_no_template_has(shelf):
    shelf.save_template("Desk", "a")
    assert [shelf.free_name(n) for n in ("Tokyo", "desk", "Bilateral-meeting")] == [
        "Tokyo",
        "desk 2",
        "Bilateral-meeting 2",
    ]


def test_a_missing_template_names_the_nearest(shelf):
    with pytest.raises(TemplateMissing) as caught:
        shelf.read_template("bilateral-meting")
    assert caught.value.nearest == "bilateral-meeting"
    assert "korean-report" in caught.value.known


def test_a_template_that_is_no_text_is_missing(shelf):
    path = shelf.save_template("odd", "x").path
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(TemplateMissing):
        shelf.read_template("odd")


def test_a_template_of_another_system_has_our_line_ends(shelf):
    shelf.save_template("w", "x").path.write_bytes(b"\xef\xbb\xbfa = 1\r\nb = 2\r\n")
    assert shelf.read_template("w") == "a = 1\nb = 2\n"


def test_a_template_is_not_overwritten_unless_told(shelf):
    shelf.save_template("a", "1")
    with pytest.raises(WriteFailed) as caught:
        shelf.save_template("a", "2")
    assert (caught.value.reason, shelf.read_template("a")) == ("exists", "1")
    shelf.save_template("a", "2", overwrite=True)
    assert shelf.read_template("a") == "2"


@pytest.mark.parametrize("name", ["", "..", "a/b", "a\\b", "CON", "nul.x", "a.", " a", "a:b", "x\0", "w" * 300])
def test_a_name_some_system_refuses_is_refused_with_the_nearest_good_one(shelf, name):
    with pytest.raises(WriteFailed) as caught:
        shelf.save_template(name, "x")
    assert (caught.value.reason, caught.value.detail) == ("name", safe_name(name))


def test_ones_own_can_be_renamed(shelf):
    shelf.save_template("a", "1")
    shelf.rename("a", "b")
    assert shelf.read_template("b") == "1"
    assert "a" not in origins(shelf)


def test_a_rename_never_overwrites(shelf):
    shelf.save_template("a", "1")
    shelf.save_template("b", "2")
    with pytest.raises(WriteFailed, match="exists"):
        shelf.rename("a", "b")
    assert (shelf.read_template("a"), shelf.read_template("b")) == ("1", "2")


def test_a_rename_may_change_capitals_only(shelf):
    shelf.save_template("a", "1")
    assert shelf.rename("a", "A").name == "A"
    assert origins(shelf)["A"] == "own"


@pytest.mark.parametrize("act", [lambda s: s.rename("korean-report", "x"), lambda s: s.delete("korean-report")])
def test_shipped_templates_are_not_changed(shelf, act):
    with pytest.raises(WriteFailed, match="denied"):
        act(shelf)
    assert origins(shelf)["korean-report"] == "shipped"


def test_a_deleted_template_can_be_brought_back(shelf):
    shelf.save_template("a.b", "1")
    key = shelf.delete("a.b")
    assert "a.b" not in origins(shelf)
    assert shelf.deleted() == (key,)
    assert shelf.restore(key).name == "a.b"
    assert (shelf.read_template("a.b"), shelf.deleted()) == ("1", ())


def test_a_restored_template_stands_beside_one_that_took_its_name(shelf):
    shelf.save_template("a", "1")
    key = shelf.delete("a")
    shelf.save_template("a", "2")
    assert shelf.restore(key).name == "a 2"
    assert (shelf.read_template("a"), shelf.read_template("a 2")) == ("2", "1")


def test_only_what_lies_in_the_trash_is_restored(shelf):
    with pytest.raises(TemplateMissing):
        shelf.restore("../data/templates/a.toml")


@pytest.mark.parametrize("act", ["save", "rename", "delete", "restore"])
def test_a_full_disk_is_told(shelf, act):
    shelf.save_template("a", "1")
    key = shelf.delete("a")
    shelf.save_template("a", "1")
    full = replace(shelf, fs=Full())
    acts = {
        "save": lambda: full.save_template("b", "2"),
        "rename": lambda: full.rename("a", "b"),
        "delete": lambda: full.delete("a"),
        "restore": lambda: full.restore(key),
    }
    with pytest.raises(WriteFailed, match="full"):
        acts[act]()


class Full(Faulty):
    """Nothing can be given a name."""

    def publish(self, source, target) -> None:
        raise OSError(errno.ENOSPC, "no space", str(source), None, str(target))


def test_the_library_of_this_person_is_at_hand_as_functions(tmp_path, monkeypatch):
    monkeypatch.setenv("BRIEFING_HOME", str(tmp_path))
    entry = functions.save_template("a", "1")
    assert entry in functions.list_templates()
    assert functions.read_template("a") == "1"


@given(st.text(max_size=200))
def test_a_safe_name_is_safe(text):
    name = safe_name(text, "untitled")
    assert is_safe_name(name)
    assert 0 < len(name.encode()) <= MOST_NAME_BYTES
    assert not set(name) & set('<>:"/\\|?*')


@pytest.mark.parametrize("name", ["Gespräch", "한국 보고서", "v1.2", "com", "Console"])
def test_ordinary_names_are_safe(name):
    assert is_safe_name(name)
