"""The template's page and type as a document's: sizes in millimetres and points, faces for each role."""

from __future__ import annotations

from briefing.blocks import Face, Page, Typography
from briefing.template import PageForm, TypeForm

_PAPERS_MM = {"A4": (210.0, 297.0), "Letter": (215.9, 279.4)}
_EDGE_SHARE = 0.5  # of the margin, between the paper's edge and the header or footer line
_LABEL_SHARE = 0.8  # label size over text size


def page_of(form: PageForm) -> Page:
    """Paper and margins of a page form (ISO 216 A4, ANSI Letter)."""
    width, height = _PAPERS_MM[form.paper]
    top, right, bottom, left = form.margins_mm
    return Page(width, height, top, right, bottom, left, top * _EDGE_SHARE, bottom * _EDGE_SHARE)


def typography_of(form: TypeForm) -> Typography:
    """The faces of a type form."""
    quiet = "#565D69"
    return Typography(
        body=Face(form.latin, form.east_asian, form.size_pt, form.colour),
        title=Face(form.title_latin, form.title_east_asian, form.title_size_pt, form.accent),
        heading=Face(form.latin, form.east_asian, form.heading_size_pt, form.accent, bold=True),
        label=Face(form.latin, form.east_asian, round(form.size_pt * _LABEL_SHARE * 2) / 2, quiet, bold=True),
        small=Face(form.latin, form.east_asian, form.small_size_pt, quiet),
        line_spacing=form.line_spacing,
        paragraph_after_pt=form.paragraph_after_pt,
        item_after_pt=form.item_after_pt,
        heading_before_pt=form.heading_before_pt,
        indent_mm=form.indent_mm,
        accent=form.accent,
        rule=form.rule,
    )
