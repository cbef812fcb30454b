"""Starting and ending: what is loaded, and that nothing is said on the way out."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.cli.demo import sample_note
from briefing.store.notes import save

HEAVY = ("docx", "lxml", "trafilatura", "markdown", "mammoth", "pypdfium2", "charset_normalizer", "olefile")
MOST_READ = 10  # what PySide reads while it loads itself
_LOADED = f"""
import sys
from briefing.__main__ import main
code = main(["--quit-after-start"])
print("HEAVY:", sorted(m for m in {HEAVY!r} if m in sys.modules))
raise SystemExit(code)
"""

# All of ours that may be loaded before the start screen is painted; whatever else it needs can come after.
FIRST = {
    "", ".__main__", ".limits", ".plainfile",
    ".resources", ".settings", ".words", ".store", ".store.disk", ".store.places",
    ".store.recent", ".store.shelf", ".ui", ".ui.actions", ".ui.afterwards", ".ui.app", ".ui.home",
    ".ui.icons", ".ui.importing", ".ui.main_window", ".ui.numbers", ".ui.on_desk", ".ui.start",
    ".ui.start.cards", ".ui.start.choices",
    ".ui.start.fill", ".ui.start.forms", ".ui.start.glance", ".ui.start.screen", ".ui.start_wishes",
    ".ui.style", ".ui.theme", ".ui.tip", ".ui.widgets", ".ui.words",
}  # fmt: skip
_FIRST = """
import sys
from briefing.__main__ import main
code = main(["--quit-after-start"])
ours = {m.partition("briefing")[2] for m in sys.modules if m.partition(".")[0] == "briefing"}
late = {"dataclasses", "datetime", "tomllib", "hashlib", "difflib", "msgspec", "secrets", "PySide6.QtNetwork",
        "PySide6.QtPrintSupport", "PySide6.QtTest"}
print("LOADED:", sorted(ours), "LATE:", sorted(late & set(sys.modules)))
raise SystemExit(code)
"""


def _start(tmp_path: Path, repository: Path, *command: str) -> subprocess.CompletedProcess[str]:
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "BRIEFING_HOME": str(tmp_path / "home"),
        "PYTHONPATH": str(repository),
    }
    return subprocess.run(
        [sys.executable, *command],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


_SOURCES = """
import linecache
from briefing.__main__ import main
code = main(["--sample", "--quit-after-start"])
print("READ:", len(linecache.cache))
raise SystemExit(code)
"""


# What a note in view needs none of; it comes in idle moments after the first paint.
NOT_FIRST = (
    "briefing.ui.preview.canvas", "briefing.ui.preview.layout", "briefing.ui.asking", "briefing.ui.dialogs",
    "briefing.ui.print", "briefing.ui.replacing", "briefing.compose.note",
    "briefing.blocks", "briefing.exporters", "briefing.importers", "briefing.fetch", "briefing.assist.suggest",
    "briefing.assist.check", "briefing.assist.draft", "PySide6.QtNetwork", "PySide6.QtPrintSupport",
)  # fmt: skip
# Classes that only PySide's search through every kind of widget, or of style, would have loaded.
SEARCHED = ("QWizard", "QMdiArea", "QStyle", "QCommonStyle")
_INTO_A_NOTE = f"""
import enum, gc, sys
from briefing.__main__ import main
code = main([sys.argv[1], "--quit-after-start"])
early = [m for m in (*{NOT_FIRST!r}, *{HEAVY!r}) if m in sys.modules]
gc.unfreeze()
owners = {{e.__qualname__.partition(".")[0] for e in gc.get_objects() if isinstance(e, enum.EnumType)}}
early += sorted(owners & set({SEARCHED!r}))
print("EARLY:", early, "OPEN:", "briefing.ui.points.pane" in sys.modules)
raise SystemExit(code)
"""


_COMPILED = """
import builtins, sys
sys.dont_write_bytecode = False
plainly, seen = builtins.compile, []
def heard(source, filename, *rest, **named):
    seen.append(str(filename))
    return plainly(source, filename, *rest, **named)
builtins.compile = heard
from briefing.ui.importing import import_plainly
import_plainly()
from PySide6.QtCore import QObject
print("COMPILED:", sum(name.startswith("shibokensupport/") for name in seen), QObject().objectName())
"""


@pytest.mark.parametrize("options", [(), ("--sample",), ("gone.briefing",)])
def test_the_window_opens_paints_once_and_ends_well(tmp_path, repository, options):
    done = _start(tmp_path, repository, "-m", "briefing", *options, "--quit-after-start")
    assert done.returncode == 0
    assert "Traceback" not in done.stderr
    assert "Error" not in done.stderr


def test_no_heavy_library_is_loaded_to_start(tmp_path, repository):
    done = _start(tmp_path, repository, "-c", _LOADED)
    assert "HEAVY: []" in done.stdout, done.stdout + done.stderr


def test_the_start_screen_is_painted_with_next_to_nothing_loaded(tmp_path, repository):
    done = _start(tmp_path, repository, "-c", _FIRST)
    loaded, _, late = done.stdout.partition("LOADED: ")[2].partition(" LATE: ")
    assert set(ast.literal_eval(loaded)) <= FIRST, done.stderr
    assert late.strip() == "[]"


def test_no_source_is_read_to_load_a_module(tmp_path, repository):
    done = _start(tmp_path, repository, "-c", _SOURCES)
    assert int(done.stdout.partition("READ:")[2]) < MOST_READ, done.stderr


def test_a_note_is_painted_with_nothing_loaded_that_can_follow(tmp_path, repository):
    path = tmp_path / "talks.briefing"
    save(sample_note(), path)
    done = _start(tmp_path, repository, "-c", _INTO_A_NOTE, str(path))
    assert "EARLY: [] OPEN: True" in done.stdout, done.stdout + done.stderr


def test_what_the_window_library_compiles_is_compiled_once(tmp_path, repository):
    command = ("-X", f"pycache_prefix={tmp_path / 'compiled'}", "-c", _COMPILED)
    first, second = (_start(tmp_path, repository, *command).stdout.split() for _ in range(2))
    assert int(first[1]) > 0
    assert second == ["COMPILED:", "0"]


def test_a_damaged_copy_of_what_was_compiled_is_made_anew(tmp_path, repository):
    command = ("-X", f"pycache_prefix={tmp_path / 'compiled'}", "-c", _COMPILED)
    _start(tmp_path, repository, *command)
    for kept in (tmp_path / "compiled").rglob("*.support"):
        kept.write_bytes(kept.read_bytes()[:1000])
    again, after = (_start(tmp_path, repository, *command).stdout.split() for _ in range(2))
    assert int(again[1]) > 0
    assert after == ["COMPILED:", "0"]
