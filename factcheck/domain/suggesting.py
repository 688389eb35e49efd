"""Where an article has facts worth a hint: found piece by piece, from any place on or back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.domain.facts import Fact, suggestions
from factcheck.domain.model import StatementKind
from factcheck.domain.reading import FactPlaces

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.domain.model import Block
    from factcheck.domain.reading import Place


# Code points in which a name is still remembered from its last mention.
_REMEMBERED = 20_000


class Suggestions(FactPlaces):
    """The facts of all kinds; of nested ones the widest, and of a name its first mention."""

    def __init__(self, text: str, blocks: Sequence[Block]) -> None:
        super().__init__(text, blocks, ())

    def _find(self, piece: Place) -> Iterator[Place]:
        for fact in suggestions(self._text, *piece):
            if fact.kind is not StatementKind.NAME or not self._is_remembered(fact):
                yield fact.start, fact.end

    def _is_remembered(self, name: Fact) -> bool:
        words = self._text[name.start : name.end]
        return self._text.find(words, max(0, name.start - _REMEMBERED), name.start) >= 0
