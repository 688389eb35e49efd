"""Where words of a laid out block are: a rectangle for each stretch of a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextLine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QTextLayout

_TOUCHING = 1.0  # pixels

Stretch = tuple[float, float, bool]  # its left and right, and whether it begins at the right


class Part(NamedTuple):
    """A stretch of one line without a gap, in pixels of the viewport.

    ``em`` is the size of the letters; ``backwards`` tells that the letters at its left run from
    right to left. Where directions meet one part has letters of both.
    """

    left: float
    right: float
    baseline: float
    em: int
    backwards: bool


def parts(
    layout: QTextLayout, origin: QPointF, start: int, end: int, em: int, *, mixed: bool
) -> Iterator[Part]:
    """Yield where the characters ``start:end`` (UTF-16 units of the block) are.

    ``origin`` is the block's upper left corner, ``em`` the size of its letters, ``mixed`` whether
    the block has letters that run backwards.
    """
    stretches = _of_glyphs if mixed else _of_cursor
    for number in range(layout.lineForTextPosition(start).lineNumber(), layout.lineCount()):
        line = layout.lineAt(number)
        first, after = line.textStart(), line.textStart() + line.textLength()
        if first >= end:
            return
        baseline = origin.y() + line.y() + line.ascent()
        for left, right, backwards in stretches(layout, line, max(start, first), min(end, after)):
            x = origin.x()
            yield Part(x + left, x + right, baseline, em, backwards)


def _of_cursor(layout: QTextLayout, line: QTextLine, start: int, end: int) -> Iterator[Stretch]:
    """Yield the stretch between two places of the caret: all runs from left to right."""
    right = _right(layout, line, end)
    if end == line.textStart() + line.textLength():
        right = min(right, _edge(layout, line))
    yield _left(line, start), right, False


def _of_glyphs(layout: QTextLayout, line: QTextLine, start: int, end: int) -> Iterator[Stretch]:
    """Yield what glyphs cover, from left to right.

    Where directions meet the caret has two places and Qt tells only one; glyphs are where they are.
    """
    boxes = sorted(
        (run.boundingRect().left(), run.boundingRect().right(), run.isRightToLeft())
        for run in line.glyphRuns(start, end - start)
    )
    if not boxes:
        # A space before the break has no glyph.
        ends = (_left(line, start), _right(layout, line, end))
        boxes = [(min(ends), max(ends), ends[0] > ends[1])]
    left, right, backwards = boxes[0]
    for near, far, other in boxes[1:]:
        if near - right > _TOUCHING:
            yield left, right, backwards
            left, backwards = near, other
        right = max(right, far)
    yield left, right, backwards


def is_set_right(layout: QTextLayout) -> bool:
    """Say whether lines begin at the right, as those of an article in Arabic or Hebrew do."""
    return bool(layout.textOption().alignment() & Qt.AlignmentFlag.AlignRight)


def _edge(layout: QTextLayout, line: QTextLine) -> float:
    """Return where the words of a line end: a space before the break hangs over."""
    return line.x() + (line.width() if is_set_right(layout) else line.naturalTextWidth())


def _left(line: QTextLine, at: int) -> float:
    return _x(line, at, QTextLine.Edge.Leading)


def _right(layout: QTextLayout, line: QTextLine, at: int) -> float:
    return _x(line, layout.previousCursorPosition(at), QTextLine.Edge.Trailing)


def _x(line: QTextLine, at: int, edge: QTextLine.Edge) -> float:
    # The stubs promise a bare number; there is the position with it.
    return cast("tuple[float, int]", line.cursorToX(at, edge))[0]
