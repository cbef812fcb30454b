"""What the text says of itself under a resting pointer: why a line is grey, why a stretch is suggested."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QObject, QPointF
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip

from briefing.ui.source.overlay import Overlay
from briefing.ui.source.rows import Look
from briefing.ui.source.text import ArticleText
from briefing.ui.tip import tip
from briefing.ui.values import Span
from briefing.words import Words


class Tips(QObject):
    """Shows tool tips over the article."""

    def __init__(self, text: ArticleText, overlay: Overlay, words: Words) -> None:
        super().__init__(text)
        self._text, self._overlay = text, overlay
        self.words = words
        text.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answers when a tool tip is asked for."""
        del watched
        if event.type() != QEvent.Type.ToolTip:
            return False
        asked = cast(QHelpEvent, event)
        QToolTip.showText(asked.globalPos(), tip(self.tip_at(QPointF(asked.pos()))), self._text)
        return True

    def tip_at(self, point: QPointF) -> str:
        """The tool tip for a point of the viewport; empty for none."""
        spot = self._text.where.spot_at(point)
        if spot is None or not self._text.row_of(spot.row).is_article:
            return ""
        row = self._text.row_of(spot.row)
        if row.look is Look.FURNITURE:
            return self.words("source.tip_restore")
        said = self._said_of(Span(self._text.page.article.id, row.block, spot.offset, spot.offset + 1))
        if row.doubtful and not said:
            said = self.words("source.tip_doubtful")
        return said

    def _said_of(self, letter: Span) -> str:
        places, tags = self._overlay.places, self._overlay.tags
        said = [m.warning_sentence for m in places.marks_over(letter) if m.warning_sentence]
        said += [
            self.words("source.tip_suggestion", tag=tags[s.tag].name, reason=s.reason).strip()
            for s in places.suggestions_over(letter)
        ]
        return "\n".join(said)
