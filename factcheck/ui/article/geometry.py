"""Where words of a laid out block are: one rectangle for each line and direction of writing."""

from __future__ import annotations

import unicodedata
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextLine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QTextLayout

_RIGHT_TO_LEFT = frozenset({"R", "AL"})
_BEGINNING = 2_000  # code points
_NEUTRAL = frozenset({"WS", "NSM", "ON", "CS", "ES", "ET", "BN"})


class Part(NamedTuple):
    """A stretch of one line, in pixels of the viewport.

    ``em`` is the size of the letters; ``backwards`` tells words that run from right to left.
    """

    left: float
    right: float
    baseline: float
    em: int
    backwards: bool


def parts(layout: QTextLayout, origin: QPointF, start: int, end: int, em: int) -> Iterator[Part]:
    """Yield where the characters ``start:end`` (UTF-16 units of the block) are.

    ``origin`` is the block's upper left corner, ``em`` the size of its letters.
    """
    for number in range(layout.lineForTextPosition(start).lineNumber(), layout.lineCount()):
        line = layout.lineAt(number)
        first, after = line.textStart(), line.textStart() + line.textLength()
        if first >= end:
            return
        baseline = origin.y() + line.y() + line.ascent()
        for left, right, backwards in _stretches(layout, line, max(start, first), min(end, after)):
            x = origin.x()
            yield Part(x + left, x + right, baseline, em, backwards)


def is_backwards(character: str) -> bool:
    """Say whether a letter is of a script that runs from right to left."""
    return character != "" and unicodedata.bidirectional(character) in _RIGHT_TO_LEFT


def runs_backwards(text: str) -> bool:
    """Say whether most letters of a text's beginning are of a script from right to left."""
    if text[:_BEGINNING].isascii():
        return False
    letters = [letter for letter in text[:_BEGINNING] if letter.isalpha()]
    return 2 * sum(map(is_backwards, letters)) > len(letters)


def _stretches(
    layout: QTextLayout, line: QTextLine, start: int, end: int
) -> Iterator[tuple[float, float, bool]]:
    whole = layout.text()
    text = "" if whole.isascii() else _units(whole, start, end)
    if not any(map(is_backwards, text)):
        right = _right(layout, line, end)
        if end == line.textStart() + line.textLength():
            right = min(right, _edge(layout, line))
        yield _left(line, start), right, False
        return
    for backwards, length in _runs(text):
        after = start + length
        edges = (_left(line, start), _right(layout, line, after))
        yield min(edges), max(edges), backwards
        start = after


def _units(text: str, start: int, end: int) -> str:
    """Return a character for each UTF-16 unit, so that positions are the layout's."""
    raw = text.encode("utf-16-le")[2 * start : 2 * end]
    return "".join(chr(raw[i] | raw[i + 1] << 8) for i in range(0, len(raw), 2))


def _runs(text: str) -> Iterator[tuple[bool, int]]:
    directions: list[bool] = []
    for character in text:
        neutral = unicodedata.bidirectional(character) in _NEUTRAL
        directions.append(directions[-1] if neutral and directions else is_backwards(character))
    for backwards, run in groupby(directions):
        yield backwards, len(list(run))


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
