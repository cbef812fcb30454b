"""A note as plain values (mappings, sequences, texts, numbers), in the fixed order they are written in.

Fields this version does not know (`extra`) come last at each level. Where a block's kind or status was
one we do not know, the word the file used is written back.
"""

from __future__ import annotations

from collections.abc import Mapping

from briefing.model.anchor import Anchor
from briefing.model.article import NOTHING, Article, Block, Finding, Kind, Link, Status
from briefing.model.note import Note, Point, TemplateCopy

Tree = dict[str, object]

FORMAT = "briefing-note"
VERSION = 1
MIN_READER = 1  # the oldest version that can read what we write

UNKNOWN_KIND = Kind.PARAGRAPH  # what a block of an unknown kind is shown as
UNKNOWN_STATUS = Status.DOUBTFUL


def note_tree(note: Note, revision: int) -> Tree:
    """The whole note, head first. A file of a newer version keeps its own number."""
    tree: Tree = {
        "format": FORMAT,
        "version": note.extra.get("version", VERSION),
        "min_reader": note.extra.get("min_reader", MIN_READER),
        "id": note.id,
        "revision": revision,
        "title": note.title,
        "created": note.created,
        "marking": note.marking,
        "summary": note.summary,
        "fields": dict(note.fields),
        "template": template_tree(note.template),
        "articles": [article_tree(a) for a in note.articles],
        "points": [point_tree(p) for p in note.points],
        "dismissed": [anchor_tree(a) for a in note.dismissed],
    }
    return _with(tree, note.extra)


def template_tree(template: TemplateCopy) -> Tree:
    """The note's own copy of its template."""
    tree: Tree = {"name": template.name, "source": template.source}
    if template.taken:
        tree["taken"] = template.taken
    return _with(tree, template.extra)


def article_tree(article: Article) -> Tree:
    """One source, metadata first."""
    tree: Tree = {
        "id": article.id,
        "headline": article.headline,
        "alternative_headline": article.alternative_headline,
        "publisher": article.publisher,
        "byline": article.byline,
        "agency": article.agency,
        "dateline": article.dateline,
        "published": article.published,
        "updated": article.updated,
        "url": article.url,
        "section": article.section,
        "language": article.language,
        "captured": article.captured,
        "sha256": article.sha256,
        "findings": [finding_tree(f) for f in article.findings],
        "losses": article.losses,
        "blocks": [block_tree(b) for b in article.blocks],
    }
    if article.marking:  # few sources bear one; files stay as older versions wrote them
        tree["marking"] = article.marking
    return _with(tree, article.extra)


def finding_tree(finding: Finding) -> Tree:
    """How one piece of metadata was found."""
    return _with({"name": finding.name, "how": finding.how}, finding.extra)


def block_tree(block: Block) -> Tree:
    """One block of a source."""
    tree: Tree = {
        "text": block.text,
        "kind": block.kind,
        "status": block.status,
        "level": block.level,
    }
    if block.links:
        tree["links"] = [link_tree(link) for link in block.links]
    if block.extra is NOTHING:
        return tree
    if block.kind is UNKNOWN_KIND:
        tree["kind"] = block.extra.get("kind", tree["kind"])
    if block.status is UNKNOWN_STATUS:
        tree["status"] = block.extra.get("status", tree["status"])
    return _with(tree, block.extra)


def link_tree(link: Link) -> Tree:
    """Where words of a block lead."""
    return _with({"start": link.start, "end": link.end, "url": link.url}, link.extra)


def point_tree(point: Point) -> Tree:
    """One line of the note."""
    tree: Tree = {
        "id": point.id,
        "tag": point.tag,
        "wording": point.wording,
        "evidence": [anchor_tree(a) for a in point.evidence] if point.evidence else (),
        "comment": point.comment,
        "owner": point.owner,
        "due": point.due,
        "level": point.level,
        "kept": point.kept,
    }
    return _with(tree, point.extra)


def anchor_tree(anchor: Anchor) -> Tree:
    """Where a quote stands."""
    tree: Tree = {
        "article": anchor.article,
        "block": anchor.block,
        "start": anchor.start,
        "end": anchor.end,
        "quote": anchor.quote,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
    }
    return _with(tree, anchor.extra)


def _with(tree: Tree, extra: Mapping[str, object]) -> Tree:
    if extra is NOTHING:
        return tree
    for key, value in extra.items():
        tree.setdefault(key, value)
    return tree
