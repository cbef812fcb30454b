"""Lengths as Word writes them."""

from __future__ import annotations

from briefing.blocks import Page

TWIPS_PER_MM = 1440 / 25.4
TWIPS_PER_POINT = 20
SMALLEST_PAGE_TWIPS = 1440
LARGEST_PAGE_TWIPS = 31680  # 22 inches, Word's own limit
SMALLEST_TEXT_TWIPS = 720
LARGEST_SPACE_TWIPS = 31680
EM_PER_SINGLE_LINE = 1.2  # a single line is 1.2 times the size, whatever font stands in for ours


def twips(length_mm: float) -> int:
    """Millimetres in twentieths of a point, never negative."""
    return min(max(round(length_mm * TWIPS_PER_MM), 0), LARGEST_SPACE_TWIPS)


def space(points: float) -> str:
    """A space before or after, in twentieths of a point."""
    return str(min(max(round(points * TWIPS_PER_POINT), 0), LARGEST_SPACE_TWIPS))


def half_points(points: float) -> str:
    """A size in half points, within what Word allows."""
    return str(min(max(round(points * 2), 2), 3276))


def line_pitch(size_pt: float, line_spacing: float) -> str:
    """The least height of a line, so that a substituted font does not change the page."""
    return str(min(max(round(size_pt * EM_PER_SINGLE_LINE * line_spacing * TWIPS_PER_POINT), 20), 31680))


def text_width(page: Page) -> int:
    """Between the margins, in twips."""
    return max(page_side(page.width_mm) - twips(page.left_mm) - twips(page.right_mm), SMALLEST_TEXT_TWIPS)


def page_side(length_mm: float) -> int:
    """A side of the paper in twips, within what Word allows."""
    return min(max(twips(length_mm), SMALLEST_PAGE_TWIPS), LARGEST_PAGE_TWIPS)
