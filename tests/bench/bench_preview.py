"""The preview against Qt's own rich text: two ratios, each measured in one run, best of several rounds.

Needs a QApplication (or a QGuiApplication) and nothing on the screen.
"""

from __future__ import annotations

import gc
import random
import time
from collections.abc import Callable
from html import escape

from msgspec.structs import replace
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QFont, QTextDocument

from briefing.blocks import Block, Document, Face, Heading, ListItem, Page, Properties, Run, Title, Typography
from briefing.ui.preview.fonts import Metrics
from briefing.ui.preview.layout import Pages, layout_document

PAGES_95 = 212  # sections of one heading and eight points
POINTS_A_SECTION = 8
ROUNDS = 7
TEXT = """the customs service said that officers of both sides would exchange risk data on sea containers
every week from July and name a liaison officer who reports to the border commission about delays and seals"""
WORDS = TEXT.split()


def long_document(sections: int = PAGES_95) -> Document:
    """A note of many sections, the same each time."""
    chance = random.Random(7)  # noqa: S311 - words for a measurement, no secret
    blocks: list[Block] = [Title("A note of many pages")]
    for section in range(sections):
        blocks.append(Heading(_sentence(chance, 4), 1, f"section:{section}"))
        blocks += [_point(chance, section, i) for i in range(POINTS_A_SECTION)]
    body = Face("Carlito", "Noto Sans CJK KR", 11)
    small = Face("Carlito", "Noto Sans CJK KR", 9)
    heading = Face("Carlito", "Noto Sans CJK KR", 13, bold=True)
    type_ = Typography(body=body, title=heading, heading=heading, label=small, small=small)
    return Document("en-GB", tuple(blocks), Page(), type_, Properties(), marking="OFFICIAL")


def _point(chance: random.Random, section: int, index: int) -> ListItem:
    return ListItem((Run(_sentence(chance, chance.randint(12, 44))),), origin=f"point:{section}-{index}")


def _sentence(chance: random.Random, length: int) -> str:
    return " ".join(chance.choice(WORDS) for _ in range(length)).capitalize() + "."


def html_of(document: Document) -> str:
    """The same text as HTML that Qt understands."""
    parts = []
    for block in document.blocks:
        if isinstance(block, ListItem):
            text = "".join(escape(run.text) for run in block.runs)
            parts.append(f'<p style="margin:0 0 4px 22px; text-indent:-22px">• {text}</p>')
        elif isinstance(block, Heading | Title):
            parts.append(f"<h2>{escape(block.text)}</h2>")
    return "".join(parts)


def best_of(*works: Callable[[], object], rounds: int = ROUNDS) -> tuple[float, ...]:
    """The shortest CPU time of each work, in seconds; they take turns, so that noise is fair to all."""
    best = [float("inf")] * len(works)
    for _ in range(rounds):
        for place, work in enumerate(works):
            gc.collect()
            start = time.process_time()
            work()
            best[place] = min(best[place], time.process_time() - start)
    return tuple(best)


def qt_lays_out(html: str) -> QTextDocument:
    """Qt's own document of ready HTML, laid out on pages."""
    document = QTextDocument()
    font = QFont("Carlito")
    font.setPointSizeF(11)
    font.setKerning(False)  # as the preview, and Word, set running text
    document.setDefaultFont(font)
    document.setPageSize(QSizeF(627, 960))
    document.setHtml(html)
    document.size()
    return document


def scratch_ratio(sections: int = PAGES_95) -> float:
    """Laying out a document from scratch over Qt laying out the same text as ready HTML. Budget 1.15."""
    document, metrics = long_document(sections), Metrics()
    html = html_of(document)
    ours, theirs = best_of(lambda: layout_document(document, metrics), lambda: qt_lays_out(html))
    return ours / theirs


def edit_ratio(sections: int = PAGES_95) -> float:
    """One point edited in the middle, previous pages at hand, over laying out everything. Budget 1/10.

    Each edit is one that the pages have not seen, and every other block an equal copy, as `compose` makes it.
    """
    document, metrics = long_document(sections), Metrics()
    state = _Editing(layout_document(document, metrics), metrics)
    edit, whole = best_of(state.edit, lambda: layout_document(document, metrics), state.prepare)[:2]
    return edit / whole


def _copied(block: Block) -> Block:
    """An equal block that shares nothing, as a template composes it anew."""
    if isinstance(block, ListItem):
        return replace(block, runs=tuple(replace(run) for run in block.runs))
    return replace(block)


class _Editing:
    """Someone who edits the point in the middle again and again."""

    def __init__(self, pages: Pages, metrics: Metrics) -> None:
        self.pages = pages
        self._metrics = metrics
        self._count = 0
        self.prepare()

    def prepare(self) -> None:
        """The next edit, ready to be shown."""
        self._count += 1
        blocks = [_copied(block) for block in self.pages.document.blocks]
        middle = next(i for i in range(len(blocks) // 2, len(blocks)) if isinstance(blocks[i], ListItem))
        words = " ".join(WORDS[: 10 + 7 * (self._count % 4)])
        blocks[middle] = ListItem((Run(f"Edit {self._count}: {words}."),), origin="point:edited")
        self._next = replace(self.pages.document, blocks=tuple(blocks))

    def edit(self) -> None:
        """One edit, shown."""
        self.pages = layout_document(self._next, self._metrics, self.pages)
