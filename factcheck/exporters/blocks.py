"""A report as ordered blocks, the same for every format.

All texts are as people read them: dates are written out, quotation marks are set. Nothing is
escaped, that is the writers' work. What a profile leaves out is not in here at all.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from factcheck.domain.diff import Piece as Change
from factcheck.domain.model import BlockKind


@dataclass(frozen=True, slots=True)
class Badge:
    """A verdict in short: never a colour alone."""

    tone: str
    symbol: str
    word: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Count:
    """How many statements have this verdict."""

    badge: Badge
    total: int


@dataclass(frozen=True, slots=True)
class Header:
    """What stands above everything. ``link`` is the URL where it may be followed, else empty."""

    kicker: str
    title: str
    source: str
    url: str
    link: str
    people: str
    reviewed: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text covered by the same statements from its first to its last character.

    ``inside`` are their numbers, the longest cover first; ``begins`` those that are met here for
    the first time, ``ends`` those whose number stands behind this piece.
    """

    text: str
    inside: tuple[int, ...] = ()
    begins: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleBlock:
    """A block of the article; ``level`` counts from 1 for headings, else it is 0."""

    kind: BlockKind
    level: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """One evidence as it bears on one statement; ``notes`` are for the desk."""

    stance: str
    title: str
    locator: str = ""
    excerpt: str = ""
    about: str = ""
    url: str = ""
    link: str = ""
    copies: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """A statement with all that a reader may see of it.

    ``marked`` says whether the article has a highlight to go back to; ``state`` is empty once a
    statement is approved.
    """

    number: int
    words: str
    marked: bool
    badge: Badge
    state: str
    facts: tuple[str, ...]
    reasoning: str
    correction: tuple[Change, ...]
    sources: tuple[Source, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unknown:
    """Something that is not known, and of which statements."""

    label: str
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ScaleLegend:
    """A scale that was used, with all its steps."""

    name: str
    steps: tuple[Badge, ...]


@dataclass(frozen=True, slots=True)
class Method:
    """How the work was done."""

    sentences: tuple[str, ...]
    scales: tuple[ScaleLegend, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that a reader sees, in order. ``language`` is two or three letters or empty."""

    header: Header
    counts: tuple[Count, ...]
    article: tuple[ArticleBlock, ...]
    cards: tuple[Card, ...]
    unknowns: tuple[Unknown, ...]
    method: Method
    language: str
    as_of: datetime

    @property
    def notes(self) -> int:
        """Count the sources of all statements."""
        return sum(len(card.sources) for card in self.cards)
