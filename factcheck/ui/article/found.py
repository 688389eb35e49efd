"""The places of a search, tinted; the one gone to is framed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.domain.finding import Search
from factcheck.ui.article.painter import draw_frame, draw_tint

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPainter

    from factcheck.ui.article.layers import Shown
    from factcheck.ui.palette import Palette


class Found:
    """Tints what ``search`` found; ``selected`` gives start and end of the selected words."""

    def __init__(self, selected: Callable[[], tuple[int, int] | None]) -> None:
        self._selected = selected
        self.search = Search("")

    def draw(self, painter: QPainter, shown: Shown, palette: Palette) -> None:
        """Tint the places on show."""
        for place in self.search.between(shown.start, shown.end):
            parts = shown.parts(*place)
            draw_tint(painter, parts, palette.found)
            if place == self._selected():
                draw_frame(painter, parts, 0, palette)
