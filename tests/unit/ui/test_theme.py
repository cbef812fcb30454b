"""The design's numbers: colours, contrast, distances between tags, and the sizes of what is always in view."""

from __future__ import annotations

import itertools
import math

import pytest
from PySide6.QtGui import QColor

from briefing import settings as config
from briefing.model import history
from briefing.ui import main_window, messages, panes, saving, status, tabs, theme, toolbar
from briefing.ui.contrast import ratio
from briefing.ui.dialogs import export
from briefing.ui.points import card, draglist, faces
from briefing.ui.source import badges, bars, gutter_painter, styles
from briefing.ui.theme import DARK, LIGHT, TAG_COLOURS, Palette

SURFACES = {  # light, dark
    "bars": ("#FBFBFC", "#212327"), "source": ("#FFFFFF", "#191B1E"), "points": ("#F6F6F8", "#1C1E22"),
    "desk": ("#ECEDF0", "#141518"), "card": ("#FFFFFF", "#24272B"), "text": ("#1B1E24", "#E8E9EC"),
    "secondary": ("#565D69", "#AEB3BC"), "quiet": ("#6A717D", "#949AA5"),
    "field_border": ("#8C929C", "#7B818B"),
    "accent": ("#2F5FD0", "#7EA2FF"), "paper": ("#FFFFFF", "#EFEEEA"),
}  # fmt: skip
TAGS = (  # ink and fill in light, ink and fill in dark
    ("#1B3C98", "#DFE8FC", "#84A2FE", "#263760"),
    ("#634000", "#FBE6C6", "#F0AC02", "#4E3708"),
    ("#0C7B5D", "#CFF1DF", "#A5E39D", "#174430"),
    ("#7C63B1", "#EBE1FC", "#EDD2FD", "#43345A"),
    ("#BD413C", "#FEE0DB", "#F08481", "#562B26"),
    ("#00596B", "#CDEFFC", "#4EBCCF", "#0B424F"),
    ("#5F6F7C", "#E3E7EC", "#DCDDE5", "#3C4148"),
    ("#8B2242", "#FDDFE6", "#FFB9C0", "#542A38"),
)
BOTH = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=lambda p: p.name)


def contrast(one: str, other: str) -> float:
    return ratio(QColor(one), QColor(other))


def test_the_surfaces_are_those_of_the_design():
    shown = {name: (getattr(LIGHT, name), getattr(DARK, name)) for name in SURFACES}
    assert shown == SURFACES


def test_the_tags_are_those_of_the_design():
    pairs = ((LIGHT.tag(c), DARK.tag(c)) for c in TAG_COLOURS)
    assert tuple((a.ink, a.fill, b.ink, b.fill) for a, b in pairs) == TAGS


@BOTH
def test_text_stands_out_from_every_fill(palette: Palette):
    least = 8.4 if palette.is_dark else 13.0
    assert min(contrast(palette.text, tag.fill) for _, tag in palette.tags) >= least


@BOTH
def test_inks_stand_out_from_surfaces_and_digits_from_their_badges(palette: Palette):
    inks = [tag.ink for _, tag in palette.tags] + [palette.secondary, palette.quiet]
    surfaces = (palette.source, palette.points, palette.card, palette.bars)
    assert min(contrast(i, s) for i in inks for s in surfaces) >= 4.5
    assert min(contrast(tag.ink, palette.source) for _, tag in palette.tags) >= 4.9
    assert contrast(palette.secondary, palette.desk) >= 4.5


@BOTH
def test_the_focus_ring_stands_out_from_every_surface(palette: Palette):
    surfaces = (palette.source, palette.points, palette.card, palette.bars, palette.desk)
    assert min(contrast(palette.accent, s) for s in surfaces) >= 3.0
    assert contrast(palette.on_accent, palette.accent) >= 4.5
    assert contrast(palette.field_border, palette.card) >= 3.0


@BOTH
def test_words_stand_out_from_the_fills_of_messages(palette: Palette):
    for ink, fill in (
        (palette.warning_text, palette.warning_fill), (palette.text, palette.danger_fill),
        (palette.text, palette.success_fill), (palette.text, palette.accent_fill),
        (palette.secondary, palette.warning_fill), (palette.secondary, palette.danger_fill),
        (palette.secondary, palette.success_fill), (palette.secondary, palette.accent_fill),
    ):  # fmt: skip
        assert contrast(ink, fill) >= 4.5, (ink, fill)


# How eyes that lack one kind of cone see linear light (Machado, Oliveira, Fernandes 2009, full severity).
EYES = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039)),
}  # fmt: skip
WHITE = (0.95047, 1.0, 1.08883)
XYZ = ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.072175), (0.0193339, 0.119192, 0.9503041))


def times(matrix, vector):
    return [sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix]


