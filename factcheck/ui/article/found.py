"""The places of a search, tinted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.domain.finding import Search
from factcheck.ui.article.painter import draw_tint

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from factcheck.ui.article.layers import Shown
    from factcheck.ui.palette import Palette


class Found:
    """Tints what ``search`` found."""

    def __init__(self) -> None:
        self.search = Search("")

    def draw(self, painter: QPainter, shown: Shown, palette: Palette) -> None:
        """Tint the places on show."""
        for place in self.search.between(shown.start, shown.end):
            draw_tint(painter, shown.parts(*place), palette.found)
