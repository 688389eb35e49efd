"""Code points and UTF-16 units: the only place that knows both.

Qt counts UTF-16 units, in which a character above U+FFFF takes two; everything else here counts
code points. A sorted list of those characters and bisect turn one into the other.
"""

from __future__ import annotations

import re
from bisect import bisect_left

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class OffsetMap:
    """Turns offsets of one text into the other count, in O(log of its astral characters)."""

    def __init__(self, text: str) -> None:
        self._points = [found.start() for found in _ASTRAL.finditer(text)]
        self._units = [point + before for before, point in enumerate(self._points)]

    def to_units(self, point: int) -> int:
        """Return the UTF-16 offset of a code point offset."""
        return point + bisect_left(self._points, point)

    def to_point(self, unit: int) -> int:
        """Return the code point offset; the middle of a pair belongs to the pair's start."""
        return unit - bisect_left(self._units, unit)
