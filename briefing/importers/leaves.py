"""The pieces of text a page shows, in order: each with its kind, its container and how much of it is links."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from briefing.importers.cleaning import key, one_line, words
from briefing.importers.lines import ends_sentence
from briefing.model.article import Kind

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SILENT = frozenset(
    words(
        "script style noscript template svg iframe select button textarea object embed head canvas audio "
        "video map math datalist option input"
    )
)
_BLOCKS = frozenset(
    words(
        "p h1 h2 h3 h4 h5 h6 li ul ol dl dt dd figcaption figure blockquote table tbody thead tr td th "
        "pre div section article main aside nav header footer form center address details summary body "
        "hr fieldset"
    )
)
_HEADINGS = {f"h{n}": n for n in range(1, 7)}
_BREAKING = ("br", "script", "style", "button", "svg", "noscript")  # not text of the line they stand in
_MAY_BE_CAPTIONS = ("span", "em", "small")  # and stand in the middle of a text that has no paragraphs
_ASIDE_TAGS = frozenset(("nav", "footer", "aside", "form"))
_CAPTION = re.compile(
    r"(?:^|[\s_-])(?:fig-?caption|photo-?caption|image-?caption|img-?caption|img_?desc"
    r"|wp-caption-text|picture-?caption|media-?caption|caption(?:-?text)?|photo-?credit"
    r"|image-?credit|img_txt|txt_caption|end_photo_org|image__caption|photo_desc)(?:$|[\s_-])",
    re.IGNORECASE,
)
_COMMENTS = re.compile(  # of readers; "comments-open" and the like stand on whole pages
    r"(?:^|\s)(?:comments?(?:[-_]?(?:list|area|section|thread|wrap(?:per)?|container|box))?|disqus_thread|respond)(?:$|\s)",
    re.IGNORECASE,
)
_HOLDING = frozenset(("div", "section", "ul", "ol"))
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_MOST_CAPTION_CHARS = 900


Anchors = tuple[tuple[str, str], ...]  # the words, and the address as the page writes it


class Leaf(Struct, frozen=True):
    """One piece of visible text. `parent` and `grandparent` number its containers."""

    text: str
    kind: Kind = Kind.PARAGRAPH
    level: int = 0
    parent: int = 0
    grandparent: int = 0
    links: float = 0.0  # share of the text
    aside: bool = False  # in navigation, a footer, a form
    anchors: Anchors = ()
    mark: str = ""  # the text as two copies of it compare


class _Context(Struct, frozen=True):
    kind: Kind = Kind.PARAGRAPH
    level: int = 0
    aside: bool = False
    parent: int = 0
    grandparent: int = 0
    depth: int = -1  # of lists


def leaves_of(tree: HtmlElement) -> tuple[Leaf, ...]:
    """Every piece of text of the page that a reader can see, in the order of the source."""
    body = tree.find("body")
    root = tree if body is None else body
    holders = _holders(root)
    found: list[Leaf] = []
    stack: list[tuple[HtmlElement | str, _Context]] = [(root, _Context())]
    while stack:
        node, context = stack.pop()
        if isinstance(node, str):
            _add(found, node, Kind.PARAGRAPH, context)
        elif isinstance(node.tag, str) and node.tag not in _SILENT and not _is_hidden(node):
            _visit(node, context, holders, stack, found)
    return tuple(found)


def _holders(root: HtmlElement) -> set[HtmlElement]:
    """The elements with a block or a caption inside: their text lies in pieces below them."""
    holders: set[HtmlElement] = set()
    for element in root.iter(*_BLOCKS, *_MAY_BE_CAPTIONS):
        if element.tag in _MAY_BE_CAPTIONS and not _is_lone_caption(element):
            continue
        parent = element.getparent()
        while parent is not None and parent not in holders:
            holders.add(parent)
            parent = parent.getparent()
    return holders


def _is_hidden(node: HtmlElement) -> bool:
    style = node.get("style")
    return node.get("hidden") is not None or (style is not None and bool(_HIDDEN.search(style)))


def _visit(
    node: HtmlElement,
    context: _Context,
    holders: set[HtmlElement],
    stack: list[tuple[HtmlElement | str, _Context]],
    found: list[Leaf],
) -> None:
    context = _entered(node, context)
    if node.tag == "table" and _is_data(node):
        _add(found, _cells(node), Kind.TABLE, context)
        return
    if node not in holders:
        _add_text(node, context, found)
        return
    inside = _Context(context.kind, context.level, context.aside, id(node), context.parent, context.depth)
    stack.extend((piece, inside) for piece in reversed(_pieces(node, holders)))


def _entered(node: HtmlElement, context: _Context) -> _Context:
    tag, kind, level, depth = node.tag, context.kind, context.level, context.depth
    if tag in _HEADINGS:
        kind, level = Kind.HEADING, _HEADINGS[tag]
    elif tag == "figcaption" or (tag != "body" and _is_called(node, _CAPTION)):
        kind, level = Kind.CAPTION, 0
    elif tag in ("ul", "ol"):
        depth += 1
    elif tag == "li" and kind is not Kind.CAPTION:
        kind, level = Kind.LIST_ITEM, max(0, depth)
    elif tag == "blockquote":
        kind, level = Kind.QUOTE, 0
    aside = context.aside or tag in _ASIDE_TAGS or (tag in _HOLDING and _is_called(node, _COMMENTS))
    if (kind, level, aside, depth) == (context.kind, context.level, context.aside, context.depth):
        return context
    return _Context(kind, level, aside, context.parent, context.grandparent, depth)


def _is_called(node: HtmlElement, names: re.Pattern[str]) -> bool:
    style, name = node.get("class"), node.get("id")
    return bool((style or name) and names.search(f"{style or ''} {name or ''}"))


def _pieces(node: HtmlElement, holders: set[HtmlElement]) -> list[HtmlElement | str]:
    """The blocks in a container, and the loose text between them, in order."""
    pieces: list[HtmlElement | str] = []
    loose = _flowing(node.text)
    for child in node:
        if child.tag in _BLOCKS or child in holders or _is_lone_caption(child):
            pieces += [loose, child]
            loose = _flowing(child.tail)
        else:
            inner = "\n" if child.tag == "br" else _shown_text(child) if _is_shown(child) else ""
            loose += inner + _flowing(child.tail)
    return [p for p in [*pieces, loose] if not isinstance(p, str) or p.strip()]


def _is_lone_caption(node: HtmlElement) -> bool:
    """Whether an inline element is a caption on a line of its own, in a text of line breaks."""
    return _is_called(node, _CAPTION) and any(
        b is not None and b.tag == "br" for b in (node.getprevious(), node.getnext())
    )


def _is_shown(child: HtmlElement) -> bool:
    return isinstance(child.tag, str) and child.tag not in _SILENT and not _is_hidden(child)


def _add_text(node: HtmlElement, context: _Context, found: list[Leaf]) -> None:
    plain = not len(node) and node.tag not in ("a", "pre")  # nearly all there are
    text, links, anchors = (_flowing(node.text), 0.0, ()) if plain else _linked_text(node)
    kind = context.kind
    if kind is Kind.CAPTION and len(text) > _MOST_CAPTION_CHARS:
        kind = Kind.PARAGRAPH
    _add(found, text, kind, context, (links, anchors))


def _linked_text(node: HtmlElement) -> tuple[str, float, Anchors]:
    """The text, how much of it is links, and the links."""
    text, inner = _flat_text(node) or _deep_text(node)
    if not inner:
        return text, 0.0, ()
    links = min(1.0, sum(len(words) for words, _ in inner) / max(1, len(text)))
    return text, links, tuple((one_line(words), address) for words, address in inner if address)


def _flat_text(node: HtmlElement) -> tuple[str, list[tuple[str, str]]] | None:
    """The text and the links of an element with no more than one level below it, as nearly all are."""
    if node.tag in ("a", "pre"):
        return None
    parts, inner = [node.text or ""], []
    for child in node:
        if len(child) or child.tag in _BREAKING:
            return None
        words = child.text or ""
        parts += (words, child.tail or "")
        if child.tag == "a":
            inner.append((words, child.get("href") or ""))
    return _flowing("".join(parts)), inner


def _deep_text(node: HtmlElement) -> tuple[str, list[tuple[str, str]]]:
    links = [(str(a.text_content()), a.get("href") or "") for a in node.iter("a")]
    return _shown_text(node), links


def _shown_text(node: HtmlElement) -> str:
    breaks = next(node.iter(*_BREAKING), None)
    if breaks is None:
        return str(node.text_content()) if node.tag == "pre" else _flowing(str(node.text_content()))
    parts = [_flowing(node.text)]
    for child in node:
        if child.tag == "br":
            parts.append("\n")
        elif _is_shown(child):
            parts.append(_shown_text(child))
        parts.append(_flowing(child.tail))
    return "".join(parts)


def _flowing(text: str | None) -> str:
    """Text as a page sets it: a line of the source that ends is no line of the page that ends."""
    return text.replace("\n", " ") if text else ""


def _add(
    found: list[Leaf], text: str, kind: Kind, context: _Context, links: tuple[float, Anchors] = (0.0, ())
) -> None:
    if kind is Kind.TABLE:
        lines = [text] if text.strip() else []
    elif "\n" in text:
        lines = _lines(text, kind)
    else:
        text = one_line(text)
        lines = [text] if text else []
    level = context.level if kind is not Kind.TABLE else 0
    place = (context.parent, context.grandparent)
    share, anchors = links
    found += [Leaf(line, kind, level, *place, share, context.aside, anchors, key(line)) for line in lines]


def _lines(text: str, kind: Kind) -> list[str]:
    """The paragraphs of a text with line breaks in it; a break inside a sentence is only for the looks."""
    lines: list[str] = []
    gap = True
    for line in (one_line(piece) for piece in text.split("\n")):
        if line and not gap and (kind is Kind.HEADING or _reads_on(lines[-1], line)):
            lines[-1] = f"{lines[-1]} {line}"
        elif line:
            lines.append(line)
        gap = not line
    return lines


def _reads_on(line: str, behind: str) -> bool:
    return not ends_sentence(line) and (behind[0].islower() or behind[0] in ",;)" or line[-1] in ",、，")


def _is_data(table: HtmlElement) -> bool:
    """Whether the table holds short cells in rows rather than the page's layout."""
    if next(table.iterdescendants("table", "div", "ul", "h1", "h2"), None) is not None:
        return False
    rows = list(table.iter("tr"))
    return len(rows) >= 2 and max(len(r) for r in rows) >= 2


def _cells(table: HtmlElement) -> str:
    rows = (
        [one_line(str(c.text_content())) for c in row if isinstance(c.tag, str)] for row in table.iter("tr")
    )
    return "\n".join("\t".join(cells) for cells in rows if any(cells))
