"""The start screen itself: choices in, wishes out."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from briefing.ui.icons import icon, pixmap
from briefing.ui.numbers import H_CENTRE, STRONG_FOCUS, align, focus_by
from briefing.ui.start.cards import DropCard, ElidedLabel, RecentRow
from briefing.ui.start.choices import Clipboard, RecentChoice, TemplateChoice
from briefing.ui.start.forms import FormCards
from briefing.ui.theme import Theme
from briefing.ui.widgets import button, label, line
from briefing.words import Words

LEFT_PX, RIGHT_PX, GAP_PX = 760, 380, 46
NARROW_PX = 1100


class StartScreen(QScrollArea):
    """Shows choices, emits wishes. Digits choose the form; Enter imports the clipboard."""

    request_paste = Signal()
    request_open = Signal()
    request_address = Signal()
    request_sample = Signal()
    request_manage = Signal()
    request_new_form = Signal()
    request_form_from_word = Signal()
    request_note = Signal(str)
    request_files = Signal(object)  # tuple of paths
    request_text = Signal(object)  # dropped QMimeData
    template_chosen = Signal(str)

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self.forms = FormCards(theme, words)
        self.forms.form_chosen.connect(self.template_chosen)
        self.forms.request_new.connect(self.request_new_form)
        self.forms.request_from_word.connect(self.request_form_from_word)
        self.manage_button: QPushButton | None = None
        self._clipboard = Clipboard()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptDrops(True)
        focus_by(self, STRONG_FOCUS)
        self.setAccessibleName(words("window.start_title"))
        body = QWidget()
        body.setProperty("look", "start")
        self._grid = QGridLayout(body)
        self._left, self._right = QWidget(), QWidget()
        self._build_left()
        self._build_right()
        self.setWidget(body)
        self._arrange()

    # -- given

    def offer_managing(self) -> None:
        """Shows the way to the library and to a new form, once; what is painted first does without."""
        self.forms.offer_new()
        if self.manage_button is None:
            self.manage_button = button(self._words("window.start_manage"), "link")
            self.manage_button.clicked.connect(lambda _=False: self.request_manage.emit())
            self._forms_row.addWidget(self.manage_button)

    def show_templates(self, choices: tuple[TemplateChoice, ...], chosen: str) -> None:
        """The forms to choose from; `chosen` is marked."""
        self.forms.show_forms(choices, chosen)

    def show_recent(self, choices: tuple[RecentChoice, ...]) -> None:
        """The notes opened or saved last."""
        while self._recent_column.count():
            item = self._recent_column.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.deleteLater()
        if not choices:
            self._recent_column.addWidget(
                label(self._words("window.start_recent_none"), "quiet", self._theme, 13)
            )
        for choice in choices:
            row = RecentRow(self._theme, choice)
            row.clicked.connect(lambda _=False, path=choice.path: self.request_note.emit(path))
            self._recent_column.addWidget(row)

    def show_clipboard(self, clipboard: Clipboard) -> None:
        """What Enter would import."""
        self._clipboard = clipboard
        words = self._words
        has = clipboard.words > 0
        self._clip_label.setText(words("window.start_clipboard" if has else "window.start_clipboard_none"))
        self._clip_headline.setText(clipboard.headline)
        self._clip_words.setText(words("window.start_words", count=clipboard.words) if has else "")
        for widget in (self._clip_headline, self._clip_words, self._clip_import, self._clip_enter):
            widget.setVisible(has)

    # -- built once

    def _build_left(self) -> None:
        theme, words = self._theme, self._words
        column = QVBoxLayout(self._left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addWidget(label(words("window.start_title"), "heading", theme, 26))
        column.addWidget(label(words("window.start_subtitle"), "secondary", theme, 14))
        column.addSpacing(theme.px(14))
        column.addWidget(self._drop_card())
        column.addSpacing(theme.px(6))
        column.addWidget(self._clipboard_line())
        column.addSpacing(theme.px(22))
        self._forms_row = QHBoxLayout()
        self._forms_row.addWidget(label(words("window.start_template"), "heading", theme, 14))
        self._forms_row.addStretch(1)
        column.addLayout(self._forms_row)
        column.addSpacing(theme.px(4))
        column.addWidget(self.forms)
        column.addStretch(1)

    def _drop_card(self) -> QFrame:
        theme, words = self._theme, self._words
        card = DropCard(theme)
        column = QVBoxLayout(card)
        column.setContentsMargins(theme.px(16), theme.px(26), theme.px(16), theme.px(22))
        column.setSpacing(theme.px(6))
        arrow = QLabel()
        arrow.setPixmap(pixmap("download", theme.color("accent"), theme.px(28), self.devicePixelRatioF()))
        align(arrow, H_CENTRE)
        column.addWidget(arrow)
        column.addWidget(_wrapped(label(words("window.start_drop"), "heading", theme, 16)))
        column.addWidget(_wrapped(label(words("window.start_formats"), "secondary", theme, 13)))
        column.addSpacing(theme.px(8))
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        row.addStretch(1)
        self.paste_button = self._big("clipboard", "start_paste", "Ctrl+V", row, primary=True)
        self.open_button = self._big("folder", "start_open", "Ctrl+O", row)
        self.address_button = self._big("globe", "start_address", "Ctrl+L", row)
        row.addStretch(1)
        column.addLayout(row)
        self.paste_button.clicked.connect(lambda _=False: self.request_paste.emit())
        self.open_button.clicked.connect(lambda _=False: self.request_open.emit())
        self.address_button.clicked.connect(lambda _=False: self.request_address.emit())
        return card

    def _big(
        self, drawing: str, key: str, keys: str, row: QHBoxLayout, *, primary: bool = False
    ) -> QPushButton:
        theme = self._theme
        made = button(
            f" {self._words(f'window.{key}')}", "primary" if primary else "", self._words(f"window.{key}")
        )
        made.setIcon(icon(drawing, theme.color("on_accent" if primary else "text"), sizes=(theme.px(16),)))
        made.setIconSize(QSize(theme.px(16), theme.px(16)))
        made.setMinimumSize(theme.px(140), theme.px(36))
        column = QVBoxLayout()
        column.setSpacing(theme.px(3))
        column.addWidget(made)
        hint = label(keys, "secondary", theme, 12)
        align(hint, H_CENTRE)
        column.addWidget(hint)
        row.addLayout(column)
        return made

    def _clipboard_line(self) -> QFrame:
        theme, words = self._theme, self._words
        card = QFrame()
        card.setProperty("look", "card")
        row = QHBoxLayout(card)
        row.setContentsMargins(theme.px(16), theme.px(8), theme.px(12), theme.px(8))
        row.setSpacing(theme.px(10))
        drawing = QLabel()
        drawing.setPixmap(pixmap("clipboard", theme.color("secondary"), theme.px(16), self.devicePixelRatioF()))
        self._clip_label = label("", "secondary", theme, 13)
        self._clip_headline = ElidedLabel(theme)
        self._clip_words = label("", "secondary", theme, 13)
        self._clip_import = button(words("window.start_import"), "link")
        self._clip_import.clicked.connect(lambda _=False: self.request_paste.emit())
        self._clip_enter = label("Enter", "keycap", theme, 11.5)
        row.addWidget(drawing)
        row.addWidget(self._clip_label)
        row.addWidget(self._clip_headline, 1)
        for widget in (self._clip_words, self._clip_import, self._clip_enter):
            row.addWidget(widget)
        row.addStretch(0)
        card.setMinimumHeight(theme.px(46))
        for widget in (self._clip_headline, self._clip_words, self._clip_import, self._clip_enter):
            widget.hide()  # until the clipboard has been read
        return card

    def _build_right(self) -> None:
        theme, words = self._theme, self._words
        column = QVBoxLayout(self._right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addWidget(label(words("window.start_recent"), "heading", theme, 14))
        column.addSpacing(theme.px(4))
        holder = QWidget()
        self._recent_column = QVBoxLayout(holder)
        self._recent_column.setContentsMargins(0, 0, 0, 0)
        self._recent_column.setSpacing(theme.px(2))
        column.addWidget(holder)
        column.addSpacing(theme.px(8))
        column.addWidget(line())
        column.addSpacing(theme.px(8))
        first = QFrame()
        first.setProperty("look", "card")
        inside = QVBoxLayout(first)
        inside.setContentsMargins(theme.px(15), theme.px(13), theme.px(15), theme.px(11))
        inside.setSpacing(theme.px(4))
        inside.addWidget(label(words("window.start_first"), "heading", theme, 13))
        inside.addWidget(
            _wrapped(label(words("window.start_first_text"), "secondary", theme, 13), centre=False)
        )
        self.sample_button = button(words("window.start_sample"), "link")
        self.sample_button.clicked.connect(lambda _=False: self.request_sample.emit())
        inside.addWidget(self.sample_button)
        column.addWidget(first)
        column.addStretch(1)

    # -- arranging

    def _arrange(self) -> None:
        px = self._theme.px
        narrow = self.width() < px(NARROW_PX)
        side = px(24) if narrow else px(32)
        self._grid.setContentsMargins(side, px(28 if narrow else 58), side, px(24))
        self._grid.setHorizontalSpacing(px(GAP_PX))
        self._grid.setVerticalSpacing(px(24))
        self._left.setMaximumWidth(px(LEFT_PX))
        self._right.setMaximumWidth(px(LEFT_PX if narrow else RIGHT_PX))
        self._grid.addWidget(self._left, 0, 1)
        self._grid.addWidget(self._right, *((1, 1) if narrow else (0, 2)))
        for column, stretch in ((0, 1), (1, 0 if narrow else 8), (2, 0 if narrow else 4), (3, 1)):
            self._grid.setColumnStretch(column, stretch)
        if narrow:
            self._grid.setColumnStretch(1, 20)
        self._grid.setRowStretch(2, 1)
        self.forms.fit(min(self.width() - 2 * side, px(LEFT_PX)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    # -- keys and drops

    def keyPressEvent(self, event: QKeyEvent) -> None:
        from PySide6.QtCore import Qt  # noqa: PLC0415 - slow to touch (see `numbers`): not before the first key
        from PySide6.QtGui import QKeySequence  # noqa: PLC0415 - as above

        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.matches(QKeySequence.StandardKey.Paste) or (enter and self._clipboard.words):
            self.request_paste.emit()
        elif not (plain and event.text().isdigit() and self.forms.choose_at(int(event.text()))):
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        mime = event.mimeData()
        if mime.hasUrls() or mime.hasText() or mime.hasHtml():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        paths = tuple(u.toLocalFile() for u in event.mimeData().urls() if u.isLocalFile())
        if paths:
            self.request_files.emit(paths)
        else:
            self.request_text.emit(event.mimeData())


def _wrapped(shown: QLabel, *, centre: bool = True) -> QLabel:
    shown.setWordWrap(True)
    if centre:
        align(shown, H_CENTRE)
    return shown
