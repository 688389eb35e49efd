"""What of the highlights is on show: where each lies, drawn under the words or hit by a click."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcheck.domain.model import BlockKind
from factcheck.ui.article import painter as drawing
from factcheck.ui.article.geometry import Part, parts
from factcheck.ui.article.handles import Handle, draw_handle, handle
from factcheck.ui.article.typesetting import letter_size

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QPainter, QTextBlock

    from factcheck.domain.finding import Search
    from factcheck.ui.article.display import Display, Line
    from factcheck.ui.article.highlights import Highlight, HighlightIndex
    from factcheck.ui.article.rooms import Place, Rooms
    from factcheck.ui.palette import Palette


class OnShow(NamedTuple):
    """A block that can be seen, and its upper left corner in the viewport."""

    block: QTextBlock
    origin: QPointF


class Drawn(NamedTuple):
    """A highlight's parts in one block; ``label`` is where its number stands, if it is here.

    ``begins`` and ``ends`` say whether its first and its last words are in the block.
    """

    highlight: Highlight
    level: int
    parts: list[Part]
    place: Place
    label: Part | None
    begins: bool
    ends: bool


class Scene:
    """Finds the highlights of blocks on show and draws them. ``size`` is the body's letters'."""

    def __init__(
        self,
        display: Display,
        index: HighlightIndex,
        rooms: Rooms,
        labels: drawing.Labels,
        size: int,
    ) -> None:
        self._display = display
        self._index = index
        self._rooms = rooms
        self._labels = labels
        self._size = size

    def draw(
        self,
        painter: QPainter,
        shown: Sequence[OnShow],
        chosen: str | None,
        search: Search,
        palette: Palette,
    ) -> None:
        """Draw everything that lies under the words; ``chosen`` names the framed statement."""
        drawn = self._on(shown)
        for found in drawn:
            drawing.draw_tint(painter, found.parts, palette.tone(found.highlight.tone).tint)
        for parts_found in self._found(shown, search):
            drawing.draw_tint(painter, parts_found, palette.found)
        for found in drawn:
            tone = palette.tone(found.highlight.tone)
            drawing.draw_line(painter, found.parts, tone, found.level)
        painter.setRenderHint(painter.RenderHint.Antialiasing)
        for found in drawn:
            if found.highlight.statement_id == chosen:
                drawing.draw_frame(painter, found.parts, found.level, palette)
        for one in self._handles(drawn, chosen):
            draw_handle(painter, one, palette)
        self._draw_labels(painter, drawn, palette)
        for shown_one in shown:
            self._draw_sign(painter, shown_one, palette)

    def hit(self, shown: Sequence[OnShow], at: QPointF) -> list[Highlight]:
        """Return the highlights at a point of the viewport, the narrowest first."""
        hits = {
            found.highlight
            for found in self._on(shown)
            if any(drawing.box(part, found.level).contains(at) for part in found.parts)
        }
        return sorted(hits, key=lambda highlight: (highlight.end - highlight.start, highlight))

    def handle_at(self, shown: Sequence[OnShow], chosen: str | None, at: QPointF) -> Handle | None:
        """Return the end of the framed statement at a point of the viewport."""
        if chosen is None:
            return None
        handles = self._handles(self._on(shown), chosen)
        return next((one for one in handles if one.area.contains(at)), None)

    def _handles(self, drawn: Sequence[Drawn], chosen: str | None) -> Iterator[Handle]:
        for found in drawn:
            if found.highlight.statement_id == chosen and found.parts:
                if found.begins:
                    yield handle(found.highlight, found.parts[0], found.level, at_start=True)
                if found.ends:
                    yield handle(found.highlight, found.parts[-1], found.level, at_start=False)

    def _found(self, shown: Sequence[OnShow], search: Search) -> Iterator[list[Part]]:
        for one in shown:
            line = self._line(one)
            em = letter_size(line.block, self._size)
            for place in search.between(line.start, line.end):
                within = self._within(one, line, *place)
                yield list(parts(one.block.layout(), one.origin, *within, em))

    def _on(self, shown: Sequence[OnShow]) -> list[Drawn]:
        lines = [self._line(one) for one in shown]
        found = self._index.levels(lines[0].start, lines[-1].end) if lines else []
        return [
            self._drawn(one, line, highlight, level)
            for one, line in zip(shown, lines, strict=True)
            for highlight, level in found
            if highlight.start < line.end and highlight.end > line.start
        ]

    def _line(self, shown: OnShow) -> Line:
        return self._display.lines[shown.block.blockNumber()]

    def _drawn(self, shown: OnShow, line: Line, highlight: Highlight, level: int) -> Drawn:
        place = self._rooms.place(highlight)
        start, end = self._within(shown, line, highlight.start, highlight.end)
        em = letter_size(line.block, self._size)
        layout = shown.block.layout()
        label = None
        if place.block == shown.block.blockNumber():
            label = next(parts(layout, shown.origin, place.start, place.end, em), None)
        found = list(parts(layout, shown.origin, start, end, em))
        begins, ends = highlight.start >= line.start, highlight.end <= line.end
        return Drawn(highlight, level, found, place, label, begins, ends)

    def _within(self, shown: OnShow, line: Line, start: int, end: int) -> tuple[int, int]:
        """Return where words of the article start and end in the block, in UTF-16 units."""
        origin = shown.block.position()
        first = self._display.to_unit(max(start, line.start)) - origin
        if end >= line.end:
            return first, shown.block.length() - 1
        return first, self._display.to_unit(end) - origin

    def _draw_labels(self, painter: QPainter, drawn: Sequence[Drawn], palette: Palette) -> None:
        painter.setFont(self._labels.font)
        used: dict[Place, float] = {}
        # The narrower statement ends first, so its number stands nearer to the words.
        for found in reversed(drawn):
            if found.label is None:
                continue
            offset = used.get(found.place, 0.0)
            used[found.place] = offset + self._labels.width(found.highlight)
            left = found.label.left
            if not found.place.backwards:
                left = found.label.right - self._rooms.width_at(found.place)
            ink = palette.tone(found.highlight.tone).ink
            drawing.draw_label(painter, found.label, found.highlight, left + offset, ink)

    def _draw_sign(self, painter: QPainter, shown: OnShow, palette: Palette) -> None:
        line, layout = self._line(shown), shown.block.layout()
        if line.block is None:
            return
        if line.block.kind is BlockKind.LIST_ITEM and line.first:
            baseline = shown.origin.y() + layout.lineAt(0).ascent()
            drawing.draw_bullet(painter, shown.origin.x(), baseline, self._size, palette)
        if line.block.kind is BlockKind.QUOTE:
            drawing.draw_bar(painter, shown.origin, layout.boundingRect().height(), palette)
