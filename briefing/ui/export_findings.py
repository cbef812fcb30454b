"""What to know before a note goes out: length, sources, required fields."""

from __future__ import annotations

from briefing.blocks import Document, Fields
from briefing.ui.dialogs.export import Finding
from briefing.ui.guarding import NO_SOURCE, check_views
from briefing.ui.print import printed_pages
from briefing.ui.session import Session
from briefing.words import Words


def findings_of(session: Session, document: Document, words: Words) -> tuple[Finding, ...]:
    """The lines of the export sheet."""
    note, template = session.note, session.template
    if not note.points:
        return (Finding(good=False, text=words("window.export_empty")),)
    return (
        *_title(note.title, words),
        _length(document, template.page.paper, words),
        _sources(session, words),
        *_doubts(session, words),
        *_required(session, document, words),
    )


def _title(title: str, words: Words) -> tuple[Finding, ...]:
    return () if title.strip() else (Finding(good=False, text=words("window.export_no_title")),)


def _length(document: Document, paper: str, words: Words) -> Finding:
    pages = printed_pages(document)
    if pages.overflow_lines:
        return Finding(good=False, text=words("window.export_over", count=pages.overflow_lines))
    if document.page_limit:
        text = words("window.export_fits", count=document.page_limit, paper=paper)
    else:
        text = words("window.export_length", count=pages.page_count, paper=paper)
    return Finding(good=True, text=text)


def _sources(session: Session, words: Words) -> Finding:
    points = session.note.points
    bare = sum(1 for p in points if not p.evidence)
    if bare:
        return Finding(good=False, text=words("window.export_unlinked", count=bare))
    return Finding(good=True, text=words("window.export_linked", count=len(points)))


def _doubts(session: Session, words: Words) -> tuple[Finding, ...]:
    note = session.note
    views = (view for point in note.points for view in check_views(note, point, words))
    said = [view.sentence for view in views if not view.info and view.key != NO_SOURCE]
    if not said:
        return ()
    return (Finding(good=False, text=words("window.export_checks", count=len(said), first=said[0])),)


def _required(session: Session, document: Document, words: Words) -> tuple[Finding, ...]:
    printed = {r.origin for b in document.blocks if isinstance(b, Fields) for r in b.rows if r.text}
    missing = [f.label for f in session.template.fields if f.required and f"field:{f.key}" not in printed]
    if not missing:
        return ()
    return (Finding(good=False, text=words("window.export_missing", fields=", ".join(missing))),)
