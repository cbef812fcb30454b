"""An HTML text to a tree that every reader behind can walk without harm."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing import limits
from briefing.errors import ImportFailed
from briefing.importers.cleaning import clean, words

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_EMBEDDED = re.compile(rf"data:[a-zA-Z0-9/+.;=\-]{{0,80}},[^\s\"'()<>]{{{limits.MOST_EMBEDDED_CHARS},}}")
_CODES = re.compile(r"&#(?:x0*([0-9a-fA-F]{1,8})|0*([0-9]{1,8}));?")
_PROLOG = re.compile(r"\A\s*<\?xml[^>]*\?>")
_SCRIPTS = re.compile(r"<(script|style|svg)\b(?![^>]*ld\+json)[^>]*>.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)[^<>]*?(/?)>")
_VOID = frozenset(
    words("area base br col embed hr img input link meta param source track wbr p li td tr th dd dt option")
)

_KEPT = frozenset(
    words("html head body title meta link script p h1 h2 h3 h4 h5 h6 li figcaption blockquote time br")
)


def page_text(html: str, name: str = "") -> str:
    """The page's source without embedded pictures and characters no reader may meet. Raises ImportFailed."""
    html = clean(_CODES.sub(_legal, _PROLOG.sub("", html)))
    if "data:" in html:
        html = _EMBEDDED.sub("data:,", html)
    if len(html) > limits.MOST_PAGE_CHARS:
        html = _SCRIPTS.sub("", html)
    if len(html) > limits.MOST_PAGE_CHARS:
        raise ImportFailed(name, "too-large", f"{len(html)} characters, the limit is {limits.MOST_PAGE_CHARS}")
    return html


def _legal(found: re.Match[str]) -> str:
    """A character reference that names a legal character as it is; nothing in place of any other."""
    code = int(found[1], 16) if found[1] else int(found[2])
    if code in (9, 10, 13) or 0x80 <= code < 0xA0:
        return found[0]  # the parser reads 0x80 to 0x9F as Windows-1252, as browsers do
    legal = 0x20 <= code < 0xD800 or 0xE000 <= code < 0xFFFE or 0x10000 <= code < 0x110000
    return found[0] if legal else ""


def tree_of(html: str, name: str = "") -> HtmlElement:
    """The page as a tree. Raises ImportFailed if there is none, or if it is too large or too deep."""
    from lxml import etree  # noqa: PLC0415 - heavy: loaded when first needed
    from lxml import html as lxml_html  # noqa: PLC0415 - heavy: loaded when first needed

    parser = lxml_html.HTMLParser(remove_comments=True, remove_pis=True, collect_ids=False, encoding="utf-8")
    try:
        tree = lxml_html.document_fromstring(flattened(html).encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError) as error:
        raise ImportFailed(name, "no-article", str(error)[:200]) from error
    nodes = sum(1 for _ in tree.iter())
    if nodes > limits.MOST_PAGE_NODES:
        raise ImportFailed(name, "too-large", f"{nodes} elements, the limit is {limits.MOST_PAGE_NODES}")
    return tree


def flattened(html: str) -> str:
    """The page without tags nested so deep that the parser would silently stop there."""
    depth, deepest = 0, 0
    for found in _TAG.finditer(html):
        if found[2].lower() in _VOID or found[3]:
            continue
        depth = max(0, depth - 1) if found[1] else depth + 1
        deepest = max(deepest, depth)
        if deepest > limits.MOST_DEPTH - 30:
            return _shallow(html)
    return html


def _shallow(html: str) -> str:
    """The page with every wrapper cut away: only tags that hold text stay, so that none is lost."""
    bare = _TAG.sub(lambda m: m[0] if m[2].lower() in _KEPT else " <br><br> ", html)
    return re.sub(r"(?:<br><br>\s*){2,}", "<br><br> ", bare)
