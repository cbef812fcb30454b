"""Showing a hostile note opens no file, starts nothing and calls nobody."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

PROGRAM = """
import sys
sys.path.insert(0, sys.argv[1])
import conftest
from PySide6.QtWidgets import QApplication
from briefing.ui.preview.pane import PreviewPane
from briefing.ui.print import pdf_bytes
from briefing.ui.theme import LIGHT, Theme
from briefing.ui.words import Words

app = QApplication([])
hostile = conftest.hostile.__wrapped__()
pane = PreviewPane(Theme(LIGHT), Words("en"))
pane.show()
pane.show_document(conftest.talks(page_limit=1))  # icons and words are read now
pane.grab()
pane.show_document(conftest.talks(80))
pdf_bytes(conftest.talks())
seen = []
watched = ("open", "socket.", "subprocess.", "os.system", "os.exec", "urllib.", "webbrowser.", "import")
sys.addaudithook(lambda event, args: seen.append(event) if event.startswith(watched) else None)
pane.show_document(hostile)
pane.grab()
for origin in pane.canvas._pages.origins:
    pane.mark(origin)
    pane.canvas.origin_activated.emit(origin)
app.processEvents()
pdf_bytes(hostile)
print(seen)
"""


def test_nothing_is_opened_run_or_called(tmp_path: Path) -> None:
    command = [sys.executable, "-c", PROGRAM, str(Path(__file__).parent)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[3])
    assert done.stdout.strip() == "[]", done.stderr
