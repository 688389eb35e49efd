"""What of an article is read when only some of it is: sentence by sentence, or kinds of facts.

A place is start and end in code points of the text. No answer depends on the text's length: a
long block is read in pieces, and nobody looks further than ``_REACH`` at a time.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

from factcheck.domain.anchors import trim
from factcheck.domain.facts import facts
from factcheck.domain.model import BlockKind, StatementKind
from factcheck.domain.words import block_at, sentence_at

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from factcheck.domain.model import Block

Place = tuple[int, int]

_VISIBLE = re.compile(r"\S")
_LONGEST_PIECE = 4_000
_MARGIN = 200  # around a piece, so that what stands across its ends is seen whole
_REACH = 50_000
_PIECE_COST = 50  # of a piece however short, so that a thousand short lines are far, too


class Places(Protocol):
    """What is read, and in which order."""

    def lit(self, caret: int, start: int, end: int) -> list[Place]:
        """Return what is to be read of ``text[start:end]`` while the caret is here."""

    def after(self, caret: int) -> Place | None:
        """Return the next place; an empty one where the look ended, None at the text's end."""

    def before(self, caret: int) -> Place | None:
        """Return the place before; an empty one where the look ended, None at the beginning."""


class Sentences:
    """One sentence is read, the one at the caret; of blank space the one behind it."""

    def __init__(self, text: str, blocks: Sequence[Block]) -> None:
        self._text = text
        self._blocks = blocks
        self._last: tuple[int, Place] = (-1, (0, 0))

    def lit(self, caret: int, start: int, end: int) -> list[Place]:
        """Return the sentence if it shares a character with ``text[start:end]``."""
        place = self._at(caret)
        return [place] if place[0] < end and place[1] > start else []

    def after(self, caret: int) -> Place | None:
        """Return the next sentence, None if it was the last."""
        at = _visible_from(self._text, self._at(caret)[1])
        return None if at is None else (at, max(at, self._at(at)[1]))

    def before(self, caret: int) -> Place | None:
        """Return the sentence before, None if it was the first."""
        return self._last_to(self._at(caret)[0])

    def last(self) -> Place | None:
        """Return the last sentence of the text, None of one without words."""
        return self._last_to(len(self._text))

    def _last_to(self, end: int) -> Place | None:
        end = _visible_to(self._text, end)
        return self._at(end - 1) if end else None

    def _at(self, caret: int) -> Place:
        if self._last[0] != caret:
            self._last = (caret, self._find(caret))
        return self._last[1]

    def _find(self, caret: int) -> Place:
        found = sentence_at(self._text, caret, *block_at(self._text, self._blocks, caret))
        if not self._text[slice(*found)].strip():
            at = _visible_from(self._text, found[1])
            if at is None:
                return found
            found = sentence_at(self._text, at, *block_at(self._text, self._blocks, at))
        return trim(self._text, *found)


class FactPlaces:
    """All facts of some kinds are read.

    A block that is set as a quotation, and has no quotation marks inside, is one.
    """

    def __init__(
        self, text: str, blocks: Sequence[Block], kinds: Collection[StatementKind]
    ) -> None:
        self._text = text
        self._blocks = blocks
        self._kinds = kinds
        self._quotes = (
            {(block.start, block.end) for block in blocks if block.kind is BlockKind.QUOTE}
            if StatementKind.QUOTATION in kinds
            else frozenset()
        )
        self._known: dict[Place, list[Place]] = {}

    def lit(self, caret: int, start: int, end: int) -> list[Place]:
        """Return the places that share a character with ``text[start:end]``."""
        del caret
        found: list[Place] = []
        at: int | None = max(0, start - _MARGIN)
        while at is not None and at < end:
            piece = self._piece(at)
            found += (place for place in self._in(piece) if place[0] < end and place[1] > start)
            at = _visible_from(self._text, max(piece[1], at + 1))
        return found

    def after(self, caret: int) -> Place | None:
        """Return the first place that begins here or later."""
        cost, at = 0, _visible_from(self._text, caret)
        while at is not None:
            if cost > _REACH:
                return at, at
            piece = self._piece(at)
            for place in self._in(piece):
                if place[0] >= caret:
                    return place
            cost += piece[1] - at + _PIECE_COST
            at = _visible_from(self._text, max(piece[1], at + 1))
        return None

    def before(self, caret: int) -> Place | None:
        """Return the last place that ends before the caret."""
        cost, end = 0, _visible_to(self._text, caret)
        while end:
            if cost > _REACH:
                return end, end
            piece = self._piece(end - 1)
            for place in reversed(self._in(piece)):
                if place[1] < caret:
                    return place
            cost += end - piece[0] + _PIECE_COST
            end = _visible_to(self._text, piece[0])
        return None

    def _in(self, piece: Place) -> list[Place]:
        if piece not in self._known:
            found = list(self._find(piece))
            whole = [trim(self._text, *piece)] if piece in self._quotes else []
            self._known[piece] = found or whole
        return self._known[piece]

    def _find(self, piece: Place) -> Iterator[Place]:
        """Yield the places that begin in a piece."""
        block = block_at(self._text, self._blocks, piece[0])
        start, end = max(block[0], piece[0] - _MARGIN), min(block[1], piece[1] + _MARGIN)
        for fact in facts(self._text, start, end):
            if fact.kind in self._kinds and piece[0] <= fact.start < piece[1]:
                yield fact.start, fact.end

    def _piece(self, at: int) -> Place:
        """Return the block at a place, or the part of a long one."""
        start, end = block_at(self._text, self._blocks, at)
        if end - start <= _LONGEST_PIECE:
            return start, end
        number = (at - start) // _LONGEST_PIECE
        if at >= self._cut(start, number + 1):
            number += 1
        return self._cut(start, number), min(end, self._cut(start, number + 1))

    def _cut(self, start: int, number: int) -> int:
        """Return where a part of a long block begins: behind a space if there is one near."""
        if number == 0:
            return start
        at = start + number * _LONGEST_PIECE
        return self._text.rfind(" ", at - _MARGIN, at) + 1 or at


def _visible_from(text: str, at: int) -> int | None:
    """Return where the next word or sign begins, None if there is none."""
    found = _VISIBLE.search(text, at)
    return found.start() if found else None


def _visible_to(text: str, at: int) -> int:
    """Return where the last word or sign before a place ends, 0 if there is none."""
    while at:
        start = max(0, at - _MARGIN)
        seen = len(text[start:at].rstrip())
        if seen:
            return start + seen
        at = start
    return 0
