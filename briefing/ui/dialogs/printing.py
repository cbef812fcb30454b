"""The system's print dialog and what follows it."""

from __future__ import annotations

from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from briefing.blocks import Document
from briefing.ui.print import paint_document, printed_pages, set_paper


def print_document(document: Document, parent: QWidget) -> bool:
    """Asks for a printer and prints; whether it was printed."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    set_paper(printed_pages(document), printer)
    dialog = QPrintDialog(printer, parent)
    return bool(dialog.exec()) and paint_document(document, printer, printer.fromPage() or 1, printer.toPage())
