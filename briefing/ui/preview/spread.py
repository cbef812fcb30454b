"""Where the pages stand on the desk, and which zoom fits. Plain arithmetic in logical pixels."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

PX_PER_POINT = 96 / 72
SIDE_PX, TOP_PX, GAP_PX, BOTTOM_PX = 25, 8, 18, 26
SMALLEST_ZOOM, LARGEST_ZOOM = 0.1, 5.0
STEPS = (0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0, 5.0)
NEAR = 0.005

Fit = Literal["width", "page", "free"]


class Spread(Struct, frozen=True):
    """Pages of one size, one below the other in the middle of a view."""

    page_width: float  # points
    page_height: float
    count: int
    zoom: float
    view_width: float  # px, scroll bar included
    foot: float = 0.0  # px kept free below the last page

    @property
    def scale(self) -> float:
        """Pixels a point."""
        return self.zoom * PX_PER_POINT

    @property
    def width(self) -> float:
        """Of a page, in px."""
        return self.page_width * self.scale

    @property
    def height(self) -> float:
        """Of a page, in px."""
        return self.page_height * self.scale

    @property
    def total_height(self) -> float:
        """Of all pages with the desk around them."""
        return TOP_PX + self.count * (self.height + GAP_PX) - GAP_PX + BOTTOM_PX + self.foot

    @property
    def total_width(self) -> float:
        """Of a page with the desk beside it."""
        return self.width + 2 * SIDE_PX

    @property
    def left(self) -> float:
        """Of every page."""
        return max((self.view_width - self.width) / 2, SIDE_PX)

    def top(self, page: int) -> float:
        """Of page `page`."""
        return TOP_PX + page * (self.height + GAP_PX)

    def page_at(self, y: float) -> int:
        """The page at height `y`, or the nearest above it."""
        return min(max(int((y - TOP_PX) // (self.height + GAP_PX)), 0), self.count - 1)

    def visible(self, top: float, bottom: float) -> Iterator[int]:
        """The pages that reach between two heights."""
        yield from range(self.page_at(top), self.page_at(bottom) + 1)

    def on_page(self, x: float, y: float) -> tuple[int, float, float]:
        """Page and place on the paper, in points, of a place on the desk."""
        page = self.page_at(y)
        return page, (x - self.left) / self.scale, (y - self.top(page)) / self.scale

    def fitted(self, fit: Fit, view_height: float) -> Spread:
        """The same pages at the zoom that `fit` asks for."""
        if fit == "free":
            return self
        zoom = (self.view_width - 2 * SIDE_PX) / (self.page_width * PX_PER_POINT)
        if fit == "page":
            zoom = min(zoom, (view_height - 2 * TOP_PX) / (self.page_height * PX_PER_POINT))
        return replace(self, zoom=clamped(zoom))


def clamped(zoom: float) -> float:
    """A zoom within what is offered."""
    return min(max(zoom, SMALLEST_ZOOM), LARGEST_ZOOM)


def step(zoom: float, *, up: bool) -> float:
    """The next zoom step above or below."""
    if up:
        return next((s for s in STEPS if s > zoom + NEAR), STEPS[-1])
    return next((s for s in reversed(STEPS) if s < zoom - NEAR), STEPS[0])
