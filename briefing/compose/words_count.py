"""How long a note is: words, or characters in Korean and Japanese."""

from __future__ import annotations

from briefing.blocks import Block, BottomLine, Document, ListItem, Paragraph, Run
from briefing.model.splices import splice

_BY_CHARACTER = ("ko", "ja", "zh")


def length_of(document: Document) -> int:
    """Words of the note's own text (points, summary, prose); characters without spaces in Korean and kin."""
    return _length(document.blocks, document.language)


class LengthCount:
    """The length of a document that changes: only blocks that are others are counted anew."""

    def __init__(self) -> None:
        self._blocks: tuple[Block, ...] = ()
        self._language = ""
        self._length = 0

    def of(self, document: Document) -> int:
        """What `length_of` says."""
        if document.language != self._language:
            self._language, self._blocks, self._length = document.language, (), 0
        changed = splice(self._blocks, document.blocks)
        self._length -= _length(changed.old(self._blocks), self._language)
        self._length += _length(changed.new(document.blocks), self._language)
        self._blocks = document.blocks
        return self._length


def _length(blocks: tuple[Block, ...], language: str) -> int:
    texts = [_text(b.runs) for b in blocks if isinstance(b, BottomLine | ListItem | Paragraph) and _counts(b)]
    if language.partition("-")[0] in _BY_CHARACTER:
        return sum(len("".join(t.split())) for t in texts)
    return sum(len(t.split()) for t in texts)


def _counts(block: BottomLine | ListItem | Paragraph) -> bool:
    if isinstance(block, ListItem):
        return block.list_id >= 0  # below: the annex
    return not (isinstance(block, Paragraph) and block.role in ("placeholder", "source"))


def _text(runs: tuple[Run, ...]) -> str:
    return "".join(r.text for r in runs)
