"""Cuts an article at every border of a span, so that overlaps and nests come out right."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.domain.model import Block, BlockKind
from factcheck.exporters.blocks import ArticleBlock, Piece

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


@dataclass(frozen=True, slots=True)
class Mark:
    """Words ``text[start:end]`` (code points) that belong to the statement of this number."""

    number: int
    start: int
    end: int


def cut(text: str, blocks: Sequence[Block], marks: Sequence[Mark]) -> tuple[ArticleBlock, ...]:
    """Cut a text into blocks, and each block into pieces. No word is left out."""
    met: set[int] = set()
    return tuple(
        ArticleBlock(block.kind, block.level, tuple(_pieces(text, block, marks, met)))
        for block in _without_gaps(text, blocks)
    )


def _without_gaps(text: str, blocks: Sequence[Block]) -> Iterator[Block]:
    """Words that no block claims become paragraphs; overlapping blocks are cut apart."""
    at = 0
    for block in blocks:
        start = max(at, block.start)
        yield from _paragraph(text, at, start)
        if start < block.end:
            yield replace(block, start=start)
        at = max(at, block.end)
    yield from _paragraph(text, at, len(text))


def _paragraph(text: str, start: int, end: int) -> Iterator[Block]:
    gap = text[start:end]
    if gap.strip():
        start += len(gap) - len(gap.lstrip())
        yield Block(BlockKind.PARAGRAPH, start, start + len(gap.strip()))


def _pieces(text: str, block: Block, marks: Sequence[Mark], met: set[int]) -> Iterator[Piece]:
    """Yield the pieces of a block; ``met`` gathers the numbers of statements seen so far."""
    here = [mark for mark in marks if mark.start < block.end and mark.end > block.start]
    ends = {mark: _shown_end(text, block, mark) for mark in here}
    borders = {block.start, block.end}
    borders |= {max(mark.start, block.start) for mark in here}
    borders |= {min(mark.end, block.end) for mark in here}
    edges = sorted(borders)
    for start, end in pairwise(edges):
        inside = _numbers([mark for mark in here if mark.start <= start and mark.end >= end])
        begins = tuple(number for number in inside if number not in met)
        met.update(begins)
        closing = _numbers([mark for mark in here if ends[mark] == end])
        yield Piece(text[start:end], inside, begins, closing[::-1])


def _shown_end(text: str, block: Block, mark: Mark) -> int:
    """Return where in this block the mark's number stands, or -1 if that is a later block."""
    if mark.end <= block.end:
        return mark.end
    return -1 if text[block.end : mark.end].strip() else block.end


def _numbers(marks: list[Mark]) -> tuple[int, ...]:
    """Order by length, the longest first, so that the last one is the innermost."""
    ordered = sorted(marks, key=lambda mark: (mark.start - mark.end, mark.number))
    return tuple(dict.fromkeys(mark.number for mark in ordered))
