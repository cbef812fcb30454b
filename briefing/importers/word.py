"""Word documents (.docx) to an Article: mammoth with a style map, then our own reader of its HTML."""

from __future__ import annotations

import io
import re
import zipfile

from msgspec.structs import replace

from briefing import limits
from briefing.errors import ImportFailed
from briefing.importers.foreign import reading
from briefing.importers.leaves import leaves_of
from briefing.importers.pagetree import tree_of
from briefing.importers.plaintext import article_from_blocks
from briefing.importers.zips import part
from briefing.model.article import Article, Block

_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => p:fresh
p[style-name='Quote'] => blockquote:fresh
p[style-name='Intense Quote'] => blockquote:fresh
p[style-name='Quotations'] => blockquote:fresh
p[style-name='Block Text'] => blockquote:fresh
p[style-name='Caption'] => figcaption:fresh
p[style-name='caption'] => figcaption:fresh
"""
_BACK_LINK = re.compile(r"\s*↑$")
_TRACKED = re.compile(rb"<w:(?:ins|del|moveFrom|moveTo)[ >]")
_EMPTY = re.compile(rb"<w:p(?:\s[^>]*)?/>|<w:p(?:\s[^>]*)?>\s*</w:p>")
_HUGE_SPAN = re.compile(rb"<w:gridSpan\s+w:val=\"\d{4,}\"\s*/?>")


def article_from_docx(archive: zipfile.ZipFile, data: bytes, name: str) -> Article:
    """The article in a Word document: final text only, tracked deletions left out. Raises ImportFailed."""
    document = next(n for n in archive.namelist() if n.startswith("word/document"))
    source = part(archive, document, name)
    for extra in archive.namelist():
        if extra.endswith((".xml", ".rels")) and extra != document:  # the library may read any of them
            part(archive, extra, name)
    _bounded(source, name)
    html = reading(name, lambda: _converted(data))
    leaves = leaves_of(tree_of(html, name)) if html.strip() else ()
    blocks = tuple(Block(_BACK_LINK.sub("", leaf.text), leaf.kind, level=leaf.level) for leaf in leaves)
    if not blocks:
        raise ImportFailed(name, "no-article", "no text in the document")
    article = article_from_blocks(blocks, whole=True)
    return replace(article, losses=(*article.losses, *_losses(archive, source)))


def _bounded(source: bytes, name: str) -> None:
    paragraphs = source.count(b"<w:p ") + source.count(b"<w:p>") + source.count(b"<w:p/>")
    if paragraphs > limits.MOST_BLOCKS:
        raise ImportFailed(name, "too-large", f"{paragraphs} paragraphs, the limit is {limits.MOST_BLOCKS}")
    if _HUGE_SPAN.search(source):
        raise ImportFailed(name, "damaged", "a table cell that spans thousands of columns")


def _converted(data: bytes) -> str:
    import mammoth  # noqa: PLC0415 - heavy: loaded when first needed

    pictures = mammoth.images.img_element(lambda _: {})
    result = mammoth.convert_to_html(io.BytesIO(data), style_map=_STYLES, convert_image=pictures)
    return str(result.value)


def _losses(archive: zipfile.ZipFile, source: bytes) -> tuple[str, ...]:
    found = []
    if _TRACKED.search(source):
        found.append("tracked-changes")
    if "word/comments.xml" in archive.namelist():
        found.append("comments")
    if any(n.startswith("word/media/") for n in archive.namelist()):
        found.append("pictures")
    return tuple(found)
