"""Why a date was read as it was, in the words of the interface."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.assist.dates import DateFound, find_dates
from briefing.assist.dates_out import long_date
from briefing.assist.days import published_day
from briefing.model.article import Article
from briefing.words import Words


def why_read(before: str, evidence: Sequence[str], article: Article, words: Words) -> str:
    """From what the date `before` of the evidence was read; "" if no date begins with these words."""
    for quote in evidence:
        for found in find_dates(quote, article.language, article.published):
            if found.value and before.startswith(found.text):
                return _said(found, article, words)
    return ""


def _said(found: DateFound, article: Article, words: Words) -> str:
    day = published_day(article.published, article.language)
    if found.basis != "published" or day is None:
        return words(f"window.date_{found.basis}") if found.basis in ("counted", "written") else ""
    weekday = words("window.weekdays").split()[day.weekday()]
    return words("window.date_published", weekday=weekday, day=long_date(day.isoformat(), words.language))
