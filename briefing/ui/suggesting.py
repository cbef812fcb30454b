"""Suggested tags for the article in view: found once, shown until accepted, dismissed or overtaken by a tag."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache, partial
from operator import attrgetter
from typing import TYPE_CHECKING

from briefing import resources
from briefing import template as templates
from briefing.model.article import Article
from briefing.model.note import Note
from briefing.template import Template
from briefing.ui.jobs import Jobs
from briefing.ui.values import Mark, Span, SuggestionMark, TagLook

if TYPE_CHECKING:
    from briefing.assist.suggest import Suggestion

MOST_SENTENCES = 600  # a longer text is not a news article, and would keep the window waiting
AT_ONCE_CHARS = 15_000  # some 60 ms; of a longer text they are found in a thread, and shown a moment later
NEAR_MARKS = 3  # looked at before a sentence: one that is longer and begins earlier is no news

_place = attrgetter("span.block", "span.start")
Found = tuple[tuple[Span, str, str], ...]  # sentence, tag, reason


class SuggestionIndex:
    """Suggestions by article; those of one article value and one set of cues are found once.

    `later` is called when those of a long article are there.
    """

    def __init__(self, jobs: Jobs, later: Callable[[], object]) -> None:
        self._jobs, self._later = jobs, later
        self._known: dict[str, tuple[Article, Template, Found]] = {}

    def of(self, article: Article, form: Template, sentences: Sequence[Span]) -> Found:
        """Sentence, tag and reason of each suggestion for the article, in order; for a long one later."""
        if not self._is_known(article, form):
            self._known = {article.id: (article, form, self._find(article, form, sentences))}
        return self._known[article.id][2]

    def _is_known(self, article: Article, form: Template) -> bool:
        known = self._known.get(article.id)
        return known is not None and known[0] is article and known[1].tags == form.tags

    def _find(self, article: Article, form: Template, sentences: Sequence[Span]) -> Found:
        if len(sentences) > MOST_SENTENCES:
            return ()
        if sum(s.end - s.start for s in sentences) <= AT_ONCE_CHARS:
            return _found(article, form, sentences)
        self._jobs.run(
            lambda: _found(article, form, sentences), partial(self._take, article, form), lambda _: None
        )
        return ()

    def _take(self, article: Article, form: Template, found: Found) -> None:
        if self._is_known(article, form):
            self._known = {article.id: (article, form, found)}
            self._later()


def _found(article: Article, form: Template, sentences: Sequence[Span]) -> Found:
    from briefing.assist.suggest import SentenceIn, suggest  # noqa: PLC0415 - heavy: hundreds of patterns, loaded with the first article

    texts = [article.blocks[s.block].text[s.start : s.end] for s in sentences]
    asked = [SentenceIn(t, article.blocks[s.block].kind.value) for t, s in zip(texts, sentences, strict=True)]
    answers = suggest(asked, article.language, article.published, article.headline)
    own = _own_cues(form)
    made = []
    for span, text, answer in zip(sentences, texts, answers, strict=True):
        picked = _picked(answer, form) or _by_cue(text, own)
        if picked is not None:
            made.append((span, *picked))
    return tuple(made)


def _picked(answer: Suggestion | None, form: Template) -> tuple[str, str] | None:
    """The tag of this form for a learned label that is sure enough, with the words that spoke."""
    from briefing.assist.suggest import MIN_CONFIDENCE, TAGS_OF  # noqa: PLC0415 - heavy: hundreds of patterns, loaded with the first article

    if answer is None or answer.confidence < MIN_CONFIDENCE:
        return None
    tag = next((t for t in TAGS_OF.get(answer.label, ()) if form.tag(t) is not None), "")
    return (tag, ", ".join(f"“{word}”" for word in answer.reason)) if tag else None


def _own_cues(form: Template) -> dict[str, Sequence[str]]:
    """The cue words of tags that the learned labels do not know, and those a person gave to the others."""
    from briefing.assist.suggest import TAGS_OF  # noqa: PLC0415 - heavy: hundreds of patterns, loaded with the first article

    learned = {tag for tags in TAGS_OF.values() for tag in tags}
    own = {
        t.id: [c for c in t.cues if t.id not in learned or c not in _shipped_cues().get(t.id, ())]
        for t in form.tags
    }
    return {tag: cues for tag, cues in own.items() if cues}


@lru_cache(maxsize=1)
def _shipped_cues() -> Mapping[str, frozenset[str]]:
    """By tag: the cue words of the forms that come with the program, which the learned labels know better."""
    found: dict[str, frozenset[str]] = {}
    for name in resources.names("templates", ".toml"):
        for tag in templates.parse(resources.text("templates", name), name).tags:
            found[tag.id] = found.get(tag.id, frozenset()) | frozenset(tag.cues)
    return found


def _by_cue(text: str, own: Mapping[str, Sequence[str]]) -> tuple[str, str] | None:
    from briefing.assist.cues import cue_matches  # noqa: PLC0415 - heavy: hundreds of patterns, loaded with the first article

    matches = cue_matches(text, own) if own else ()
    return (matches[0].tag, f"“{matches[0].words}”") if matches else None


def waiting(
    note: Note, tags: Sequence[TagLook], found: Found, marks: Sequence[Mark], otherwise: str = ""
) -> tuple[SuggestionMark, ...]:
    """The suggestions still open: on sentences without a mark that were not turned down. `marks`: by place.

    `otherwise` is the reason of those that no single word spoke for.
    """
    order = {t.id: i for i, t in enumerate(tags)}
    article = found[0][0].article if found else ""
    turned_down = {(a.block, a.start) for a in note.dismissed if a.article == article}
    return tuple(
        SuggestionMark(span, order[tag], reason or otherwise)
        for span, tag, reason in found
        if tag in order and (span.block, span.start) not in turned_down and not _touches(marks, span)
    )


def _touches(marks: Sequence[Mark], span: Span) -> bool:
    """Whether a mark lies in, on or around `span`."""
    after = bisect_left(marks, (span.block, span.end), key=_place)
    near = (m.span for m in marks[max(0, after - NEAR_MARKS) : after])
    return any(s.block == span.block and s.end > span.start for s in near)
