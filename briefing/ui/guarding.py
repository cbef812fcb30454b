"""The guard in the window: what each wording says that its evidence does not, worked out in small portions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from briefing.model.anchor import Anchor, resolves
from briefing.model.article import Article
from briefing.model.note import Note, Point
from briefing.ui.pointindex import Edits
from briefing.ui.values import Checks, CheckView
from briefing.words import Words

if TYPE_CHECKING:
    from briefing.assist.check import CheckFound
    from briefing.assist.draft import DraftNote

T = TypeVar("T")
NO_SOURCE = "no-source"
QUOTE_GONE = "quote-gone"
SHOWN_CHARS = 60  # of a quote in a sentence
PORTION = 16  # points checked before the window is asked whether somebody is waiting: a few milliseconds
LONGEST_CHARS = 2000  # of a wording or its evidence; what is longer is not a point but a paste


class CheckIndex:
    """Findings by point; a point is checked again only when it changed; what just changed comes first."""

    def __init__(self, words: Words, edits: Edits | None = None) -> None:
        self._words = words
        self._edits = edits or Edits()
        self._points: tuple[Point, ...] = ()
        self._articles: tuple[Article, ...] = ()
        self._known: dict[str, Point] = {}
        self._waiting: dict[str, Point] = {}
        self._checks: dict[str, tuple[CheckView, ...]] = {}
        self._voices: dict[str, str] = {}

    @property
    def voices(self) -> Mapping[str, str]:
        """By point: whose word its evidence is, where it is not the paper's own report."""
        return self._voices

    def of(self, note: Note) -> tuple[Checks, bool]:
        """The findings known so far, and whether there are points still to check.

        Another answer is another object: one that was given never changes.
        """
        self._forget_changed(note)
        self._follow(note.points)
        self._check(note, [self._waiting.pop(p) for p in tuple(islice(self._waiting, PORTION))])
        return self._checks, bool(self._waiting)

    def _follow(self, points: tuple[Point, ...]) -> None:
        went, came = self._edits.changed(self._points, points)
        come = {p.id: p for p in came}
        gone = [p.id for p in went if p.id not in come]
        self._points = points
        self._lose(gone)
        for point_id in gone:
            self._waiting.pop(point_id, None)
        new = {i: p for i, p in come.items() if i not in self._known or self._known[i] != p}
        if new:
            self._waiting = new | {i: p for i, p in self._waiting.items() if i not in new}
            self._lose(tuple(new)[PORTION:])  # what is not checked at once says nothing meanwhile

    def _lose(self, ids: Iterable[str]) -> None:
        for point_id in ids:
            self._known.pop(point_id, None)
        if not self._checks.keys().isdisjoint(ids):
            self._checks = {p: views for p, views in self._checks.items() if p in self._known}
        if not self._voices.keys().isdisjoint(ids):
            self._voices = {p: voice for p, voice in self._voices.items() if p in self._known}

    def _check(self, note: Note, points: Sequence[Point]) -> None:
        found = {p.id: check_views(note, p, self._words) for p in points}
        heard = {p.id: voice_line(note, p, self._words) for p in points}
        self._known.update((p.id, p) for p in points)
        if any(self._checks.get(p, ()) != views for p, views in found.items()):
            self._checks = _without_empty(self._checks | found, found)
        if any(self._voices.get(p, "") != voice for p, voice in heard.items()):
            self._voices = _without_empty(self._voices | heard, heard)

    def _forget_changed(self, note: Note) -> None:
        """A source that was replaced, or whose language or day was corrected, is compared anew."""
        if note.articles is self._articles:
            return
        before = {a.id: _read_from(a) for a in self._articles}
        changed = {a.id for a in note.articles if a.id in before and before[a.id] != _read_from(a)}
        self._articles = note.articles
        if changed:
            again = [p.id for p in self._points if changed.intersection(a.article for a in p.evidence)]
            self._lose(again)
            self._waiting |= {p.id: p for p in self._points if p.id not in self._known}


def _without_empty(kept: dict[str, T], asked: Iterable[str]) -> dict[str, T]:
    """`kept` without what is empty among `asked`."""
    for key in asked:
        if not kept[key]:
            del kept[key]
    return kept


def _read_from(article: Article) -> tuple[object, ...]:
    """What of a source the checks depend on."""
    return article.language, article.published, *(b.text for b in article.blocks)


