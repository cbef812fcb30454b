"""How long a note is: words, or characters in Korean and Japanese."""

from __future__ import annotations

from briefing.blocks import BottomLine, Document, ListItem, Paragraph, Run

_BY_CHARACTER = ("ko", "ja", "zh")


def length_of(document: Document) -> int:
    """Words of the note's own text (points, summary, prose); characters without spaces in Korean and kin."""
    texts = [
        _text(b.runs)
        for b in document.blocks
        if isinstance(b, BottomLine | ListItem | Paragraph) and _counts(b)
    ]
    if document.language.partition("-")[0] in _BY_CHARACTER:
        return sum(len("".join(t.split())) for t in texts)
    return sum(len(t.split()) for t in texts)


def _counts(block: BottomLine | ListItem | Paragraph) -> bool:
    if isinstance(block, ListItem):
        return block.list_id >= 0  # below: the annex
    return not (isinstance(block, Paragraph) and block.role in ("placeholder", "source"))


def _text(runs: tuple[Run, ...]) -> str:
    return "".join(r.text for r in runs)
