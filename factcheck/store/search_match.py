"""A query as the index takes it: what a person named is looked up, all words are quoted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.domain.search_words import tokens
from factcheck.domain.searching import Field, Query, listed
from factcheck.errors import FactcheckError
from factcheck.store import reads
from factcheck.store.words import facet

if TYPE_CHECKING:
    from factcheck.domain.searching import Filter, Words
    from factcheck.store.desk import Desk

# Of more articles than this the title says too little.
_MOST_ARTICLES = 100
_UNJUDGED = "none"
_IN_TITLES = "SELECT rowid FROM article_words WHERE article_words MATCH ? LIMIT ?"


@dataclass(frozen=True, slots=True)
class Match:
    """A query and its text for MATCH; ``phrases`` are those of its words, each alone."""

    query: Query
    text: str
    phrases: tuple[str, ...]


def match_of(desk: Desk, query: Query) -> Match:
    """Return a query for the index. Raises FactcheckError for what the desk does not know."""
    phrases = tuple(map(_phrase, query.words))
    wanted = [*phrases, *(_any(desk, each) for each in query.filters if not each.turned)]
    unwanted = [
        *map(_phrase, query.without),
        *(_any(desk, each) for each in query.filters if each.turned),
    ]
    text = " AND ".join(wanted)
    if unwanted:
        text = f"({text}) NOT ({' OR '.join(unwanted)})"
    return Match(query, text, phrases)


def _phrase(words: Words) -> str:
    # Words consist of letters and digits: no quote can end this.
    return f'"{" ".join(words.tokens)}"' + ("*" if words.open else "")


def _any(desk: Desk, asked: Filter) -> str:
    """Return what has one of the values that are asked for."""
    if asked.field is Field.TAG:
        return f'"{facet(Field.TAG, asked.values[0])}"*'
    looked_up = {Field.VERDICT: _verdicts, Field.PERSON: _people, Field.ARTICLE: _articles}
    values = list(asked.values)
    if asked.field in looked_up:
        values = looked_up[asked.field](desk, asked.values[0])
    return f"({' OR '.join(_quoted(asked.field, value) for value in values)})"


def _quoted(field: Field, value: str) -> str:
    return f'"{facet(field, value)}"'


def _verdicts(desk: Desk, typed: str) -> list[str]:
    """Return the outcomes whose code or word begins like this."""
    if typed == _UNJUDGED:
        return [""]
    words = {step.code: step.word for scale in reads.scales(desk) for step in scale.steps}
    used = desk.db.execute("SELECT DISTINCT outcome FROM cell WHERE total > 0").fetchall()
    known = {code: words.get(code, code) for code in [*words, *(row[0] for row in used if row[0])]}
    found = [
        code
        for code, word in known.items()
        if typed in {code.casefold()[: len(typed)], word.casefold()[: len(typed)]}
    ]
    if not found:
        hint = f"The desk has {listed([*known, _UNJUDGED])}."
        raise FactcheckError(f"There is no verdict “{typed}”.", hint)
    return found


def _people(desk: Desk, typed: str) -> list[str]:
    """Return the people one of whose names, or all of them, begin like this."""
    rows = desk.db.execute("SELECT pk, name FROM person ORDER BY name").fetchall()
    found = [str(pk) for pk, name in rows if f" {typed}" in f" {' '.join(name.split()).casefold()}"]
    if not found:
        hint = f"The desk knows {listed(name for _, name in rows)}."
        raise FactcheckError(f"Nobody is called “{typed}”.", hint)
    return found


def _articles(desk: Desk, typed: str) -> list[str]:
    """Return the articles with these words in title, byline or publication."""
    cut = tokens(typed)
    words = " AND ".join(f'"{word}"*' for word in cut)
    rows = desk.db.execute(_IN_TITLES, [f"title : ({words})", _MOST_ARTICLES + 1]) if cut else ()
    found = [str(row[0]) for row in rows]
    if not found:
        raise FactcheckError(f"No article is called “{typed}”.", "Give words of its title.")
    if len(found) > _MOST_ARTICLES:
        raise FactcheckError(
            f"More than {_MOST_ARTICLES} articles are called “{typed}”.",
            "Give more words of the title, in quotes.",
        )
    return found
