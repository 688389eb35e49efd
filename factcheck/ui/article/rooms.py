"""Room for the small numbers: the last letter of each highlight is spaced out by their width.

The text itself stays as it is; a block's layout takes the spacing as an additional format.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QFont, QTextCharFormat, QTextLayout

from factcheck.domain.graphemes import widen
from factcheck.ui.article.directions import is_set_backwards

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from factcheck.ui.article.display import Display
    from factcheck.ui.article.highlights import Highlight

_LONGEST_CLUSTER = 32
_GAPS = frozenset(" \u00a0.,:;!?،؛؟)»”…")


class Place(NamedTuple):
    """A character: the number of its block, and where it is there in UTF-16 units.

    ``backwards`` tells that it ends words that run from right to left; ``spaced`` that room can
    be made behind it.
    """

    block: int
    start: int
    end: int
    backwards: bool
    spaced: bool


class Rooms:
    """Knows the last visible character of every highlight of one text, and the room behind it."""

    def __init__(self, text: str, display: Display) -> None:
        self._text = text
        self._display = display
        self._known: dict[tuple[int, int], Place] = {}
        self._made: dict[int, dict[Place, float]] = {}

    def place(self, highlight: Highlight) -> Place:
        """Return the character that the number stands behind."""
        span = (highlight.start, highlight.end)
        place = self._known.get(span)
        if place is None:
            place = self._known[span] = self._find(*span)
        return place

    def width_at(self, place: Place) -> float:
        """Return the room behind a character, in pixels."""
        return self._made.get(place.block, {}).get(place, 0.0)

    def make(
        self, block: int, highlights: Iterable[Highlight], width: Callable[[Highlight], float]
    ) -> list[QTextLayout.FormatRange] | None:
        """Make room for those of the highlights that end in a block, and for no others.

        Returns the block's additional formats, None where nothing changed.
        """
        rooms: dict[Place, float] = {}
        for highlight in highlights:
            place = self.place(highlight)
            if place.block == block:
                rooms[place] = rooms.get(place, 0.0) + width(highlight)
        if rooms == self._made.get(block, {}):
            return None
        self._made[block] = rooms
        return _spacing(rooms)

    def _find(self, start: int, end: int) -> Place:
        words = self._text[start:end].rstrip()
        last = start + max(len(words), 1)
        near = max(0, last - _LONGEST_CLUSTER)
        cluster, _ = widen(self._text[near : last + 1], last - 1 - near, last - near)
        first = self._display.to_unit(near + cluster)
        block = self._display.line_number(first)
        origin = self._display.line_start(block)
        after = self._display.to_unit(last) - origin
        if not self._is_backwards(block, last - 1):
            return Place(block, first - origin, after, backwards=False, spaced=True)
        # Spacing tears letters that are joined: there is room only if what follows is none.
        if self._text[last : last + 1] in _GAPS and last < self._display.lines[block].end:
            return Place(block, after, after + 1, backwards=True, spaced=True)
        return Place(block, first - origin, after, backwards=True, spaced=False)

    def _is_backwards(self, block: int, at: int) -> bool:
        line = self._display.lines[block]
        return is_set_backwards(self._text[line.start : line.end], at - line.start)


def _spacing(rooms: dict[Place, float]) -> list[QTextLayout.FormatRange]:
    """Return the additional formats of one block."""
    return [_spaced(place, width) for place, width in rooms.items() if place.spaced]


def _spaced(place: Place, width: float) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length = place.start, place.end - place.start
    spaced = QTextCharFormat()
    spaced.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
    spaced.setFontLetterSpacing(width)
    made.format = spaced
    return made
