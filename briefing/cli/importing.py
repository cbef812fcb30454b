"""`briefing import`: articles in, what was found in them out."""

from __future__ import annotations

import argparse
import json
from contextlib import closing

from briefing.cli.output import fail, note, say
from briefing.cli.reading import article_read_by
from briefing.errors import ImportFailed
from briefing.faults import explain
from briefing.model.article import Article, Kind, Status
from briefing.model.plain import article_to_json
from briefing.provenance import finding_said, loss_said
from briefing.sandbox import Readers
from briefing.words import Words

_TEXT_KEYS = ("blocks", "paragraphs")


def act(arguments: argparse.Namespace, _: object) -> int:
    """Prints each article; one that fails does not stop the rest. 1 if any failed."""
    files: list[str] = arguments.files
    with closing(Readers(reuse=True)) as readers:
        good = []
        for number, name in enumerate(files, 1):
            if len(files) > 1:
                note(f"{number} of {len(files)}: {name}")
            good.append(_printed(readers, name, arguments))
    return 0 if all(good) else 1


def _printed(readers: Readers, name: str, arguments: argparse.Namespace) -> bool:
    """Whether the file held an article, which was then printed; else why not was."""
    try:
        article = article_read_by(readers, name)
    except ImportFailed as failure:
        told = explain(failure, Words("en"))
        fail(told.what, told.then)
        return False
    say(_as_json(article, arguments) if arguments.json else _as_text(article, arguments))
    return True


def _as_json(article: Article, arguments: argparse.Namespace) -> str:
    tree = dict(article_to_json(article))
    if arguments.metadata_only:
        for key in _TEXT_KEYS:
            tree.pop(key, None)
    return json.dumps(tree, ensure_ascii=False, indent=2)


def _as_text(article: Article, arguments: argparse.Namespace) -> str:
    lines = [article.headline or "(no headline)"]
    about = (
        ("Publisher", article.publisher),
        ("By", ", ".join(article.byline)),
        ("Agency", article.agency),
        ("Published", article.published.replace("T", " ")),
        ("Updated", article.updated.replace("T", " ")),
        ("Place", article.dateline),
        ("Language", article.language),
        ("Address", article.url),
    )
    lines += [f"{name}: {value}" for name, value in about if value]
    words = Words("en")
    lines += [f"To check: {loss_said(loss, words)}" for loss in article.losses]
    if arguments.metadata_only:
        lines += [f"Found {f.name}: {finding_said(f.how, words)}" for f in article.findings]
        return "\n".join(lines)
    return "\n\n".join(["\n".join(lines), *_body(article), _aside(article)])


def _body(article: Article) -> list[str]:
    signs = {Kind.CAPTION: "[picture] ", Kind.LIST_ITEM: "• ", Kind.HEADING: "## ", Kind.QUOTE: "> "}
    return [
        ("? " if b.status is Status.DOUBTFUL else "") + signs.get(b.kind, "") + b.text
        for b in article.blocks
        if b.status is not Status.FURNITURE
    ]


def _aside(article: Article) -> str:
    count = sum(1 for b in article.blocks if b.status is Status.FURNITURE)
    return f"({count} line{'' if count == 1 else 's'} of the page set aside)"
