"""What the pointer shows while no button is down: its shape, and a tip where it rests."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip

from briefing.ui.source.offers import DROP, KEEP
from briefing.ui.source.overlay import Overlay
from briefing.ui.source.rows import Look
from briefing.ui.source.standing import Standing
from briefing.ui.source.text import ArticleText
from briefing.ui.source.under import Under
from briefing.ui.tip import tip
from briefing.ui.values import Span
from briefing.words import Words

_OWN_TIPS = {Look.DOUBT: "source.tip_doubtful", Look.LOSS: "source.tip_loss"}


class Hover(QObject):
    """Follows the pointer over the article: its shape tells what a press would do, its tip why."""

    def __init__(self, text: ArticleText, overlay: Overlay, standing: Standing, words: Words) -> None:
        super().__init__(text)
        self._text, self._overlay, self._standing = text, overlay, standing
        self._under = Under(text, overlay)
        self.words = words
        text.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answers when a tool tip is asked for, and when the pointer moves with no button down."""
        del watched
        if event.type() == QEvent.Type.ToolTip:
            asked = cast(QHelpEvent, event)
            QToolTip.showText(asked.globalPos(), tip(self.tip_at(QPointF(asked.pos()))), self._text)
            return True
        if event.type() == QEvent.Type.MouseMove and not cast(QMouseEvent, event).buttons():
            self._show_shape(cast(QMouseEvent, event).position())
        return False

    def _show_shape(self, point: QPointF) -> None:
        shape = self._shape_at(point)
        if self._text.viewport().cursor().shape() != shape:
            self._text.viewport().setCursor(shape)

    def _shape_at(self, point: QPointF) -> Qt.CursorShape:
        row = self._under.row(point)
        if row is None or self._under.is_in(self._standing.selection, point):
            return Qt.CursorShape.ArrowCursor
        if row.look in (Look.FOLD, Look.FURNITURE, Look.LOSS) or self._under.offered(point):
            return Qt.CursorShape.PointingHandCursor
        return Qt.CursorShape.SizeHorCursor if self._under.handle(point) else Qt.CursorShape.IBeamCursor

    def tip_at(self, point: QPointF) -> str:
        """The tool tip for a point of the viewport; empty for none."""
        row, letter = self._under.row(point), self._under.letter(point)
        if row is not None and row.look in _OWN_TIPS:
            return self._own_tip(row.look, self._under.offered(point))
        if row is None or letter is None:
            return ""
        if row.look is Look.FURNITURE:
            return self.words("source.tip_restore")
        said = self._said_of(letter)
        if row.doubtful and not said:
            said = self.words("source.tip_doubtful")
        return said

    def _own_tip(self, look: Look, offered: str) -> str:
        return self.words(f"source.tip_{offered}" if offered in (KEEP, DROP) else _OWN_TIPS[look])

    def _said_of(self, letter: Span) -> str:
        places, tags = self._overlay.places, self._overlay.tags
        said = [m.warning_sentence for m in places.marks_over(letter) if m.warning_sentence]
        said += [
            self.words("source.tip_suggestion", tag=tags[s.tag].name, reason=s.reason).strip()
            for s in places.suggestions_over(letter)
        ]
        return "\n".join(said)
