"""Which line under the words belongs to which statement, where several cover the same words."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.exporters.blocks import Piece


def lanes(pieces: Iterable[Piece]) -> dict[int, int]:
    """Give each statement a lane, counted from 0 next to the words, the shortest cover nearest.

    No two statements share a lane on any piece, and a statement keeps its lane all along.
    """
    covered: dict[int, list[int]] = defaultdict(list)
    length: dict[int, int] = defaultdict(int)
    for index, piece in enumerate(pieces):
        for number in piece.inside:
            covered[number].append(index)
            length[number] += len(piece.text)
    taken: dict[int, set[int]] = defaultdict(set)
    given: dict[int, int] = {}
    for number in sorted(covered, key=lambda number: (length[number], number)):
        busy = set().union(*(taken[index] for index in covered[number]))
        given[number] = next(lane for lane in range(len(busy) + 1) if lane not in busy)
        for index in covered[number]:
            taken[index].add(given[number])
    return given
