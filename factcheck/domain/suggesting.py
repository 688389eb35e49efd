"""Where an article has facts worth a hint: found piece by piece, from any place on or back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.domain.facts import suggestions
from factcheck.domain.reading import FactPlaces

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.domain.model import Block
    from factcheck.domain.reading import Place


class Suggestions(FactPlaces):
    """The facts of all kinds; of nested ones the widest."""

    def __init__(self, text: str, blocks: Sequence[Block]) -> None:
        super().__init__(text, blocks, ())

    def _find(self, piece: Place) -> Iterator[Place]:
        for fact in suggestions(self._text, *piece):
            yield fact.start, fact.end
