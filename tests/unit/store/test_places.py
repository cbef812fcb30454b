"""Where things lie on this computer."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import given
from store_strategies import TEXT

from briefing.store.places import folder_name, places

LINUX = {"HOME": "/home/ana"}


def test_one_variable_moves_everything():
    home = places({"BRIEFING_HOME": "/x"}, "linux")
    assert all(str(p).startswith("/x/") for p in (home.templates, home.journals, home.versions, home.settings))


def test_linux_follows_the_desktop_standard():
    there = places(LINUX, "linux")
    assert there.templates == Path("/home/ana/.local/share/briefing/templates")
    assert there.journals == Path("/home/ana/.local/state/briefing/journal")
    assert there.settings == Path("/home/ana/.config/briefing/settings.json")


def test_the_variables_of_the_desktop_standard_are_followed():
    set_ones = {"XDG_DATA_HOME": "/d", "XDG_STATE_HOME": "/s", "XDG_CONFIG_HOME": "/c"}
    there = places({**LINUX, **set_ones}, "linux")
    assert [str(p) for p in (there.data, there.state, there.config)] == [
        "/d/briefing",
        "/s/briefing",
        "/c/briefing",
    ]


def test_a_relative_path_in_such_a_variable_is_ignored():
    assert places({**LINUX, "XDG_DATA_HOME": "d"}, "linux").data == Path("/home/ana/.local/share/briefing")


def test_on_windows_only_templates_and_settings_may_roam():
    there = places({"APPDATA": "/roam", "LOCALAPPDATA": "/local", "USERPROFILE": "/u"}, "win32")
    assert there.templates == Path("/roam/Briefing/templates")
    assert there.settings == Path("/roam/Briefing/settings.json")
    assert there.journals == Path("/local/Briefing/journal")
    assert there.versions == Path("/local/Briefing/versions")


def test_a_mac_keeps_it_in_application_support():
    there = places({"HOME": "/Users/ana"}, "darwin")
    assert there.logs == Path("/Users/ana/Library/Application Support/Briefing/State/logs")


def test_the_team_folder_is_named_by_a_variable():
    assert places({**LINUX, "BRIEFING_TEAM_TEMPLATES": "/share/t"}, "linux").team == Path("/share/t")
    assert places(LINUX, "linux").team is None


def test_asking_creates_nothing(tmp_path):
    _ = places({"BRIEFING_HOME": str(tmp_path / "h")}, "linux").versions
    assert list(tmp_path.iterdir()) == []


def test_a_usual_id_is_its_own_folder():
    assert folder_name("n-9f86d081884c") == "n-9f86d081884c"


@given(TEXT | TEXT.map(lambda t: f"../{t}"))
def test_a_foreign_id_never_leads_out_of_the_folder(note_id):
    name = folder_name(note_id)
    assert Path(name).name == name
    assert name not in ("", ".", "..")


def test_two_foreign_ids_have_two_folders():
    assert folder_name("../a") != folder_name("../b")


def test_every_place_is_in_the_table_that_people_are_shown(repository):
    there = places({"BRIEFING_HOME": "/x", "BRIEFING_TEAM_TEMPLATES": "/share"}, "linux")
    names = [name for name, made in vars(type(there)).items() if isinstance(made, property)]
    written = {getattr(there, name).relative_to("/x").as_posix() for name in names}
    table = (repository / "SECURITY.md").read_text(encoding="utf-8")
    told = set(re.findall(r"^\| `([^`]+)`", table, re.MULTILINE))
    assert {"/".join(path.split("/")[:2]) for path in written} == told
