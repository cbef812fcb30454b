"""PDF files with a text layer to an Article: columns in reading order, running heads and page numbers aside."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from briefing import limits
from briefing.errors import ImportFailed
from briefing.importers.foreign import FAILURES
from briefing.importers.pdflayout import Piece, columns, lines_of
from briefing.importers.pdfpieces import pieces_of
from briefing.importers.pdftext import blocks_of, running_heads
from briefing.importers.plaintext import article_from_blocks
from briefing.model.article import Article, Block, Status
from briefing.progress import Told, unheard

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument


def article_from_pdf(data: bytes, name: str, told: Told = unheard) -> Article:
    """The article in a PDF. Raises ImportFailed; "no-article" with detail "pictures" for a scan."""
    import pypdfium2  # noqa: PLC0415 - heavy: loaded when first needed

    try:
        with pypdfium2.PdfDocument(data) as document:
            pages = list(_pages(document, told))
            left_out = max(0, len(document) - limits.MOST_PDF_PAGES)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower() or "security" in str(error).lower()
        raise ImportFailed(
            name, "unsupported" if locked else "damaged", "encrypted" if locked else str(error)
        ) from error
    except FAILURES as error:
        raise ImportFailed(name, "damaged", f"{type(error).__name__}: {error}"[:200]) from error
    if not any(pages):
        raise ImportFailed(name, "no-article", "pictures")
    return _article(pages, left_out)


def _article(pages: list[list[Piece]], left_out: int) -> Article:
    lines = [lines_of(page) for page in pages]
    heads = running_heads(lines)
    groups = [group for page in lines for group in columns([li for li in page if li.text not in heads])]
    aside = (Block(text, status=Status.FURNITURE) for text in dict.fromkeys(heads.values()))
    article = article_from_blocks(blocks_of(groups), whole=True)
    losses = (*article.losses, f"pages-left-out: {left_out}") if left_out else article.losses
    return replace(article, blocks=(*article.blocks, *aside), losses=losses)


def _pages(document: PdfDocument, told: Told) -> Iterator[list[Piece]]:
    lines, count = 0, min(len(document), limits.MOST_PDF_PAGES)
    for index in range(count):
        page = document[index]
        pieces = pieces_of(page) if lines < limits.MOST_PDF_LINES else []
        lines += len(pieces)
        yield pieces
        page.close()
        told(index + 1, count)
