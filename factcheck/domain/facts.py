"""What in a paragraph can likely be checked: quiet hints, for a person to take or turn down.

Precision goes before recall. All offsets are code points of the text.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from factcheck.domain import fact_patterns as looks
from factcheck.domain.model import StatementKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from regex import Match, Pattern

_BEGINNING = ".!?…:;•·。！？"
_OPENING = " \u00a0\t\n\"'“„‘«‹"
_LONGEST_WORD = 40
_FEWEST_IN_TITLE = 6
_SMALL = 2  # digits


class Fact(NamedTuple):
    """Words ``text[start:end]`` that look like a claim of this kind."""

    kind: StatementKind
    start: int
    end: int


def facts(text: str, start: int, end: int) -> list[Fact]:
    """Find what can likely be checked in a block ``text[start:end]``, in reading order.

    Facts of different kinds may overlap and nest: a number in a quotation is both.
    """
    block = text[start:end]
    dates = list(_found(StatementKind.DATE, looks.DATE, block))
    found = [
        *dates,
        *_outside(dates, _numbers(block)),
        *_outside(dates, _names(block)),
        *_found(StatementKind.QUOTATION, looks.QUOTATION, block),
        *_found(StatementKind.SUPERLATIVE, looks.SUPERLATIVE, block),
    ]
    found.sort(key=lambda fact: (fact.start, -fact.end))
    return [Fact(fact.kind, start + fact.start, start + fact.end) for fact in found]


def dates(block: str) -> list[str]:
    """Return the words of a block that look like dates, in reading order."""
    return [block[fact.start : fact.end] for fact in _found(StatementKind.DATE, looks.DATE, block)]


def suggestions(text: str, start: int, end: int) -> list[Fact]:
    """Return the facts of a block worth a hint: of nested ones only the widest, each place once."""
    kept: list[Fact] = []
    for fact in facts(text, start, end):
        if not kept or fact.end > kept[-1].end:
            kept.append(fact)
    return kept


@cache
def _pattern(look: str) -> Pattern[str]:
    import regex

    return regex.compile(look, regex.VERBOSE)


def _found(kind: StatementKind, look: str, block: str) -> Iterator[Fact]:
    for match in _pattern(look).finditer(block):
        yield Fact(kind, *match.span())


def _outside(dates: Iterable[Fact], others: Iterable[Fact]) -> Iterator[Fact]:
    """Leave out what begins within a date; both come in reading order."""
    ahead = iter(dates)
    date = next(ahead, None)
    for other in others:
        while date and date.end <= other.start:
            date = next(ahead, None)
        if date is None or other.end <= date.start:
            yield other


def _numbers(block: str) -> Iterator[Fact]:
    for match in _pattern(looks.NUMBER).finditer(block):
        if not _only_counts(match):
            yield Fact(StatementKind.NUMBER, *match.span())


def _only_counts(match: Match[str]) -> bool:
    """Say whether a small number is a list's or a name's: "2. Then", "Llama 4", "Article 50"."""
    if not match.group().isdigit() or len(match.group()) > _SMALL:
        return False
    block = match.string
    before = block[max(0, match.start() - _LONGEST_WORD) : match.start()]
    if not before.strip() or before.endswith("\n"):
        return block[match.end() : match.end() + 1] in {".", ")"}
    named = _pattern(r"(?<!\p{L})(\p{Lu}[\p{L}\p{M}]*)\ $").search(before)
    return named is not None and named[1] not in looks.NO_NAMES


def _names(block: str) -> Iterator[Fact]:
    if _is_title(block):
        return
    found = map(_run, _pattern(looks.NAME).finditer(block))
    runs = [run for run in found if run.words]
    known = {run.words for run in runs if not run.begins}
    for run in runs:
        if run.words in known or len(_pattern(r"\p{Lu}").findall(run.words)) > 1:
            yield Fact(StatementKind.NAME, run.start, run.start + len(run.words))


def _is_title(block: str) -> bool:
    """Say whether All Longer Words Have a Capital Here, so that capitals tell nothing."""
    longer = 0
    for word in _pattern(r"\p{L}{4,}").finditer(block):
        longer += 1
        if not word.group()[0].isupper():
            return False
    return longer >= _FEWEST_IN_TITLE


class _Run(NamedTuple):
    """Words with capitals; a lone one that begins a sentence may be any word."""

    words: str
    start: int
    begins: bool


def _run(match: Match[str]) -> _Run:
    """Leave out the small words in front: "In the Bank of England" is of the bank."""
    words, start = match.group(), match.start()
    begins = _begins_sentence(match.string, start)
    while words:
        first = words.split(maxsplit=1)[0]
        if first.partition("’")[0].partition("'")[0] not in looks.NO_NAMES and not first.islower():
            break
        words = words[len(first) + 1 :]
        start += len(first) + 1
        begins = False
    return _Run(words, start, begins or len(words) == 1)


def _begins_sentence(block: str, at: int) -> bool:
    before = block[max(0, at - _LONGEST_WORD) : at]
    said = before.rstrip(_OPENING)
    return not said or said[-1] in _BEGINNING or not before[len(said) :].isspace()
