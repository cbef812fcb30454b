"""`briefing export`: a saved note in, a file out."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Literal

from briefing import template as templates
from briefing.assist.voices import who_says
from briefing.blocks import Document
from briefing.cli.output import say
from briefing.cli.templating import source_of
from briefing.cli.word_files import with_form
from briefing.compose import compose
from briefing.errors import WriteFailed
from briefing.exporters import export
from briefing.model.note import Note
from briefing.store import notes
from briefing.store.files import write_whole

Kind = Literal["docx", "md", "html", "pdf"]
KINDS: dict[str, Kind] = {
    ".docx": "docx",
    ".md": "md",
    ".markdown": "md",
    ".html": "html",
    ".htm": "html",
    ".pdf": "pdf",
}


def act(arguments: argparse.Namespace, pdf: Callable[[Document], bytes]) -> int:
    """Writes the note; says what was written."""
    target = Path(arguments.output)
    kind = KINDS.get(target.suffix.lower())
    if kind is None:
        raise WriteFailed(target.name, "kind", ", ".join(KINDS))
    note = notes.load(Path(arguments.note)).note
    data = bytes_of(compose(note, _form(arguments, note), who=who_says), kind, pdf)
    write_whole(target, data, overwrite=arguments.force)
    say(str(target))
    return 0


def _form(arguments: argparse.Namespace, note: Note) -> templates.Template:
    name, source = note.template.name, note.template.source
    if arguments.template:
        name, source = source_of(arguments.template)
    form = templates.parse(source, name)
    return with_form(form, arguments.form) if arguments.form else form


def bytes_of(document: Document, kind: Kind, pdf: Callable[[Document], bytes]) -> bytes:
    """The document as a file of that kind."""
    return pdf(document) if kind == "pdf" else export(document, kind)
