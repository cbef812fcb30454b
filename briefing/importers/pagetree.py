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
_FORBIDDEN = (  # what a character reference may not name, and little else: Python looks at each one found
    r"x0*(?:1?[0-9a-fA-F](?![0-9a-fA-F])|[dD][89a-fA-F]|[fF]{3}[efEF]|[0-9a-fA-F]{6})"
    r"|0*(?:(?:[12]?[0-9]|3[01])(?![0-9])|5[5-7][0-9]{3}|6553[45]|[0-9]{7})"
)
_CODES = re.compile(rf"&#(?={_FORBIDDEN})(?:x0*([0-9a-fA-F]{{1,8}})|0*([0-9]{{1,8}}));?")
_PROLOG = re.compile(r"\A\s*<\?xml[^>]*\?>")
_SILENT = re.compile(r"<(script|style|svg|noscript|template)\b(?![^>]{0,200}ld\+json)", re.IGNORECASE)
_CLOSERS = {tag: re.compile(f"</{tag}", re.IGNORECASE) for tag in words("script style svg noscript template")}
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)[^<>]*?(/?)>")
_TOO_DEEP = f"boolean(/{'/*' * (limits.MOST_DEPTH - 30)})"

_KEPT = frozenset(
    words("html head body title meta link script p h1 h2 h3 h4 h5 h6 li figcaption blockquote time br")
)


def page_text(html: str, name: str = "") -> str:
    """The page's source without embedded pictures and characters no reader may meet. Raises ImportFailed."""
    html = _PROLOG.sub("", html)
    html = clean(_CODES.sub(_legal, html) if "&#" in html else html)
    if "data:" in html:
        html = _EMBEDDED.sub("data:,", html)
    if len(html) > limits.MOST_PAGE_CHARS:
        html = without_scripts(html)
    if len(html) > limits.MOST_PAGE_CHARS:
        raise ImportFailed(name, "too-large", f"{len(html)} characters, the limit is {limits.MOST_PAGE_CHARS}")
    return html


def without_scripts(html: str) -> str:
    """The page less its scripts, styles and drawings; JSON-LD stays. Linear, also where no tag is closed."""
    pieces, at, found = [], 0, _SILENT.search(html)
    unclosed: set[str] = set()
    while found:
        tag = found[1].lower()
        closer = None if tag in unclosed else _CLOSERS[tag].search(html, found.end())
        if closer is None:
            unclosed.add(tag)
        pieces.append(html[at : found.start() if closer else found.end()])
        at = (html.find(">", closer.end()) + 1 or len(html)) if closer else found.end()
        found = _SILENT.search(html, at)
    return "".join((*pieces, html[at:]))


def _legal(found: re.Match[str]) -> str:
    """A character reference that names a legal character as it is; nothing in place of any other."""
    code = int(found[1], 16) if found[1] else int(found[2])
    if code in (9, 10, 13) or 0x80 <= code < 0xA0:
        return found[0]  # the parser reads 0x80 to 0x9F as Windows-1252, as browsers do
    legal = 0x20 <= code < 0xD800 or 0xE000 <= code < 0xFFFE or 0x10000 <= code < 0x110000
    return found[0] if legal else ""


def tree_of(html: str, name: str = "") -> HtmlElement:
    """The page as a tree. Raises ImportFailed if there is none, or if it is too large or too deep."""
    tree = _parsed(html, name)
    if tree.xpath(_TOO_DEEP):
        tree = _parsed(_shallow(html), name)
    nodes = int(tree.xpath("count(//*)"))
    if nodes > limits.MOST_PAGE_NODES:
        raise ImportFailed(name, "too-large", f"{nodes} elements, the limit is {limits.MOST_PAGE_NODES}")
    return tree


def _parsed(html: str, name: str) -> HtmlElement:
    from lxml import etree  # noqa: PLC0415 - heavy: loaded when first needed
    from lxml import html as lxml_html  # noqa: PLC0415 - heavy: loaded when first needed

    # huge_tree: without it libxml2 stops at 256 nested elements and says nothing
    parser = lxml_html.HTMLParser(
        remove_comments=True, remove_pis=True, collect_ids=False, encoding="utf-8", huge_tree=True
    )
    # one class for all elements, chosen in C: lxml asks Python for each, a tenth of the time of a page
    parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=lxml_html.HtmlElement))
    try:
        return lxml_html.document_fromstring(html.encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError) as error:
        raise ImportFailed(name, "no-article", str(error)[:200]) from error


def _shallow(html: str) -> str:
    """The page with every wrapper cut away: only tags that hold text stay, so that none is lost."""
    bare = _TAG.sub(lambda m: m[0] if m[2].lower() in _KEPT else " <br><br> ", without_scripts(html))
    return re.sub(r"(?:<br><br>\s*){2,}", "<br><br> ", bare)
