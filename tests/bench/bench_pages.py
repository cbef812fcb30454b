"""How well pages somebody has are read, beside trafilatura: python tests/bench/bench_pages.py FOLDER...

A folder holds NAME.html and NAME.json with what is true of the page: "paragraphs" (a list), "title", "byline"
(a list), "published" (ISO 8601); what is not named is not asked. Each page is read as a page, and once more as
the plain text that selecting all of it in a browser would give (Chromium's selection of 166 pages has the same
lines but for what style sheets hide or set in capitals); "standing" is what of the truth that text holds.
"lines" counts what an analyst would have to mend in the pastes. Nothing is copied from the folder.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import mean
from typing import cast

from lxml import html as lxml_html
from trafilatura import bare_extraction

from briefing.errors import ImportFailed
from briefing.importers import read_article, read_text
from briefing.importers.cleaning import key, words
from briefing.importers.decode import decode
from briefing.importers.language import language_of
from briefing.importers.pagetree import page_text
from briefing.importers.timestamps import stamps_in
from briefing.model.article import Kind, Status

_CHARACTERS = "\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3"
_WORD = re.compile(rf"[{_CHARACTERS}]|[^\W{_CHARACTERS}]+")
_SILENT = frozenset(
    words("script style noscript template svg iframe select textarea head title option video audio")
)
_WIDE = frozenset(words("p h1 h2 h3 h4 h5 h6 ul ol blockquote figure pre table"))
_BLOCKS = _WIDE | frozenset(
    words("div section article main header footer nav aside li tr dd dt dl figcaption form center address")
)
_CELLS = frozenset(("td", "th"))


@dataclass(frozen=True, slots=True)
class Found:
    """What one reader gives of a page."""

    paragraphs: tuple[str, ...] = ()
    title: str = ""
    byline: tuple[str, ...] = ()
    published: str = ""


Truth = dict[str, object]
Scores = dict[str, float]


def ours(data: bytes) -> Found:
    """The page as our importer reads it."""
    return _found(lambda: read_article(data, "page.html"))


def pasted(data: bytes) -> Found:
    """The page's text, pasted."""
    return _found(lambda: read_text(flat(data)))


def _found(read: Callable[[], object]) -> Found:
    try:
        article = read()
    except ImportFailed:
        return Found()
    return Found(
        getattr(article, "paragraphs", ()),
        getattr(article, "headline", ""),
        getattr(article, "byline", ()),
        getattr(article, "published", ""),
    )


def trafilatura_alone(data: bytes) -> Found:
    """The page as trafilatura reads its bytes."""
    found = bare_extraction(data, include_comments=False, with_metadata=True)
    if found is None:
        return Found()
    text = (found if isinstance(found, dict) else found.as_dict()) or {}
    lines = tuple(line.lstrip("- ").strip() for line in (text.get("text") or "").split("\n") if line.strip())
    names = tuple(n.strip() for n in (text.get("author") or "").split(";") if n.strip())
    return Found(lines, text.get("title") or "", names, text.get("date") or "")


