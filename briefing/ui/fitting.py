"""Ways to bring a note that is too long back to its limit, each with what it saves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from briefing import template as templates
from briefing.compose import compose
from briefing.model import edits
from briefing.model.note import Note
from briefing.template import Template
from briefing.ui.print import printed_pages

LEAST_SPACING, LEAST_MARGIN_MM, LEAST_SIZE_PT = 1.0, 15.0, 10.0
TIGHT_SPACING, NARROW_MARGIN_MM = 1.05, 18.0
LONG_POINT_CHARS = 120

Means = Literal["spacing", "margins", "size", "source_line"]


class Fix(Struct, frozen=True):
    """One way: what it changes, to which figure, how many lines are still too many, and the note with it."""

    means: Means
    figure: str
    left_over: int
    note: Note


def overflow_of(note: Note, form: Template) -> int:
    """How many lines stand beyond the note's limit."""
    return printed_pages(compose(note, form)).overflow_lines


def fixes(note: Note, form: Template) -> tuple[Fix, ...]:
    """Changes of the note's own form that save something, in the order a reader minds them least."""
    over = overflow_of(note, form)
    found = (
        Fix(means, figure, overflow_of(note, changed), with_form(note, changed))
        for means, figure, changed in _changes(form)
    )
    return tuple(fix for fix in found if fix.left_over < over)


def _changes(form: Template) -> Iterator[tuple[Means, str, Template]]:
    kind, page = form.type, form.page
    spacing = max(LEAST_SPACING, min(TIGHT_SPACING, round(kind.line_spacing - 0.1, 2)))
    if spacing < kind.line_spacing:
        changed = replace(kind, line_spacing=spacing, paragraph_after_pt=min(kind.paragraph_after_pt, 3.0))
        yield "spacing", f"{spacing:g}", replace(form, type=changed)
    margin = NARROW_MARGIN_MM if max(page.margins_mm) > NARROW_MARGIN_MM else LEAST_MARGIN_MM
    if max(page.margins_mm) > margin:
        margins = tuple(min(m, margin) for m in page.margins_mm)
        yield "margins", f"{margin:g}", replace(form, page=replace(page, margins_mm=margins))
    size = max(LEAST_SIZE_PT, kind.size_pt - 0.5)
    if size < kind.size_pt:
        yield "size", f"{size:g}", replace(form, type=replace(kind, size_pt=size))
    if form.citations.has_annex or form.citations.style in ("footnotes", "endnotes"):
        yield (
            "source_line",
            "",
            replace(form, citations=replace(form.citations, style="source-line", annex=False)),
        )


def with_more_pages(note: Note, form: Template) -> Note:
    """The note whose form allows one page more."""
    return with_form(note, replace(form, page=replace(form.page, limit=form.page.limit + 1)))


def with_form(note: Note, form: Template) -> Note:
    """The note with its own copy of the form changed; the library is left as it is."""
    return edits.set_template(note, replace(note.template, source=templates.to_toml(form)))


def longest_point(note: Note) -> str:
    """The id of the point with the longest wording, if it is long; else empty."""
    longest = max(note.points, key=lambda p: len(p.wording), default=None)
    return longest.id if longest is not None and len(longest.wording) > LONG_POINT_CHARS else ""
