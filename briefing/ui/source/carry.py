"""A selection on its way to another pane or program: its text, and the span it came from."""

from __future__ import annotations

import json

from PySide6.QtCore import QByteArray, QMimeData

from briefing.ui.values import Span

SPAN_MIME = "application/x-briefing-span"


def packed(span: Span, text: str) -> QMimeData:
    """The text as plain text, and the span for our own panes."""
    made = QMimeData()
    made.setText(text)
    fields = {"article": span.article, "block": span.block, "start": span.start, "end": span.end}
    made.setData(SPAN_MIME, QByteArray(json.dumps(fields).encode()))
    return made


def unpacked(carried: QMimeData) -> Span | None:
    """The span that was packed; None where there is none, or what is there is not one."""
    if not carried.hasFormat(SPAN_MIME):
        return None
    try:
        fields = json.loads(bytes(carried.data(SPAN_MIME).data()))
        span = Span(str(fields["article"]), *(int(fields[name]) for name in ("block", "start", "end")))
    except (ValueError, KeyError, TypeError):
        return None
    return span if span.block >= 0 and 0 <= span.start < span.end else None
