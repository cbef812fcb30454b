"""Document -> bytes: Word, Markdown, HTML. Pure functions; each format is loaded when it is first asked for."""

from __future__ import annotations

from typing import Literal

from briefing.blocks import Document

ExportKind = Literal["docx", "md", "html"]

__all__ = ["ExportKind", "export"]


def export(document: Document, kind: ExportKind) -> bytes:
    """The file of that kind. The same document gives the same bytes.

    Raises FormInvalid where the organisation's own Word file cannot be used.
    """
    match kind:
        case "docx":
            return _word(document)
        case "md":
            from briefing.exporters.markdown import to_markdown  # noqa: PLC0415 - loaded when first needed

            return to_markdown(document).encode("utf-8")
        case "html":
            from briefing.exporters.html import to_html  # noqa: PLC0415 - loaded when first needed

            return to_html(document).encode("utf-8")


def _word(document: Document) -> bytes:
    if document.own_word is not None:
        from briefing.exporters.own_word import to_own_docx  # noqa: PLC0415 - loaded when first needed

        return to_own_docx(document, document.own_word)
    from briefing.exporters.word import to_docx  # noqa: PLC0415 - loaded when first needed

    return to_docx(document)
