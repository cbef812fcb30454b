"""Keeps the panes in step with the note: one refresh from the value, also for the screen that asked."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from briefing.model.anchor import resolves
from briefing.model.article import Article
from briefing.model.note import Note, Point
from briefing.template import Template
from briefing.ui import assistance
from briefing.ui.editor import Editor
from briefing.ui.guarding import CheckIndex
from briefing.ui.jobs import Jobs
from briefing.ui.remembered import Remembered
from briefing.ui.sentences import SentenceIndex, place_in
from briefing.ui.session import Session
from briefing.ui.source.places import overlap
from briefing.ui.status import Pane
from briefing.ui.suggesting import SuggestionIndex, waiting
from briefing.ui.values import Checks, Span, SuggestionMark, TagLook
from briefing.ui.views import Assisted, Focus, doubts_of, points_view, source_view, tag_looks
from briefing.words import Words

if TYPE_CHECKING:
    from briefing.compose import LengthCount

PREVIEW_DELAY_MS = 60
ASSIST_DELAY_MS = 40  # the first time: a note is in view before the patterns are loaded
_block = attrgetter("span.block")
SHOWN_EVERY_MS = 200  # while many points are checked


class Screens(QObject):
    """Shows the session's note in the editor's panes and remembers where the analyst is."""

    announced = Signal(str)
    assisted = Signal()  # what assists has been loaded, and its first suggestions show

    def __init__(self, session: Session, editor: Editor, words: Words, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self.session, self.editor, self.words = session, editor, words
        self.focus = Focus()
        self.sentences = SentenceIndex()
        self.suggestions: tuple[SuggestionMark, ...] = ()
        self._remembered = Remembered()
        self._suggesting = SuggestionIndex(jobs, self.refresh)
        self._guard = CheckIndex(words, self._remembered.points.edits)
        self.checks: Checks = {}
        self._guard_timer = QTimer(self, interval=0, singleShot=True)
        self._guard_timer.timeout.connect(self._check_on)
        self._unshown = QElapsedTimer()  # since checks were shown last
        self._assist_timer = QTimer(self, interval=ASSIST_DELAY_MS, singleShot=True)
        self._assist_timer.timeout.connect(self._assist)
        self._length = ""
        self._preview_timer = QTimer(self, interval=PREVIEW_DELAY_MS, singleShot=True)
        self._preview_timer.timeout.connect(self._follow_in_preview)
        self._previewed: tuple[Note, Checks] | None = None  # what the page shows
        self._is_held = False
        session.note_changed.connect(self._note_changed)
        editor.source.current_changed.connect(self._moved_in_source)

    @property
    def note(self) -> Note:
        """The note as it stands."""
        return self.session.note

    @property
    def looks(self) -> tuple[TagLook, ...]:
        """The tags of the note, as screens show them."""
        used = self._remembered.points.follow(self.note.points).tags
        return tag_looks(used, self.session.template, self.words)

    def point(self, point_id: str) -> Point | None:
        """The point of that id, or None."""
        return self._remembered.points.follow(self.note.points).get(point_id)

    def points_near(self, span: Span) -> tuple[Point, ...] | None:
        """The points with a mark in the block of `span`; None if that article is not in view."""
        note, article = self.note, self._shown()
        if article is None or article.id != span.article:
            return None
        marks = self._remembered.marks_of(note, article, self.looks, self.checks)
        first = bisect_left(marks, span.block, key=_block)
        ids = {m.point for m in marks[first : bisect_right(marks, span.block, lo=first, key=_block)]}
        return tuple(p for i in ids if (p := self.point(i)) is not None)

    def _shown(self) -> Article | None:
        """The article in view."""
        return next((a for a in self.note.articles if a.id == self.focus.article), None)

    def refresh(self) -> None:
        """Shows everything anew, from the values."""
        note, template = self.note, self.session.template
        self._remembered.begin(note)
        self._settle_focus()
        tags = self.looks
        shown = self._shown()
        sentences = self.sentences.of(shown) if shown else ()
        unfinished = self._ask_for_help(note, template, tags, sentences) if assistance.is_loaded() else False
        self._load_help()
        assisted = Assisted(self.checks, self.suggestions, self._remembered, self._guard.voices)
        self.editor.source.show_view(source_view(note, tags, sentences, self.focus, assisted))
        self.editor.points.show_view(points_view(note, template, tags, self.focus, assisted))
        self.editor.points.light(self._suggested_here())
        if unfinished:
            self._unshown.start()
            self._guard_timer.start()
        self.editor.panes.show_count(len(note.points))
        self.editor.toolbar.show_note(note.title, template.name)
        if not self._is_held:
            self._preview_timer.start()
        self.refresh_status()

    def _load_help(self) -> None:
        if self._shown() and not (self._is_held or assistance.is_loaded()):
            QTimer.singleShot(0, self._assist_timer.start)  # counted from when this is painted, or nearly

    def _ask_for_help(
        self, note: Note, template: Template, tags: tuple[TagLook, ...], sentences: tuple[Span, ...]
    ) -> bool:
        """Finds suggestions and checks; whether there are points still to check."""
        shown = self._shown()
        found = self._suggesting.of(shown, template, sentences) if shown else ()
        self.checks, unfinished = self._guard.of(note)
        marks = self._remembered.marks_of(note, shown, tags, self.checks) if shown else ()
        by_wording = self.words("window.suggested_by_wording")
        self.suggestions = waiting(note, tags, found, marks, by_wording)
        return unfinished

    def _check_on(self) -> None:
        """Checks some points more; what was found is shown now and then, and at the end."""
        _, unfinished = self._guard.of(self.note)
        if unfinished and self._unshown.elapsed() < SHOWN_EVERY_MS:
            self._guard_timer.start()
        else:
            self.refresh()

    def _assist(self) -> None:
        """Loads what assists, now that the note is in view, and shows what it has to say."""
        assistance.load()
        self.refresh()
        self.assisted.emit()

    @cached_property
    def _count(self) -> LengthCount:
        from briefing.compose import LengthCount  # noqa: PLC0415 - loaded after the first paint

        return LengthCount()

    def hold(self) -> None:
        """Only shows note and article until `release`: the page and what assists wait for the first paint."""
        self._is_held = True

    def release(self) -> None:
        """Makes the page, and loads what assists a moment later."""
        if self._is_held:
            self._is_held = False
            self.refresh_preview()
            self._load_help()

    def _follow_in_preview(self) -> None:
        """The page as the note is now; where only the focus went on, it is marked there and no more."""
        if self._previewed and self._previewed[0] is self.note and self._previewed[1] is self.checks:
            self._mark_preview()
            self.refresh_status()
        else:
            self.refresh_preview()

    def refresh_preview(self) -> None:
        """Composes the page anew. Waits for a pause in typing, not for a save."""
        if self._is_held:
            return
        self._preview_timer.stop()
        document = self.session.document(prompts=True)
        self.editor.preview.show_document(document)
        self.editor.preview.set_doubts(doubts_of(self.checks))
        self._previewed = (self.note, self.checks)
        self._mark_preview()
        count = self._count.of(document)
        key = "window.status_characters" if self._count.by_character else "window.status_words"
        self._length = self.words(key, count=count)
        self.refresh_status()

    def refresh_status(self) -> None:
        """Where the analyst is, the note's length and language, and the keys of the focused pane."""
        template = self.session.template
        self.editor.status.show_place(self._place(), self._length, self._language(template.language))
        self.editor.status.show_hints(self._hint_pane(), min(9, len(template.tags)))

    def _moved_in_source(self, _current: Span | None) -> None:
        self.editor.points.light(self._suggested_here(), reveal=True)
        self.refresh_status()

    def _suggested_here(self) -> SuggestionMark | None:
        """The suggestion that waits where the analyst stands in the source."""
        here = self.editor.source.current()
        return next((s for s in self.suggestions if here is not None and overlap(s.span, here)), None)

    def focus_point(self, point_id: str, *, reveal_source: bool = True) -> None:
        """Marks a point in all three panes, scrolling those that hide it."""
        if point_id == self.focus.point:
            return
        article = self._article_of(point_id) or self.focus.article
        self.focus = Focus(article, point_id)
        self.refresh()
        if reveal_source:
            self.reveal_quote(point_id)

    def reveal_quote(self, point_id: str) -> None:
        """Outlines a point's first quote in the source, scrolling to it if it is hidden."""
        point = self.point(point_id)
        for anchor in point.evidence if point else ():
            if anchor.article == self.focus.article and resolves(anchor, self.note.article(anchor.article)):
                self.editor.source.set_current(Span(anchor.article, anchor.block, anchor.start, anchor.end))
                return

    def show_article(self, article_id: str) -> None:
        """Brings another source into view."""
        self.focus = Focus(article_id, self.focus.point)
        self.refresh()

    def is_sentence(self, span: Span) -> bool:
        """Whether `span` is a whole sentence of the article in view."""
        article = next((a for a in self.note.articles if a.id == span.article), None)
        return article is not None and place_in(self.sentences.of(article), span) is not None

    def _note_changed(self, before: Note, after: Note) -> None:
        self.sentences.forget_all_but(frozenset(a.id for a in after.articles))
        new = [a.id for a in after.articles if a.id not in {b.id for b in before.articles}]
        if new:
            self.focus = Focus(new[-1], self.focus.point)
        self.refresh()

    def _settle_focus(self) -> None:
        ids = [a.id for a in self.note.articles]
        article = self.focus.article if self.focus.article in ids else (ids[0] if ids else "")
        point = self.focus.point if self.point(self.focus.point) else ""
        self.focus = Focus(article, point)

    def _article_of(self, point_id: str) -> str:
        point = self.point(point_id)
        ids = {a.id for a in self.note.articles}
        return next((a.article for a in point.evidence if a.article in ids), "") if point else ""

    def _mark_preview(self) -> None:
        self.editor.preview.mark(f"point:{self.focus.point}" if self.focus.point else "")

    def _place(self) -> str:
        current = self.editor.source.current_sentence()
        article = self._shown()
        if current is None or article is None:
            return ""
        sentences = self.sentences.of(article)
        at = place_in(sentences, current)
        if at is None:
            return ""
        place = self.words("window.status_sentence", number=at + 1, total=len(sentences))
        paragraph = self._remembered.number(article, current.block)
        return f"{place} · {self.words('window.status_paragraph', number=paragraph)}" if paragraph else place

    def _language(self, tag: str) -> str:
        base = tag.partition("-")[0]
        known = ("en", "ko", "ja", "zh", "de", "fr", "es")
        return self.words(f"window.status_language_{base}") if base in known else tag

    def _hint_pane(self) -> Pane:
        if self.editor.points.is_editing():
            return "editing"
        return self.editor.focused_pane() or "none"
