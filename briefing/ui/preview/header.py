"""The preview's header: its name, whether the note fits, and the zoom."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from briefing.ui.icons import icon, paint_icon
from briefing.ui.preview.spread import Fit
from briefing.ui.theme import Theme
from briefing.ui.widgets import label
from briefing.ui.words import Words

HEIGHT_PX, LEFT_PX, RIGHT_PX, NARROWEST_PX, SLACK_PX = 40, 17, 12, 120, 16
PILL_HEIGHT_PX, PILL_PAD_PX, PILL_ICON_PX, PILL_GAP_PX = 24, 9, 14, 5
ICON_PX = 16
MENU_PERCENTS = (50, 75, 100, 150, 200)


class Pill(QAbstractButton):
    """A rounded mark with an icon: green where all is well, amber (and a button) where the note is too long."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._look = "plain"
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_state(self, look: str, text: str, hint: str = "") -> None:
        """Shows `text`; `look` is success, warning (can be pressed) or plain."""
        self._look = look
        self.setText(text)
        self.setAccessibleName(text)
        self.setToolTip(hint)
        is_button = look == "warning"
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if is_button else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor if is_button else Qt.CursorShape.ArrowCursor)
        self.setVisible(bool(text))
        self.updateGeometry()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours and sizes of `theme`."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    def _font(self) -> QFont:
        return self._theme.interface(12.5, QFont.Weight.Medium)

    def sizeHint(self) -> QSize:
        """As wide as its words."""
        px = self._theme.px
        icon_width = 0 if self._look == "plain" else px(PILL_ICON_PX) + px(PILL_GAP_PX)
        words = QFontMetricsF(self._font()).horizontalAdvance(self.text())
        return QSize(round(words) + icon_width + 2 * px(PILL_PAD_PX) + 2, px(PILL_HEIGHT_PX))

    minimumSizeHint = sizeHint  # noqa: N815 - Qt's name

    def paintEvent(self, event: QPaintEvent) -> None:
        """The pill."""
        theme, look = self._theme, self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        fill, edge = {
            "success": ("success_fill", "success_fill"),
            "warning": ("warning_fill", "warning_border"),
        }.get(look, ("hover", "hover"))
        painter.setBrush(theme.color(fill))
        painter.setPen(theme.color(edge))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        if self.hasFocus():
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), box.height() / 2, box.height() / 2)
        self._words(painter)

    def _words(self, painter: QPainter) -> None:
        theme, px = self._theme, self._theme.px
        ink = {"success": "success", "warning": "warning_text"}.get(self._look, "secondary")
        x = float(px(PILL_PAD_PX))
        if self._look != "plain":
            side = px(PILL_ICON_PX)
            drawing = "check" if self._look == "success" else "warning"
            tint = theme.color("success" if self._look == "success" else "warning")
            paint_icon(painter, drawing, QRectF(x, (self.height() - side) / 2, side, side), tint)
            x += side + px(PILL_GAP_PX)
        painter.setFont(self._font())
        painter.setPen(theme.color(ink))
        area = QRectF(x, 0, self.width() - x, self.height())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())


