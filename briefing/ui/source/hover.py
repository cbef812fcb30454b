"""What the pointer shows while no button is down: its shape, and a tip where it rests."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip

from briefing.ui.source.gestures import FOLLOW
from briefing.ui.source.links import host_of, told
from briefing.ui.source.offers import DROP, KEEP
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

    def __init__(self, text: ArticleText, under: Under, standing: Standing, words: Words) -> None:
        super().__init__(text)
        self._text, self._under, self._standing = text, under, standing
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
            moved = cast(QMouseEvent, event)
            self._show_shape(moved.position(), follows=bool(moved.modifiers() & FOLLOW))
        return False

    def _show_shape(self, point: QPointF, *, follows: bool) -> None:
        is_link = follows and self._under.link(point) is not None
        shape = Qt.CursorShape.PointingHandCursor if is_link else self._shape_at(point)
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
        link = self._under.link(point)
        to_link = self.words("source.tip_link", host=host_of(link)) + "\n" + told(link) if link else ""
        return "\n".join(filter(None, (said, to_link)))

    def _own_tip(self, look: Look, offered: str) -> str:
        return self.words(f"source.tip_{offered}" if offered in (KEEP, DROP) else _OWN_TIPS[look])

    def _said_of(self, letter: Span) -> str:
        overlay = self._under.overlay
        places, tags = overlay.places, overlay.tags
        said = [m.warning_sentence for m in places.marks_over(letter) if m.warning_sentence]
        said += [
            self.words("source.tip_suggestion", tag=tags[s.tag].name, reason=s.reason).strip()
            for s in places.suggestions_over(letter)
        ]
        return "\n".join(said)
