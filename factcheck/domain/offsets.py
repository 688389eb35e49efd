"""Code points and UTF-16 units: the only place that knows both.

Qt counts UTF-16 units, in which a character above U+FFFF takes two; everything else here counts
code points. A sorted list of those characters and bisect turn one into the other.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class OffsetMap:
    """Turns offsets of one text into the other count, in O(log of its astral characters)."""

    def __init__(self, text: str) -> None:
        # Most texts have none, and to count units is quicker than to look at each character.
        has_none = 2 * len(text) == len(text.encode("utf-16-le", "surrogatepass"))
        found = () if has_none else _ASTRAL.finditer(text)
        self._points = [character.start() for character in found]
        self._units = [point + before for before, point in enumerate(self._points)]

    def to_units(self, point: int) -> int:
        """Return the UTF-16 offset of a code point offset."""
        return point + bisect_left(self._points, point)

    def lengths(self, stretches: Sequence[tuple[int, int]]) -> list[int]:
        """Return how many units each ``start:end`` has, given in code points."""
        if not self._points:
            return [end - start for start, end in stretches]
        return [self.to_units(end) - self.to_units(start) for start, end in stretches]

    def to_point(self, unit: int) -> int:
        """Return the code point offset; the middle of a pair belongs to the pair's start."""
        return unit - bisect_left(self._units, unit)