class PreviewHeader(QWidget):
    """Name, page pill, zoom. It emits wishes and is told the state."""

    request_fit = Signal()
    request_zoom_in = Signal()
    request_zoom_out = Signal()
    request_zoom = Signal(float)
    request_view = Signal(str)  # a Fit

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._percent = 100
        self._compact = False
        self._title = label("", "heading")
        self.pill = Pill(theme)
        self._out = QToolButton()
        self._zoom = QPushButton()
        self._in = QToolButton()
        self._row = QHBoxLayout(self)
        self._row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        self._row.addWidget(self._title)
        self._row.addWidget(self.pill)
        self._row.addStretch(1)
        for button in (self._out, self._zoom, self._in):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._row.addWidget(button)
        self._zoom.setProperty("look", "quiet")
        self._zoom.setAutoDefault(False)
        self.pill.clicked.connect(self._pill_clicked)
        self._out.clicked.connect(self.request_zoom_out)
        self._in.clicked.connect(self.request_zoom_in)
        self._zoom.clicked.connect(self._open_menu)
        self.set_theme(theme)
        self.set_words(words)

    @property
    def last(self) -> QWidget:
        """Where the keyboard is before it leaves for the pages."""
        return self._in

    def set_compact(self, compact: bool) -> None:
        """Without its name, where tabs say it."""
        self._compact = compact
        self._make_room()

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours and sizes of `theme`."""
        self._theme = theme
        px = theme.px
        self.setFixedHeight(px(HEIGHT_PX))
        self._row.setContentsMargins(px(LEFT_PX), 0, px(RIGHT_PX), 0)
        self._row.setSpacing(px(2))
        self._title.setFont(theme.interface(13, QFont.Weight.DemiBold))
        self._title.setContentsMargins(0, 0, px(12), 0)
        self._zoom.setFont(theme.interface(12))
        self.pill.set_theme(theme)
        for button, drawing in ((self._out, "minus"), (self._in, "plus")):
            colours = theme.color("secondary"), theme.color("field_border")
            button.setIcon(icon(drawing, *colours, sizes=(px(ICON_PX),)))
            button.setIconSize(QSize(px(ICON_PX), px(ICON_PX)))

    def set_words(self, words: Words) -> None:
        """Speaks another language."""
        self._words = words
        self._title.setText(words("preview.title"))
        for button, key in ((self._out, "zoom_out"), (self._in, "zoom_in")):
            button.setAccessibleName(words(f"preview.{key}"))
            button.setToolTip(words(f"preview.{key}"))
        self.show_zoom(self._percent / 100)

    def show_zoom(self, zoom: float) -> None:
        """Shows the present zoom."""
        self._percent = round(zoom * 100)
        self._zoom.setText(self._words("preview.zoom", percent=self._percent))
        self._zoom.setAccessibleName(self._words("preview.zoom_name", percent=self._percent))

    def show_pages(self, pages: int, limit: int, overflow: int) -> None:
        """Shows how many pages there are, and whether they are within the limit."""
        words = self._words
        if pages <= 0:
            self.pill.show_state("plain", "")
        elif limit <= 0:
            self.pill.show_state("plain", words("preview.pages", count=pages))
        elif overflow:
            allowed = words("preview.pages", count=limit)
            text = words("preview.over", count=overflow, pages=allowed)
            self.pill.show_state("warning", text, words("preview.over_hint"))
        elif pages < limit:
            self.pill.show_state("success", words("preview.part", used=pages, limit=limit))
        else:
            self.pill.show_state("success", words("preview.fits", pages=words("preview.pages", count=limit)))
        self._make_room()

    def minimumSizeHint(self) -> QSize:
        """As narrow as the pane likes: what matters least steps back."""
        return QSize(self._theme.px(NARROWEST_PX), self._theme.px(HEIGHT_PX))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Makes room."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """The name steps back first, then the zoom buttons, then the zoom; the pill stays."""
        steps: tuple[tuple[QWidget, ...], ...] = ((self._title,), (self._out, self._in), (self._zoom,))
        if self._compact:
            self._title.hide()
            steps = steps[1:]
        widths = [sum(widget.sizeHint().width() for widget in widgets) for widgets in steps]
        pill = 0 if self.pill.isHidden() else self.pill.sizeHint().width()
        left = self.width() - self._theme.px(LEFT_PX + RIGHT_PX + SLACK_PX) - pill - sum(widths)
        for widgets, width in zip(steps, widths, strict=True):
            is_shown = left >= 0
            for widget in widgets:
                widget.setVisible(is_shown)
            left += 0 if is_shown else width

    def _pill_clicked(self) -> None:
        if self.pill.toolTip():
            self.request_fit.emit()

    def _open_menu(self) -> None:
        menu = self.zoom_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._zoom.mapToGlobal(self._zoom.rect().bottomLeft()))

    def zoom_menu(self) -> QMenu:
        """The choices behind the zoom."""
        menu = QMenu(self)
        fits: tuple[tuple[str, Fit], ...] = (("fit_width", "width"), ("fit_page", "page"))
        for key, fit in fits:
            action = menu.addAction(self._words(f"preview.{key}"))
            action.triggered.connect(lambda _=False, fit=fit: self.request_view.emit(fit))
        menu.addSeparator()
        for percent in MENU_PERCENTS:
            action = menu.addAction(self._words("preview.percent", percent=percent))
            action.triggered.connect(lambda _=False, zoom=percent / 100: self.request_zoom.emit(zoom))
        return menu
