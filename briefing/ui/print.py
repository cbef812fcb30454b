"""A document as PDF, and onto a printer: the preview's own pages, without what only the screen shows.

Needs a QGuiApplication and no window: the command line makes one with `headless_application`.
"""

from __future__ import annotations

import os
import sys

from msgspec.structs import replace
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QGuiApplication, QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter

from briefing.blocks import Document, Paragraph
from briefing.compose.house import Measured
from briefing.ui.preview.fonts import Metrics
from briefing.ui.preview.layout import Pages, layout_document
from briefing.ui.preview.paint import paint_page

RESOLUTION_DPI = 1200
POINTS_PER_INCH = 72
CREATOR = "Briefing"


def printable(document: Document) -> Document:
    """The document without its grey prompts."""
    blocks = tuple(b for b in document.blocks if not (isinstance(b, Paragraph) and b.role == "placeholder"))
    return document if len(blocks) == len(document.blocks) else replace(document, blocks=blocks)


def printed_pages(document: Document) -> Pages:
    """The pages as they leave the printer."""
    return layout_document(printable(document), Metrics())


def measured_pages(document: Document) -> Measured:
    """What the house rules ask of the pages."""
    pages = printed_pages(document)
    return Measured(pages.page_count, pages.overflow_lines, len(pages.find("summary")))


def pdf_bytes(document: Document) -> bytes:
    """The PDF file of a document: title set, faces embedded, pages broken as in the preview."""
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(RESOLUTION_DPI)
    writer.setTitle(document.properties.title)
    writer.setCreator(CREATOR)
    if document.properties.author and hasattr(writer, "setAuthor"):  # not in every Qt we allow
        writer.setAuthor(document.properties.author)
    paint_document(document, writer)
    buffer.close()
    return bytes(kept.data())


def paint_document(
    document: Document, device: QPagedPaintDevice, first: int = 1, last: int = 0, *, sized: bool = True
) -> bool:
    """Paints pages `first` to `last` (0: the last) on a printer or the like; whether the device took them.

    `sized`: the device takes the document's paper. A print preview that has asked the user keeps its own.
    """
    pages = printed_pages(document)
    if sized:
        set_paper(pages, device)
    painter = QPainter()
    if not painter.begin(device):
        return False
    wanted = range(max(first, 1) - 1, min(last or pages.page_count, pages.page_count))
    is_well = all(_paint(painter, device, pages, page, is_first=page == wanted.start) for page in wanted)
    return painter.end() and is_well


def set_paper(pages: Pages, device: QPagedPaintDevice) -> None:
    """Gives a device the document's paper. The margins are the document's, so the device has none."""
    sheet = pages.sheet
    size = QPageSize(
        QSizeF(sheet.width, sheet.height), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch
    )
    upright = QPageLayout.Orientation.Portrait
    layout = QPageLayout(size, upright, QMarginsF(0, 0, 0, 0))
    layout.setMode(QPageLayout.Mode.FullPageMode)
    device.setPageLayout(layout)


def _paint(painter: QPainter, device: QPagedPaintDevice, pages: Pages, page: int, *, is_first: bool) -> bool:
    if not is_first and not device.newPage():
        return False
    dpi = device.logicalDpiX()
    layout = device.pageLayout()
    painter.save()
    if layout.mode() == QPageLayout.Mode.StandardMode:  # its origin is where the printable area begins
        painter.translate(-layout.paintRectPixels(dpi).topLeft())
    paint_page(painter, pages, page, dpi / POINTS_PER_INCH)
    painter.restore()
    return True


def headless_application() -> QGuiApplication:
    """The running application, or a new one that needs no display. The caller keeps it until the end."""
    running = QGuiApplication.instance()
    if isinstance(running, QGuiApplication):
        return running
    os.environ["QT_QPA_PLATFORM"] = (
        "offscreen"  # whatever it said: a platform that is not there ends the process
    )
    return QGuiApplication(sys.argv[:1])
