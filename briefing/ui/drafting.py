"""The wording a new point starts with: the quote, cut and dated where that is safe."""

from __future__ import annotations

from briefing.ui.screens import Screens
from briefing.ui.tagging import Draft


def drafter(screens: Screens) -> Draft:
    """A function from a quote of the article in view to the wording of its point."""

    def draft(quote: str) -> str:
        return quote

    return draft