def flat(data: bytes) -> str:
    """What "select all, copy" in a browser gives of the page: blocks on lines, gaps around paragraphs."""
    read = decode(data)
    parser = lxml_html.HTMLParser(remove_comments=True, remove_pis=True, encoding="utf-8")
    tree = lxml_html.document_fromstring(page_text(read.text if read else "").encode("utf-8"), parser=parser)
    body = tree.find("body")
    text = "".join(_visible(tree if body is None else body))
    lines = [re.sub(r"\s*\t\s*", "\t", re.sub(r"[^\S\t]+", " ", line)).strip() for line in text.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _visible(node: lxml_html.HtmlElement) -> Iterator[str]:
    if not isinstance(node.tag, str) or node.tag in _SILENT or _is_hidden(node):
        return
    edge = "\n\n" if node.tag in _WIDE else "\n" if node.tag in _BLOCKS else ""
    yield edge if node.tag not in _CELLS or node.getprevious() is None else "\t"
    yield _set(node.text, node)
    for child in node:
        if child.tag == "br":
            yield "\n"
        else:
            yield from _visible(child)
        yield _set(child.tail, node)
    yield edge


def _set(text: str | None, node: lxml_html.HtmlElement) -> str:
    """Text as it is set inside the element: the source's own lines show in preformatted text only."""
    return (text or "") if node.tag == "pre" else re.sub(r"\s+", " ", text or "")


def _is_hidden(node: lxml_html.HtmlElement) -> bool:
    if node.tag == "dialog" and node.get("open") is None:
        return True
    folded = node.getparent() is not None and node.getparent().tag == "details" and node.tag != "summary"
    if folded and node.getparent().get("open") is None:
        return True
    return node.get("hidden") is not None or "display:none" in (node.get("style") or "").replace(" ", "")


def scores(found: Found, truth: Truth) -> Scores:
    """Shares from 0 to 1 of everything the truth names."""
    given: Scores = {}
    paragraphs = [_plain(p) for p in cast("list[str]", truth.get("paragraphs") or [])]
    if paragraphs:
        mine = [_plain(p) for p in found.paragraphs]
        given["body"] = f1(_words(mine), _words(paragraphs))
        given["exact"] = f1(Counter(mine), Counter(paragraphs))
    for name in ("title", "byline", "published"):
        if truth.get(name):
            given[name if name != "published" else "day"] = float(_same(name, found, truth[name]))
    if len(str(truth.get("published") or "")) > 10:
        given["time"] = float(found.published[:16] == str(truth["published"])[:16])
    return given


def _same(name: str, found: Found, true: object) -> bool:
    if name == "title":
        return _plain(found.title) == _plain(str(true))
    if name == "byline":
        return {n.casefold() for n in found.byline} == {str(n).casefold() for n in cast("list[str]", true)}
    return found.published[:10] == str(true)[:10]


def _plain(text: str) -> str:
    return " ".join(text.replace("\u200b", "").split())


def _words(texts: list[str]) -> Counter[str]:
    return Counter(_WORD.findall(" ".join(texts)))


def f1(found: Counter[str], true: Counter[str]) -> float:
    """The harmonic mean of precision and recall over two bags."""
    common = sum((found & true).values())
    return 2 * common / (sum(found.values()) + sum(true.values())) if common else 0.0


def standing(data: bytes, truth: Truth) -> Found:
    """What of the truth stands in the paste as it is: no reader of it can find more."""
    text = flat(data)
    lines = {_plain(line) for line in text.split("\n")}
    day = str(truth.get("published") or "")[:10]
    days = {stamp.iso[:10] for line in lines for stamp in stamps_in(line, language_of(text))}
    paragraphs = (p for p in cast("list[str]", truth.get("paragraphs") or []) if _plain(p) in lines)
    title = str(truth.get("title") or "")
    names = cast("list[str]", truth.get("byline") or [])
    return Found(
        tuple(paragraphs),
        title if _plain(title) in lines else "",
        tuple(n for n in names if n in text),
        day if day in days else "",
    )


def to_mend(data: bytes, truth: Truth) -> Counter[str]:
    """True paragraphs of a paste by their status, and lines of the page taken for the text."""
    true = {_plain(p) for p in cast("list[str]", truth.get("paragraphs") or [])}
    if not true:
        return Counter()
    whole, extra = key("".join(true)), 0
    best: dict[str, Status] = {}
    for block in read_text(flat(data)).blocks:
        text = _plain(block.text)
        if text in true:
            best[text] = min(best.get(text, block.status), block.status)  # a menu may have it once more
        elif block.status is not Status.FURNITURE and block.kind is not Kind.CAPTION:
            extra += key(text) not in whole
    return Counter((*map(str, best.values()), *["true"] * len(best), *["of the page"] * extra))


READERS: dict[str, Callable[[bytes], Found]] = {
    "ours": ours, "trafilatura": trafilatura_alone, "pasted": pasted,
}  # fmt: skip


def measured(folder: Path) -> dict[str, dict[str, Scores]]:
    """Each reader's scores of each page."""
    table: dict[str, dict[str, Scores]] = {name: {} for name in (*READERS, "standing")}
    for page in sorted(folder.glob("*.html")):
        truth = cast(Truth, json.loads(page.with_suffix(".json").read_text(encoding="utf-8")))
        data = page.read_bytes()
        for name, read in READERS.items():
            table[name][page.stem] = scores(read(data), truth)
        table["standing"][page.stem] = scores(standing(data, truth), truth)
    return table


def lines_to_mend(folder: Path) -> str:
    """How many lines of the folder's pastes an analyst would have to mend."""
    total: Counter[str] = Counter()
    for page in sorted(folder.glob("*.html")):
        total += to_mend(page.read_bytes(), json.loads(page.with_suffix(".json").read_text(encoding="utf-8")))
    names = ("true", Status.FURNITURE, Status.DOUBTFUL, "of the page")
    return "  ".join(f"{name} {total[str(name)]}" for name in names)


def _line(pages: dict[str, Scores]) -> str:
    sums: defaultdict[str, list[float]] = defaultdict(list)
    for given in pages.values():
        for what, value in given.items():
            sums[what].append(value)
    return "  ".join(f"{what} {mean(values):.3f} ({len(values)})" for what, values in sums.items())


def main() -> None:
    """Print a line for each folder and reader, and the pages read worst."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--worst", type=int, default=0, help="name that many pages read worst")
    chosen = parser.parse_args()
    for folder in chosen.folders:
        table = measured(folder)
        for name, pages in table.items():
            print(f"{folder.name:14}{name:12}{_line(pages)}")
        print(f"{folder.name:14}{'lines':12}{lines_to_mend(folder)}")
        for name in ("ours", "pasted"):
            bad = sorted(table[name].items(), key=lambda p: sum(p[1].values()) / max(1, len(p[1])))
            for page, given in bad[: chosen.worst]:
                other = table["trafilatura"][page]
                print(f"  {name} {page}: " + "  ".join(f"{w} {v:.2f}/{other[w]:.2f}" for w, v in given.items()))


if __name__ == "__main__":
    main()
