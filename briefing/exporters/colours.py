"""Colours of the page: one accent, and the paler ones made from it."""

from __future__ import annotations

import colorsys
import re

TINT = (0.953, 0.72)  # lightness, and share of the accent's saturation
HAIRLINE = (0.837, 0.52)
MUTED = (0.44, 0.32)
MUTED_DARK = (0.283, 0.33)

_COLOUR = re.compile(r"#?([0-9A-Fa-f]{6})")


def colour(name: str) -> str:
    """Six figures without the hash ("1B1E24"); black for what is no colour."""
    match = _COLOUR.fullmatch(name.strip())
    return match[1].upper() if match else "000000"


def shade(name: str, lightness: float, strength: float) -> str:
    """A colour of the same hue: `lightness` 0 to 1, and `strength` as a share of its own saturation."""
    red, green, blue = (int(colour(name)[i : i + 2], 16) / 255 for i in (0, 2, 4))
    hue, _, saturation = colorsys.rgb_to_hls(red, green, blue)
    mixed = colorsys.hls_to_rgb(hue, lightness, saturation * strength)
    return "".join(f"{round(part * 255):02X}" for part in mixed)