def lab(colour: str, eyes: str) -> tuple[float, float, float]:
    """CIELAB of a colour as some eyes see it."""
    c = QColor(colour)
    linear = [
        v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in (c.redF(), c.greenF(), c.blueF())
    ]
    seen = [min(1.0, max(0.0, v)) for v in times(EYES[eyes], linear)]
    parts = [v / w for v, w in zip(times(XYZ, seen), WHITE, strict=True)]
    x, y, z = (p ** (1 / 3) if p > 216 / 24389 else (24389 / 27 * p + 16) / 116 for p in parts)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def distance(one: tuple[float, float, float], other: tuple[float, float, float]) -> float:
    """CIEDE2000, after Sharma, Wu and Dalal."""
    (l1, a1, b1), (l2, a2, b2) = one, other
    mean = (math.hypot(a1, b1) + math.hypot(a2, b2)) / 2
    grown = 1.5 - 0.5 * math.sqrt(mean**7 / (mean**7 + 25**7))
    a1, a2 = a1 * grown, a2 * grown
    c1, c2 = math.hypot(a1, b1), math.hypot(a2, b2)
    h1, h2 = math.degrees(math.atan2(b1, a1)) % 360, math.degrees(math.atan2(b2, a2)) % 360
    turn = (h2 - h1 + 180) % 360 - 180
    light, chroma = l2 - l1, c2 - c1
    hue = 2 * math.sqrt(c1 * c2) * math.sin(math.radians(turn / 2))
    lm, cm = (l1 + l2) / 2, (c1 + c2) / 2
    hm = h1 + turn / 2
    t = 1 - 0.17 * math.cos(math.radians(hm - 30)) + 0.24 * math.cos(math.radians(2 * hm))
    t += 0.32 * math.cos(math.radians(3 * hm + 6)) - 0.2 * math.cos(math.radians(4 * hm - 63))
    sl = 1 + 0.015 * (lm - 50) ** 2 / math.sqrt(20 + (lm - 50) ** 2)
    sc, sh = 1 + 0.045 * cm, 1 + 0.015 * cm * t
    turned = 30 * math.exp(-((((hm % 360) - 275) / 25) ** 2))
    rt = -2 * math.sqrt(cm**7 / (cm**7 + 25**7)) * math.sin(math.radians(2 * turned))
    parts = light / sl, chroma / sc, hue / sh
    return math.sqrt(sum(p * p for p in parts) + rt * parts[1] * parts[2])


def test_the_distance_is_that_of_the_published_pairs():
    assert distance((50, 2.6772, -79.7751), (50, 0, -82.7485)) == pytest.approx(2.0425, abs=1e-4)
    assert distance((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387)) == pytest.approx(
        1.2644, abs=1e-4
    )


def nearest(palette: Palette, count: int) -> float:
    inks = [palette.tag(c).ink for c in TAG_COLOURS[:count]]
    return min(distance(lab(a, e), lab(b, e)) for e in EYES for a, b in itertools.combinations(inks, 2))


@BOTH
@pytest.mark.parametrize(("count", "least"), [(4, 13.8), (8, 8.5)])
def test_no_two_tags_look_alike_to_any_eyes(palette: Palette, count: int, least: float):
    assert round(nearest(palette, count), 1) >= least  # the design gives one decimal


def test_the_sizes_are_those_of_the_design():
    assert (toolbar.HEIGHT_PX, status.HEIGHT_PX) == (48, 28)
    assert (panes.SOURCE_PX, panes.POINTS_PX, panes.PREVIEW_PX) == (480, 424, 536)
    assert (panes.THREE_FROM_PX, panes.TWO_FROM_PX) == (1200, 760)
    assert (main_window.LEAST_WIDTH_PX, main_window.LEAST_HEIGHT_PX) == (720, 480)
    assert (bars.HEADER_PX, bars.SUGGESTIONS_PX, tabs.HEIGHT_PX) == (40, 44, 44)
    assert (styles.GUTTER_PX, styles.RIGHT_PX, badges.BADGE_PX, gutter_painter._BAR_PX) == (56, 26, 16, 3)
    assert (card.SIDE_PX, card.RADIUS_PX, card.GAP_PX, draglist.LINE_PX) == (16, 9, 5, 3)
    assert (theme.INTERFACE_PX, faces.LINE_PX, theme.READING_PX) == (13, 19, 15)
    assert (theme.SECONDARY_PX, theme.SMALLEST_PX, export.WIDTH_PX) == (12, 11.5, 580)


def test_times_and_limits_are_those_of_the_design():
    assert (config.READING_SIZE.least, config.READING_SIZE.most) == (12, 28)
    assert (saving.AUTOSAVE_MS, messages.GOOD_NEWS_MS, history.MOST_STEPS) == (2000, 8000, 500)
