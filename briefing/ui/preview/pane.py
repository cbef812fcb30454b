"""The preview pane: the note as it will be printed, always up to date, and a way back from each line."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefing.blocks import Document
from briefing.ui.preview.canvas import PageCanvas
from briefing.ui.preview.fonts import Metrics
from briefing.ui.preview.header import PreviewHeader
from briefing.ui.preview.layout import Pages, layout_document
from briefing.ui.preview.spread import Fit
from briefing.ui.theme import Theme
from briefing.ui.words import Words


class PreviewPane(QWidget):
    """Shows a document on its pages. It is told what to show, and says which line was meant."""

    origin_clicked = Signal(str)
    origin_activated = Signal(str)
    pages_changed = Signal(int, int)  # pages, lines over the limit
    announced = Signal(str)
    request_fit = Signal()

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = words
        self._metrics = Metrics()
        self._pages: Pages | None = None
        self.header = PreviewHeader(theme, words)
        self.canvas = PageCanvas(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.canvas)
        self.setFocusProxy(self.canvas)
        self.canvas.setAccessibleName(words("preview.page_view"))
        self._connect()
        self.set_theme(theme)

    def _connect(self) -> None:
        canvas, header = self.canvas, self.header
        canvas.origin_clicked.connect(self.origin_clicked)
        canvas.origin_activated.connect(self.origin_activated)
        canvas.zoom_changed.connect(header.show_zoom)
        canvas.line_reached.connect(self._say_line)
        header.request_fit.connect(self.request_fit)
        header.request_zoom_in.connect(self.zoom_in)
        header.request_zoom_out.connect(self.zoom_out)
        header.request_zoom.connect(self.set_zoom)
        header.request_view.connect(self.fit)

    def show_document(self, document: Document | None) -> None:
        """Shows a document; only what differs from the one before is laid out anew."""
        before = self._state()
        self._pages = None if document is None else layout_document(document, self._metrics, self._pages)
        self.canvas.show_pages(self._pages, self._substitutes())
        if self._state() != before:
            self._show_state()
            self.pages_changed.emit(self.page_count(), self.overflow_lines())

    def _state(self) -> tuple[int, int, int]:
        limit = self._pages.document.page_limit if self._pages is not None else 0
        return self.page_count(), limit, self.overflow_lines()

    def _show_state(self) -> None:
        self.header.show_pages(*self._state())

    def _substitutes(self) -> str:
        pairs = self._pages.substitutes if self._pages is not None else ()
        if not pairs:
            return ""
        named = (self._words("preview.substitute", wanted=p.wanted, used=p.used) for p in pairs)
        return self._words("preview.substitutes", faces=", ".join(named))

    def page_count(self) -> int:
        """How many pages the document has; 0 where there is none."""
        return self._pages.page_count if self._pages is not None else 0

    def overflow_lines(self) -> int:
        """How many lines stand on pages beyond the document's limit."""
        return self._pages.overflow_lines if self._pages is not None else 0

    def text(self) -> str:
        """What the pages say: headings, lists and the rest, a line for each."""
        return self._pages.text() if self._pages is not None else ""

    def mark(self, origin: str) -> None:
        """Marks the lines that `origin` made; scrolls only if they are hidden. Empty: nothing is marked."""
        self.canvas.mark(origin)

    def set_doubts(self, doubts: Mapping[str, tuple[tuple[int, int], ...]]) -> None:
        """Underlines in amber, by origin, characters of its wording (first, end). Never printed."""
        self.canvas.set_doubts(dict(doubts))

    def zoom(self) -> float:
        """1.0 is the paper's own size."""
        return self.canvas.zoom

    def free_zoom(self) -> float:
        """The zoom somebody chose; 0 where it follows the pane."""
        return self.canvas.zoom if self.canvas.fit == "free" else 0.0

    def set_zoom(self, zoom: float) -> None:
        """Zooms to `zoom`."""
        self.canvas.set_zoom(zoom)

    def zoom_in(self) -> None:
        """The next step up."""
        self.canvas.zoom_in()

    def zoom_out(self) -> None:
        """The next step down."""
        self.canvas.zoom_out()

    def fit(self, fit: Fit = "width") -> None:
        """Lets the zoom follow the pane's width, or the whole page."""
        self.canvas.set_fit(fit)

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours and sizes of `theme`."""
        self._theme = theme
        palette = self.palette()
        palette.setColor(self.backgroundRole(), theme.color("desk"))
        self.setPalette(palette)
        self.setAutoFillBackground(True)
        self.header.set_theme(theme)
        self.canvas.set_theme(theme)

    def set_words(self, words: Words) -> None:
        """Speaks another language."""
        self._words = words
        self.header.set_words(words)
        self.canvas.setAccessibleName(words("preview.page_view"))
        self.canvas.show_pages(self._pages, self._substitutes())
        self._show_state()

    def _say_line(self, origin: str) -> None:
        if self._pages is None:
            return
        lines = self._pages.find(origin)
        if lines:
            page, spot = lines[0]
            said = self._words("preview.line", text=spot.text, page=page + 1, pages=self.page_count())
            self.announced.emit(said)
