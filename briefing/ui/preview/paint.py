"""A page onto any painter: the screen, a printer, a PDF. Only text is drawn, and the few lines around it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from briefing.ui.preview.fonts import UNITS_PER_POINT
from briefing.ui.preview.laid import BLACK, OVERLINE_PT, OVERLINE_SHARE, draw_line
from briefing.ui.preview.layout import NOTE_LINE_PT, Pages, Sheet
from briefing.ui.preview.pieces import Piece


def paint_page(painter: QPainter, pages: Pages, page: int, scale: float) -> None:
    """Paints a page with its top left corner at the painter's origin, `scale` device units a point."""
    sheet = pages.sheet
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    with _scaled(painter, scale):
        _head_and_foot(painter, pages, page)
        painter.translate(sheet.left * UNITS_PER_POINT, sheet.top * UNITS_PER_POINT)
        plan = pages.plans[page]
        for piece in plan.slices:
            pages.laid[plan.start.strip + piece.strip].draw(painter, piece.first, piece.last, piece.top)
        _footnotes(painter, pages, page)


@contextmanager
def _scaled(painter: QPainter, scale: float) -> Iterator[None]:
    painter.save()
    painter.scale(scale / UNITS_PER_POINT, scale / UNITS_PER_POINT)
    try:
        yield
    finally:
        painter.restore()


def _head_and_foot(painter: QPainter, pages: Pages, page: int) -> None:
    sheet = pages.sheet
    if pages.header.text:
        _line(painter, pages.header, _centred(pages.header, sheet), sheet.header_top)
    reference, marking, number = pages.footer(page)
    top = sheet.footer_bottom - reference.heights[0]
    _line(painter, reference, sheet.left, top)
    _line(painter, marking, _centred(marking, sheet), top)
    right = sheet.left + sheet.text_width - number.natural_width
    _line(painter, number, right, top)


def _centred(piece: Piece, sheet: Sheet) -> float:
    return sheet.left + (sheet.text_width - piece.natural_width) / 2


def _line(painter: QPainter, piece: Piece, x: float, top: float) -> None:
    if piece.text:
        piece.draw(painter, 0, x - piece.slack, top + piece.baseline(0))


def _footnotes(painter: QPainter, pages: Pages, page: int) -> None:
    plan, sheet = pages.plans[page], pages.sheet
    if not plan.notes:
        return
    heights = pages.note_heights
    top = sheet.text_height - sum(sum(heights[n.number][n.first : n.last]) for n in plan.notes)
    place = QPointF(0, top - NOTE_LINE_PT)
    draw_line(painter, place, sheet.text_width * OVERLINE_SHARE, OVERLINE_PT, BLACK)
    for note in plan.notes:
        pages.notes[note.number].draw(painter, note.first, note.last, top)
        top += sum(heights[note.number][note.first : note.last])
