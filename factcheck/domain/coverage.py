"""How much of an article was looked at: sentence by sentence, marked, ticked or still open.

A sentence is done if the words of a statement touch it, or a tick covers all its words. Headings
and captions count: they hold facts, too. Offsets are code points; a sentence is start and end of
its words, without white space around.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from typing import TYPE_CHECKING, NamedTuple

from factcheck.domain.anchors import trim
from factcheck.domain.words import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.domain.model import Block

Sentence = tuple[int, int]


class Counts(NamedTuple):
    """How many sentences there are; a marked one that is ticked as well counts as marked."""

    total: int
    marked: int
    ticked: int

    @property
    def covered(self) -> int:
        """How many are done."""
        return self.marked + self.ticked


def sentences_of(text: str, block: Block) -> Iterator[Sentence]:
    """Yield the sentences of a block that have a letter or a digit."""
    for sentence in sentences(text, block.start, block.end):
        start, end = trim(text, *sentence)
        if any(map(str.isalnum, text[start:end])):
            yield start, end


class SentenceCoverage:
    """Sentences in reading order, and how many marks and ticks each has.

    A mark or a tick costs what it touches and a search, not the length of the article.
    """

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._starts = [start for start, _ in sentences]
        self._ends = [end for _, end in sentences]
        self._marks = [0] * len(sentences)
        self._ticks = [0] * len(sentences)
        self._open = list(range(len(sentences)))
        self._marked = 0

    @property
    def counts(self) -> Counts:
        """How many sentences are done, and how."""
        total = len(self._starts)
        return Counts(total, self._marked, total - self._marked - len(self._open))

    def mark(self, start: int, end: int, by: int = 1) -> None:
        """Count a statement's words in; ``by`` -1 takes them out again."""
        for place in range(bisect_right(self._ends, start), bisect_left(self._starts, end)):
            was_marked, was_open = self._marks[place] > 0, self._is_open(place)
            self._marks[place] += by
            self._marked += (self._marks[place] > 0) - was_marked
            self._keep(place, was_open=was_open)

    def tick(self, start: int, end: int, by: int = 1) -> None:
        """Count a tick in; ``by`` -1 takes it out again."""
        for place in range(bisect_left(self._starts, start), bisect_right(self._ends, end)):
            was_open = self._is_open(place)
            self._ticks[place] += by
            self._keep(place, was_open=was_open)

    def open(self) -> Iterator[Sentence]:
        """Yield the sentences that are not done."""
        return map(self._sentence, self._open)

    def next_open(self, after: int) -> Sentence | None:
        """Return the first open sentence that ends behind a place, else the first of all."""
        if not self._open:
            return None
        first = bisect_left(self._open, bisect_right(self._ends, after))
        return self._sentence(self._open[first % len(self._open)])

    def ticked(self, start: int, end: int) -> list[Sentence]:
        """Return the sentences that touch ``start:end`` and are done by ticks alone."""
        places = range(bisect_right(self._ends, start), bisect_left(self._starts, end))
        return [
            self._sentence(place)
            for place in places
            if self._ticks[place] and not self._marks[place]
        ]

    def _sentence(self, place: int) -> Sentence:
        return self._starts[place], self._ends[place]

    def _is_open(self, place: int) -> bool:
        return not self._marks[place] and not self._ticks[place]

    def _keep(self, place: int, *, was_open: bool) -> None:
        if was_open and not self._is_open(place):
            del self._open[bisect_left(self._open, place)]
        elif self._is_open(place) and not was_open:
            insort(self._open, place)
