"""Words in reading order with what a writer hung on them, for formats that hold annotations.

A place is the number of a piece and a count of code points inside it; it becomes a place of the
text once all pieces are there, for outer white space and empty pieces are not kept.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from factcheck.domain.anchors import trim
from factcheck.domain.canonical import canonical
from factcheck.domain.imported import Annotation, AnnotationKind
from factcheck.domain.model import Block, BlockKind
from factcheck.domain.words import sentences
from factcheck.importers.decode import replaced_remark
from factcheck.importers.pieces import OUTER, File, Piece, article, assemble
from factcheck.importers.telling import told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.domain.imported import ImportedArticle
    from factcheck.importers.proposing import Proposals

Place = tuple[int, int]
_WEB = ("http://", "https://")


@dataclass(slots=True)
class Flow:
    """Takes words and breaks as a file is walked through; ``tally`` counts what is to be told."""

    tally: Counter[str] = field(default_factory=Counter)
    _pieces: list[Piece] = field(default_factory=list)
    _words: list[str] = field(default_factory=list)
    _length: int = 0
    _notes: list[tuple[Place, Place, Annotation]] = field(default_factory=list)
    _replaced: int = 0

    @property
    def here(self) -> Place:
        """The place behind the last word."""
        return len(self._pieces), self._length

    def say(self, words: str) -> None:
        """Add words to the piece at hand."""
        # A letter in front: a mark of byte order is one only where a file begins.
        fit = canonical("x" + words)
        self._words.append(fit.text[1:])
        self._length += len(fit.text) - 1
        self._replaced += fit.replaced

    def end(
        self,
        kind: BlockKind = BlockKind.PARAGRAPH,
        level: int = 0,
        *,
        place: str = "",
        page_index: int | None = None,
    ) -> None:
        """End the piece at hand and say how it is set, and where the source has it."""
        self._pieces.append(Piece(kind, "".join(self._words), level, place, page_index))
        self._words.clear()
        self._length = 0

    def hang(self, note: Annotation, start: Place, end: Place) -> None:
        """Hang a note on the words between two places; its own start and end don't count."""
        self._notes.append((start, end, note))

    def hang_link(self, url: str, start: Place) -> None:
        """Hang a link on the words from a place up to here, if it leads to the web."""
        url = "".join(url.split())
        if url.lower().startswith(_WEB):
            note = Annotation(AnnotationKind.LINK, 0, 0, url=canonical(url).text)
            self._notes.append((start, self.here, note))
        elif url:
            self.tally["inner link" if url.startswith("#") else "other link"] += 1

    def article(
        self,
        file: File,
        said: Sequence[Proposals],
        remarks: tuple[str, ...] = (),
        *,
        is_draft: bool = True,
    ) -> ImportedArticle:
        """Put the article together. Raises FactcheckError if there are no words."""
        self.end()
        text, blocks = assemble(self._pieces)
        places = _Places(text, self._pieces, blocks)
        notes = [places.hung(note, start, end) for start, end, note in self._notes if blocks]
        notes.sort(key=lambda note: (note.start, note.end))
        remarks = (*remarks, *told(self.tally), *replaced_remark(self._replaced))
        return article(
            file, text, blocks, said, remarks, annotations=tuple(notes), is_draft=is_draft
        )


class _Places:
    """Turns places of pieces into places of the text."""

    def __init__(self, text: str, pieces: list[Piece], blocks: tuple[Block, ...]) -> None:
        self._text = text
        self._kept = [number for number, piece in enumerate(pieces) if piece.text.strip(OUTER)]
        self._leads = [_lead(pieces[number].text) for number in self._kept]
        self._blocks = blocks

    def of(self, place: Place) -> int:
        """Return the place in the text; one in a piece without words is where the next begins."""
        number, at = place
        kept = bisect_left(self._kept, number)
        if kept == len(self._kept):
            return self._blocks[-1].end
        block = self._blocks[kept]
        if self._kept[kept] != number:
            return block.start
        return min(max(block.start, block.start + at - self._leads[kept]), block.end)

    def hung(self, note: Annotation, start: Place, end: Place) -> Annotation:
        """Return the note on its words; on those of the sentence before where it has none."""
        first, last = trim(self._text, *sorted((self.of(start), self.of(end))))
        if first == last:
            first, last = _sentence_before(self._text, self._blocks, self.of(end))
        return replace(note, start=first, end=last)


def _lead(text: str) -> int:
    return len(text) - len(text.lstrip(OUTER))


def _sentence_before(text: str, blocks: tuple[Block, ...], at: int) -> tuple[int, int]:
    """Return the words of a sentence up to a place; where none are before it, those behind it."""
    number = min(bisect_left(blocks, at, key=lambda block: block.end), len(blocks) - 1)
    block = blocks[number]
    found = [trim(text, *sentence) for sentence in sentences(text, block.start, block.end)]
    found = [(start, end) for start, end in found if start < end]
    before = [(start, end) for start, end in found if start < at]
    if not before:
        return found[0]
    start, end = before[-1]
    return trim(text, start, min(end, at))
