"""What a file and its text say of the article, place by place, and what that makes of each field.

What the file says of the article as such is believed first, then what stands at the top of the
text, then the properties of the file, which often are those of an older file that was copied.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.domain.dates import AmbiguousDateError, parse_date
from factcheck.domain.facts import dates
from factcheck.domain.imported import PROPOSED, Proposal
from factcheck.domain.model import BlockKind
from factcheck.errors import FactcheckError
from factcheck.importers.decode import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.domain.model import Block

TITLE_LENGTH = 200
FIRST_WORDS, LOOK_OF_PAGE = "first words", "look of the page"
# Sources that tell nothing where others have said the same.
GUESSES = (FIRST_WORDS, LOOK_OF_PAGE)
# Code points: what is longer stands in no byline and in no field.
_LINE_LENGTH, _LONGEST, _LONGEST_ADDRESS = 120, 300, 2_000
_NAMED_BY = 80
# Blocks at the top of a text among which a title, a byline and a date are looked for.
_TOP, _TITLE_TOP = 6, 3
_MOST_OF_A_FIELD = 6
_SMALL = "(?:van|von|der|de|del|da|di|al|bin|la|le)"
_CAPITALISED = r"\p{Lu}[\p{L}\p{M}.'’\-]*+"
_NAME = rf"{_CAPITALISED}(?: (?:{_SMALL} )*+{_CAPITALISED}){{1,4}}+"
_BYLINE = (
    rf"(?:[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or|[Dd]oor)(?::? )({_NAME}(?:(?:,| and| &) {_NAME})*+)"
    r"\s*+(?:$|[|·•–—,(\n])"
)


@dataclass(frozen=True, slots=True)
class Proposals:
    """What one place (``source``) says of the article, as it says it; empty where it is silent.

    One that is not ``firm`` is asked where the text itself is silent. ``created`` and
    ``modified`` are the file's: to be offered, but not taken, as the day of publication.
    """

    title: str = ""
    byline: str = ""
    publication: str = ""
    url: str = ""
    published: str = ""
    language: str = ""
    source: str = "the file"
    firm: bool = True
    created: str = ""
    modified: str = ""


@dataclass(frozen=True, slots=True)
class Proposed:
    """All that is proposed, without doubles, and the value of each field that has one."""

    all: tuple[Proposal, ...]
    values: dict[str, str]


def proposed(said: Sequence[Proposals], text: str, blocks: Sequence[Block]) -> Proposed:
    """Gather what places of a file and the top of its text say; a field's first is its value."""
    valued = _joined(
        [
            *_told(each for each in said if each.firm),
            *_at_the_top(text, blocks),
            *_told(each for each in said if not each.firm),
            Proposal("title", _first_words(text, blocks), FIRST_WORDS),
        ]
    )
    days = [each for one in said for each in _days_of_the_file(one)]
    values = {each.field: each.text for each in reversed(valued)}
    return Proposed(tuple(_few(_joined([*valued, *days]))), values)


def one_line(text: str) -> str:
    """Make a proposal fit for a field: canonical, on one line, without outer white space."""
    return " ".join(clean(text).text.split())


def _first_words(text: str, blocks: Sequence[Block]) -> str:
    """Name an article without a title by its first heading, or else by its first words."""
    headings = [block for block in blocks if block.kind is BlockKind.HEADING]
    chosen = min(headings, key=lambda block: block.level, default=blocks[0])
    words = one_line(text[chosen.start : chosen.end])
    return words if len(words) <= _NAMED_BY else words[:_NAMED_BY].rstrip() + "…"


def _told(said: Iterable[Proposals]) -> Iterator[Proposal]:
    for each in said:
        for field in PROPOSED:
            yield _proposal(field, getattr(each, field), each.source)


def _days_of_the_file(said: Proposals) -> Iterator[Proposal]:
    yield _proposal("published", said.created, f"{said.source}: created")
    yield _proposal("published", said.modified, f"{said.source}: last changed")


def _at_the_top(text: str, blocks: Sequence[Block]) -> Iterator[Proposal]:
    """Look for a title, a byline and a date in lines of their own above the article's words."""
    for block in blocks[:_TITLE_TOP]:
        if block.kind is BlockKind.HEADING and block.level == 1:
            yield _proposal("title", text[block.start : block.end], "first heading")
    for block in blocks[:_TOP]:
        line = text[block.start : block.end]
        if len(line) > _LINE_LENGTH or block.level == 1:
            continue
        # In a PDF a byline is in larger letters than the article, as a heading is.
        yield from _byline(line)
        if block.kind is BlockKind.PARAGRAPH:
            yield from (day for words in dates(line) for day in _day(words))


def _byline(line: str) -> Iterator[Proposal]:
    import regex

    found = regex.match(_BYLINE, line)
    if found:
        yield _proposal("byline", found[1], "line “By …”")


def _day(words: str) -> Iterator[Proposal]:
    """Propose a date known to the day, also one that can be two: then the person is asked."""
    try:
        whole = parse_date(words).day is not None
    except AmbiguousDateError:
        whole = True
    except FactcheckError:
        whole = False
    if whole:
        yield _proposal("published", words, "date at the top of the text")


def _proposal(field: str, text: str, source: str) -> Proposal:
    line = one_line(text)
    if field != "url":
        line = line[:_LONGEST]
    elif len(line) > _LONGEST_ADDRESS:
        line = ""  # a part of an address leads elsewhere
    if field == "published" and line:
        with suppress(FactcheckError):
            line = str(parse_date(line))
    return Proposal(field, line, source)


def _joined(proposals: Iterable[Proposal]) -> list[Proposal]:
    """Join what several places say alike, and leave out what says nothing."""
    found: dict[tuple[str, str], Proposal] = {}
    for each in proposals:
        same = found.get((each.field, each.text))
        if same is None:
            found[each.field, each.text] = each
        elif each.source not in {*same.source.split(", "), *GUESSES}:
            joined = Proposal(each.field, each.text, f"{same.source}, {each.source}")
            found[each.field, each.text] = joined
    return [each for each in found.values() if each.text]


def _few(proposals: Iterable[Proposal]) -> Iterator[Proposal]:
    """Leave out what comes after the first few of a field: a page may have thousands."""
    counts = dict.fromkeys(PROPOSED, 0)
    for each in proposals:
        counts[each.field] += 1
        if counts[each.field] <= _MOST_OF_A_FIELD:
            yield each
