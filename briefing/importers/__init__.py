"""Readers: bytes of an article in, an Article out."""

from briefing.importers.cleaning import clean
from briefing.importers.files import read_file
from briefing.importers.jsonfile import article_to_json
from briefing.importers.reading import read_article, read_html, read_text

__all__ = ["article_to_json", "clean", "read_article", "read_file", "read_html", "read_text"]
