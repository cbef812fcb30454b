"""How long a note is: words, or characters in Korean and Japanese."""

from __future__ import annotations

import re
from typing import NamedTuple

from briefing.blocks import Block, BottomLine, Document, ListItem, Paragraph, Run
from briefing.model.splices import splice

_BY_CHARACTER = ("ko", "ja", "zh")
_EASTERN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")


class _Sums(NamedTuple):
    """What is counted of some blocks; `eastern`: the characters of scripts that are not counted in words."""

    words: int = 0
    characters: int = 0
    eastern: int = 0


def length_of(document: Document) -> int:
    """Words of the note's own text (points, summary, prose); characters without spaces in Korean and kin."""
    return LengthCount().of(document)


class LengthCount:
    """The length of a document that changes: only blocks that are others are counted anew."""

    def __init__(self) -> None:
        self._blocks: tuple[Block, ...] = ()
        self._sums = _Sums()
        self.by_character = False  # whether the length told last is one in characters

    def of(self, document: Document) -> int:
        """What `length_of` says."""
        changed = splice(self._blocks, document.blocks)
        gone, come = _sums(changed.old(self._blocks)), _sums(changed.new(document.blocks))
        self._sums = _Sums(*(a - g + c for a, g, c in zip(self._sums, gone, come, strict=True)))
        self._blocks = document.blocks
        self.by_character = _is_by_character(document.language, self._sums)
        return self._sums.characters if self.by_character else self._sums.words


def _is_by_character(language: str, sums: _Sums) -> bool:
    """By the form's language, or by the script of the text: a Japanese note in an English form."""
    return language.partition("-")[0] in _BY_CHARACTER or 2 * sums.eastern > sums.characters


def _sums(blocks: tuple[Block, ...]) -> _Sums:
    texts = [_text(b.runs) for b in blocks if isinstance(b, BottomLine | ListItem | Paragraph) and _counts(b)]
    words = [t.split() for t in texts]
    characters = sum(len("".join(text)) for text in words)
    return _Sums(sum(map(len, words)), characters, sum(len(_EASTERN.findall(t)) for t in texts))


def _counts(block: BottomLine | ListItem | Paragraph) -> bool:
    if isinstance(block, ListItem):
        return block.list_id >= 0  # below: the annex
    return not (isinstance(block, Paragraph) and block.role in ("placeholder", "source"))


def _text(runs: tuple[Run, ...]) -> str:
    return "".join(r.text for r in runs)
