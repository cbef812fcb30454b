"""Rows as they were painted last: one that looks the same is copied to the screen instead of painted again."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from PySide6.QtCore import QPointF, QSizeF
from PySide6.QtGui import QColor, QPainter, QPixmap

from briefing.ui.points.pieces import Drawing

MOST_PICTURES = 60  # kept at once, the last ones painted; a screenful is about twenty


class Wanted(Struct, frozen=True):
    """A row to paint. Its pixels depend on the drawing and the `look`; `above` of them lie over its top."""

    key: str
    drawing: Drawing
    look: tuple[object, ...]
    size: QSizeF
    above: int
    ground: QColor


class Pictures:
    """The pictures of some rows."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[Wanted, float, QPixmap]] = {}

    def paint(self, painter: QPainter, wanted: Wanted, paint: Callable[[QPainter], None]) -> None:
        """Paints a row at the painter's origin, with `paint` if it does not look as it did.

        Between whole pixels (a screen at 125%) a copy would be blurred: there every row is painted.
        """
        ratio = painter.deviceTransform().m11()
        if not ratio.is_integer():
            paint(painter)
            return
        held = self._kept.pop(wanted.key, None)
        if held is None or held[0].drawing is not wanted.drawing or held[:2] != (wanted, ratio):
            held = (wanted, ratio, _picture(wanted, ratio, paint))
        self._kept[wanted.key] = held
        if len(self._kept) > MOST_PICTURES:
            del self._kept[next(iter(self._kept))]
        painter.drawPixmap(QPointF(0, -wanted.above), held[2])


def _picture(wanted: Wanted, ratio: float, paint: Callable[[QPainter], None]) -> QPixmap:
    size = QSizeF(wanted.size.width(), wanted.size.height() + wanted.above) * ratio
    made = QPixmap(size.toSize())
    made.setDevicePixelRatio(ratio)
    made.fill(wanted.ground)
    painter = QPainter(made)
    painter.translate(0, wanted.above)
    paint(painter)
    painter.end()
    return made
