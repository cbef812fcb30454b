"""What is fuzzed: one entry for each reader, for the note opener and for the template loader.

Each takes any bytes and returns, or raises what nobody expected. `SEEDS` are what mutation starts from.
"""

# ruff: noqa: E501 - seeds, each on its line

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress

from briefing.errors import ImportFailed, NoteUnreadable, TemplateInvalid
from briefing.importers import article_to_json, read_article, read_html, read_text
from briefing.importers.jsonfile import article_from_json
from briefing.importers.mail import letter_in
from briefing.importers.markdown_page import article_from_markdown
from briefing.importers.outlook import letter_in_msg
from briefing.importers.pdf import article_from_pdf
from briefing.importers.richtext import article_from_rtf
from briefing.model.article import Article
from briefing.store.codec import decode, encode
from briefing.template import parse, to_toml

SENTENCE = b"The two services agreed to exchange cargo data each week and to open a joint desk. "
WORD = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
TEXT = (
    b'<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    b'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>'
)


def _kept(read: Callable[[], Article]) -> None:
    """An article that comes out can be printed as JSON; a typed failure is an answer too."""
    with suppress(ImportFailed):
        json.dumps(article_to_json(read()), ensure_ascii=False).encode("utf-8")


def _text(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")


def _package(parts: dict[str, bytes]) -> bytes:
    from hostile_articles import package  # noqa: PLC0415 - from tests/helpers

    return package(parts)


def any_file(data: bytes) -> None:
    """Whatever format the bytes are of."""
    _kept(lambda: read_article(data, "x"))


def page(data: bytes) -> None:
    """The page reader."""
    _kept(lambda: read_html(_text(data)))


def text(data: bytes) -> None:
    """The reader of plain text."""
    _kept(lambda: read_text(_text(data)))


def markdown(data: bytes) -> None:
    """The Markdown reader."""
    _kept(lambda: article_from_markdown(_text(data).replace("\0", ""), "x.md"))


def word(data: bytes) -> None:
    """The Word reader: the main part of a sound package."""
    _kept(
        lambda: read_article(
            _package({"word/document.xml": data, "[Content_Types].xml": b"<Types/>"}), "x.docx"
        )
    )


def opendocument(data: bytes) -> None:
    """The OpenDocument reader: the content of a sound package."""
    parts = {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": data}
    _kept(lambda: read_article(_package(parts), "x.odt"))


def package(data: bytes) -> None:
    """The reader of packages itself."""
    _kept(lambda: read_article(b"PK\x03\x04" + data, "x.docx"))


def rtf(data: bytes) -> None:
    """The reader of Rich Text."""
    _kept(lambda: article_from_rtf(data, "x.rtf"))


def pdf(data: bytes) -> None:
    """The PDF reader."""
    _kept(lambda: article_from_pdf(data, "x.pdf"))


def mail(data: bytes) -> None:
    """The reader of mail and web archives."""
    with suppress(ImportFailed):
        letter_in(data, "x.eml")
    _kept(lambda: read_article(b"From: a@b.example\nTo: c@d.example\n" + data, "x.eml"))


def outlook(data: bytes) -> None:
    """The reader of Outlook's messages."""
    with suppress(ImportFailed):
        letter_in_msg(data, "x.msg")


def article_json(data: bytes) -> None:
    """The reader of our own JSON."""
    _kept(lambda: article_from_json(_text(data), "x.json"))


def note(data: bytes) -> None:
    """The note opener; what opens can be saved, and opens again as the same."""
    with suppress(NoteUnreadable):
        opened = decode(data, "x.briefing")
        assert decode(encode(opened), "x.briefing") == opened


def template(data: bytes) -> None:
    """The template loader; what loads can be written, and loads again as the same."""
    with suppress(TemplateInvalid):
        form = parse(_text(data), "x")
        assert parse(to_toml(form), "x") == form


TARGETS: dict[str, Callable[[bytes], None]] = {
    t.__name__: t
    for t in (
        any_file, page, text, markdown, word, opendocument, package, rtf, pdf, mail, outlook, article_json, note,
        template,
    )
}  # fmt: skip


def seeds(name: str) -> tuple[bytes, ...]:
    """What mutation starts from."""
    from briefing.cli.demo import sample_note  # noqa: PLC0415 - for two targets only

    if name == "note":
        return (encode(sample_note()),)
    if name == "template":
        return (sample_note().template.source.encode(),)
    return _SEEDS.get(name, (SENTENCE,))


_PAGE = (
    b"<!doctype html><html lang=en><head><title>Talks</title><meta property='og:title' content='Talks'>"
    b'<script type="application/ld+json">{"@type":"NewsArticle","headline":"Talks","datePublished":"2024-05-17"}</script>'
    b"</head><body><h1>Talks</h1><p class=byline>By Ilsa Marten</p><p>" + SENTENCE * 3 + b"</p><table><tr><td>a<td>b</table></body></html>"
)  # fmt: skip
_PASTE = (
    b"The Courier\n\nTalks revived again\n\nBy Ilsa Marten\n\nMay 17, 2024 09:54 KST\n\nSEOUL (AFP) - "
    + SENTENCE * 3
)
_SEEDS: dict[str, tuple[bytes, ...]] = {
    "any_file": (_PAGE, _PASTE),
    "page": (_PAGE,),
    "text": (_PASTE, "세관 회의\n\n홍길동 기자\n\n2024년 5월 17일 09:54\n\n양측은 합의했다고 밝혔다.\n".encode()),
    "markdown": (b"# Talks\n\nBy Ilsa Marten\n\n- a joint [desk](https://x.example)\n\n> " + SENTENCE + b"\n\n|a|b|\n|-|-|\n|1|2|\n",),
    "word": (WORD + b"<w:p><w:r><w:t>Talks</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl></w:body></w:document>",),
    "opendocument": (TEXT + b"<text:h>Talks</text:h><text:p>They met.</text:p></office:text></office:body></office:document-content>",),
    "rtf": (rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}\outlinelevel0 Talks\par\pard\u8220?They\'e9 met.\par\trowd\intbl a\cell\row}",),
    "mail": (
        b"Subject: =?utf-8?q?Talks?=\nDate: Fri, 17 May 2024 10:00:00 +0900\nMIME-Version: 1.0\n"
        b"Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain; charset=utf-8\n\n" + SENTENCE + b"\n--b--\n",
    ),
    "article_json": (b'{"headline": "Talks", "byline": ["A"], "blocks": [{"kind": "quote", "text": "x", "status": "body", "level": 1}]}',),
    "pdf": ((
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj "
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj "
        b"4 0 obj<</Length 46>>stream\nBT /F1 12 Tf 60 700 Td (They met again.) Tj ET\nendstream endobj "
        b"5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj trailer<</Root 1 0 R/Size 6>>"
    ),),
    "outlook": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + b"\x3e\0\x03\0\xfe\xff\x09\0\x06\0" + bytes(480),),
}  # fmt: skip
