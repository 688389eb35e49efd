"""The text as the view shows it, and the way between its positions and those of the article.

Every line of the article becomes one display line or, where it is very long, several: Qt needs
half a minute to lay out a word of a megabyte. An empty line makes the space between two
paragraphs; one is added between blocks that have none. Nothing else is added or left out.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from factcheck.domain.model import Block, BlockKind
from factcheck.domain.offsets import OffsetMap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LONGEST_LINE = 2_000
_SHORTEST_LINE = LONGEST_LINE // 2
# What Qt would take for the end of a paragraph or for an object in the text; one for one, so that
# no position moves.
_STAND_INS = {
    **dict.fromkeys("\r\u2028\u2029", " "),
    **dict.fromkeys("\x00\ufdd0\ufdd1\ufffc", "\ufffd"),
}
_PLAIN = Block(BlockKind.PARAGRAPH, 0, 0)


class Line(NamedTuple):
    """One line of the display: ``text[start:end]`` of the article, in code points.

    ``block`` is what it is part of, None for an empty line; ``first`` says that it begins it.
    """

    start: int
    end: int
    block: Block | None
    first: bool


class Display:
    """What is shown of a text, and where. Points count code points, units UTF-16 units."""

    def __init__(self, text: str, blocks: Sequence[Block]) -> None:
        self.lines = list(_lines(text, blocks))
        if len(self.lines) > text.count("\n") + 1:
            shown = "\n".join([text[line.start : line.end] for line in self.lines])
        else:
            shown = text  # which saves a sixth of the time
        self.text = _fit_for_qt(shown)
        self._map = OffsetMap(text)
        self._length = len(text)
        self._points = [line.start for line in self.lines]
        ends = [line.end for line in self.lines]
        lengths = self._map.lengths(list(zip(self._points, ends, strict=True)))
        self._units = list(accumulate([length + 1 for length in lengths[:-1]], initial=0))
        self._ends = [unit + length for unit, length in zip(self._units, lengths, strict=True)]

    def to_unit(self, point: int) -> int:
        """Return where this offset of the article is in the display, without error."""
        point = max(0, min(point, self._length))
        at = bisect_right(self._points, point) - 1
        return self._units[at] + self._map.to_units(point) - self._map.to_units(self._points[at])

    def to_point(self, unit: int) -> int:
        """Return which offset of the article is here; an added line belongs to the next one."""
        at = self.line_number(unit)
        inside = min(unit, self._ends[at]) - self._units[at]
        return self._map.to_point(self._map.to_units(self._points[at]) + inside)

    def line_number(self, unit: int) -> int:
        """Return the number of the display line, from 0, that holds this position."""
        return max(0, bisect_right(self._units, unit) - 1)

    def line_start(self, number: int) -> int:
        """Return the position where a display line begins."""
        return self._units[number]


def _fit_for_qt(text: str) -> str:
    for character, stand_in in _STAND_INS.items():
        text = text.replace(character, stand_in)
    return text


def _lines(text: str, blocks: Sequence[Block]) -> Iterator[Line]:
    known = iter(sorted(blocks, key=lambda block: block.start))
    block, following = _PLAIN, next(known, None)
    owner: Block | None
    start = 0
    before: Block | None = None  # what the line before is part of, None after an empty one
    for content in text.split("\n"):
        end = start + len(content)
        while following is not None and following.start <= start:
            block, following = following, next(known, None)
        owner = block if start < block.end else _PLAIN
        if start == end:
            owner = None
        elif before is not None and before is not owner:
            # It begins another block than the one that ends right before it.
            yield Line(start, start, None, False)  # noqa: FBT003 by name takes twice the time
        first = owner is _PLAIN or (owner is not None and start == owner.start)
        if end - start <= LONGEST_LINE:
            yield Line(start, end, owner, first)
        else:
            yield from _pieces(text, start, end, owner, first=first)
        before, start = owner, end + 1


def _pieces(text: str, start: int, end: int, block: Block | None, *, first: bool) -> Iterator[Line]:
    while end - start > LONGEST_LINE:
        cut = _cut(text, start)
        yield Line(start, cut, block, first)
        start, first = cut, False
    yield Line(start, end, block, first)


def _cut(text: str, start: int) -> int:
    """Return where to end a piece: after a space if there is one in its second half."""
    from factcheck.domain.graphemes import widen

    latest = start + LONGEST_LINE
    space = text.rfind(" ", start + _SHORTEST_LINE, latest)
    if space >= 0:
        return space + 1
    # A window, for the look back to a certain boundary may be long.
    cluster, _ = widen(text[start : latest + 1], LONGEST_LINE, LONGEST_LINE)
    return start + cluster if cluster > _SHORTEST_LINE else latest
