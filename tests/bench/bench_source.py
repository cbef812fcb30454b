"""The source pane at 1,000,000 words, against a bare plain text widget and itself in a short article."""

from __future__ import annotations

import gc
import os
import random
import statistics
import time
from bisect import insort
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from briefing.model.article import Article, Block
from briefing.ui.app import make_application
from briefing.ui.sentences import SentenceIndex
from briefing.ui.source.pane import SourcePane
from briefing.ui.theme import LIGHT, Theme
from briefing.ui.values import Mark, SourceView, Span, TagLook
from briefing.words import Words

from .measure import Row, medians, p95, timed

SHOWN_BUDGET, MEMORY_BUDGET, TAG_BUDGET, FRAME_BUDGET_MS, SCROLL_BUDGET = 1.3, 8.0, 1.5, 16.0, 2.0
LONG, SHORT = 1_000_000, 10_000
MANY, FEW = 10_000, 10
PARAGRAPH_WORDS, SENTENCE_WORDS = 100, 20
GESTURES, FRAMES, SHOWINGS = 60, 60, 10
SIZE = (640, 860)
TAGS = (
    TagLook("meeting", "Meeting", 1, "blue"),
    TagLook("agreements", "Agreements", 2, "ochre"),
    TagLook("background", "Background", 3, "green"),
)
TEXT = """the customs service said that officers of both sides would exchange risk data on sea containers
every week from July and name a liaison officer who reports to the border commission about delays"""
WORDS = TEXT.split()


def rows() -> Iterator[Row]:
    """Every line about the source pane."""
    make_application()
    gc.collect()
    before = resident_bytes()
    view = view_of(article_of(LONG))
    yield from _shown(view, before)
    yield from _tagged(view)
    yield _scrolled(view)


