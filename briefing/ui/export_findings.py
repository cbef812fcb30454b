"""What to know before a note goes out: length, sources, doubts, and the house rules that do not hold."""

from __future__ import annotations

from briefing.blocks import Document
from briefing.compose.house import Breach, Measured, breaches, told
from briefing.template import Template
from briefing.ui.dialogs.export import Finding
from briefing.ui.guarding import NO_SOURCE, check_views
from briefing.ui.print import measured_pages
from briefing.ui.session import Session
from briefing.words import Words


def findings_of(session: Session, form: Template, words: Words) -> tuple[Finding, ...]:
    """The lines of the export sheet, for the note in that form."""
    if not session.note.points:
        return (Finding(good=False, text=words("window.export_empty")),)
    document = session.document(prompts=False, form=form)
    measured = measured_pages(document)
    doubts = _doubts(session, words)
    return (
        *_length(document, measured, form.page.paper, words),
        *_sources(session, words),
        *_left_out(document, words),
        *(_broken(b, words) for b in breaches(session.note, form, document, measured, doubts)),
    )


def _doubts(session: Session, words: Words) -> tuple[str, ...]:
    """The sentences of the guard, for the rule on facts."""
    note = session.note
    views = (view for point in note.points for view in check_views(note, point, words))
    return tuple(view.sentence for view in views if not view.info and view.key != NO_SOURCE)


def _broken(breach: Breach, words: Words) -> Finding:
    origin = breach.origin or ("checks" if breach.rule == "facts" else "")
    return Finding(good=False, text=told(breach, words), refuses=breach.refuses, origin=origin)


def _length(document: Document, measured: Measured, paper: str, words: Words) -> tuple[Finding, ...]:
    if measured.lines_over:  # a rule of the house says so
        return ()
    if document.page_limit:
        text = words("window.export_fits", count=document.page_limit, paper=paper)
    else:
        text = words("window.export_length", count=measured.pages, paper=paper)
    return (Finding(good=True, text=text),)


def _sources(session: Session, words: Words) -> tuple[Finding, ...]:
    points = session.note.points
    bare = sum(1 for p in points if not p.evidence)
    if not bare:
        return (Finding(good=True, text=words("window.export_linked", count=len(points))),)
    if session.template.rules.sources != "off":
        return ()
    return (Finding(good=False, text=words("window.export_unlinked", count=bare)),)


def _left_out(document: Document, words: Words) -> tuple[Finding, ...]:
    if document.own_word is None:
        return ()
    from briefing.exporters.own_word import left_out  # noqa: PLC0415 - heavy: loaded where there is a form

    names = ", ".join(f"{{{{{name}}}}}" for name in left_out(document))
    return (Finding(good=False, text=words("window.export_left_out", names=names)),) if names else ()
