"""`briefing demo`: the shipped sample article and its tags, made into a note, a Word file and Markdown."""

from __future__ import annotations

import argparse
import tomllib
from pathlib import Path
from typing import Any

from briefing import resources
from briefing import template as templates
from briefing.cli.output import say
from briefing.cli.reading import now
from briefing.compose import compose
from briefing.errors import WriteFailed
from briefing.exporters import export
from briefing.importers import read_article
from briefing.model import edits
from briefing.model.anchor import Anchor, anchor_at
from briefing.model.article import Article
from briefing.model.note import Note, TemplateCopy, new_id
from briefing.store.codec import encode
from briefing.store.files import write_whole
from briefing.store.library import read_template

NAME = "velmark-castora"
TEMPLATE = "bilateral-meeting"


def act(arguments: argparse.Namespace, _: object) -> int:
    """Writes the three files and says where."""
    folder = Path(arguments.folder)
    note = sample_note()
    document = compose(note, templates.parse(note.template.source, note.template.name))
    files = {
        f"{NAME}.briefing": encode(note),
        f"{NAME}.docx": export(document, "docx"),
        f"{NAME}.md": export(document, "md"),
    }
    _make(folder)
    _refuse_existing(folder, tuple(files), force=arguments.force)
    for name, data in files.items():
        write_whole(folder / name, data, overwrite=arguments.force)
        say(str(folder / name))
    return 0


def sample_note() -> Note:
    """The finished note of the sample article."""
    data = resources.path("samples", f"{NAME}.txt").read_bytes()
    article = read_article(data, f"{NAME}.txt", captured=now())
    made = tomllib.loads(resources.text("samples", f"{NAME}.toml"))
    form = TemplateCopy(TEMPLATE, read_template(TEMPLATE))
    note = edits.add_article(Note(id=new_id("n"), template=form, created=now()), article)
    note = edits.set_summary(edits.set_title(note, made["title"]), made["summary"])
    for key, text in made["fields"].items():
        note = edits.set_field(note, key, text)
    for entry in made["points"]:
        note = _with_point(note, article, entry)
    return note


def _with_point(note: Note, article: Article, entry: dict[str, Any]) -> Note:
    before = {p.id for p in note.points}
    note = edits.tag_quote(note, entry["tag"], quote_anchor(article, entry["quote"]), entry["wording"])
    point = next(p.id for p in note.points if p.id not in before)
    owner, due = entry.get("owner", ""), entry.get("due", "")
    return edits.assign(note, point, owner, due) if owner or due else note


def quote_anchor(article: Article, quote: str) -> Anchor:
    """The anchor of `quote`, which stands in the article. Raises ValueError if it does not."""
    for index, block in enumerate(article.blocks):
        start = block.text.find(quote)
        if start >= 0 and article.in_body(index):
            return anchor_at(article, index, start, start + len(quote))
    message = f"not in the article: {quote}"
    raise ValueError(message)


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise WriteFailed(str(folder), "denied", str(fault)) from fault


def _refuse_existing(folder: Path, names: tuple[str, ...], *, force: bool) -> None:
    there = next((n for n in names if (folder / n).exists()), None)
    if there is not None and not force:
        raise WriteFailed(there, "exists", "--force replaces it")
