"""What of an article can be seen, and the layers that are drawn on it: cost follows the window.

A layer asks ``Shown`` where words are and draws there; it never looks at what is out of sight.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from factcheck.ui.article.typesetting import letter_size

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QPainter, QTextBlock

    from factcheck.ui.article.display import Display, Line
    from factcheck.ui.article.geometry import Part
    from factcheck.ui.article.measured import Measured
    from factcheck.ui.palette import Palette


class OnShow(NamedTuple):
    """A block that can be seen, its upper left corner in the viewport, and its display line."""

    block: QTextBlock
    origin: QPointF
    line: Line


class Shown:
    """The blocks that can be seen, from top to bottom. Offsets are the article's code points.

    ``size`` is that of the body's letters, ``width`` the viewport's, both in pixels.
    """

    def __init__(
        self,
        display: Display,
        measured: Measured,
        blocks: Sequence[OnShow],
        size: int,
        width: int,
    ) -> None:
        self._display = display
        self._measured = measured
        self.blocks = blocks
        self.size = size
        self.width = width
        self.start = blocks[0].line.start if blocks else 0
        self.end = blocks[-1].line.end if blocks else 0

    def parts(self, start: int, end: int) -> list[Part]:
        """Return where words are: a rectangle for each line and direction of writing."""
        return [
            part
            for one in self.blocks
            if one.line.start < end and one.line.end > start
            for part in self.parts_in(one, start, end)
        ]

    def parts_in(self, one: OnShow, start: int, end: int) -> list[Part]:
        """Return where words are in one block."""
        return self.parts_of(one, *self.units_in(one, start, end))

    def units_in(self, one: OnShow, start: int, end: int) -> tuple[int, int]:
        """Return where words begin and end in one block, in UTF-16 units."""
        origin = one.block.position()
        first = self._display.to_unit(max(start, one.line.start)) - origin
        after = self._display.to_unit(end) - origin
        if end >= one.line.end:
            after = one.block.length() - 1
        return first, after

    def parts_of(self, one: OnShow, first: int, after: int) -> list[Part]:
        """Return where the characters ``first:after`` of a block, in UTF-16 units, are."""
        return self._measured.parts(one.block, one.origin, first, after, self.em(one))

    def is_mixed(self, one: OnShow) -> bool:
        """Say whether a block has letters that run backwards."""
        return self._measured.is_mixed(one.block)

    def em(self, one: OnShow) -> int:
        """Return the size of a block's letters in pixels."""
        return letter_size(one.line.block, self.size)


class Layer(Protocol):
    """Something drawn under the words, or over them."""

    def draw(self, painter: QPainter, shown: Shown, palette: Palette) -> None:
        """Draw what of it is on show."""
