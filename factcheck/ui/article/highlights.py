"""The marked words of an article and the quick answer to "which of them are here?"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable


class Highlight(NamedTuple):
    """One span of a statement: ``start`` and ``end`` in code points of the article, half open.

    ``tone`` names a colour of the palette; ``symbol`` says the same to who sees no colours.
    """

    statement_id: str
    number: int
    start: int
    end: int
    tone: str
    symbol: str


class HighlightIndex:
    """Highlights in reading order, the wider one first where two begin together."""

    def __init__(self, highlights: Iterable[Highlight] = ()) -> None:
        # Two stable sorts, for one by a pair of keys takes three times as long.
        by_end = sorted(highlights, key=attrgetter("end"), reverse=True)
        self.highlights = sorted(by_end, key=attrgetter("start"))
        self._starts = [highlight.start for highlight in self.highlights]
        # The furthest end so far never falls, so it can be searched like the starts.
        self._reach = list(accumulate((highlight.end for highlight in self.highlights), max))

    def touching(self, start: int, end: int) -> list[Highlight]:
        """Return the highlights that share a character with ``start:end``."""
        first, after = self._window(start, end)
        return [h for h in self.highlights[first:after] if h.end > start]

    def at(self, point: int) -> list[Highlight]:
        """Return the highlights on the character at this offset, the narrowest first."""
        return sorted(self.touching(point, point + 1), key=lambda h: h.end - h.start)

    def first_from(self, start: int) -> Highlight | None:
        """Return the first highlight that begins here or later."""
        place = bisect_left(self._starts, start)
        return self.highlights[place] if place < len(self.highlights) else None

    def levels(self, start: int, end: int) -> list[tuple[Highlight, int]]:
        """Return what ``touching`` does, each with the lowest level free of those it overlaps."""
        first, after = self._window(start, end)
        # Levels are dealt out from the last place that no highlight spans.
        while 0 < first < after and self._reach[first - 1] > self._starts[first]:
            first -= 1
        dealt: list[tuple[Highlight, int]] = []
        open_until: list[int] = []
        for highlight in self.highlights[first:after]:
            level = _first_free(open_until, highlight.start)
            open_until[level : level + 1] = [highlight.end]
            dealt.append((highlight, level))
        return [(h, level) for h, level in dealt if h.end > start]

    def _window(self, start: int, end: int) -> tuple[int, int]:
        return bisect_right(self._reach, start), bisect_left(self._starts, end)


def _first_free(open_until: list[int], start: int) -> int:
    for level, end in enumerate(open_until):
        if end <= start:
            return level
    return len(open_until)
