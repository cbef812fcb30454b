"""The high contrast palette: the system's own colours and no fills; pattern and outline tell things apart."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

from briefing.ui.theme import TAG_COLOURS, Palette, TagPaint

LEAST_RATIO = 7.0  # text on its ground (WCAG 2.2, 1.4.6)
LEAST_MARK_RATIO = 4.5  # of the colour that means focus
_BLACK, _WHITE = QColor("#000000"), QColor("#FFFFFF")


def luminance(color: QColor) -> float:
    """Relative luminance, as WCAG defines it."""

    def linear(share: float) -> float:
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF())


def ratio(one: QColor, other: QColor) -> float:
    """The contrast of two colours, 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def contrast_palette(system: QPalette, *, dark: bool) -> Palette:
    """A palette in the system's text and ground where they differ enough; else in black and white."""
    role = QPalette.ColorRole
    ground, text = system.color(role.Base), system.color(role.Text)
    if ratio(ground, text) < LEAST_RATIO or (luminance(ground) < luminance(text)) is not dark:
        ground, text = (_BLACK, _WHITE) if dark else (_WHITE, _BLACK)
    accent = system.color(role.Highlight)
    if ratio(accent, ground) < LEAST_MARK_RATIO:
        accent = text
    on_accent = max(_BLACK, _WHITE, key=lambda c: ratio(accent, c))
    return _in_two_colours(ground.name(), text.name(), accent.name(), on_accent.name())


def _in_two_colours(ground: str, text: str, accent: str, on_accent: str) -> Palette:
    return Palette(
        name="contrast",
        bars=ground,
        source=ground,
        points=ground,
        desk=ground,
        card=ground,
        text=text,
        secondary=text,
        quiet=text,
        border=text,
        field_border=text,
        accent=accent,
        on_accent=on_accent,
        accent_fill=ground,
        hover=ground,
        paper="#FFFFFF",
        paper_text="#000000",
        warning=text,
        warning_text=text,
        warning_fill=ground,
        warning_border=text,
        success=text,
        success_fill=ground,
        danger=text,
        danger_fill=ground,
        shadow="#00000000",
        tags=tuple((name, TagPaint(text, ground)) for name in TAG_COLOURS),
        patterns=True,
    )
