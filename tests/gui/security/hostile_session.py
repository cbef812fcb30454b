"""A whole session on hostile texts: python hostile_session.py CANARY FOLDER (in the home of the test).

Starts the program, reads a page that asks for the canary, opens a note that names it everywhere, shows it,
marks, hovers, exports and ends. Prints what went wrong, or "done".
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

import docx
from msgspec.structs import replace
from PySide6.QtCore import QDeadlineTimer, QPoint, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from briefing.cli.demo import sample_note
from briefing.exporters import export
from briefing.exporters.base import on_base
from briefing.exporters.placeholders import fill_form
from briefing.model.note import TemplateCopy
from briefing.store.codec import encode
from briefing.store.places import places
from briefing.ui.app import Program, make_application
from briefing.ui.messages import Message
from briefing.ui.print import pdf_bytes

WHISPERED = "what is for nobody to read"  # in comments, in text nobody quoted, in a form's properties


def tricks(canary: str) -> str:
    """A text that asks, in every way a text can, for the canary or for the net."""
    return (
        f'<img src="file://{canary}"><img src="{canary}"><link rel=stylesheet href="{canary}">'
        f'<a href="file://{canary}">x</a> {{{{ 7*7 }}}} </w:t> ${{HOME}} javascript:alert(1) '
        '<img src="http://127.0.0.1:9/x"><style>@import url(http://127.0.0.1:9/y)</style>'
    )


def hostile_note(text: str) -> bytes:
    """The sample's note with the text in every place a person or an article can write."""
    note = sample_note()
    form = note.template.source.replace('name = "Meeting"', f"name = {templates_text(text)}", 1)
    points = tuple(
        replace(p, wording=f"{text} {n}", comment=f"{text} {WHISPERED}", owner=text, due=text)
        for n, p in enumerate(note.points)
    )
    articles = tuple(
        replace(
            a, headline=text, publisher=text, byline=(text,), agency=text, dateline=text, section=text,
            url=f"javascript:{text}", losses=(text,),
            blocks=(*a.blocks, replace(a.blocks[0], text=f"{text} {WHISPERED}")),
        )
        for a in note.articles
    )  # fmt: skip
    fields = tuple((key, text) for key, _ in note.fields)
    made = replace(
        note, title=text, summary=text, marking=text, points=points, articles=articles, fields=fields
    )
    return encode(replace(made, template=TemplateCopy(text[:40], form)))


def own_word(*paragraphs: str) -> bytes:
    """The organisation's own Word file, with what such files carry about those who made it."""
    file, target = docx.Document(), io.BytesIO()
    for text in paragraphs:
        file.add_paragraph(text)
    file.add_comment(file.paragraphs[0].runs, text=WHISPERED, author=WHISPERED, initials="W")
    for name in ("author", "last_modified_by", "comments", "keywords", "category"):
        setattr(file.core_properties, name, WHISPERED)
    file.save(target)
    return target.getvalue()


def templates_text(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def refuse_to_close(window: object) -> None:
    """Lets the question before closing show, with the note's title in it, and says no."""

    def refuse() -> None:
        box = QApplication.activeModalWidget()
        if box is None:
            QTimer.singleShot(20, refuse)
            return
        box.grab()
        box.reject()

    QTimer.singleShot(0, refuse)
    window.desk.saving.asks = True
    assert not window.desk.saving.may_close()


def wait(until: object) -> None:
    limit = QDeadlineTimer(60_000)
    while not until() and not limit.hasExpired():
        QApplication.processEvents()
    assert not limit.hasExpired()


def main(canary: str, folder: Path) -> None:
    text = tricks(canary)
    note, page = folder / "hostile.briefing", folder / "page.html"
    note.write_bytes(hostile_note(text))
    page.write_text(f"<html><head><title>{text}</title></head><body>" + f"<p>The talks went on. {text}</p>" * 9)
    application = make_application()
    program = Program(application)
    window = program.open_window(note)
    wait(lambda: len(window.session.note.points) > 3)
    window.opening.import_file(page)
    wait(lambda: len(window.session.note.articles) > 1)
    window.say(Message("warn", text, text, detail=text))
    window.show_editor()
    window.resize(1440, 900)
    window.grab()
    for text in {w.toolTip() for w in window.findChildren(QWidget)}:
        QToolTip.showText(QPoint(40, 40), text, window)
        QApplication.processEvents()
    refuse_to_close(window)
    window.editor.source.parts.standing.step(1)
    document = window.session.document(prompts=False)
    for kind in ("docx", "md", "html"):
        (folder / f"out.{kind}").write_bytes(export(document, kind))
    (folder / "out.pdf").write_bytes(pdf_bytes(document))
    marks = ("title", "marking", "summary", "to", "points: meeting", "points: agreements", "points: background")
    (folder / "journals").write_text("\n".join(p.stem for p in places().journals.rglob("*.log")))
    (folder / "base.docx").write_bytes(on_base(own_word("Old text"), document, {}))
    (folder / "form.docx").write_bytes(fill_form(own_word(*(f"{{{{{m}}}}}" for m in marks)), document))
    window.grab()
    assert not QDesktopServices.openUrl(QUrl())  # Qt is there to open links; nothing above asked it to
    window.session.saved(window.session.note, note, "")
    window.close()
    program.shut()
    print("done")


main(sys.argv[1], Path(sys.argv[2]))
