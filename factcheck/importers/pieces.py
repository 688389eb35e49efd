"""From pieces in reading order to a text with blocks, and from those to an ImportedArticle."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TYPE_CHECKING

from factcheck.domain.imported import ImportedArticle
from factcheck.domain.model import Block, BlockKind
from factcheck.errors import FactcheckError
from factcheck.importers.decode import clean
from factcheck.importers.oddities import odd_remarks
from factcheck.importers.proposing import proposed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.domain.imported import Annotation, Encoding
    from factcheck.importers.proposing import Proposals, Proposed

BETWEEN = "\n\n"
_TOP = 10_000  # code points
_CALLED = {"url": "web address", "published": "date"}
# What str.strip() takes, and marks of byte order.
OUTER = "".join(filter(str.isspace, map(chr, range(0x3001)))) + "\ufeff"


@dataclass(frozen=True, slots=True)
class Piece:
    """The words of one block; level, place and page as in Block."""

    kind: BlockKind
    text: str
    level: int = 0
    place: str = ""
    page_index: int | None = None


@dataclass(frozen=True, slots=True)
class File:
    """What was brought in: its bytes, its name and what it is."""

    source: bytes
    name: str
    media_type: str


def assemble(pieces: Iterable[Piece]) -> tuple[str, tuple[Block, ...]]:
    """Join the pieces that hold words, an empty line between them; offsets in code points."""
    cleaned = ((piece, clean(piece.text).text.strip(OUTER)) for piece in pieces)
    kept = [(piece, words) for piece, words in cleaned if words]
    starts = accumulate((len(words) + len(BETWEEN) for _, words in kept), initial=0)
    blocks = tuple(
        Block(p.kind, start, start + len(words), p.level, p.place, p.page_index)
        for (p, words), start in zip(kept, starts, strict=False)
    )
    return BETWEEN.join(words for _, words in kept), blocks


def notes_behind(read: ImportedArticle) -> ImportedArticle:
    """Put what hangs on the words behind the text, each note with the place of its words."""
    text, blocks = read.text, [*read.blocks]
    starts = [block.start for block in read.blocks]
    for note in read.annotations:
        words = clean(note.text).text.strip(OUTER)
        if words:
            on = read.blocks[max(0, bisect_right(starts, note.start) - 1)]
            start = len(text) + len(BETWEEN)
            text += BETWEEN + words
            end = len(text)
            blocks.append(Block(BlockKind.PARAGRAPH, start, end, 0, on.place, on.page_index))
    return replace(read, text=text, blocks=tuple(blocks), annotations=())


def article(
    file: File,
    text: str,
    blocks: tuple[Block, ...],
    said: Sequence[Proposals],
    remarks: Sequence[str] = (),
    *,
    annotations: tuple[Annotation, ...] = (),
    is_draft: bool = True,
    encoding: Encoding | None = None,
) -> ImportedArticle:
    """Put an article together; ``said`` is what places of the file say of it, the best first.

    Raises FactcheckError if its text has no words.
    """
    if not blocks:
        raise FactcheckError(
            f"There are no words in “{file.name}”.", "Choose another file, or paste the text."
        )
    found = proposed(said, text, blocks)
    return ImportedArticle(
        text=text,
        blocks=blocks,
        source=file.source,
        source_name=file.name,
        media_type=file.media_type,
        remarks=(*remarks, *odd_remarks(text), *_odd_proposals(text, found)),
        annotations=annotations,
        is_draft=is_draft,
        proposals=found.all,
        encoding=encoding,
        title=found.values["title"],
        byline=found.values.get("byline", ""),
        publication=found.values.get("publication", ""),
        url=found.values.get("url", ""),
        published=found.values.get("published", ""),
        language=found.values.get("language", ""),
    )


def _odd_proposals(text: str, found: Proposed) -> Iterator[str]:
    """Tell what looks odd in a title, a name or an address that the text does not hold as well."""
    top = " ".join(text[:_TOP].split())
    for field, value in found.values.items():
        if value.rstrip("…") not in top:
            yield from odd_remarks(value, f"The proposed {_CALLED.get(field, field)}")
