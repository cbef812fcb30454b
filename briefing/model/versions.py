"""From one version of an article to the next: where its anchors stand then."""

from __future__ import annotations

from itertools import takewhile

from msgspec import Struct
from msgspec.structs import replace

from briefing.model.anchor import Anchor, reanchored, resolves
from briefing.model.article import Article


class Versions(Struct, frozen=True):
    """Two versions of one article, and how many blocks at its head and tail read the same in both."""

    new: Article
    shift: int  # of the blocks at the tail
    head: int
    tail_from: int  # in the old version

    def carried(self, anchor: Anchor) -> Anchor | None:
        """The anchor on the new version, or None if its quote is gone or in doubt.

        Where all that stands before it, or all that follows it, is untouched, its block is known even if the
        same words stand elsewhere too. All others are found by their quote.
        """
        if anchor.block < self.head:
            known = anchor
        elif anchor.block >= self.tail_from:
            known = replace(anchor, block=anchor.block + self.shift)
        else:
            return reanchored(anchor, self.new)
        return known if resolves(known, self.new) else reanchored(anchor, self.new)


def versions(old: Article, new: Article) -> Versions:
    """What `new` has in common with `old`, block by block."""
    before, after = [b.text for b in old.blocks], [b.text for b in new.blocks]
    head = _in_common(before, after)
    tail = _in_common(before[head:][::-1], after[head:][::-1])
    return Versions(new, len(after) - len(before), head, len(before) - tail)


def _in_common(one: list[str], other: list[str]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
