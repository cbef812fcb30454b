"""The program in a desktop's menus: installed below a home of its own, valid, and removed without a trace."""

from __future__ import annotations

import configparser
import shutil
import subprocess
import sys

import pytest
from lxml import etree

from briefing import resources
from briefing.__main__ import main
from briefing.cli import desktop
from briefing.model.note import Note, TemplateCopy
from briefing.store.codec import encode

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="menus of Linux desktops")


@pytest.fixture
def share(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    return tmp_path / "share"


def entry_of(text: str) -> configparser.SectionProxy:
    parser = configparser.RawConfigParser(delimiters=("=",))
    parser.optionxform = str
    parser.read_string(text)
    return parser["Desktop Entry"]


def test_it_is_installed_with_icon_type_and_description(share, capsys):
    assert main(["--install-desktop"]) == 0
    assert capsys.readouterr().out.strip() == str(share / "applications" / "briefing.desktop")
    entry = entry_of((share / "applications" / "briefing.desktop").read_text(encoding="utf-8"))
    assert entry["Exec"].endswith(" %F")
    assert "application/x-briefing-note" in entry["MimeType"].split(";")
    assert (share / "icons/hicolor/scalable/apps/briefing.svg").is_file()
    assert (share / "icons/hicolor/256x256/mimetypes/application-x-briefing-note.png").is_file()


def test_what_others_installed_stays_and_ours_is_gone_whole(share):
    theirs = share / "applications" / "other.desktop"
    theirs.parent.mkdir(parents=True)
    theirs.write_text("theirs", encoding="utf-8")
    main(["--install-desktop"])
    assert main(["--remove-desktop"]) == 0
    assert theirs.read_text(encoding="utf-8") == "theirs"
    assert not [p for p in share.rglob("*") if "briefing" in p.name]


def test_removing_what_is_not_there_is_well(share):
    assert main(["--remove-desktop"]) == 0


def test_a_home_that_cannot_be_written_ends_in_a_sentence(share, capsys):
    share.write_text("a file", encoding="utf-8")
    assert main(["--install-desktop"]) == 1
    assert "Could not write" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("argument", "written"),
    [
        ("/usr/bin/briefing", "/usr/bin/briefing"),
        ("/home/a b/briefing", '"/home/a b/briefing"'),
        ("/x/50%", "/x/50%%"),
        ("/x/$a", '"/x/\\\\$a"'),
    ],
)
def test_a_path_is_quoted_as_menus_read_it(argument, written):
    assert desktop.quoted(argument) == written


def test_the_magic_names_what_is_saved():
    note = Note(id="n-1", template=TemplateCopy("x", ""), created="2026-05-14T10:00:00+00:00")
    tree = etree.parse(str(resources.path("desktop", "briefing.xml")))
    matches = tree.findall(".//{*}match")
    assert any(m.get("value").encode() in encode(note)[: 64 + len(m.get("value"))] for m in matches)


@pytest.mark.skipif(shutil.which("update-mime-database") is None, reason="no MIME tools here")
def test_the_type_is_known_after_installing(share):
    main(["--install-desktop"])
    assert "application/x-briefing-note:*.briefing" in (share / "mime" / "globs").read_text(encoding="utf-8")
    assert b"briefing-note" in (share / "mime" / "magic").read_bytes()


@pytest.mark.skipif(shutil.which("appstreamcli") is None, reason="no AppStream tools here")
def test_the_description_is_valid():
    path = resources.path("desktop", desktop.METAINFO)
    done = subprocess.run(
        ["appstreamcli", "validate", "--no-net", str(path)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.skipif(shutil.which("desktop-file-validate") is None, reason="no desktop tools here")
def test_the_menu_entry_is_valid(share):
    main(["--install-desktop"])
    path = share / "applications" / "briefing.desktop"
    done = subprocess.run(["desktop-file-validate", str(path)], capture_output=True, text=True, check=False)
    assert done.stdout == ""
