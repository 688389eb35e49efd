"""The marked words of an article and the quick answer to "which of them are here?"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Highlight(NamedTuple):
    """One span of a statement: ``start`` and ``end`` in code points of the article, half open.

    ``tone`` names a colour of the palette; ``symbol`` says the same to who sees no colours. The
    statement's number is not part of it: a new mark moves the numbers of all that follow.
    """

    statement_id: str
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
        self._of: dict[str, list[Highlight]] = {}
        for highlight in self.highlights:
            self._of.setdefault(highlight.statement_id, []).append(highlight)

    def of(self, statement_id: str | None) -> Sequence[Highlight]:
        """Return a statement's highlights, in reading order."""
        return self._of.get(statement_id, ()) if statement_id else ()

    def replace(self, statements: Iterable[str], highlights: Iterable[Highlight]) -> None:
        """Put highlights in place of those that these statements have."""
        for statement in statements:
            for old in self._of.pop(statement, ()):
                place = self.highlights.index(old, bisect_left(self._starts, old.start))
                for column in (self.highlights, self._starts, self._reach):
                    del column[place]
                self._measure_reach(place)
        for new in sorted(highlights, key=_order):
            place = self._place_for(new)
            self.highlights.insert(place, new)
            self._starts.insert(place, new.start)
            self._reach.insert(place, 0)
            self._of.setdefault(new.statement_id, []).append(new)
            self._measure_reach(place)

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

    def _place_for(self, new: Highlight) -> int:
        place = bisect_left(self._starts, new.start)
        while place < len(self.highlights) and _order(self.highlights[place]) <= _order(new):
            place += 1
        return place

    def _measure_reach(self, first: int) -> None:
        """Bring the reach up to date from a place on, up to where it is what it was."""
        reach = self._reach[first - 1] if first else 0
        for place in range(first, len(self.highlights)):
            reach = max(reach, self.highlights[place].end)
            if self._reach[place] == reach:
                return
            self._reach[place] = reach


def statement_meant(hits: Iterable[Highlight], chosen: str | None) -> str | None:
    """Return the statement of the first hit, or of the one after the chosen one; None of none."""
    found = list(dict.fromkeys(highlight.statement_id for highlight in hits))
    after = found.index(chosen) + 1 if chosen in found else 0
    return found[after % len(found)] if found else None


def _order(highlight: Highlight) -> tuple[int, int]:
    return highlight.start, -highlight.end


def _first_free(open_until: list[int], start: int) -> int:
    for level, end in enumerate(open_until):
        if end <= start:
            return level
    return len(open_until)
