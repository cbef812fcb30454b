"""Shipped files: found from a checkout, and from an installed wheel alike."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import subprocess
import sys
from pathlib import Path

import pytest

from briefing import resources

READ_ALL = """
import hashlib, json
from briefing import resources
root = resources.root()
names = [p.relative_to(root).parts for p in root.rglob("*") if p.is_file()]
print(json.dumps({"/".join(n): hashlib.sha256(resources.path(*n).read_bytes()).hexdigest() for n in names}))
"""


def hashes(folder: Path) -> dict[str, str]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {p.relative_to(folder).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest() for p in files}


def run(*command: str | Path, cwd: Path) -> str:
    done = subprocess.run(list(map(str, command)), cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_a_checkout_keeps_its_resources_at_the_top(repository):
    assert resources.root() == repository / "resources"


def test_a_shipped_file_is_read_as_text():
    assert resources.text("templates", "bilateral-meeting.toml").startswith("#")


def test_names_are_sorted_and_of_one_kind():
    names = resources.names("icons", ".svg")
    assert names == tuple(sorted(names))
    assert all(name.endswith(".svg") for name in names)


def test_a_folder_that_is_not_there_has_no_names():
    assert resources.names("no-such-folder", ".svg") == ()


def test_an_installed_program_finds_its_resources_inside_the_package(tmp_path, monkeypatch):
    (tmp_path / "_resources").mkdir()
    monkeypatch.setattr(resources, "__file__", str(tmp_path / "resources.py"))
    assert resources.root.__wrapped__() == tmp_path / "_resources"


@pytest.mark.slow
@pytest.mark.skipif(not importlib.util.find_spec("build"), reason="build is for developers")
def test_a_wheel_in_an_empty_environment_holds_every_resource(repository, tmp_path):
    run(
        sys.executable,
        "-m",
        "build",
        "--wheel",
        "--no-isolation",
        "--outdir",
        tmp_path,
        repository,
        cwd=tmp_path,
    )
    run(sys.executable, "-m", "venv", "--without-pip", tmp_path / "empty", cwd=tmp_path)
    python = tmp_path / "empty" / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    wheel = next(tmp_path.glob("*.whl"))
    run(
        sys.executable,
        "-m",
        "pip",
        "--python",
        python,
        "install",
        "-q",
        "--no-deps",
        "--no-index",
        wheel,
        cwd=tmp_path,
    )
    assert json.loads(run(python, "-I", "-c", READ_ALL, cwd=tmp_path)) == hashes(repository / "resources")
