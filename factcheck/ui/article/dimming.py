"""The words that are not read at the moment: they stay where they are, faintly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QRegion

from factcheck.ui.article.painter import box

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtCore import QRect
    from PySide6.QtGui import QPainter

    from factcheck.ui.article.layers import Shown
    from factcheck.ui.palette import Palette

# Of the paper over the words; in 255ths, so that paper on paper is the paper’s colour exactly.
_ALPHA = 184
_LOWEST = 2  # room for the lines of highlights that overlap


class Dimming:
    """Lays the paper's colour over all but some words and the caret.

    ``lit`` returns start and end of those that stay, of ``text[start:end]``; ``caret`` where the
    caret is, in pixels of the viewport.
    """

    def __init__(
        self,
        lit: Callable[[int, int], Iterable[tuple[int, int]]],
        caret: Callable[[], QRect],
    ) -> None:
        self._lit = lit
        self._caret = caret

    def draw(self, painter: QPainter, shown: Shown, palette: Palette) -> None:
        """Dim what is on show."""
        left = QRegion(painter.window()) - QRegion(self._caret())
        for place in self._lit(shown.start, shown.end):
            for part in shown.parts(*place):
                left -= QRegion(box(part, _LOWEST).adjusted(-2, -2, 2, 0).toAlignedRect())
        veil = QColor(palette.paper)
        veil.setAlpha(_ALPHA)
        painter.setClipRegion(left)
        painter.fillRect(painter.window(), veil)
