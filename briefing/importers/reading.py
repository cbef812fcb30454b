"""The way in: bytes or pasted text of any kind we read, to an Article."""

from __future__ import annotations

import hashlib

from msgspec.structs import replace

from briefing import limits
from briefing.errors import ImportFailed
from briefing.importers import detect, outlook
from briefing.importers.decode import decode
from briefing.importers.foreign import reading
from briefing.importers.jsonfile import article_from_json
from briefing.importers.mail import Letter, article_from_letter, letter_in, looks_like_mail
from briefing.importers.markdown_page import article_from_markdown
from briefing.importers.opendocument import article_from_odt
from briefing.importers.pdf import article_from_pdf
from briefing.importers.plaintext import article_from_text
from briefing.importers.richtext import article_from_rtf
from briefing.importers.webpage import article_from_page
from briefing.importers.word import article_from_docx
from briefing.importers.zips import package, package_format
from briefing.model.article import Article
from briefing.model.note import new_id
from briefing.progress import Told, unheard


def read_article(
    data: bytes, name: str = "", *, captured: str = "", article_id: str = "", told: Told = unheard
) -> Article:
    """The article in a file's bytes, whatever its format; the name is only a hint. Raises ImportFailed.

    `told` hears of each page of a long file.
    """
    if len(data) > limits.MOST_BYTES:
        raise ImportFailed(name, "too-large", f"{len(data)} bytes, the limit is {limits.MOST_BYTES}")
    if not data.strip(b" \t\r\n\x0b\x0c\0"):
        raise ImportFailed(name, "empty")
    return _stamped(_checked(_read(data, name, told), name), data, captured, article_id)


def read_text(text: str, *, name: str = "", captured: str = "", article_id: str = "") -> Article:
    """The article in a pasted plain text. Raises ImportFailed."""
    data = _bytes_of(text, name)
    return _stamped(_checked(_from_text(text, name), name), data, captured, article_id)


def read_html(html: str, *, name: str = "", captured: str = "", article_id: str = "") -> Article:
    """The article in pasted rich text. Raises ImportFailed."""
    data = _bytes_of(html, name)
    return _stamped(_checked(article_from_page(html, name), name), data, captured, article_id)


def _checked(article: Article, name: str) -> Article:
    """The article, if there is anything in it. Raises ImportFailed."""
    if not article.blocks and not article.headline:
        raise ImportFailed(name, "empty")
    if len(article.blocks) > limits.MOST_BLOCKS:
        raise ImportFailed(name, "too-large", f"{len(article.blocks)} lines, the limit is {limits.MOST_BLOCKS}")
    return article


def _bytes_of(text: str, name: str) -> bytes:
    if not text.strip():
        raise ImportFailed(name, "empty")
    data = text.encode("utf-8", "replace")
    if len(data) > limits.MOST_BYTES:
        raise ImportFailed(name, "too-large", f"{len(data)} bytes, the limit is {limits.MOST_BYTES}")
    return data


def _read(data: bytes, name: str, told: Told, depth: int = 0) -> Article:
    kind = detect.binary_format(data)
    if kind in detect.PACKAGES:
        return _from_package(kind, data, name, told, depth)
    decoded = None if kind else decode(data)
    if decoded is None:
        raise ImportFailed(name, "binary", kind)
    if looks_like_mail(decoded.text):
        return _from_letter(letter_in(data, name), name, told, depth)
    return _from_decoded(decoded.text, len(data), name)


def _from_package(kind: str, data: bytes, name: str, told: Told, depth: int) -> Article:
    if kind == "pdf":
        return article_from_pdf(data, name, told)
    if kind == "rtf":
        return article_from_rtf(data, name)
    if kind == "ole" and outlook.MARK in data:
        return _from_letter(outlook.letter_in_msg(data, name), name, told, depth)
    if kind == "ole":
        raise ImportFailed(name, "unsupported", "an Office file from before 2007, or an encrypted one")
    archive = package(data, name)
    kind = reading(name, lambda: package_format(archive))
    if kind == "docx":
        return article_from_docx(archive, data, name)
    if kind == "odt":
        return article_from_odt(archive, name)
    raise ImportFailed(name, "unsupported", kind)


def _from_letter(letter: Letter, name: str, told: Told, depth: int) -> Article:
    if depth >= limits.MOST_MAIL_DEPTH:
        raise ImportFailed(name, "damaged", "mail nested in mail too deep")
    return article_from_letter(letter, name, lambda data, file: _read(data, file or name, told, depth + 1))


def _from_decoded(text: str, size: int, name: str) -> Article:
    kind = detect.text_format(text, name)
    if kind == "html":
        return article_from_page(text, name)
    if size > limits.MOST_TEXT_BYTES:
        raise ImportFailed(name, "too-large", f"{size} bytes, the limit is {limits.MOST_TEXT_BYTES}")
    if kind == "json":
        return article_from_json(text, name)
    if kind == "markdown":
        return article_from_markdown(text, name)
    return _from_text(text, name)


def _from_text(text: str, name: str) -> Article:
    if len(text) > limits.MOST_TEXT_BYTES:
        raise ImportFailed(name, "too-large", f"{len(text)} characters, the limit is {limits.MOST_TEXT_BYTES}")
    lines = text.count("\n") + text.count("\r")
    if lines > limits.MOST_LINES:
        raise ImportFailed(name, "too-large", f"{lines} lines, the limit is {limits.MOST_LINES}")
    return article_from_text(text)


def _stamped(article: Article, data: bytes, captured: str, article_id: str) -> Article:
    return replace(
        article, id=article_id or new_id("a"), sha256=hashlib.sha256(data).hexdigest(), captured=captured
    )
