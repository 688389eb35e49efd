"""What of the highlights is on show: where each lies, drawn under the words or hit by a click."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, cast

from factcheck.ui.article import painter as drawing
from factcheck.ui.article.handles import Handle, draw_handle, handle
from factcheck.ui.article.lanes import Stripe, draw_stripe, stripes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QPainter

    from factcheck.ui.article.geometry import Part
    from factcheck.ui.article.highlights import Highlight, HighlightIndex
    from factcheck.ui.article.layers import OnShow, Shown
    from factcheck.ui.article.rooms import Place, Rooms
    from factcheck.ui.palette import Palette

_MARGIN = 28  # pixels at the right of the words, where the stripes stand


class Drawn(NamedTuple):
    """A highlight's parts in one block; ``label`` is where its number stands, if it is here.

    ``first`` and ``after`` are where its words begin and end in the block, in UTF-16 units.
    """

    one: OnShow
    highlight: Highlight
    level: int
    parts: list[Part]
    place: Place
    label: Part | None
    first: int
    after: int


class Scene:
    """The highlights of what is on show at one moment. ``chosen`` names the framed statement."""

    def __init__(
        self,
        shown: Shown,
        index: HighlightIndex,
        rooms: Rooms,
        labels: drawing.Labels,
        chosen: str | None,
    ) -> None:
        self._shown = shown
        self._index = index
        self._rooms = rooms
        self._labels = labels
        self._chosen = chosen

    def said(self) -> list[tuple[Highlight, int]]:
        """Return each highlight on show with its number."""
        found = self._index.touching(self._shown.start, self._shown.end)
        return [(highlight, self._labels.number(highlight)) for highlight in found]

    def draw_tints(self, painter: QPainter, palette: Palette) -> None:
        """Draw what lies lowest: the colour behind the words."""
        for found in self._drawn:
            drawing.draw_tint(painter, found.parts, palette.tone(found.highlight.tone).tint)

    def draw(self, painter: QPainter, palette: Palette) -> None:
        """Draw lines, frame, handles, numbers and stripes."""
        for found in self._drawn:
            tone = palette.tone(found.highlight.tone)
            drawing.draw_line(painter, found.parts, tone, found.level)
        painter.setRenderHint(painter.RenderHint.Antialiasing)
        for found in self._drawn:
            if found.highlight.statement_id == self._chosen:
                drawing.draw_frame(painter, found.parts, found.level, palette)
        for one in self._handles():
            draw_handle(painter, one, palette)
        self._draw_labels(painter, palette)
        for stripe in self._stripes:
            chosen = stripe.highlight.statement_id == self._chosen
            draw_stripe(painter, stripe, palette, chosen=chosen)

    def hit(self, at: QPointF) -> list[Highlight]:
        """Return the highlights at a point of the viewport, the narrowest first."""
        hits = {
            found.highlight
            for found in self._drawn
            if any(drawing.box(part, found.level).contains(at) for part in found.parts)
        }
        hits |= {stripe.highlight for stripe in self._stripes if stripe.area.contains(at)}
        return sorted(hits, key=lambda highlight: (highlight.end - highlight.start, highlight))

    def handle_at(self, at: QPointF) -> Handle | None:
        """Return the end of the framed statement at a point of the viewport."""
        return next((one for one in self._handles() if one.area.contains(at)), None)

    def _handles(self) -> Iterator[Handle]:
        for found in self._drawn:
            if found.highlight.statement_id == self._chosen:
                yield from self._handles_of(found)

    def _handles_of(self, found: Drawn) -> Iterator[Handle]:
        one, layout = found.one, found.one.block.layout()
        if found.highlight.start >= one.line.start:
            second = layout.nextCursorPosition(found.first)
            for part in self._shown.parts_of(one, found.first, second):
                yield handle(found.highlight, part, found.level, at_start=True)
        if found.highlight.end <= one.line.end:
            last = layout.previousCursorPosition(found.after)
            for part in self._shown.parts_of(one, last, found.after):
                yield handle(found.highlight, part, found.level, at_start=False)

    @cached_property
    def _drawn(self) -> list[Drawn]:
        found = self._index.levels(self._shown.start, self._shown.end)
        return [
            self._in_block(one, highlight, level)
            for one in self._shown.blocks
            for highlight, level in found
            if highlight.start < one.line.end and highlight.end > one.line.start
        ]

    @cached_property
    def _stripes(self) -> list[Stripe]:
        return stripes(self._drawn, self._shown.width - _MARGIN)

    def _in_block(self, one: OnShow, highlight: Highlight, level: int) -> Drawn:
        place = self._rooms.place(highlight)
        first, after = self._shown.units_in(one, highlight.start, highlight.end)
        found = self._shown.parts_of(one, first, after)
        label = None
        if place.block == one.block.blockNumber():
            # Of the place of a number only the right end counts, and where the words end there
            # that is known already.
            at_end = place.end == after and not self._shown.is_mixed(one)
            spot = found if at_end else self._shown.parts_of(one, place.start, place.end)
            label = spot[-1] if spot else None
        return Drawn(one, highlight, level, found, place, label, first, after)

    def _draw_labels(self, painter: QPainter, palette: Palette) -> None:
        painter.setFont(self._labels.font)
        used: dict[Place, float] = {}
        # The narrower statement ends first, so its number stands nearer to the words.
        for found in reversed(self._drawn):
            if found.label is None:
                continue
            width = self._labels.width(found.highlight)
            offset = used.get(found.place, 0.0)
            used[found.place] = offset + width
            left = self._room(found, offset, width)
            ink = palette.tone(found.highlight.tone).ink
            text = self._labels.text(found.highlight)
            left += self._labels.indent(found.highlight)
            at = drawing.label_at(found.label, left, above=not found.place.spaced)
            drawing.draw_label(painter, at, text, ink)

    def _room(self, found: Drawn, offset: float, width: float) -> float:
        """Return where the room of a number begins, ``offset`` away from the words."""
        place, label = found.place, cast("Part", found.label)
        if not place.spaced:
            return label.left + offset
        if place.backwards and label.backwards:
            return label.right - offset - width
        return label.right - self._rooms.width_at(place) + offset
