"""The source pane: the article with its marks, and the wishes of the analyst who reads it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefing.model.article import Article, Kind
from briefing.ui.source.gestures import Gestures
from briefing.ui.source.keys import Keys, Wish
from briefing.ui.source.menus import Menus
from briefing.ui.source.overlay import Overlay
from briefing.ui.source.places import Places
from briefing.ui.source.rows import Folds, Page
from briefing.ui.source.speech import Speaker, captions_of, is_latin
from briefing.ui.source.standing import Standing
from briefing.ui.source.surround import Surround
from briefing.ui.source.text import ArticleText
from briefing.ui.source.tips import Tips
from briefing.ui.source.wishes import Wishes
from briefing.ui.theme import READING_PX, Theme
from briefing.ui.values import Mark, SourceView, Span
from briefing.words import Words

_NO_ARTICLE = Article("")


class SourcePane(QWidget):
    """Shows a `SourceView` and emits wishes. It knows no note and no session."""

    request_tag = Signal(object, int)  # Span, digit
    request_tag_added = Signal(object, int)  # Span, digit
    request_tag_by_id = Signal(object, str)  # Span, id of a tag that has no digit
    request_edit = Signal(object)  # Span
    request_accept = Signal(object)  # Span of the suggestion
    request_dismiss = Signal(object)  # Span of the suggestion
    request_accept_all = Signal()
    request_second_quote = Signal(object)  # Span
    request_new_tag = Signal(object)  # Span
    request_restore = Signal(str, int)  # article id, block
    request_set_aside = Signal(str, int)  # article id, block
    request_resize = Signal(str, object, object)  # point id, old Span, new Span
    request_details = Signal()
    request_focus_point = Signal(str)  # point id
    request_article = Signal(str)  # article id
    folded_changed = Signal(bool)  # from the pane's own menu
    current_changed = Signal(object)  # Span or None
    announced = Signal(str)  # for assistive technology and the status bar

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._view = SourceView()
        self._article = _NO_ARTICLE
        self._folds = Folds()
        self._text_px = float(READING_PX)
        self._latin = True
        self._pointed: Span | None = None  # the letter under a click, while the click is carried out
        self._build()
        self._connect()
        self.set_theme(theme)

    def _build(self) -> None:
        self._overlay = Overlay(self._theme)
        self.text = ArticleText(self._theme, self)
        self.text.set_painter(self._overlay)
        self._standing = Standing(self._text_of, self._is_running, self)
        self._wishes = Wishes(self._standing, self._words)
        self._gestures = Gestures(self.text, self._overlay, self._standing)
        self._keys = Keys(self.text)
        self._menus = Menus(self.text, self._wishes)
        self._tips = Tips(self.text, self._overlay, self._words)
        self._around = Surround(self, self._wishes)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._around.top)
        column.addWidget(self.text, 1)
        column.addWidget(self._around.bottom)
        self.setFocusProxy(self.text)

    def _text_of(self, block: int) -> str:
        return self.text.page.text_of(block)

    def _is_running(self, block: int) -> bool:
        blocks = self._article.blocks
        return block < len(blocks) and blocks[block].kind not in (Kind.CAPTION, Kind.HEADING)

    def _connect(self) -> None:
        """All wiring, in one place."""
        wishes, gestures, menus = self._wishes, self._gestures, self._menus
        for wish, signal in (
            (wishes.tag, self.request_tag),
            (wishes.tag_added, self.request_tag_added),
            (wishes.tag_by_id, self.request_tag_by_id),
            (wishes.edit, self.request_edit),
            (wishes.accept, self.request_accept),
            (wishes.dismiss, self.request_dismiss),
            (wishes.accept_all, self.request_accept_all),
            (wishes.second_quote, self.request_second_quote),
            (wishes.new_tag, self.request_new_tag),
            (wishes.restore, self.request_restore),
            (wishes.announced, self.announced),
            (menus.details_chosen, self.request_details),
            (self._around.article_pressed, self.request_article),
        ):
            wish.connect(signal)
        self._keys.wished.connect(self._on_key)
        self._standing.moved.connect(self._on_moved)
        gestures.pressed.connect(self._around.close_popover)
        gestures.fold_clicked.connect(self._turn_fold)
        gestures.grey_clicked.connect(lambda block: self.request_restore.emit(self._view.shown, block))
        gestures.sentence_clicked.connect(self._on_clicked)
        gestures.selecting_changed.connect(self._on_selecting)
        gestures.selected.connect(self._on_selected)
        gestures.abandoned.connect(self._stand)
        self.text.left.connect(self._around.close_popover)
        wishes.page.connect(self._turn_page)
        gestures.resizing_changed.connect(self._on_resizing)
        gestures.resized.connect(self._on_resized)
        menus.folded_chosen.connect(self._on_folded_chosen)
        menus.restore_chosen.connect(lambda block: self.request_restore.emit(self._view.shown, block))
        menus.set_aside_chosen.connect(lambda block: self.request_set_aside.emit(self._view.shown, block))
        menus.pointed.connect(self._on_clicked)
        self.text.verticalScrollBar().valueChanged.connect(self._around.close_popover)
        self.text.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.text.customContextMenuRequested.connect(self._open_context_menu)
        self._around.menu.aboutToShow.connect(self._fill_menu)

    # What it is given.

    def show_view(self, view: SourceView) -> None:
        """Shows a view; repaints what changed and keeps sentence, selection, folds and place."""
        article = next((a for a in view.articles if a.id == view.shown), _NO_ARTICLE)
        before, self._view = self._view, view
        places = Places(view)
        same_text = article is self._article or article == self._article
        changed = set() if not same_text else self._changed_blocks(before, places)
        self._overlay.places, self._overlay.tags = places, view.tags
        self._overlay.focused_point = view.focused_point
        is_other, self._article = article.id != self._article.id, article
        if is_other:
            self._standing.forget()
        self._standing.set_places(places, same_text=same_text)
        if not same_text:
            self._set_article(is_other=is_other)
        elif before.tags != view.tags:
            self.text.viewport().update()
        self._stand()
        self.text.update_rows(changed)
        self._around.show_view(view, article, is_here=self._has_suggestion())
        self._wishes.answered(view)

    def _changed_blocks(self, before: SourceView, places: Places) -> set[int]:
        """The visible blocks whose marks, suggestions or focus are not what they were."""
        was, changed = self._overlay.places, set()
        focuses = {before.focused_point, self._view.focused_point} - {""}
        moved_focus = before.focused_point != self._view.focused_point
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
            self._folds = Folds(self._folds.folded)
            self.text.verticalScrollBar().setValue(0)
        latin = is_latin(self._article)
        if latin != self._latin:
            self._latin = latin
            self._set_look()
        self._show_page()

    def _show_page(self) -> None:
        self.text.show_page(Page(self._article, self._folds, captions_of(self._article, self._words)))
        self._standing.set_grey(self.text.page.grey_lines())
        self._stand()

    def set_theme(self, theme: Theme) -> None:
        """Shows everything in a theme's colours and sizes."""
        self._theme = self._overlay.theme = theme
        words = self._words
        self._overlay.show_label = (words("source.show"), words("source.hide"))
        self.text.setAccessibleName(words("source.text"))
        self._around.dress(theme, words)
        self._set_look()
        self._around.show_view(self._view, self._article, is_here=self._has_suggestion())

    def set_words(self, words: Words) -> None:
        """Speaks another language."""
        self._words = self._wishes.words = self._tips.words = words
        self.set_theme(self._theme)
        self._show_page()

    def _set_look(self) -> None:
        self.text.set_look(self._theme, self._text_px, latin=self._latin)

    def set_text_size(self, px: float) -> None:
        """Sets the size of the article's text, in px at 100%."""
        self._text_px = float(px)
        self._set_look()

    def set_single_letter_keys(self, on: bool) -> None:
        """Lets single letters and digits act, or not."""
        self._keys.letters = on

    def set_step_after_tagging(self, on: bool) -> None:
        """Steps to the next untagged sentence after a tag, or stays."""
        self._wishes.steps_after_tagging = on

    def set_folded(self, folded: bool) -> None:
        """Hides all runs of page furniture, or shows them."""
        self._folds = Folds(folded)
        self._show_page()

    # Where the analyst stands.

    def current(self) -> Span | None:
        """The selection if there is one, else the current sentence."""
        return self._standing.current

    def current_sentence(self) -> Span | None:
        """The current sentence."""
        return self._standing.sentence

    def set_current(self, span: Span) -> None:
        """Stands on a sentence, or selects another stretch; scrolls only if it is hidden."""
        self._standing.stand_on(span, by_analyst=False)
        self.reveal(span)

    def step(self, direction: int) -> None:
        """Moves to the next (+1) or the previous (-1) sentence."""
        self._standing.step(direction)

    def step_to_untagged(self) -> None:
        """Moves to the next sentence without a tag."""
        self._wishes.step_to_untagged()

    def reveal(self, span: Span) -> None:
        """Shows a stretch, opening what hides it."""
        if not self.text.page.rows_of(span.block):
            self._open_run_of(span.block)
        self.text.reveal(span)

    def find(self, text: str, backward: bool = False) -> bool:  # type: ignore[override]  # noqa: FBT002 - the contract
        """Selects the next place that reads `text`, going round; False if there is none."""
        found = self.text.find_text(text, backward=backward, after=self._standing.current)
        if found is not None:
            self._standing.select(found)
        return found is not None

    # What happens.

    def _on_key(self, wish: Wish, digit: int) -> None:
        self._around.close_popover()
        self._wishes.hear(wish, digit)

    def _on_moved(self, by_analyst: bool) -> None:
        self._stand()
        current = self._standing.current
        if by_analyst and current is not None:
            self.reveal(current)
            if not self._wishes.is_stepping:
                self.announced.emit(self._sentence_said())
            self._focus_point(self._pointed or current)
        self._around.show_view(self._view, self._article, is_here=self._has_suggestion())
        self.current_changed.emit(current)

    def _stand(self) -> None:
        """Brings caret, selection and outline to where the analyst stands."""
        standing = self._standing
        selected = standing.selection if standing.is_by_hand else None
        before, self._overlay.current = self._overlay.current, None if selected else standing.current
        if selected is not None:
            self.text.select(selected)
        elif standing.current is not None:
            self.text.put_caret(standing.current)
        if before != self._overlay.current:
            self.text.update_rows({s.block for s in (before, self._overlay.current) if s is not None})

    def _has_suggestion(self) -> bool:
        current = self._standing.current
        return current is not None and bool(self._standing.places.suggestions_over(current))

    def _sentence_said(self) -> str:
        current = self._standing.current
        if current is None:
            return ""
        if self._standing.is_grey:
            return f"{self._words('source.say_furniture')} {self._text_of(current.block)}"
        speaker = Speaker(self._words, self._view, self._standing.places)
        return speaker.sentence(current, selected=self._standing.selection is not None)

    def _focus_point(self, span: Span) -> None:
        """Asks for the focus on the point that stands here, unless one of those has it already."""
        places = self._standing.places
        marks = places.marks_over(span) or places.marks_over(self._standing.sentence or span)
        points = [m.point for m in marks]
        if points and self._view.focused_point not in points:
            self.request_focus_point.emit(points[0])

    def _turn_page(self, direction: int) -> None:
        """Scrolls by a windowful and stands on a sentence there, or at the article's end."""
        before = self.text.verticalScrollBar().value()
        self.text.turn_page(direction)
        span = self.text.middle_span()
        if before == self.text.verticalScrollBar().value() or span is None:
            self._wishes.hear(Wish.LAST if direction > 0 else Wish.FIRST, 0)
        else:
            self._standing.go_to(span, by_analyst=True)

    def _on_clicked(self, where: Span) -> None:
        before = self._standing.current
        self._pointed = where
        self._standing.go_to(where, by_analyst=True)
        if before == self._standing.current:
            self._focus_point(where)
        self._pointed = None

    def _on_selecting(self, span: Span) -> None:
        self._overlay.current = None
        self.text.select(span)

    def _on_selected(self, span: Span) -> None:
        self._standing.select(span)
        current = self._standing.current
        if current is not None:
            area = QRect(self.text.mapTo(self, QPoint(0, 0)), self.text.size())
            rects = [
                r.translated(self.text.mapTo(self, QPoint(0, 0))) for r in self.text.where.rects_of(current)
            ]
            self._around.open_popover(self._view, rects, area)

    def _on_resizing(self, span: Span | None) -> None:
        before, self._overlay.resizing = self._overlay.resizing, span
        self.text.update_rows({s.block for s in (before, span) if s is not None})

    def _on_resized(self, mark: Mark, span: Span) -> None:
        if span != mark.span:
            self.request_resize.emit(mark.point, mark.span, span)

    def _turn_fold(self, run: int) -> None:
        self._folds = self._folds.with_turned(run)
        self._show_page()

    def _open_run_of(self, block: int) -> None:
        run = self.text.page.run_of(block)
        if run is not None and not self._folds.is_open(run):
            self._turn_fold(run)

    def _on_folded_chosen(self, folded: bool) -> None:
        self.set_folded(folded)
        self.folded_changed.emit(folded)

    def _fill_menu(self) -> None:
        self._menus.fill_main(self._around.menu, self._words, self._view, folded=self._folds.folded)

    def _open_context_menu(self, place: QPoint) -> None:
        menu = self._menus.context(self._words, self._view, place)
        if menu is not None:
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.text.viewport().mapToGlobal(place))
