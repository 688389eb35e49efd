"""Lines of a page in which words stand far apart: columns to be read down, or rows of a table."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.importers.pdf_lines import Line

# Lines across both columns at the least, and code points that half of them have on each side:
# what is shorter are cells.
_FEWEST, _COLUMN_LENGTH = 3, 18
# Points by which words of the same column of a table may stand apart.
_ALIGNED = 3.0
_DEEPEST = 6

_Gap = tuple[float, float]


def in_reading_order(lines: Sequence[Line], depth: int = 0) -> list[Line]:
    """Return the lines of a page, columns down; only rows of a table keep their cells."""
    ordered: list[Line] = []
    at = 0
    while at < len(lines):
        if not lines[at].cells:
            ordered.append(lines[at])
            at += 1
            continue
        count, gap = _columns(lines[at:]) if depth < _DEEPEST else (0, None)
        if gap:
            left, right = _parted(lines[at : at + count], gap)
            ordered += in_reading_order(left, depth + 1) + in_reading_order(right, depth + 1)
            at += count
            continue
        rows = _rows(lines[at:])
        ordered += lines[at : at + rows] if rows else [replace(lines[at], cells=())]
        at += rows or 1
    return ordered


def _columns(lines: Sequence[Line]) -> tuple[int, _Gap | None]:
    """Return how many lines stand in two columns from here on, and the gap between these."""
    gap: _Gap = lines[0].cells[0].right, lines[0].cells[1].left
    count = 0
    across: list[Line] = []
    for line in lines:
        narrower = _narrowed(line, gap)
        if narrower is None:
            break
        gap, count = narrower, count + 1
        across += [line] if line.cells else []
    if len(across) < _FEWEST:
        return 0, None
    left, right = _parted(across, gap)
    lengths = [median(len(line.text) for line in side) for side in (left, right) if side]
    return (count, gap) if len(lengths) == 2 and min(lengths) >= _COLUMN_LENGTH else (0, None)  # noqa: PLR2004


def _narrowed(line: Line, gap: _Gap) -> _Gap | None:
    """Return the gap as far as a line leaves it free, None where it doesn't."""
    if not line.cells:
        beside = line.right <= gap[0] + _ALIGNED or line.left >= gap[1] - _ALIGNED
        return gap if beside else None
    for before, behind in pairwise(line.cells):
        low, high = max(gap[0], before.right), min(gap[1], behind.left)
        if low < high:
            return low, high
    return None


def _parted(lines: Sequence[Line], gap: _Gap) -> tuple[list[Line], list[Line]]:
    middle = sum(gap) / 2
    left: list[Line] = []
    right: list[Line] = []
    for line in lines:
        cells = line.cells or (line,)
        for side, found in (
            (left, [cell for cell in cells if cell.left < middle]),
            (right, [cell for cell in cells if cell.left >= middle]),
        ):
            if found:
                side.append(found[0] if len(found) == 1 else _of_cells(found, line))
    if left and right and lines[-1].broken and right[-1].page == lines[-1].page:
        right[-1] = replace(right[-1], broken=True)
    return left, right


def _of_cells(cells: Sequence[Line], line: Line) -> Line:
    return replace(
        line,
        text=" ".join(cell.text.strip() for cell in cells),
        left=cells[0].left,
        right=cells[-1].right,
        cells=tuple(cells),
        links=(),
    )


def _rows(lines: Sequence[Line]) -> int:
    """Return how many rows of a table begin here: two at the least, with cells below each other."""
    count = 0
    for above, below in pairwise(lines):
        if not (above.cells and below.cells and _is_aligned(above, below)):
            break
        count += 1
    return count + 1 if count else 0


def _is_aligned(above: Line, below: Line) -> bool:
    return any(
        abs(one.left - other.left) < _ALIGNED or abs(one.right - other.right) < _ALIGNED
        for one in above.cells[1:]
        for other in below.cells[1:]
    )
