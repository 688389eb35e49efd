"""Which words of a page are where: from a point to an offset, from a stretch to boxes.

Offsets are code points of the page's text, boxes in points from the page's top left corner.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.importers.pdf_pages import Box

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.importers.pdf_pages import PageWords

_WORD = re.compile(r"\w+")
# How much farther a line above or below is than one at the side, and how much of a letter's
# height must be shared with a line for it to stand in it.
_DOWN = 4
_SHARED = 0.4


@dataclass(frozen=True, slots=True)
class Line:
    """Letters ``start:end`` that stand side by side, and the box around them."""

    start: int
    end: int
    box: Box


class PageText:
    """The text of one page with the places of its letters."""

    def __init__(self, words: PageWords) -> None:
        self.text = words.text
        self._boxes = words.boxes
        self._lines = list(_lines(words.boxes))

    def at(self, x: float, y: float) -> int:
        """Return the offset of the gap between two letters that is nearest to a point."""
        if not self._lines:
            return 0
        line = min(self._lines, key=lambda each: _distance(each.box, x, y))
        letters = [at for at in range(line.start, line.end) if _has_room(self._boxes[at])]
        nearest = min(letters, key=lambda at: _distance(self._boxes[at], x, y))
        left, _top, right, _bottom = self._boxes[nearest]
        before = x < (left + right) / 2
        return nearest if before is not self._runs_left(line) else nearest + 1

    def boxes(self, start: int, end: int) -> list[Box]:
        """Return a box for each line of which ``start:end`` has letters."""
        found = []
        for line in self._lines:
            inside = self._boxes[max(start, line.start) : min(end, line.end)]
            room = [box for box in inside if _has_room(box)]
            if room:
                found.append(_around(room, line.box))
        return found

    def word_at(self, offset: int) -> tuple[int, int]:
        """Return the word at an offset; nothing where there is none."""
        for word in _WORD.finditer(self.text, max(0, offset - 100), offset + 100):
            if word.start() <= offset <= word.end():
                return word.span()
        return offset, offset

    def _runs_left(self, line: Line) -> bool:
        """Say whether the line is read from right to left."""
        room = [box for box in self._boxes[line.start : line.end] if _has_room(box)]
        return room[-1][0] < room[0][0]


def _lines(boxes: tuple[Box, ...]) -> Iterator[Line]:
    """Part the letters wherever one does not stand beside the one before it."""
    start, around = 0, None
    for at, box in enumerate(boxes):
        if not _has_room(box):
            continue
        if around is not None and not _beside(around, box):
            yield Line(start, at, around)
            start, around = at, None
        around = box if around is None else _union(around, box)
    if around is not None:
        yield Line(start, len(boxes), around)


def _beside(line: Box, box: Box) -> bool:
    shared = min(line[3], box[3]) - max(line[1], box[1])
    return shared > _SHARED * min(line[3] - line[1], box[3] - box[1])


def _around(boxes: list[Box], line: Box) -> Box:
    """Return a box around letters that is as high as their line."""
    return min(box[0] for box in boxes), line[1], max(box[2] for box in boxes), line[3]


def _union(one: Box, other: Box) -> Box:
    return (
        min(one[0], other[0]),
        min(one[1], other[1]),
        max(one[2], other[2]),
        max(one[3], other[3]),
    )


def _has_room(box: Box) -> bool:
    return box[2] > box[0] and box[3] > box[1]


def _distance(box: Box, x: float, y: float) -> float:
    across = max(box[0] - x, 0.0, x - box[2])
    down = max(box[1] - y, 0.0, y - box[3])
    return across + _DOWN * down
