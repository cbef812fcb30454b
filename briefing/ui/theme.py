"""Colours, fonts and sizes of the window: the numbers of the design, in one place.

Sizes are logical pixels at 100% text; `Theme.px` scales them with the system font.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette

INTERFACE_PX = 13
SECONDARY_PX = 12
SMALLEST_PX = 11.5
READING_PX = 15


class TagPaint(NamedTuple):
    """The paint of one tag colour: `ink` for bars, badges and underlines, `fill` behind text."""

    ink: str
    fill: str


class Palette(NamedTuple):
    """The surfaces and inks of a light or a dark window, as #RRGGBB."""

    name: str
    bars: str
    source: str
    points: str
    desk: str
    card: str
    text: str
    secondary: str
    quiet: str
    border: str  # hairlines between surfaces
    field_border: str
    accent: str
    on_accent: str
    accent_fill: str  # behind what is selected or informs
    hover: str
    paper: str
    paper_text: str
    warning: str
    warning_text: str  # words on the warning fill
    warning_fill: str
    warning_border: str
    success: str
    success_fill: str
    danger: str
    danger_fill: str
    shadow: str
    tags: tuple[tuple[str, TagPaint], ...]
    patterns: bool = False  # high contrast: marks differ by pattern, fills are off, badges outlined

    @property
    def is_dark(self) -> bool:
        """Whether text is lighter than its ground."""
        return QColor(self.text).lightnessF() > QColor(self.card).lightnessF()

    def tag(self, colour: str) -> TagPaint:
        """The paint of a template's colour name; an unknown name is slate."""
        paints = dict(self.tags)
        return paints.get(colour, paints["slate"])


TAG_COLOURS = ("blue", "ochre", "green", "violet", "brick", "cyan", "slate", "wine")


def _tags(*pairs: tuple[str, str]) -> tuple[tuple[str, TagPaint], ...]:
    return tuple((name, TagPaint(*pair)) for name, pair in zip(TAG_COLOURS, pairs, strict=True))


LIGHT = Palette(
    name="light",
    bars="#FBFBFC",
    source="#FFFFFF",
    points="#F6F6F8",
    desk="#ECEDF0",
    card="#FFFFFF",
    text="#1B1E24",
    secondary="#565D69",
    quiet="#6A717D",
    border="#E2E4E9",
    field_border="#8C929C",
    accent="#2F5FD0",
    on_accent="#FFFFFF",
    accent_fill="#EAF0FD",
    hover="#EEEFF2",
    paper="#FFFFFF",
    paper_text="#1B1E24",
    warning="#B26A00",
    warning_text="#7A4B00",
    warning_fill="#FEF5E0",
    warning_border="#F1D08D",
    success="#1B7F4B",
    success_fill="#E4F6EA",
    danger="#B3261E",
    danger_fill="#FDE7E5",
    shadow="#14182019",
    tags=_tags(
        ("#1B3C98", "#DFE8FC"),
        ("#634000", "#FBE6C6"),
        ("#0C7B5D", "#CFF1DF"),
        ("#7C63B1", "#EBE1FC"),
        ("#BD413C", "#FEE0DB"),
        ("#00596B", "#CDEFFC"),
        ("#5F6F7C", "#E3E7EC"),
        ("#8B2242", "#FDDFE6"),
    ),
)

DARK = Palette(
    name="dark",
    bars="#212327",
    source="#191B1E",
    points="#1C1E22",
    desk="#141518",
    card="#24272B",
    text="#E8E9EC",
    secondary="#AEB3BC",
    quiet="#949AA5",
    border="#33373D",
    field_border="#7B818B",
    accent="#7EA2FF",
    on_accent="#10131A",
    accent_fill="#232D45",
    hover="#2C3036",
    paper="#EFEEEA",
    paper_text="#1B1E24",
    warning="#F0AC02",
    warning_text="#F2CE7E",
    warning_fill="#33270B",
    warning_border="#6B4F12",
    success="#7FD6A0",
    success_fill="#173425",
    danger="#F2A19A",
    danger_fill="#3D1F1D",
    shadow="#00000066",
    tags=_tags(
        ("#84A2FE", "#263760"),
        ("#F0AC02", "#4E3708"),
        ("#A5E39D", "#174430"),
        ("#EDD2FD", "#43345A"),
        ("#F08481", "#562B26"),
        ("#4EBCCF", "#0B424F"),
        ("#DCDDE5", "#3C4148"),
        ("#FFB9C0", "#542A38"),
    ),
)


class Theme(NamedTuple):
    """A palette with the fonts that go with it. `scale` is the system's text size over 100%."""

    palette: Palette
    scale: float = 1.0

    def px(self, size: float) -> int:
        """A length of the design in logical pixels at the present text size."""
        return round(size * self.scale)

    def color(self, name: str) -> QColor:
        """A palette entry, by its name, as Qt paints it."""
        value = getattr(self.palette, name)
        return _color(value)

    def interface(self, size: float = INTERFACE_PX, weight: int = QFont.Weight.Normal) -> QFont:
        """The interface font at `size` (design px), tabular figures where the font has them."""
        font = QFont(QGuiApplication.font())
        font.setPixelSize(self.px(size))
        font.setWeight(QFont.Weight(weight))
        return font

    def reading(self, size: float = READING_PX) -> QFont:
        """The serif face the article is read in, at `size` design px."""
        font = QFont(_serif_families())
        font.setPixelSize(self.px(size))
        return font


@lru_cache(maxsize=256)
def _color(value: str) -> QColor:
    """A QColor of "#RRGGBB" or of "#RRGGBBAA"."""
    if len(value) == len("#RRGGBBAA"):
        return QColor(f"#{value[7:]}{value[1:7]}")
    return QColor(value)


@lru_cache(maxsize=1)
def _serif_families() -> tuple[str, ...]:
    wanted = ("Source Serif 4", "Noto Serif", "Georgia", "Cambria", "Noto Serif CJK KR", "serif")
    present = set(QFontDatabase.families())
    return tuple(f for f in wanted if f in present) or ("serif",)


def application_palette(theme: Theme) -> QPalette:
    """The Qt palette that makes stock widgets sit in the window's colours."""
    palette = QPalette()
    role = QPalette.ColorRole
    for target, source in (
        (role.Window, "bars"),
        (role.WindowText, "text"),
        (role.Base, "card"),
        (role.AlternateBase, "points"),
        (role.Text, "text"),
        (role.PlaceholderText, "quiet"),
        (role.Button, "card"),
        (role.ButtonText, "text"),
        (role.ToolTipBase, "card"),
        (role.ToolTipText, "text"),
        (role.Highlight, "accent"),
        (role.HighlightedText, "on_accent"),
        (role.Link, "accent"),
        (role.Accent, "accent"),
        (role.Light, "card"),
        (role.Midlight, "border"),
        (role.Mid, "border"),
        (role.Dark, "field_border"),
        (role.Shadow, "border"),
    ):
        palette.setColor(target, theme.color(source))
    for target in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, target, theme.color("quiet"))
    return palette
