"""The article as it is shown: its rows and folds, its look, and the marks that lie behind them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from briefing.model.article import Article, Kind
from briefing.ui.source.overlay import Overlay
from briefing.ui.source.page import Page
from briefing.ui.source.places import Places
from briefing.ui.source.rows import Folds
from briefing.ui.source.speech import captions_of, is_latin
from briefing.ui.source.standing import Standing
from briefing.ui.source.text import ArticleText
from briefing.ui.theme import READING_PX, Theme
from briefing.ui.values import SourceView, Span
from briefing.words import Words

_NO_ARTICLE = Article("")


class Sheet(QObject):
    """Brings text and marks to what a view says, and paints again only what is not as it was."""

    page_shown = Signal()  # other rows than before

    def __init__(self, text: ArticleText, overlay: Overlay, theme: Theme, words: Words) -> None:
        super().__init__(text)
        self.text, self.overlay = text, overlay
        self.standing = Standing(self._text_of, self._is_running, self)
        self.view = SourceView()
        self.article = _NO_ARTICLE
        self.folds = Folds()
        self._text_px = float(READING_PX)
        self._latin = True
        self._theme, self._words = theme, words
        self._set_look()

    def _text_of(self, block: int) -> str:
        return self.text.page.text_of(block)

    def _is_running(self, block: int) -> bool:
        blocks = self.article.blocks
        return block < len(blocks) and blocks[block].kind not in (Kind.CAPTION, Kind.HEADING)

    def show_view(self, view: SourceView) -> set[int]:
        """Shows a view; sentence, selection, folds and place are kept. The blocks to paint again."""
        article = next((a for a in view.articles if a.id == view.shown), _NO_ARTICLE)
        before, self.view = self.view, view
        places = Places(view)
        same_text = article is self.article or article == self.article
        changed = set() if not same_text else self._changed_blocks(before, places)
        self.overlay.places, self.overlay.tags = places, view.tags
        self.overlay.focused_point = view.focused_point
        is_other, self.article = article.id != self.article.id, article
        if is_other:
            self.standing.forget()
        self.standing.set_places(places, same_text=same_text)
        if not same_text:
            self._set_article(is_other=is_other)
        elif before.tags != view.tags:
            self.text.viewport().update()
        return changed

    def _changed_blocks(self, before: SourceView, places: Places) -> set[int]:
        """The visible blocks whose marks, suggestions or focus are not what they were."""
        was, changed = self.overlay.places, set()
        focuses = {before.focused_point, self.view.focused_point} - {""}
        moved_focus = before.focused_point != self.view.focused_point
        for row, _ in self.text.where.visible_rows():
            block = self.text.row_of(row).block
            marks, old = places.marks_in(block), was.marks_in(block)
            if (
                marks != old
                or places.suggestions_in(block) != was.suggestions_in(block)
                or (moved_focus and any(m.point in focuses for m in marks))
            ):
                changed.add(block)
        return changed

    def _set_article(self, *, is_other: bool) -> None:
        if is_other:
            self.folds = Folds(self.folds.folded)
            self.text.verticalScrollBar().setValue(0)
        latin = is_latin(self.article)
        if latin != self._latin:
            self._latin = latin
            self._set_look()
        self._show_page()

    def _show_page(self) -> None:
        self.text.show_page(Page(self.article, self.folds, captions_of(self.article, self._words)))
        self.standing.set_grey(self.text.page.grey_lines())
        self.page_shown.emit()

    def set_text_size(self, px: float) -> None:
        """Sets the size of the article's text, in px at 100%."""
        self._text_px = float(px)
        self._set_look()

    def _set_look(self) -> None:
        spare = self.overlay.offers.width
        self.text.set_look(self._theme, self._text_px, latin=self._latin, spare=spare)

    def set_folded(self, folded: bool) -> None:
        """Hides all runs of page furniture, or shows them."""
        self.folds = Folds(folded)
        self._show_page()

    def turn_fold(self, run: int) -> None:
        """Opens or closes the run of page furniture that begins at that block."""
        self.folds = self.folds.with_turned(run)
        self._show_page()

    def state(self) -> tuple[Folds, tuple[int, int] | None]:
        """What is folded, and the block and character at the top of the window."""
        return self.folds, self.text.scrolling.top_place()

    def take_up(self, folds: Folds, top: tuple[int, int] | None) -> None:
        """Goes back to a `state`, as far as the article is still what it was."""
        if folds != self.folds:
            self.folds = folds
            self._show_page()
        self.text.scrolling.to_place(top)

    def reveal(self, span: Span) -> None:
        """Shows a stretch, opening what hides it."""
        run = None if self.text.page.rows_of(span.block) else self.text.page.run_of(span.block)
        if run is not None and not self.folds.is_open(run):
            self.turn_fold(run)
        self.text.caret.reveal(span)
