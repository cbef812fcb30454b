"""Why a date was read as it was, in the words of the interface."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.assist.dates import find_dates
from briefing.assist.dates_out import why_so
from briefing.assist.days import published_day
from briefing.model.article import Article
from briefing.words import Words


def why_read(before: str, evidence: Sequence[str], article: Article, words: Words) -> str:
    """From what the date `before` of the evidence was read; "" if no date begins with these words."""
    for quote in evidence:
        for found in find_dates(quote, article.language, article.published):
            if found.value and before.startswith(found.text):
                return why_so(found, published_day(article.published, article.language), words)
    return ""
