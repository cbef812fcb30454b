"""A second opinion on a page's body, by the density of its text alone.

A paragraph that only one of two readers finds is wrong in about half of all cases; such are marked doubtful.
"""

from __future__ import annotations

from collections import defaultdict

from briefing.importers.leaves import Leaf
from briefing.model.article import Kind

_LEAST_CHARS = 40
_MOST_LINKS = 0.5
_LEAST_SHARE = 0.25  # of the best container's weight, for a container to count too


def agreed(leaves: tuple[Leaf, ...]) -> frozenset[str]:
    """Keys of the pieces that stand where most running text stands; none if there is no such place."""
    weights: defaultdict[int, float] = defaultdict(float)
    for leaf in leaves:
        if is_running(leaf):
            weights[leaf.parent] += len(leaf.text)
            weights[leaf.grandparent] += len(leaf.text) / 2
    weights.pop(0, None)
    if not weights:
        return frozenset()
    least = _LEAST_SHARE * max(weights.values())
    good = {container for container, weight in weights.items() if weight >= least}
    return frozenset(
        leaf.mark for leaf in leaves if not leaf.aside and (leaf.parent in good or leaf.grandparent in good)
    )


def may_be_body(leaf: Leaf) -> bool:
    """Whether the piece is neither a list of links nor in a menu, a footer, a form."""
    return leaf.links < _MOST_LINKS and not leaf.aside


def is_running(leaf: Leaf) -> bool:
    """Whether the piece is long, and may be of the body."""
    kinds = (Kind.PARAGRAPH, Kind.QUOTE, Kind.LIST_ITEM)
    return leaf.kind in kinds and len(leaf.text) >= _LEAST_CHARS and may_be_body(leaf)
