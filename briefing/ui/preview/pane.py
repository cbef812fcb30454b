"""The preview pane: the note as it will be printed, always up to date, and a way back from each line."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefing.ui.preview.header import PreviewHeader
from briefing.ui.theme import Theme
from briefing.ui.words import Words

if TYPE_CHECKING:
    from briefing.blocks import Document
    from briefing.ui.preview.canvas import PageCanvas
    from briefing.ui.preview.fonts import Metrics
    from briefing.ui.preview.layout import Pages
    from briefing.ui.preview.spread import Fit


class PreviewPane(QWidget):
    """Shows a document on its pages. It is told what to show, and says which line was meant.

    The canvas comes with the first document, or with whatever else needs it: a window is painted before.
    """

    origin_clicked = Signal(str)
    origin_activated = Signal(str)
    pages_changed = Signal(int, int)  # pages, lines over the limit
    announced = Signal(str)
    request_fit = Signal()

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = words
        self._pages: Pages | None = None
        self.header = PreviewHeader(theme, words)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.header)
        self._column.addStretch(1)
        self._connect()
        self.set_theme(theme)

    def _connect(self) -> None:
        header = self.header
        header.request_fit.connect(self.request_fit)
        header.request_zoom_in.connect(self.zoom_in)
        header.request_zoom_out.connect(self.zoom_out)
        header.request_zoom.connect(self.set_zoom)
        header.request_view.connect(self.fit)

    @cached_property
    def canvas(self) -> PageCanvas:
        """What paints the pages, and takes the keys of this pane."""
        from briefing.ui.preview.canvas import PageCanvas  # noqa: PLC0415 - loaded after the first paint

        canvas = PageCanvas(self._theme)
        canvas.setAccessibleName(self._words("preview.page_view"))
        canvas.origin_clicked.connect(self.origin_clicked)
        canvas.origin_activated.connect(self.origin_activated)
        canvas.zoom_changed.connect(self.header.show_zoom)
        canvas.line_reached.connect(self._say_line)
        self._column.takeAt(self._column.count() - 1)  # the room kept for it
        self._column.addWidget(canvas, 1)
        canvas.show()  # now, so that it can take the keyboard
        self.setFocusProxy(canvas)
        QWidget.setTabOrder(self.header.last, canvas)  # a widget that comes late stands behind all others
        return canvas

    @property
    def _has_canvas(self) -> bool:
        return "canvas" in self.__dict__

    @cached_property
    def _metrics(self) -> Metrics:
        from briefing.ui.preview.fonts import Metrics  # noqa: PLC0415 - loaded after the first paint

        return Metrics()

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        self.setFocusProxy(self.canvas)  # there is one from now on
        super().setFocus(reason)

    def show_document(self, document: Document | None) -> None:
        """Shows a document; only what differs from the one before is laid out anew."""
        from briefing.ui.preview.layout import layout_document  # noqa: PLC0415 - loaded after the first paint

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
        if origin or self._has_canvas:
            self.canvas.mark(origin)

    def set_doubts(self, doubts: Mapping[str, tuple[tuple[int, int], ...]]) -> None:
        """Underlines in amber, by origin, characters of its wording (first, end). Never printed."""
        if doubts or self._has_canvas:
            self.canvas.set_doubts(dict(doubts))

    def zoom(self) -> float:
        """1.0 is the paper's own size."""
        return self.canvas.zoom

    def free_zoom(self) -> float:
        """The zoom somebody chose; 0 where it follows the pane."""
        return self.canvas.zoom if self._has_canvas and self.canvas.fit == "free" else 0.0

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
        if self._has_canvas:
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
