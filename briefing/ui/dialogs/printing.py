"""The system's print dialog and what follows it."""

from __future__ import annotations

from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QWidget

from briefing.blocks import Document
from briefing.ui.print import paint_document, printed_pages, set_paper


def print_document(document: Document, parent: QWidget) -> bool:
    """Asks for a printer and prints; whether it was printed."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    set_paper(printed_pages(document), printer)
    dialog = QPrintDialog(printer, parent)
    wanted = bool(dialog.exec())
    dialog.deleteLater()
    return wanted and paint_document(document, printer, printer.fromPage() or 1, printer.toPage())


def preview_document(document: Document, parent: QWidget) -> None:
    """Shows the pages as a printer would make them; its paper may be changed there, and it can print."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    set_paper(printed_pages(document), printer)
    dialog = QPrintPreviewDialog(printer, parent)
    dialog.paintRequested.connect(lambda device: paint_document(document, device, sized=False))
    dialog.exec()
    dialog.deleteLater()
