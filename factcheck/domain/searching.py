"""What a person types to search, read into a record: words, phrases, operators.

    harbour "two years late" -ferry rev* verdict:false before:2024-11 has:evidence

Words that belong together stand in quotes, "-" in front says what must not be there, a star
behind lets a word go on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from factcheck.domain.dates import PartialDate, parse_date
from factcheck.domain.model import StatementKind
from factcheck.domain.search_words import stands_alone, tokens
from factcheck.domain.workflow import State
from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from collections.abc import Iterable

# More than this nobody looks for, and the index would take long.
MOST_WORDS = 60
# A shorter beginning of a word is in nearly every text.
_SHORTEST_BEGINNING = 2


class Field(StrEnum):
    """What an operator asks about."""

    VERDICT = "verdict"
    STATE = "state"
    PERSON = "person"
    KIND = "kind"
    TAG = "tag"
    ARTICLE = "article"
    BEFORE = "before"
    AFTER = "after"
    HAS = "has"


class Part(StrEnum):
    """What a statement may have."""

    EVIDENCE = "evidence"
    NOTE = "note"
    CORRECTION = "correction"


@dataclass(frozen=True, slots=True)
class Words:
    """Words beside each other, as ``tokens`` gives them; ``open`` lets the last one go on."""

    tokens: tuple[str, ...]
    open: bool = False


@dataclass(frozen=True, slots=True)
class Filter:
    """What an operator asks for: one of ``values``; ``turned`` asks for all others.

    Of state, kind and has they are whole; else what was typed is the one value.
    """

    field: Field
    values: tuple[str, ...]
    turned: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for: all of ``words``, none of ``without``, all ``filters``.

    ``before`` and ``after`` are dates as precise as they were typed.
    """

    words: tuple[Words, ...] = ()
    without: tuple[Words, ...] = ()
    filters: tuple[Filter, ...] = ()
    before: PartialDate | None = None
    after: PartialDate | None = None

    @property
    def is_plain(self) -> bool:
        """Whether it consists of words alone."""
        return not (self.without or self.filters or self.before or self.after)


_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»", '"'))
_UNREADABLE = re.compile("[\x00\ud800-\udfff]")
_PART = re.compile(r'(-?)(?:([A-Za-z]+):(?!//))?(?:"([^"]*)("?)|([^\s"]*))(\*?)')
_NAMES = ", ".join(f"{field}:" for field in Field)
_CHOICES: dict[Field, tuple[str, ...]] = {
    Field.STATE: tuple(State),
    Field.KIND: tuple(StatementKind),
    Field.HAS: tuple(Part),
}


def parse(text: str, *, typing: bool = False) -> Query:
    """Read what is looked for; nothing but spaces gives an empty Query.

    While somebody is ``typing`` the last word may be the beginning of one. Raises FactcheckError
    for what can't be read, and where nothing says what has to be there.
    """
    reader = _Reader()
    plain = _UNREADABLE.sub(" ", text.translate(_QUOTES))
    for found in _PART.finditer(plain):
        if found[0]:
            reader.take(found, last=typing and found.end() == len(plain))
    return reader.query(empty=not plain.strip())


class _Reader:
    """Gathers the parts of a query."""

    def __init__(self) -> None:
        self._words: list[Words] = []
        self._without: list[Words] = []
        self._filters: list[Filter] = []
        self._dates: dict[Field, PartialDate] = {}

    def take(self, found: re.Match[str], *, last: bool) -> None:
        minus, name, phrase, closed, word, star = found.groups()
        value = word if phrase is None else phrase
        if name is not None:
            self._take_operator(_field(name), value.strip(), turned=bool(minus))
        elif cut := tokens(value):
            going_on = last and not minus and not closed and _may_go_on(cut[-1])
            words = Words(cut, open=bool(star) or value.endswith("*") or going_on)
            (self._without if minus else self._words).append(words)

    def query(self, *, empty: bool) -> Query:
        words, without = tuple(self._words), tuple(self._without)
        if sum(len(each.tokens) for each in (*words, *without)) > MOST_WORDS:
            raise FactcheckError("This is too long to look for.", "A few words are enough.")
        query = Query(
            words,
            without,
            tuple(self._filters),
            self._dates.get(Field.BEFORE),
            self._dates.get(Field.AFTER),
        )
        if not empty and not words and all(each.turned for each in self._filters):
            raise _nothing_wanted(query)
        return query

    def _take_operator(self, field: Field, value: str, *, turned: bool) -> None:
        if not value:
            raise FactcheckError(
                f"“{field}:” needs something behind it.", f"Write it like {_EXAMPLES[field]}."
            )
        if len(self._filters) >= MOST_WORDS:
            raise FactcheckError("These are too many operators.", "A few are enough.")
        if field in {Field.BEFORE, Field.AFTER}:
            self._take_date(field, value, turned=turned)
        else:
            self._filters.append(Filter(field, _values(field, value), turned))

    def _take_date(self, field: Field, value: str, *, turned: bool) -> None:
        if turned or field in self._dates:
            raise FactcheckError(
                f"“{field}:” can stand there once, without a minus.",
                f"Write it like {_EXAMPLES[field]}.",
            )
        self._dates[field] = parse_date(value)


_EXAMPLES = {
    Field.VERDICT: "verdict:false",
    Field.STATE: "state:approved",
    Field.PERSON: "person:Reed",
    Field.KIND: "kind:number",
    Field.TAG: "tag:urgent",
    Field.ARTICLE: "article:ferry",
    Field.BEFORE: "before:2024-11",
    Field.AFTER: "after:2024-11-05",
    Field.HAS: "has:evidence",
}


def _field(name: str) -> Field:
    try:
        return Field(name.lower())
    except ValueError:
        raise FactcheckError(
            f"There is no operator “{name}:”.",
            f"There are {_NAMES}. Put words in quotes to look for them as they are.",
        ) from None


def _values(field: Field, value: str) -> tuple[str, ...]:
    """Return the choices that begin with what was typed; where all is allowed, that itself."""
    typed = " ".join(value.split()).casefold()
    if field not in _CHOICES:
        return (typed,)
    found = tuple(each for each in map(str, _CHOICES[field]) if each.startswith(typed))
    return (typed,) if typed in found else found or _refuse(field, value)


def _refuse(field: Field, value: str) -> tuple[str, ...]:
    known = listed(_CHOICES[field])
    raise FactcheckError(f"“{field}:” can’t be “{value}”.", f"It can be {known}.")


def listed(choices: Iterable[str]) -> str:
    """Return what can be chosen as words for a hint: “one”, “two”."""
    return ", ".join(f"“{each}”" for each in choices)


def _may_go_on(word: str) -> bool:
    return len(word) >= _SHORTEST_BEGINNING and not stands_alone(word)


def _nothing_wanted(query: Query) -> FactcheckError:
    if query == Query():
        return FactcheckError("There is no word in this.", "Type letters or digits.")
    return FactcheckError(
        "This says only what must not be there, or when.",
        "Add a word, or an operator without a minus.",
    )
