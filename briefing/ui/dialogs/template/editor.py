"""The template editor: name, pages, the open note beside them, and what is done with the result."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from msgspec import Struct
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFont, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from briefing.model.note import Note
from briefing.template import Template
from briefing.template.changes import Path
from briefing.template.flaws import Flaw, flaws_of
from briefing.ui.boxes import asked_to_leave
from briefing.ui.dialogs.template.draft import Draft
from briefing.ui.dialogs.template.fields import TABLES as FIELD_TABLES
from briefing.ui.dialogs.template.fields import FieldsPage
from briefing.ui.dialogs.template.foot import Foot
from briefing.ui.dialogs.template.inputs import PlainField
from briefing.ui.dialogs.template.pages import PAGE_AND_TYPE, RULES, TablesPage, other_tables
from briefing.ui.dialogs.template.sections import SectionsPage
from briefing.ui.dialogs.template.side import Side
from briefing.ui.dialogs.template.speech import flaw_sentence
from briefing.ui.dialogs.template.taborder import chain
from briefing.ui.dialogs.template.word_page import WordPage
from briefing.ui.theme import Theme
from briefing.ui.widgets import label, line, tool_button
from briefing.words import Words

WIDTH_PX, HEIGHT_PX, LEAST_WIDTH_PX, LEAST_HEIGHT_PX = 1120, 728, 640, 440
PAGES_PX, NARROW_PX, MARGIN_PX = 626, 960, 26
Page = SectionsPage | FieldsPage | TablesPage | WordPage


class Case(Struct, frozen=True):
    """What is edited, with which note beside it; `uses` recent notes are in that form. `origin` in words."""

    form: Template
    note: Note
    uses: int = 0
    origin: str = ""


class Acts(Struct, frozen=True):
    """What the window does for the dialog. Saving says whether it was saved; the others say what to show."""

    save: Callable[[Template], bool]
    save_as: Callable[[Template], bool]
    share: Callable[[Template], object]
    bring: Callable[[], Template | None]
    explain: Callable[[], object]


_PAGES = ("sections", "fields", "type", "rules", "word")


class _Pages(dict[str, Page]):
    """The pages by name, each made when it is first asked for."""

    def __init__(self, make: Callable[[str], Page]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, name: str) -> Page:
        self[name] = self._make(name)
        return self[name]


def _page_of(path: Path) -> str:
    """The name of the page on which a value stands."""
    table = str(path[0]) if len(path) > 1 else ""
    if table in ("sections", "tags"):
        return "sections"
    if table in ("fields", *FIELD_TABLES):
        return "fields"
    if table in ("word", "styles"):
        return "word"
    return "type" if table in PAGE_AND_TYPE else "rules"


class TemplateEditor(QDialog):
    """Edits one form. Nothing is written before Save."""

    def __init__(
        self, theme: Theme, words: Words, case: Case, acts: Acts, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._words, self._case, self._acts = theme, words, case, acts
        self.draft = Draft(case.form, self)
        self.flaws: dict[Path, Flaw] = {}
        self.setWindowTitle(words("templates.title", name=case.form.name))
        self.setModal(True)
        self.setMinimumSize(theme.px(LEAST_WIDTH_PX / max(1, theme.scale)), LEAST_HEIGHT_PX)
        self._build()
        self._add_shortcuts()
        self.draft.changed.connect(self.refresh)
        self.refresh()
        self.side.refresh()
        self._fit_to_screen()
        self.tabs.setFocus()

    def _fit_to_screen(self) -> None:
        room = self.screen().availableGeometry()
        px = self._theme.px
        self.resize(min(px(WIDTH_PX), room.width() - 40), min(px(HEIGHT_PX), room.height() - 60))

    # -- built once

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addWidget(line())
        middle = QHBoxLayout()
        middle.setSpacing(0)
        self.stack = QStackedWidget()
        self._middle = middle
        middle.addWidget(self.stack, PAGES_PX)
        self.side = Side(self._theme, self._words, self._case.note)
        self.side.origin_clicked.connect(self._show_origin)
        middle.addWidget(self.side, WIDTH_PX - PAGES_PX)
        column.addLayout(middle, 1)
        column.addWidget(line())
        column.addWidget(self._foot())
        self._add_pages()

    def _head(self) -> QWidget:
        theme, words, px = self._theme, self._words, self._theme.px
        holder = QFrame()
        column = QVBoxLayout(holder)
        column.setContentsMargins(px(MARGIN_PX), px(16), px(MARGIN_PX), px(10))
        column.setSpacing(px(8))
        row = QHBoxLayout()
        self.name = PlainField()
        self.name.setProperty("look", "title")
        self.name.setFont(theme.interface(18, QFont.Weight.DemiBold))
        self.name.setAccessibleName(words("templates.name"))
        self.name.textEdited.connect(lambda text: self.draft.set(("name",), text))
        self.pencil = tool_button(theme, "pencil", words("templates.rename"))
        self.pencil.clicked.connect(self._edit_name)
        self.undo = tool_button(theme, "undo", words("window.undo"))
        self.redo = tool_button(theme, "redo", words("window.redo"))
        self.help = tool_button(theme, "info", words("templates.help"))
        self.undo.clicked.connect(self.draft.undo)
        self.redo.clicked.connect(self.draft.redo)
        self.help.clicked.connect(self._explain)
        row.addWidget(self.name, 1)
        for made in (self.pencil, self.undo, self.redo, self.help):
            row.addWidget(made)
        column.addLayout(row)
        self.name_flaw = label("", "warning", theme, 12)
        self.name_flaw.hide()
        column.addWidget(self.name_flaw)
        self.tabs = QTabBar()
        self.tabs.setProperty("look", "pills")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(words("templates.parts"))
        self.tabs.currentChanged.connect(self._show_page)
        column.addWidget(self.tabs)
        return holder

    def _add_pages(self) -> None:
        """A place for each page; a page is made when it is first turned to."""
        self.pages = _Pages(self._make_page)
        for name in _PAGES:
            scroller = QScrollArea()
            scroller.setWidgetResizable(True)
            scroller.setFrameShape(QFrame.Shape.NoFrame)
            scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.stack.addWidget(scroller)
            self.tabs.addTab(self._words(f"templates.tab_{name}"))

    def _make_page(self, name: str) -> Page:
        theme, words, draft = self._theme, self._words, self.draft
        page: Page
        match name:
            case "sections":
                page = SectionsPage(theme, words, draft)
            case "fields":
                page = FieldsPage(theme, words, draft)
            case "word":
                page = WordPage(theme, words, draft)
            case _:
                tables = PAGE_AND_TYPE if name == "type" else (*RULES, *other_tables())
                page = TablesPage(theme, words, draft, tables)
        margin = theme.px(MARGIN_PX)
        page.setContentsMargins(margin, theme.px(16), margin, theme.px(20))
        page.show_form(draft.form, self.flaws)
        scroller = self.stack.widget(_PAGES.index(name))
        if isinstance(scroller, QScrollArea):
            scroller.setWidget(page)
        if isinstance(page, SectionsPage | FieldsPage):
            page.rows.rearranged.connect(partial(chain, self.tabs, page))
        chain(self.tabs, page)
        return page

    def _foot(self) -> QWidget:
        foot = Foot(self._theme, self._words)
        self.save_as, self.bring, self.share = foot.save_as, foot.bring, foot.share
        self.said, self.cancel, self.save = foot.said, foot.cancel, foot.save
        self.save_as.clicked.connect(lambda: self._save(self._acts.save_as))
        self.bring.clicked.connect(self._bring)
        self.share.clicked.connect(lambda: self._acts.share(self.draft.form))
        self.cancel.clicked.connect(self.reject)
        self.save.clicked.connect(lambda: self._save(self._acts.save))
        return foot

    def _add_shortcuts(self) -> None:
        for keys, act in (
            ("Ctrl+Z", self.draft.undo),
            ("Ctrl+Shift+Z", self.draft.redo),
            ("Ctrl+Y", self.draft.redo),
            ("Ctrl+S", lambda: self._save(self._acts.save)),
            ("Ctrl+PgDown", lambda: self._turn(1)),
            ("Ctrl+PgUp", lambda: self._turn(-1)),
            ("F1", self._explain),
            ("F2", self._edit_name),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    # -- shown

    def refresh(self) -> None:
        """Shows the form as it stands, everywhere, with what is wrong in it."""
        form = self.draft.form
        self.flaws = {f.path: f for f in flaws_of(form)}
        at = self.tabs.currentIndex()
        if 0 <= at < len(_PAGES):
            self.pages[_PAGES[at]].show_form(form, self.flaws)
        if self.name.text() != form.name:
            self.name.setText(form.name)
        flaw = self.flaws.get(("name",))
        self.name_flaw.setText(flaw_sentence(self._words, flaw) if flaw else "")
        self.name_flaw.setVisible(flaw is not None)
        self.name.setAccessibleDescription(self.name_flaw.text())
        self.undo.setEnabled(self.draft.can_undo)
        self.redo.setEnabled(self.draft.can_redo)
        if not any(f.stops for f in self.flaws.values()):
            self.side.show_form(form)
        self.say(self._usual())

    def _usual(self) -> str:
        uses = self._words("templates.uses", count=self._case.uses) if self._case.uses else ""
        return f"{self._case.origin} {uses}".strip()

    def say(self, sentence: str) -> None:
        """Says something beside the buttons."""
        self.said.setText(sentence)

    def reveal(self, path: Path) -> None:
        """Brings the place of a value into view and gives it the keyboard."""
        if path == ("name",):
            self._edit_name()
            return
        name = _page_of(path)
        widget, at = self.pages[name].reveal(path), _PAGES.index(name)
        if widget is not None:
            self.tabs.setCurrentIndex(at)
            widget.setFocus(Qt.FocusReason.OtherFocusReason)
            QTimer.singleShot(0, widget, partial(self._scroll_to, at, widget))

    def _scroll_to(self, at: int, widget: QWidget) -> None:
        scroller = self.stack.widget(at)
        if isinstance(scroller, QScrollArea):
            scroller.ensureWidgetVisible(widget)

    def _show_origin(self, origin: str) -> None:
        """Leads from a line of the page to what made it."""
        kind, _, name = origin.partition(":")
        if kind == "point":
            point = next((p for p in self._case.note.points if p.id == name), None)
            kind, name = ("section", point.tag) if point is not None else ("", "")
        if kind == "section":
            self.tabs.setCurrentIndex(0)
            page = self.pages["sections"]
            if isinstance(page, SectionsPage):
                page.reveal_tag(name)
        elif kind == "field":
            self.tabs.setCurrentIndex(1)
            page = self.pages["fields"]
            if isinstance(page, FieldsPage):
                page.reveal_field(name)
        elif kind == "summary":
            self.reveal(("bottom_line", "label"))

    def _show_page(self, at: int) -> None:
        if 0 <= at < len(_PAGES):
            page = self.pages[_PAGES[at]]
            page.show_form(self.draft.form, self.flaws)
            chain(self.tabs, page)
        self.stack.setCurrentIndex(at)

    def _turn(self, step: int) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + step) % self.tabs.count())

    def _edit_name(self) -> None:
        self.name.setFocus()
        self.name.selectAll()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In little room the page is the last tab."""
        super().resizeEvent(event)
        is_narrow = self.width() < self._theme.px(NARROW_PX)
        is_tab = self.stack.indexOf(self.side) >= 0
        if is_narrow and not is_tab:
            self.stack.addWidget(self.side)
            self.tabs.addTab(self._words("templates.tab_preview"))
        elif is_tab and not is_narrow:
            self.tabs.removeTab(self.tabs.count() - 1)
            self._middle.addWidget(self.side, WIDTH_PX - PAGES_PX)
            self.side.show()

    # -- what is done with it

    def _save(self, act: Callable[[Template], bool]) -> bool:
        stopping = next((f for f in self.flaws.values() if f.stops), None)
        if stopping is not None:
            self.reveal(stopping.path)
            self.say(self._words("templates.save_flawed"))
            return False
        if not act(self.draft.form):
            return False
        self.draft.kept()
        self.accept()
        return True

    def _explain(self) -> None:
        self._acts.explain()

    def _bring(self) -> None:
        form = self._acts.bring()
        if form is not None:
            self.draft.apply(form)

    def reject(self) -> None:
        """Closes, but never costs work unasked."""
        if not self.draft.is_changed or self._may_leave():
            super().reject()

    def _may_leave(self) -> bool:
        words = self._words
        title = words("templates.leave_title", name=self.draft.form.name)
        answer = asked_to_leave(self, words, title, words("templates.leave_text"))
        if answer == "save":
            self._save(self._acts.save)
        return answer == "discard"
