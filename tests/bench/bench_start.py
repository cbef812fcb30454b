"""Starting the program, in CPU time and memory of whole processes, against the least that could be started."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from briefing import template as templates
from briefing.blocks import Document, Heading, ListItem, Paragraph, Title
from briefing.cli.demo import sample_note
from briefing.compose import compose
from briefing.model import edits
from briefing.model.anchor import anchor_at
from briefing.model.note import Note
from briefing.store.notes import save

from .measure import Row, Used, can_launch, launches

START_BUDGET, NOTE_BUDGET, MEMORY_BUDGET = 1.35, 1.6, 1.35
VERSION_BUDGET, EXPORT_BUDGET = 3.0, 1.5
POINTS = 10
START_ROUNDS, VERSION_ROUNDS, EXPORT_ROUNDS = 7, 21, 9
HEAVY = (
    "docx", "lxml", "trafilatura", "pypdf", "pypdfium2", "markdown", "mammoth", "olefile", "htmldate",
    "charset_normalizer", "readability", "dateparser",
)  # fmt: skip
# What the installed command does, of the tree that is measured.
PROGRAM = [sys.executable, "-c", "import sys; from briefing.__main__ import main; sys.exit(main())"]

# A window of the same size with an empty text, painted once.
BARE_WINDOW = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTextEdit
application = QApplication(["bare"])
window = QMainWindow()
window.setCentralWidget(QTextEdit())
window.resize(1440, 900)
window.show()
def paint():
    window.repaint()
    application.exit(0)
QTimer.singleShot(0, paint)
sys.exit(application.exec())
"""

# The same paragraphs, written as most programs write them.
BARE_EXPORT = """
import json, sys
from pathlib import Path
import docx
file = docx.Document()
for style, runs in json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")):
    paragraph = file.add_paragraph(style=style)
    for text, bold in runs:
        paragraph.add_run(text).bold = bold
file.save(sys.argv[2])
"""
Plain = tuple[str, list[tuple[str, bool]]]  # a style, and runs that are bold or not


def rows() -> Iterator[Row]:
    """Every line about starts."""
    if not can_launch():
        yield Row("cold start", None, skipped="this system does not tell what a child process used")
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "note.briefing"
        note = note_of_ten()
        save(note, path)
        yield from _windows(path)
        yield _heavy()
        yield from _commands(note, path)


def note_of_ten() -> Note:
    """The sample's note with as many points as the budget names, the added ones from the article's end."""
    note = sample_note()
    article = note.articles[0]
    for block in reversed([i for i in range(len(article.blocks)) if article.in_body(i)]):
        if len(note.points) < POINTS:
            quote = anchor_at(article, block, 0, len(article.blocks[block].text))
            note = edits.tag_quote(note, "background", quote)
    return note


def _windows(path: Path) -> Iterator[Row]:
    start = [*PROGRAM, "--quit-after-start"]
    window = [sys.executable, "-c", BARE_WINDOW]
    bare, empty, opened = launches(window, start, [*start, str(path)], rounds=START_ROUNDS)
    into = f"start into a note of {POINTS} points"
    yield _cpu("cold start to the start screen, CPU / bare window", empty, bare, START_BUDGET)
    yield _cpu(f"{into}, CPU / bare window", opened, bare, NOTE_BUDGET)
    yield _memory("peak memory, start screen / bare window", empty, bare)
    yield _memory(f"peak memory, {into} / bare window", opened, bare)


def _cpu(what: str, ours: Used, bare: Used, budget: float) -> Row:
    figures = {"ours_s": ours.cpu_s, "bare_s": bare.cpu_s}
    return Row(what, ours.cpu_s / bare.cpu_s, budget, figures=figures)


def _memory(what: str, ours: Used, bare: Used) -> Row:
    figures = {"ours_mib": ours.peak_mib, "bare_mib": bare.peak_mib}
    return Row(what, ours.peak_mib / bare.peak_mib, MEMORY_BUDGET, figures=figures)


def _heavy() -> Row:
    argv = [PROGRAM[0], "-X", "importtime", *PROGRAM[1:], "--quit-after-start"]
    told = subprocess.run(argv, capture_output=True, text=True, check=True).stderr
    names = {line.rpartition("|")[2].strip().partition(".")[0] for line in told.splitlines()}
    found = sorted(names & set(HEAVY))
    return Row("heavy modules loaded at start", len(found), 0, "modules", dict.fromkeys(found, 1.0))


def _commands(note: Note, path: Path) -> Iterator[Row]:
    version = [*PROGRAM, "--version"]
    nothing, told = launches([sys.executable, "-c", "pass"], version, rounds=VERSION_ROUNDS)
    yield _cpu("briefing --version, CPU / python -c pass", told, nothing, VERSION_BUDGET)
    document = compose(note, templates.parse(note.template.source, note.template.name))
    text = path.with_suffix(".json")
    text.write_text(json.dumps(plain(document)), encoding="utf-8")
    export = [*PROGRAM, "export", str(path), "-o", str(path.with_name("ours.docx")), "--force"]
    peer = [sys.executable, "-c", BARE_EXPORT, str(text), str(path.with_name("bare.docx"))]
    ours, bare = launches(export, peer, rounds=EXPORT_ROUNDS)
    yield _cpu("briefing export of one page, CPU / python-docx writing the same", ours, bare, EXPORT_BUDGET)


def plain(document: Document) -> list[Plain]:
    """The paragraphs of a document as python-docx is to write them; fields and tables are left out."""
    return [found for block in document.blocks if (found := _plain(block)) is not None]


def _plain(block: object) -> Plain | None:
    if isinstance(block, Title | Heading):
        return ("Title" if isinstance(block, Title) else "Heading 1", [(block.text, False)])
    if isinstance(block, ListItem | Paragraph):
        style = "List Bullet" if isinstance(block, ListItem) else "Normal"
        return (style, [(run.text, bool(run.bold)) for run in block.runs])
    return None
