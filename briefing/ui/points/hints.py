"""Below a wording that is being edited: the keys that end it, and its length."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from briefing.ui.points.faces import Kit
from briefing.ui.points.pieces import Box
from briefing.ui.points.sketch import Sketch

ABOVE_PX, HEIGHT_PX, MIDDLE_PX = 10, 30, 19
LABEL_PX = 20


def draw(sketch: Sketch, text: str, area: QRectF) -> float:
    """The line, the keys and the length of `text` below `area`'s top; answers where they end."""
    kit, words = sketch.kit, sketch.kit.words
    top = area.top() + kit.px(ABOVE_PX)
    sketch.box(Box(QRectF(area.left(), top, area.width(), 1), 0, kit.color("border")))
    middle = top + kit.px(MIDDLE_PX)
    keep = (words("points.key.keep"), words("points.done"))
    revert = (words("points.key.revert"), words("points.revert"))
    left = area.left()
    for hint in (keep, revert):
        if left + _width(sketch, hint) <= area.right():
            left = _hint(sketch, left, middle, hint)
    said = words("points.size", count=measure(text, words.language))
    width = kit.small.width(said)
    if area.right() - width > left:
        sketch.label(_band(kit, area.right() - width, width, middle), said, kit.small, kit.color("quiet"))
    return top + kit.px(HEIGHT_PX)


def _width(sketch: Sketch, hint: tuple[str, str]) -> float:
    return sketch.keycap_width(hint[0]) + sketch.kit.px(7) + sketch.kit.small.width(hint[1]) + 1


def _hint(sketch: Sketch, left: float, middle: float, hint: tuple[str, str]) -> float:
    """A key with its meaning; answers where the next one begins."""
    kit, (key, meaning) = sketch.kit, hint
    width = sketch.keycap_width(key)
    sketch.keycap(left + width, middle, key)
    band = _band(kit, left + width + kit.px(7), kit.small.width(meaning), middle)
    sketch.label(band, meaning, kit.small, kit.color("secondary"))
    return band.right() + kit.px(14)


def _band(kit: Kit, left: float, width: float, middle: float) -> QRectF:
    return QRectF(left, middle - kit.px(LABEL_PX) / 2, width + 1, kit.px(LABEL_PX))


def measure(text: str, language: str) -> int:
    """The length of a wording as its readers count it: words, or characters in Korean."""
    return len(text.strip()) if language == "ko" else len(text.split())