def voice_line(note: Note, point: Point, words: Words) -> str:
    """Whether a point rests on quoted words or a claim, and whose; empty for the paper's own report."""
    from briefing.assist.voices import source_of_point  # noqa: PLC0415 - heavy: hundreds of patterns, loaded with the first article

    source = source_of_point(note, point)
    if source is None or source.voice == "report":
        return ""
    return words(f"window.voice_{source.voice}{'' if source.who else '_nobody'}", who=source.who)


def check_views(note: Note, point: Point, words: Words) -> tuple[CheckView, ...]:
    """The open findings of one point, with their sentences."""
    from briefing.assist.check import check_point  # noqa: PLC0415 - heavy: hundreds of patterns, loaded with the first article

    sources = {a.id: a for a in note.articles}
    evidence = [a.quote for a in point.evidence if a.article in sources]
    if not evidence:
        views = [_without_source(words)] if point.wording.strip() else []
    elif len(point.wording) + sum(map(len, evidence)) > LONGEST_CHARS:
        views = []
    else:
        article = sources[next(a.article for a in point.evidence if a.article in sources)]
        found = check_point(point.wording, evidence, "", article.language, article.published)
        views = [_view(point, f, words) for f in found] + _dates_read(point, evidence, article, words)
    views += [
        _gone(a, words) for a in point.evidence if a.article in sources and not resolves(a, sources[a.article])
    ]
    return tuple(v for v in views if v.key not in point.kept)


def gone_key(anchor: Anchor) -> str:
    """The key of the check that says a quote is no longer in its source."""
    return f"{QUOTE_GONE}:{anchor.quote}"


def _gone(anchor: Anchor, words: Words) -> CheckView:
    return CheckView(
        key=gone_key(anchor),
        sentence=words("window.check_gone", quote=shortened(anchor.quote)),
        fix_label=words("window.check_relink"),
        keep_label=words("window.check_keep_gone"),
    )


def shortened(quote: str) -> str:
    """The quote, or its beginning where it is long."""
    return quote if len(quote) <= SHOWN_CHARS else f"{quote[: SHOWN_CHARS - 1].rstrip()}…"


def _without_source(words: Words) -> CheckView:
    """A point that no source carries is the analyst's own assessment, and is said to be."""
    return CheckView(
        key=NO_SOURCE,
        sentence=words("window.check_no_source"),
        fix_label=words("window.check_link_quote"),
        keep_label=words("window.check_own"),
    )


def _dates_read(point: Point, evidence: list[str], article: Article, words: Words) -> list[CheckView]:
    """A remark for each date that was read, and for what a draft left out of its quote."""
    from briefing.assist.draft import draft_wording  # noqa: PLC0415 - heavy: hundreds of patterns, loaded with the first article
    from briefing.assist.report_endings import report_ending  # noqa: PLC0415 - as above

    drafts = [draft_wording(q, article.language, article.published) for q in evidence]
    notes = [n for draft in drafts for n in draft.notes]
    kept = [d for d in drafts if point.wording in (d.text, report_ending(d.text))]
    cut = [n.before for d in kept for n in d.notes if n.kind == "cut" and n.before]
    left_out = [
        CheckView(
            key=f"cut:{before}",
            sentence=words("window.check_cut", before=before.strip(" ,.;")),
            keep_label=words("window.check_right"),
            info=True,
        )
        for before in cut
    ]
    return left_out + [
        CheckView(
            key=f"date-read:{note.before}:{note.after}",
            sentence=_date_read(note, evidence, article, words),
            keep_label=words("window.check_right"),
            info=True,
        )
        for note in notes
        if note.kind == "date" and note.after in point.wording and note.before not in point.wording
    ]


def _date_read(note: DraftNote, evidence: list[str], article: Article, words: Words) -> str:
    """“Thursday” read as 7 September 2023 (published Fri 8 September 2023)."""
    from briefing.ui.date_words import why_read  # noqa: PLC0415 - heavy: hundreds of patterns, loaded with the first article

    why = why_read(note.before, evidence, article, words)
    key = "check_date_read_because" if why else "check_date_read"
    return words(f"window.{key}", before=note.before, after=note.after, why=why)


def _view(point: Point, found: CheckFound, words: Words) -> CheckView:
    fix = ""
    if found.fix:
        fix = point.wording[: found.start] + found.fix + point.wording[found.end :]
    about = "check" if found.evidence else "check_alone"
    sentence = words(f"window.{about}_{found.kind}", ours=found.wording, theirs=found.evidence)
    return CheckView(
        key=found.key,
        sentence=sentence,
        start=found.start,
        end=found.end,
        fix=fix,
        fix_label=words("window.check_use", word=found.fix) if found.fix else "",
        keep_label=words("window.check_keep", word=found.wording),
    )
