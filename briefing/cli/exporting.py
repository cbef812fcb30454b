"""`briefing export`: a saved note in, a file out."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Literal

from briefing import template as templates
from briefing.assist.voices import who_says
from briefing.blocks import Document
from briefing.cli.house import warn_or_refuse
from briefing.cli.output import note as tell
from briefing.cli.output import say
from briefing.cli.printer import Printer
from briefing.cli.templating import source_of
from briefing.cli.word_files import with_word
from briefing.compose import compose
from briefing.compose.house import breaches, needs_pages
from briefing.errors import WriteFailed
from briefing.exporters import export
from briefing.model.note import Note
from briefing.store import notes
from briefing.store.files import write_whole
from briefing.template import Template

Kind = Literal["docx", "md", "html", "pdf"]
KINDS: dict[str, Kind] = {
    ".docx": "docx",
    ".md": "md",
    ".markdown": "md",
    ".html": "html",
    ".htm": "html",
    ".pdf": "pdf",
}


def act(arguments: argparse.Namespace, printer: Printer) -> int:
    """Writes the note; says what was written, and which house rules do not hold."""
    target = Path(arguments.output)
    kind = KINDS.get(target.suffix.lower())
    if kind is None:
        raise WriteFailed(target.name, "kind", ", ".join(KINDS))
    note = notes.load(Path(arguments.note)).note
    form = _form(arguments, note)
    document = compose(note, form, who=who_says)
    _check(note, form, document, printer, target.name)
    data = bytes_of(document, kind, printer)
    write_whole(target, data, overwrite=arguments.force)
    if kind == "docx" and document.own_word is not None:
        _tell_left_out(document, document.own_word.name)
    say(str(target))
    return 0


def _tell_left_out(document: Document, form: str) -> None:
    from briefing.exporters.own_word import left_out  # noqa: PLC0415 - heavy: loaded where there is a form

    for name in left_out(document):
        tell(f"{form} has no place for {{{{{name}}}}}: it is left out")


def _form(arguments: argparse.Namespace, note: Note) -> templates.Template:
    name, source = note.template.name, note.template.source
    if arguments.template:
        name, source = source_of(arguments.template)
    form = templates.parse(source, name)
    if arguments.form:
        return with_word(form, "form", arguments.form)
    return with_word(form, "base", arguments.base) if arguments.base else form


def _check(note: Note, form: Template, document: Document, printer: Printer, target: str) -> None:
    """What is slow to look at, pages and facts, is looked at only where the form would refuse a note."""
    rules = form.rules
    doubts = _doubts(note) if rules.facts == "refuse" else ()
    slow = "refuse" in (rules.page_limit, rules.bottom_line)
    measured = printer.measured(document) if slow and needs_pages(form) else None
    warn_or_refuse(breaches(note, form, document, measured, doubts), target)


def _doubts(note: Note) -> tuple[str, ...]:
    from briefing.cli.doubting import doubts_of  # noqa: PLC0415 - heavy: hundreds of patterns, seldom needed

    return tuple(doubt["wording"] for doubt in doubts_of(note))


def bytes_of(document: Document, kind: Kind, printer: Printer) -> bytes:
    """The document as a file of that kind."""
    return printer.pdf(document) if kind == "pdf" else export(document, kind)
