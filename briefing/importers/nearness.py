"""Which of several like elements of a page belongs to its headline; the others sign teasers and menus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.importers.cleaning import key

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ABOVE_COSTS = 3  # an element above the headline counts as that much further away
_SAME_PLACE = 14  # elements between two who signed one text


def beside_headline(found: list[HtmlElement], tree: HtmlElement, headline: str) -> list[HtmlElement]:
    """The element nearest to the headline and those right beside it; all of them if no headline is shown."""
    mark = key(headline)
    title = next((h for h in tree.iter("h1", "h2") if key(str(h.text_content())) == mark), None)
    if title is None or len(found) < 2:
        return found
    places = {element: i for i, element in enumerate(tree.iter())}
    away = {e: places[e] - places[title] for e in found}
    nearest = min(found, key=lambda e: away[e] if away[e] > 0 else -away[e] * _ABOVE_COSTS)
    below = away[nearest] > 0
    return [e for e in found if (away[e] > 0) is below and abs(away[e] - away[nearest]) <= _SAME_PLACE]
