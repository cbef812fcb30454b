"""Document -> .docx through the organisation's own Word file: its form filled, or its base with our text."""

from __future__ import annotations

from base64 import b64decode
from contextlib import suppress
from dataclasses import replace

from briefing.blocks import Document, OwnWord
from briefing.errors import FormInvalid
from briefing.exporters.base import on_base
from briefing.exporters.placeholders import fill_form, form_report


def to_own_docx(document: Document, own: OwnWord) -> bytes:
    """The Word file of a document in the organisation's own. Raises FormInvalid, which names the file."""
    try:
        return _made(document, own)
    except FormInvalid as fault:
        raise replace(fault, source=own.name) from fault


def left_out(document: Document) -> tuple[str, ...]:
    """The marks of what this note holds and its form has no place for; none where it has no usable form."""
    own = document.own_word
    if own is None or own.way != "form" or not own.data:
        return ()
    with suppress(FormInvalid):
        return form_report(b64decode(own.data), document, own.known).left_out
    return ()


def _made(document: Document, own: OwnWord) -> bytes:
    if not own.data:
        raise FormInvalid(reason="no-file")
    data = b64decode(own.data)
    if own.way == "form":
        return fill_form(data, document, own.known)
    return on_base(data, document, dict(own.styles))
