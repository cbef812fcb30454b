"""The wording a new point starts with: the quote, cut and dated where that is safe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.ui.screens import Screens
from briefing.ui.tagging import Draft

if TYPE_CHECKING:
    from briefing.assist.draft import Style


def drafter(screens: Screens) -> Draft:
    """A function from a quote of the article in view to the wording of its point."""

    def draft(quote: str) -> str:
        from briefing.assist.draft import draft_wording  # noqa: PLC0415 - heavy: hundreds of patterns, loaded with the first article

        article = screens.note.article(screens.focus.article)
        return draft_wording(quote, article.language, article.published, style=_style(screens)).text

    return draft


def _style(screens: Screens) -> Style:
    """Korean reports end their lines in nouns."""
    return "korean-report" if screens.session.template.ends_in_nouns else "plain"
