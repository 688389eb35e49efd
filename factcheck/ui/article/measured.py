"""Where words of laid out blocks are, kept until their block is laid out anew.

To ask Qt for it takes most of the time in which a page of highlights is painted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from factcheck.ui.article.directions import has_backwards
from factcheck.ui.article.geometry import Part, parts

if TYPE_CHECKING:
    from PySide6.QtGui import QTextBlock

_CORNER = QPointF(0, 0)


class Measured:
    """The parts of stretches of blocks of one text. Who sets a block otherwise says ``forget``."""

    def __init__(self) -> None:
        self._mixed: dict[int, bool] = {}
        self._of: dict[int, dict[tuple[int, int], list[Part]]] = {}

    def parts(
        self, block: QTextBlock, origin: QPointF, start: int, end: int, em: int
    ) -> list[Part]:
        """Return where the characters ``start:end`` (UTF-16 units of the block) are.

        ``origin`` is the block's upper left corner, ``em`` the size of its letters.
        """
        known = self._of.setdefault(block.blockNumber(), {})
        found = known.get((start, end))
        if found is None:
            mixed = self.is_mixed(block)
            found = list(parts(block.layout(), _CORNER, start, end, em, mixed=mixed))
            if block.layout().lineCount():
                known[start, end] = found
        x, y = origin.x(), origin.y()
        return [
            Part(left + x, right + x, baseline + y, em, backwards)
            for left, right, baseline, em, backwards in found
        ]

    def forget(self, number: int) -> None:
        """Forget a block, which is laid out anew."""
        self._of.pop(number, None)

    def forget_all(self) -> None:
        """Forget all: lines break elsewhere, or the letters are others."""
        self._of.clear()

    def is_mixed(self, block: QTextBlock) -> bool:
        """Say whether a block has letters that run backwards."""
        number = block.blockNumber()
        if number not in self._mixed:
            self._mixed[number] = has_backwards(block.text())
        return self._mixed[number]
