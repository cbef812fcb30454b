"""Readers: bytes of an article in, an Article out."""

from briefing.cleaning import clean
from briefing.importers.reading import read_article, read_html, read_text
from briefing.model.plain import article_to_json

__all__ = ["article_to_json", "clean", "read_article", "read_html", "read_text"]
