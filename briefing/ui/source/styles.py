"""How each kind of row is set: its font and colour, the pitch of its lines and the room around it."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import force_setattr, replace
from PySide6.QtGui import QFont, QFontMetricsF, QTextCharFormat

from briefing.ui.source.rows import Look
from briefing.ui.theme import Theme

GUTTER_PX = 56
RIGHT_PX = 26
TOP_PX = 13
MOST_CHARS = 75  # on a line; the design wants 45 to 75
_USUAL_TEXT = "the two sides agreed to exchange data on containers every week"
ITEM_PX = 18  # indent of a list item and of a quotation


class Style(Struct, frozen=True):
    """One kind of row. `format` is None where the text widget's own font and colour hold."""

    font: QFont
    format: QTextCharFormat | None
    pitch: float  # from baseline to baseline
    above: float
    below: float
    indent: float = 0.0
    spare: float = 0.0  # kept free at the right, for what the row offers
    baseline: float = 0.0  # from the top of a line's pitch

    def __post_init__(self) -> None:
        metrics = QFontMetricsF(self.font)
        baseline = (self.pitch - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent()
        force_setattr(self, "baseline", baseline)


Styles = dict[Look, Style]


class _Setting(Struct, frozen=True):
    """The design's numbers for one kind of row, in px at 15 px text (`reading`) or at the interface's size."""

    size: float
    pitch: float
    above: float
    below: float
    reading: bool = True
    color: str = "text"
    weight: QFont.Weight = QFont.Weight.Normal
    italic: bool = False
    indent: float = 0.0


_BOLD = QFont.Weight.Bold
_SETTINGS = {
    Look.TEXT: _Setting(15, 23, 4, 5),
    Look.HEADING: _Setting(16, 23, 8, 3, weight=_BOLD),
    Look.ITEM: _Setting(15, 23, 2, 3, indent=ITEM_PX),
    Look.QUOTE: _Setting(15, 23, 4, 5, indent=ITEM_PX),
    Look.CAPTION: _Setting(12.5, 18, 4, 7, color="quiet", italic=True),
    Look.TABLE: _Setting(13, 20, 4, 5, reading=False),
    Look.FURNITURE: _Setting(14, 21, 1, 1, color="quiet"),
    Look.FOLD: _Setting(12, 20, 2, 7, reading=False, color="quiet"),
    Look.DOUBT: _Setting(12, 20, 5, 5, reading=False, color="secondary"),
    Look.LOSS: _Setting(12, 18, 2, 3, reading=False, color="secondary"),
    Look.HEADLINE: _Setting(20, 26, 5, 2, weight=_BOLD),
    Look.META: _Setting(12, 20, 3, 5, reading=False, color="secondary"),
}


_OFFERING = (Look.FOLD, Look.DOUBT)


def styles(theme: Theme, text_px: float, *, latin: bool, spare: float = 0.0) -> Styles:
    """The styles of every kind of row for a text size; italics in Latin script only.

    Rows that offer something keep `spare` free at their right end.
    """
    made = {look: _style(theme, look, text_px, latin) for look in Look}
    return made | {look: replace(made[look], spare=spare) for look in _OFFERING}


def widest_column(made: Styles) -> float:
    """How wide the text may be: no line longer than people like to read."""
    metrics = QFontMetricsF(made[Look.TEXT].font)
    return metrics.horizontalAdvance(_USUAL_TEXT) / len(_USUAL_TEXT) * MOST_CHARS


def _style(theme: Theme, look: Look, text_px: float, latin: bool) -> Style:
    setting = _SETTINGS[look]
    grown = text_px / _SETTINGS[Look.TEXT].size if setting.reading else 1.0
    size = setting.size * grown
    font = theme.reading(size) if setting.reading else theme.interface(size)
    font.setWeight(setting.weight)
    font.setItalic(setting.italic and latin)
    return Style(
        font=font,
        format=None if look is Look.TEXT else _format(theme, font, setting.color),
        pitch=theme.px(setting.pitch * grown),
        above=theme.px(setting.above * grown),
        below=theme.px(setting.below * grown),
        indent=theme.px(setting.indent * grown),
    )


def _format(theme: Theme, font: QFont, color: str) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFont(font)
    made.setForeground(theme.color(color))
    return made
