"""Links of the article: quiet in the text, told before they are followed, followed only when somebody asks."""

from __future__ import annotations

from PySide6 import QtCore

from briefing.model.article import Article, Link
from briefing.ui.values import Span

_SCHEMES = ("http", "https", "mailto")
MOST_CHARS = 2000
_MOST_TOLD_CHARS = 300


def address_of(link: Link) -> QtCore.QUrl | None:
    """Where a link leads, if it is an address of the web or of mail; else None.

    One with a name before the host is none: the name is there to look like another host.
    """
    if len(link.url) > MOST_CHARS:
        return None
    url = QtCore.QUrl(link.url, QtCore.QUrl.ParsingMode.StrictMode)
    if not url.isValid() or url.scheme() not in _SCHEMES or url.userInfo():
        return None
    return url if (url.path() if url.scheme() == "mailto" else url.host()) else None


def host_of(url: QtCore.QUrl) -> str:
    """The host as the network knows it, or the one that is written to."""
    return url.host(QtCore.QUrl.ComponentFormattingOption.FullyEncoded) or url.path()


def told(url: QtCore.QUrl) -> str:
    """The address in full, in the letters of addresses, so that none can look like another's."""
    text = bytes(url.toEncoded().data()).decode("ascii", "replace")
    return text if len(text) <= _MOST_TOLD_CHARS else f"{text[:_MOST_TOLD_CHARS]}…"


def links_over(article: Article, span: Span) -> list[Link]:
    """The links that share a letter with a stretch and may be opened."""
    if not 0 <= span.block < len(article.blocks):
        return []
    near = (li for li in article.blocks[span.block].links if li.start < span.end and span.start < li.end)
    return [link for link in near if address_of(link) is not None]