def article_of(words: int) -> Article:
    """An article of that many words, the same each time."""
    dice = random.Random(7)  # noqa: S311 - words for a measurement, no secret

    def sentence() -> str:
        return " ".join(dice.choices(WORDS, k=SENTENCE_WORDS)).capitalize() + "."

    def paragraph() -> Block:
        return Block(" ".join(sentence() for _ in range(PARAGRAPH_WORDS // SENTENCE_WORDS)))

    blocks = tuple(paragraph() for _ in range(words // PARAGRAPH_WORDS))
    return Article("art", "Customs talks", blocks, "en", publisher="The Courier", published="2026-05-14")


def view_of(article: Article) -> SourceView:
    """What the pane shows, with every sentence found and no mark."""
    return SourceView((article,), article.id, TAGS, SentenceIndex().of(article))


def marks_on(sentences: tuple[Span, ...]) -> tuple[Mark, ...]:
    """A mark on each of these sentences, tags in turn."""
    return tuple(Mark(span, i % len(TAGS), f"p-{i}") for i, span in enumerate(sentences))


def spread(view: SourceView, count: int) -> SourceView:
    """The view with that many marks, spread evenly over the article."""
    step = len(view.sentences) // count
    return replace(view, marks=marks_on(tuple(islice(view.sentences, 0, step * count, step))))


def shown_pane(view: SourceView | None = None) -> SourcePane:
    """A pane on the screen, painted."""
    pane = SourcePane(Theme(LIGHT), Words("en"))
    _open(pane)
    if view is not None:
        pane.show_view(view)
    QApplication.processEvents()
    return pane


def _open(widget: QWidget) -> None:
    widget.resize(*SIZE)
    widget.show()
    QApplication.processEvents()


def _shown(view: SourceView, before: int) -> Iterator[Row]:
    """The lines about opening; `before` are the bytes in memory before the article was made."""
    pane, article = shown_pane(view), view.articles[0]
    grown, size = resident_bytes() - before, sum(len(b.text.encode()) for b in article.blocks)
    _closed(pane)
    ours, bare = _first_paints(view)
    figures = {"ours_ms": ours * 1e3, "bare_ms": bare * 1e3}
    what = "article of 1,000,000 words shown, CPU / bare QPlainTextEdit"
    yield Row(what, ours / bare, SHOWN_BUDGET, figures=figures)
    finding = timed(lambda: SentenceIndex().of(article))
    figures = {"finding_ms": finding * 1e3}
    yield Row("the same, its sentences found as well", (ours + finding) / bare, figures=figures)
    what, figures = "memory of 1,000,000 words shown / the text", {"text_bytes": size, "grown_bytes": grown}
    if before:
        yield Row(what, grown / size, MEMORY_BUDGET, figures=figures)
    else:
        yield Row(what, None, skipped="this system has no /proc")


def _first_paints(view: SourceView) -> tuple[float, float]:
    """CPU seconds from being given the text to its first paint: our pane, the bare one."""
    text = "\n".join(b.text for b in view.articles[0].blocks)
    pairs: list[tuple[float, float]] = []
    for number in range(SHOWINGS + 1):
        pane, plain = shown_pane(), QPlainTextEdit()
        _open(plain)
        acts = [partial(pane.show_view, view), partial(plain.setPlainText, text)]
        order = (0, 1) if number % 2 else (1, 0)  # who is second finds the memory warm
        took = {i: timed(partial(_painted, acts[i])) for i in order}
        pairs.append((took[0], took[1]))
        _closed(pane)
        _closed(plain)
    return statistics.median(p[0] for p in pairs[1:]), statistics.median(p[1] for p in pairs[1:])


def _painted(act: Callable[[], object]) -> None:
    act()
    QApplication.processEvents()


def _closed(widget: QWidget) -> None:
    widget.hide()
    widget.deleteLater()
    QApplication.sendPostedEvents(None, 0)
    QApplication.processEvents()


def resident_bytes() -> int:
    """What this process has in memory; 0 where the system does not tell."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")


class Tagger:
    """Tags a sentence by key in a pane alone, as a note would, without the rest of the window."""

    def __init__(self, view: SourceView) -> None:
        self._view, self._count = view, 0
        self.pane = shown_pane(view)
        self.pane.set_step_after_tagging(False)
        self.pane.request_tag.connect(self._tag)
        self.pane.set_current(view.sentences[len(view.sentences) // 2])

    def _tag(self, span: Span, digit: int) -> None:
        self._count += 1
        marks = list(self._view.marks)
        insort(marks, Mark(span, digit - 1, f"new-{self._count}"), key=_place)
        self._view = replace(self._view, marks=tuple(marks))
        self.pane.show_view(self._view)

    def gesture(self) -> float:
        """The seconds from the key to the painted mark, of this thread."""
        self.pane.step_to_untagged()
        QApplication.processEvents()
        before = self._count
        took = timed(self._press, time.thread_time)
        assert self._count == before + 1, "the key tagged nothing"
        return took

    def _press(self) -> None:
        QTest.keyClick(self.pane.text, Qt.Key.Key_2)
        QApplication.processEvents()


def _place(mark: Mark) -> tuple[int, int, int]:
    return (mark.span.block, mark.span.start, mark.span.end)


def _tagged(view: SourceView) -> Iterator[Row]:
    long = Tagger(spread(view, MANY))
    short = Tagger(spread(view_of(article_of(SHORT)), FEW))
    pairs = [(long.gesture(), short.gesture()) for _ in range(GESTURES + 5)][5:]
    long_ms, short_ms = (p95([pair[i] for pair in pairs]) * 1e3 for i in (0, 1))
    figures = {"long_p95_ms": long_ms, "short_p95_ms": short_ms}
    what = "tag a sentence, source pane alone, 1,000,000 words and 10,000 marks"
    yield Row(f"{what} / 10,000 and 10, p95", long_ms / short_ms, TAG_BUDGET, figures=figures)
    yield Row(f"{what}, p95", long_ms, FRAME_BUDGET_MS, "ms")
    _closed(long.pane)
    _closed(short.pane)


def _scrolled(bare: SourceView) -> Row:
    """Frames of a stretch where every sentence is marked, against the same without marks."""
    marked = shown_pane(replace(bare, marks=marks_on(bare.sentences[:MANY])))
    plain = shown_pane(bare)
    ours, least = medians(lambda: _scroll(marked), lambda: _scroll(plain), rounds=FRAMES)
    figures = {"ours_ms": ours * 1e3, "bare_ms": least * 1e3}
    what = "scroll frame, every sentence marked / no marks"
    return Row(what, ours / least, SCROLL_BUDGET, figures=figures)


def _scroll(pane: SourcePane) -> None:
    """One frame, three lines further, as a wheel does."""
    bar = pane.text.verticalScrollBar()
    bar.setValue(bar.value() + 3)
    QApplication.processEvents()
