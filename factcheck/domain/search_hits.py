"""What was found: texts with the places of the words in them, and where they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from factcheck.domain.finding import fold
from factcheck.domain.ids import ArticleId, CitationId, StatementId
from factcheck.domain.search_words import ACCENTS, ALONE, LETTER, stands_alone

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.domain.searching import Words

SHOWN = 160  # code points of a text that are shown around what was found in it
_BEFORE = 40
_PIECE = 50_000  # code points of a text that are looked through at once
_ACCENT = re.compile(f"[{ACCENTS}]")
_GAP = re.compile(r"\s+")


class HitKind(StrEnum):
    """In what something was found."""

    STATEMENT = "statement"
    ARTICLE = "article"
    EVIDENCE = "evidence"


class Place(StrEnum):
    """Where in a statement, an article or a source words were found."""

    CORRECTION = "correction"
    REASONING = "reasoning"
    EXCERPT = "excerpt"
    REMARK = "remark on the evidence"
    NOTE = "note"
    CLAIMANT = "claimant"
    TEXT = "text"
    DETAILS = "details"
    CAPTURED = "captured text"


@dataclass(frozen=True, slots=True)
class Lit:
    """A text and the places in it to be lit: start and end in code points, in order, apart."""

    text: str
    places: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found: ``shown`` is a statement's words or a title.

    Where not all words stand in it, ``said`` is a line of the ``place`` that has others. Where to
    go: ``article`` and ``statement`` with its ``number``; for a source those of the newest
    ``citation``, None where nothing cites it.
    """

    kind: HitKind
    id: str
    shown: Lit
    place: Place | None = None
    said: Lit | None = None
    article: ArticleId | None = None
    article_title: str = ""
    statement: StatementId | None = None
    number: int = 0
    citation: CitationId | None = None


def beginnings(lit: Lit) -> Iterator[Lit]:
    """Yield a line as it is, then from each later word on, as far as to its first place."""
    yield lit
    first = lit.places[0][0] if lit.places else 0
    for gap in _GAP.finditer(lit.text, 0, first):
        begin = gap.end()
        places = tuple((1 + a - begin, 1 + b - begin) for a, b in lit.places)
        yield Lit("…" + lit.text[begin:], places)


class Lamp:
    """Finds the places of the words of a query in texts, as the index would."""

    def __init__(self, wanted: Sequence[Words]) -> None:
        self._wanted = wanted
        self._plain = _pattern(wanted, "")
        self._accented = _pattern(wanted, f"[{ACCENTS}]*")

    def places(self, text: str) -> list[tuple[int, int]]:
        """Return where the words stand in the text."""
        return [found.span() for found in self._found(fold(text))]

    def light(self, text: str) -> Lit:
        """Return the beginning of a text with its words lit, or what is around the first ones."""
        return _cut(text, self.places(text))

    def without(self, text: str) -> Lamp | None:
        """Return a lamp for the words that do not stand in a text, None if all do."""
        lacking = [words for words in self._wanted if not Lamp([words]).places(text)]
        return Lamp(lacking) if lacking else None

    def find(self, texts: Iterable[tuple[Place, str]]) -> tuple[Place, Lit] | None:
        """Return the first of these texts in which some of the words stand, and those lit."""
        for name, text in texts:
            for start in range(0, len(text), _PIECE):
                piece = text[start : start + _PIECE + SHOWN]
                if places := self.places(piece):
                    return name, _cut(piece, places, inside=start > 0)
        return None

    def _found(self, folded: str) -> Iterator[re.Match[str]]:
        pattern = self._accented if _ACCENT.search(folded) else self._plain
        return pattern.finditer(folded) if pattern else iter(())


def _pattern(wanted: Sequence[Words], accents: str) -> re.Pattern[str] | None:
    """Return what the words look like in a folded text; of two that begin alike the longer."""
    ways = sorted((_way(words, accents) for words in wanted), key=len, reverse=True)
    return re.compile("|".join(ways)) if ways else None


def _way(words: Words, accents: str) -> str:
    first, last = words.tokens[0], words.tokens[-1]
    begins = "" if stands_alone(first) else f"(?:(?<![^\\W_])|(?<=[{ALONE}]))"
    ends = "" if stands_alone(last) else f"(?!{LETTER})"
    if words.open and not stands_alone(last):
        ends = f"(?:{LETTER}|[{ACCENTS}])*" if accents else f"(?:{LETTER})*"
    return begins + "".join(_parted(words.tokens, accents)) + ends


def _parted(words: tuple[str, ...], accents: str) -> Iterator[str]:
    """Yield what each word looks like, and what parts it from the one before."""
    for before, word in zip(("", *words), words, strict=False):
        if before:
            yield r"[\W_]*" if stands_alone(before) or stands_alone(word) else r"[\W_]+"
        yield _token(word, accents)


def _token(word: str, accents: str) -> str:
    letters = _ACCENT.sub("", fold(word))
    return "".join(re.escape(letter) + accents for letter in letters)


def _cut(text: str, places: list[tuple[int, int]], *, inside: bool = False) -> Lit:
    """Return a line of the text, from a little before the first place, in single spaces."""
    start = _begin(text, places[0][0]) if places else 0
    shown = text[start : start + SHOWN]
    before = "…" if start or inside else ""
    after = "…" if start + SHOWN < len(text) else ""

    def moved(at: int) -> int:
        return len(before) + len(_GAP.sub(" ", shown[: at - start]))

    lit = tuple((moved(a), moved(b)) for a, b in places if a < start + SHOWN)
    return Lit(before + _GAP.sub(" ", shown) + after, lit)


def _begin(text: str, first: int) -> int:
    """Return where a line around the first place begins: at a word, at 0 where that is near."""
    if first < SHOWN // 2:
        return 0
    start = first - _BEFORE
    gap = _GAP.search(text, start, first)
    return gap.end() if gap else start
