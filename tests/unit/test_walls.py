"""Walls between rooms: what a module may import, and what stays unloaded until it is needed."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

QT = ("PySide6", "shiboken6")
HEAVY = ("docx", "lxml", "trafilatura", "markdown", "pypdf")
# A program of its own, as this process has long loaded Qt: imports what it is told, prints what is loaded then.
LOADED = """
import importlib, json, pkgutil, sys
for name in sys.argv[1:]:
    importlib.import_module(name)
print(json.dumps(sorted({name.partition(".")[0] for name in sys.modules})))
"""
BELOW_UI = """
import json, pkgutil, briefing
names = ["briefing"]
while names:
    name = names.pop()
    print(name)
    package = __import__(name, fromlist=["_"])
    for found in pkgutil.iter_modules(getattr(package, "__path__", []), name + "."):
        if found.name not in ("briefing.ui", "briefing.__main__"):
            names.append(found.name)
"""


def said(repository: Path, program: str, *arguments: str) -> str:
    command = [sys.executable, "-c", program, *arguments]
    done = subprocess.run(command, cwd=repository, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def loaded(repository: Path, *modules: str) -> set[str]:
    """The top-level packages in memory once `modules` are imported."""
    return set(json.loads(said(repository, LOADED, *modules)))


@pytest.fixture(scope="module")
def below_ui(repository: Path) -> list[str]:
    """Every module below the window. Listing a package imports it."""
    return said(repository, BELOW_UI).split()


def test_all_rooms_below_the_window_are_looked_at(below_ui):
    rooms = {name.split(".")[1] for name in below_ui if "." in name}
    assert rooms >= {"model", "template", "compose", "importers", "exporters", "store", "assist", "words"}
    assert "ui" not in rooms


def test_nothing_below_the_window_loads_qt(repository, below_ui):
    assert loaded(repository, *below_ui) & set(QT) == set()


def test_the_command_line_loads_no_heavy_library(repository):
    assert loaded(repository, "briefing.cli") & {*QT, *HEAVY} == set()


@pytest.mark.parametrize(
    "room", ["model", "template", "compose", "words", "store", "importers", "exporters", "assist"]
)
def test_no_room_loads_a_heavy_library_before_it_is_needed(room, repository):
    assert loaded(repository, f"briefing.{room}") & set(HEAVY) == set()


@pytest.mark.slow
def test_every_import_goes_to_the_left(repository):
    tool = shutil.which("lint-imports", path=str(Path(sys.executable).parent)) or pytest.skip(
        "import-linter is for developers"
    )
    done = subprocess.run([tool, "--no-cache"], cwd=repository, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
