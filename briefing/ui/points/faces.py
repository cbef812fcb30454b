"""What every drawing in the points pane needs: theme, words, and the fonts measured once."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtGui import QColor, QFont, QFontMetricsF

from briefing.ui.theme import INTERFACE_PX, SECONDARY_PX, SMALLEST_PX, Theme
from briefing.ui.words import Words

BADGE_PX = 11
LINE_PX = 19
QUOTE_LINE_PX = 17


class Face(Struct, frozen=True):
    """A font with its metrics."""

    font: QFont
    metrics: QFontMetricsF

    def width(self, text: str) -> float:
        """How wide `text` is in one line."""
        return self.metrics.horizontalAdvance(text)


class Kit(Struct, frozen=True):
    """A theme and a language with the faces that follow from them."""

    theme: Theme
    words: Words
    text: Face
    strong: Face
    small: Face
    small_strong: Face
    small_medium: Face
    tiny: Face
    badge: Face
    italic: Face
    upright: Face

    def px(self, size: float) -> int:
        """A length of the design at the present text size."""
        return self.theme.px(size)

    def color(self, name: str) -> QColor:
        """A colour of the palette."""
        return self.theme.color(name)

    def ink(self, colour: str) -> QColor:
        """The ink of a tag's colour."""
        return QColor(self.theme.palette.tag(colour).ink)

    def quote(self, *, latin: bool) -> Face:
        """The face of a quote: italic in Latin script only."""
        return self.italic if latin else self.upright


def kit_of(theme: Theme, words: Words) -> Kit:
    """The kit for a theme and a language."""
    bold, half = QFont.Weight.Bold, QFont.Weight.DemiBold
    italic = theme.reading(SECONDARY_PX)
    italic.setItalic(True)
    return Kit(
        theme=theme,
        words=words,
        text=_face(theme.interface()),
        strong=_face(theme.interface(INTERFACE_PX, half)),
        small=_face(theme.interface(SECONDARY_PX)),
        small_strong=_face(theme.interface(SECONDARY_PX, half)),
        small_medium=_face(theme.interface(SECONDARY_PX, QFont.Weight.Medium)),
        tiny=_face(theme.interface(SMALLEST_PX, QFont.Weight.Medium)),
        badge=_face(theme.interface(BADGE_PX, bold)),
        italic=_face(italic),
        upright=_face(theme.reading(SECONDARY_PX)),
    )


def _face(font: QFont) -> Face:
    return Face(font, QFontMetricsF(font))
