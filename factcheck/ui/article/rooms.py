"""Room for the small numbers: the last letter of each highlight is spaced out by their width.

The text itself stays as it is; a block's layout takes the spacing as an additional format.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QFont, QTextCharFormat, QTextLayout

from factcheck.ui.article.geometry import is_backwards

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from factcheck.ui.article.display import Display
    from factcheck.ui.article.highlights import Highlight

_LAST_PLAIN = "\u2fff"
_LONGEST_CLUSTER = 32


class Place(NamedTuple):
    """A character: the number of its block, and where it is there in UTF-16 units."""

    block: int
    start: int
    end: int


class Rooms:
    """Knows the last visible character of every highlight of one text."""

    def __init__(self, text: str, display: Display) -> None:
        self._text = text
        self._display = display
        self._known: dict[tuple[int, int], Place] = {}

    def place(self, highlight: Highlight) -> Place:
        """Return the character that the number stands behind."""
        span = (highlight.start, highlight.end)
        place = self._known.get(span)
        if place is None:
            place = self._known[span] = self._find(*span)
        return place

    def widths(
        self, highlights: Iterable[Highlight], width: Callable[[Highlight], float]
    ) -> dict[Place, float]:
        """Return the room behind each character, in pixels."""
        found: dict[Place, float] = {}
        for highlight in highlights:
            place = self.place(highlight)
            found[place] = found.get(place, 0) + width(highlight)
        return found

    def _find(self, start: int, end: int) -> Place:
        last = max(start, start + len(self._text[start:end].rstrip()) - 1)
        first = _cluster_start(self._text, last)
        block = self._display.line_number(self._display.to_unit(first))
        origin = self._display.line_start(block)
        return Place(
            block, self._display.to_unit(first) - origin, self._display.to_unit(last + 1) - origin
        )

    def is_backwards(self, place: Place) -> bool:
        """Say whether the character runs from right to left; spacing would tear its word."""
        line = self._display.lines[place.block]
        return is_backwards(self._text[self._display.to_point(self._display.line_start(place.block)+place.start)])


def spacing(places: dict[Place, float]) -> list[QTextLayout.FormatRange]:
    """Return the additional formats of one block."""
    return [_spaced(place, width) for place, width in places.items()]


def _spaced(place: Place, width: float) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length = place.start, place.end - place.start
    spaced = QTextCharFormat()
    spaced.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
    spaced.setFontLetterSpacing(width)
    made.format = spaced
    return made
