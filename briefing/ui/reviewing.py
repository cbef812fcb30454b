"""What to look at once more before a note goes out: doubts, what was kept, left out, where sources differ."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from briefing.compose.house import breaches, needs_pages, told
from briefing.model.note import Note, Point
from briefing.ui.print import measured_pages
from briefing.ui.screens import Screens
from briefing.ui.suggesting import MOST_SENTENCES
from briefing.ui.tagging import stands_on
from briefing.ui.values import Span
from briefing.words import Words

Group = Literal["doubts", "house", "kept", "left_out", "disagree"]


class Remark(Struct, frozen=True):
    """One line of the review: its group, its words, and where it leads (a point, a sentence or a line)."""

    group: Group
    text: str
    point: str = ""
    span: Span | None = None
    origin: str = ""  # of a line of the document


def remarks_of(screens: Screens, words: Words) -> tuple[Remark, ...]:
    """Everything worth a second look, by group."""
    note = screens.note
    return (
        *_doubts(screens),
        *_house(screens, words),
        *_kept(note),
        *_left_out(screens, words),
        *_disagreements(screens),
    )


def _doubts(screens: Screens) -> list[Remark]:
    return [
        Remark("doubts", f"{check.sentence}: {point.wording}", point.id)
        for point in screens.note.points
        for check in screens.checks.get(point.id, ())
        if not check.info
    ]


def _house(screens: Screens, words: Words) -> list[Remark]:
    """House rules that do not hold; facts stand among the doubts already."""
    form, document = screens.session.template, screens.session.document(prompts=False)
    measured = measured_pages(document) if needs_pages(form) else None
    found = breaches(screens.note, form, document, measured)
    return [Remark("house", told(b, words), b.origin.partition("point:")[2], origin=b.origin) for b in found]


def _kept(note: Note) -> list[Remark]:
    return [
        Remark("kept", f"{key.replace(':', ': ', 1).replace(':', ' / ', 2)}: {point.wording}", point.id)
        for point in note.points
        for key in point.kept
    ]


def _sentences(screens: Screens, index: int) -> tuple[tuple[Span, str], ...]:
    article = screens.note.articles[index]
    spans = screens.sentences.of(article)[:MOST_SENTENCES]
    return tuple((s, article.blocks[s.block].text[s.start : s.end]) for s in spans)


def _left_out(screens: Screens, words: Words) -> list[Remark]:
    """Untagged sentences with an agreement, a figure or a date to come: never more than a quarter."""
    from briefing.assist.review import left_out  # noqa: PLC0415 - heavy: hundreds of patterns, loaded with the first article
    from briefing.assist.suggest import SentenceIn  # noqa: PLC0415 - heavy: hundreds of patterns, loaded with the first article

    near, remarks = _by_block(screens.note), []
    for index, article in enumerate(screens.note.articles):
        sentences = _sentences(screens, index)
        asked = [SentenceIn(text, article.blocks[span.block].kind.value) for span, text in sentences]
        tagged = [
            any(stands_on(p, s, article, sentence=True) for p in near.get((article.id, s.block), ()))
            for s, _ in sentences
        ]
        for found in left_out(asked, tagged, article.language, article.published):
            span, text = sentences[found.index]
            why = ", ".join(words(f"window.left_out_{reason}") for reason in found.reasons)
            remarks.append(Remark("left_out", f"{text} ({why})", span=span))
    return remarks


def _by_block(note: Note) -> Mapping[tuple[str, int], list[Point]]:
    """The points with a quote in a block, by article and block."""
    found: dict[tuple[str, int], list[Point]] = {}
    for point in note.points:
        for anchor in point.evidence:
            found.setdefault((anchor.article, anchor.block), []).append(point)
    return found


def _disagreements(screens: Screens) -> list[Remark]:
    """Where two sources tell the same with another number, name or date, side by side."""
    from briefing.assist.review import disagreements  # noqa: PLC0415 - heavy: hundreds of patterns, loaded with the first article

    articles = screens.note.articles
    texts = [_sentences(screens, index) for index in range(len(articles))]
    found = disagreements(
        [[text for _, text in sentences] for sentences in texts],
        [a.language for a in articles],
        [a.published for a in articles],
    )
    remarks = []
    for one in found:
        names = [articles[i].publisher or articles[i].headline for i in (one.first[0], one.second[0])]
        text = f"{names[0]}: {one.words[0]} / {names[1]}: {one.words[1]}"
        remarks.append(Remark("disagree", text, span=texts[one.first[0]][one.first[1]][0]))
    return remarks
