"""The head of the pane: title, count, and the warnings still to look at."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from briefing.ui.elided import ElidedLabel
from briefing.ui.icons import icon
from briefing.ui.points import checks
from briefing.ui.points.faces import Kit
from briefing.ui.values import PointsView

HEIGHT_PX = 40
THIN_SPACE = "\u2009"  # between the icon and the words; a style sheet cannot set it


class PointsHeader(QWidget):
    """The title, "8 in 4 sections", and a pill with the number of warnings."""

    request_checks = Signal()

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = PointsView()
        self._warnings = checks.WarningCount()
        self._compact = False
        self._title, self._count = QLabel(self), ElidedLabel(parent=self)
        self._pill = QPushButton(self)
        self._pill.setCursor(Qt.CursorShape.PointingHandCursor)
        self._pill.clicked.connect(self.request_checks)
        self._line = line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._title)
        line.addWidget(self._count, 1)
        line.addWidget(self._pill)
        self.set_kit(kit)

    @property
    def pill(self) -> QPushButton:
        """The button with the number of warnings; hidden when there are none."""
        return self._pill

    def set_compact(self, compact: bool) -> None:
        """Without title and count, where tabs say them."""
        self._compact = compact
        self._title.setHidden(compact)
        self.show_view(self._view)

    def set_kit(self, kit: Kit) -> None:
        """Another theme or language."""
        self._kit = kit
        self.setFixedHeight(max(kit.px(HEIGHT_PX), round(kit.strong.metrics.height()) + 12))
        margin = kit.px(18)
        self._line.setContentsMargins(margin, 0, kit.px(16), 0)
        self._line.setSpacing(kit.px(10))
        self._title.setFont(kit.strong.font)
        self._title.setStyleSheet(f"color: {kit.color('text').name()};")
        self._count.setFont(kit.small.font)
        self._count.setStyleSheet(f"color: {kit.color('quiet').name()};")
        self._dress_pill(kit)
        self.show_view(self._view)

    def _dress_pill(self, kit: Kit) -> None:
        self._pill.setFont(kit.small_medium.font)
        self._pill.setIcon(icon("warning", kit.color("warning"), sizes=(kit.px(15),)))
        self._pill.setIconSize(QSize(kit.px(15), kit.px(15)))
        height, colour = (
            kit.px(24),
            {n: kit.color(n).name() for n in ("warning_text", "warning_fill", "warning_border")},
        )
        self._pill.setStyleSheet(
            f"QPushButton {{ color: {colour['warning_text']}; background: {colour['warning_fill']};"
            f" border: 1px solid {colour['warning_border']}; border-radius: {height // 2}px;"
            f" padding: 0 {kit.px(9)}px; min-height: {height - 2}px; max-height: {height - 2}px; }}"
            f"QPushButton:hover {{ border-color: {colour['warning_text']}; }}"
            f"QPushButton:focus {{ border: 2px solid {kit.color('accent').name()}; }}"
        )

    def show_view(self, view: PointsView) -> None:
        """Count the cards and the warnings of a view."""
        self._view, words = view, self._kit.words
        cards = sum(len(section.cards) for section in view.sections)
        self._title.setText(words("points.title"))
        sections = words("points.in_sections", count=len(view.sections))
        count = words("points.count", points=cards, sections=sections)
        self._count.show_text("" if self._compact else count if cards else words("points.none_yet"))
        self._warnings.follow(view.sections)
        warnings = self._warnings.total
        self._pill.setText(THIN_SPACE + words("points.to_check", count=warnings))
        self._pill.setAccessibleName(words("points.to_check_spoken", count=warnings))
        self._pill.setToolTip(words("points.to_check_spoken", count=warnings))
        self._pill.setVisible(warnings > 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The pane's ground shows through."""
