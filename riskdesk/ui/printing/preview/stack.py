"""The layout of pages one below another at a given size. Places and lengths are in pixels."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from itertools import accumulate
from math import ceil

from PySide6.QtCore import QRect, QSize

from riskdesk.kit.theme import UNIT

GAP = 2 * UNIT
# Pixels per point at 100 %.
POINT = 96 / 72
_LEAST, _MOST = 0.25, 4.0
# Pages fitted to the view may be smaller than the user can make them.
_LEAST_FITTING = 0.1


class Fit(Enum):
    """What the size of the pages is fitted to: the view's width, its width and height, or nothing."""

    WIDTH = "width"
    PAGE = "page"
    NOTHING = ""


@dataclass(frozen=True)
class Stack:
    """The places of pages one below another, whose widths and heights (`sizes`) are in points.

    `zoom` is 1 for the size on paper.
    """

    sizes: Sequence[tuple[float, float]] = ()
    zoom: float = 1.0

    @property
    def count(self) -> int:
        return len(self.sizes)

    @cached_property
    def width(self) -> int:
        return 2 * GAP + max((extent.width() for extent in self._extents), default=0)

    @property
    def height(self) -> int:
        return self.tops[-1]

    @cached_property
    def tops(self) -> list[int]:
        """The top of each page, counted from 0, and the top of a page after the last."""
        return [*accumulate((extent.height() + GAP for extent in self._extents), initial=GAP)]

    def in_sight(self, view: QRect) -> Iterator[tuple[int, QRect]]:
        """The pages that are visible in a part of the stack, `view`, with their rectangles relative to it."""
        for number, (top, extent) in enumerate(zip(self.tops, self._extents, strict=False)):
            left = max(GAP, (view.width() - extent.width()) // 2)
            place = QRect(left - view.left(), top - view.top(), extent.width(), extent.height())
            if place.intersects(QRect(0, 0, view.width(), view.height())):
                yield number, place

    def resized(self, zoom: float, fit: Fit, view: QSize) -> "Stack":
        """The same pages at another size, or fitted to a view."""
        if fit is Fit.NOTHING or not self.sizes:
            return Stack(self.sizes, max(min(_LEAST, self.zoom), min(_MOST, zoom)))
        width, height = (max(size[side] for size in self.sizes) * POINT for side in (0, 1))
        wide = (view.width() - 2 * GAP - 1) / width
        whole = wide if fit is Fit.WIDTH else min(wide, (view.height() - 2 * GAP) / height)
        return Stack(self.sizes, max(_LEAST_FITTING, min(_MOST, whole)))

    @cached_property
    def _extents(self) -> list[QSize]:
        scale = POINT * self.zoom
        return [QSize(ceil(width * scale), ceil(height * scale)) for width, height in self.sizes]
