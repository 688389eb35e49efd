"""From pieces in reading order to a text with blocks, and from those to an ImportedArticle."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TYPE_CHECKING

from factcheck.domain.imported import ImportedArticle
from factcheck.domain.model import Block, BlockKind
from factcheck.errors import FactcheckError
from factcheck.importers.decode import clean
from factcheck.importers.oddities import odd_remarks

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.domain.imported import Annotation

BETWEEN = "\n\n"
TITLE_LENGTH = 200
_OUTER = re.compile("^[\\s\ufeff]+|[\\s\ufeff]+$")
_FIRST_WORDS = 80


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


@dataclass(frozen=True, slots=True)
class Proposals:
    """What a file says about itself, as it says it; empty where it is silent."""

    title: str = ""
    byline: str = ""
    publication: str = ""
    url: str = ""
    published: str = ""
    language: str = ""


def assemble(pieces: Iterable[Piece]) -> tuple[str, tuple[Block, ...]]:
    """Join the pieces that hold words, an empty line between them; offsets in code points."""
    cleaned = (replace(p, text=_OUTER.sub("", clean(p.text).text)) for p in pieces)
    kept = [piece for piece in cleaned if piece.text]
    starts = accumulate((len(piece.text) + len(BETWEEN) for piece in kept), initial=0)
    blocks = tuple(
        Block(p.kind, start, start + len(p.text), p.level, p.place, p.page_index)
        for p, start in zip(kept, starts, strict=False)
    )
    return BETWEEN.join(piece.text for piece in kept), blocks


def article(
    file: File,
    text: str,
    blocks: tuple[Block, ...],
    proposals: Proposals,
    remarks: Sequence[str] = (),
    *,
    annotations: tuple[Annotation, ...] = (),
) -> ImportedArticle:
    """Put an article together. Raises FactcheckError if its text has no words."""
    if not blocks:
        raise FactcheckError(
            f"There are no words in “{file.name}”.", "Choose another file, or paste the text."
        )
    return ImportedArticle(
        text=text,
        blocks=blocks,
        title=one_line(proposals.title) or _first_words(text, blocks),
        source=file.source,
        source_name=file.name,
        media_type=file.media_type,
        byline=one_line(proposals.byline),
        publication=one_line(proposals.publication),
        url=one_line(proposals.url),
        published=one_line(proposals.published),
        language=one_line(proposals.language),
        remarks=(*remarks, *odd_remarks(text)),
        annotations=annotations,
    )


def one_line(text: str) -> str:
    """Make a proposal fit for a field: canonical, on one line, without outer white space."""
    return " ".join(clean(text).text.split())


def _first_words(text: str, blocks: Sequence[Block]) -> str:
    """Name an article without a title by its first heading, or else by its first words."""
    headings = [block for block in blocks if block.kind is BlockKind.HEADING]
    chosen = min(headings, key=lambda block: block.level, default=blocks[0])
    words = one_line(text[chosen.start : chosen.end])
    return words if len(words) <= _FIRST_WORDS else words[:_FIRST_WORDS].rstrip() + "…"
