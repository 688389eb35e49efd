"""Statements judged before that say nearly the same as another one.

They are found by words: few of them by rare words, wherever these stand; more by all words
together. What is too common on a desk to find anything by is never walked through.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from factcheck.domain.ids import ArticleId, StatementId
from factcheck.domain.likeness import (
    Differences,
    differences,
    share,
    significant_words,
    written_numbers,
)
from factcheck.domain.model import ScaleStep
from factcheck.domain.workflow import State
from factcheck.store.asking import query
from factcheck.store.lists import Steps
from factcheck.store.reads import HEAD, spans
from factcheck.store.reads import statement as statement_row
from factcheck.store.records import moment_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.store.desk import Desk

# A word in more statements than this is common; so many are looked at for their rare words.
_COMMON = 5_000
_MOST_WORDS = 16
_TOGETHER = 6
_MOST_CANDIDATES = 200
_MOST_READ = 60
_LEAST_SHARE = 0.4

_HAS_WORD = (
    "SELECT count(*) FROM (SELECT 1 FROM statement_words WHERE statement_words MATCH ? LIMIT ?)"
)
_FOUND = "SELECT rowid, quote FROM statement_words WHERE statement_words MATCH ?"
_JUDGED = f"""SELECT statement.id, statement.state, article.id AS article_id, article.title,
    (SELECT group_concat(quote, ' … ') FROM (SELECT quote FROM span
        WHERE statement_id = statement.id ORDER BY revision_id DESC, start)) AS quote,
    verdict.scale_id, verdict.outcome, verdict.created_at AS judged_at, checker.name AS checker,
    (SELECT count(*) FROM citation WHERE statement_id = statement.id) AS sources
    FROM json_each(?) CROSS JOIN statement ON statement.pk = value
    JOIN verdict ON verdict.id = (SELECT verdict.id FROM verdict
        WHERE statement_id = statement.id AND {HEAD} ORDER BY verdict.id DESC LIMIT 1)
    JOIN article ON article.id = statement.article_id
    JOIN person checker ON checker.id = verdict.checker_id"""


@dataclass(frozen=True, slots=True)
class SeenBefore:
    """A judged statement that reads like another; ``likeness`` is 1 where all words are the same.

    In ``differences`` "here" is the other one, "there" this one. ``step`` is its standing verdict.
    """

    id: StatementId
    state: State
    article_id: ArticleId
    article_title: str
    quote: str
    step: ScaleStep | None
    judged_at: datetime
    checker: str
    sources: int
    likeness: float
    differences: Differences


def similar(desk: Desk, statement: StatementId, limit: int = 8) -> list[SeenBefore]:
    """Return judged statements that say nearly the same, the most alike and the newest first.

    Raises FactcheckError if the statement is not there.
    """
    quote = " … ".join(span.quote for span in spans(desk, statement_row(desk, statement).id))
    alike = _alike(desk, quote)
    steps = Steps(desk)
    found = [
        _seen(row, quote, steps)
        for row in query(desk.db, _JUDGED, [json.dumps(alike[:_MOST_READ])])
        if row["id"] != statement
    ]
    found.sort(key=lambda one: (one.likeness, one.judged_at, one.id), reverse=True)
    return found[:limit]


def _alike(desk: Desk, quote: str) -> list[int]:
    """Return the local keys of the statements with the most in common, those first."""
    shares = {key: share(quote, text) for key, text in _candidates(desk, quote)}
    near = [key for key, common in shares.items() if common >= _LEAST_SHARE]
    return sorted(near, key=lambda key: (shares[key], key), reverse=True)


def _candidates(desk: Desk, quote: str) -> Iterator[tuple[int, str]]:
    words = sorted(significant_words(quote), key=len)[-_MOST_WORDS:]
    rare = _rare(desk, [*words, *written_numbers(quote)[:_MOST_WORDS]])
    if rare:
        yield from _matching(desk, " OR ".join(rare), "rank")
    if len(words) > 1:
        yield from _matching(desk, " AND ".join(map(_phrase, words[-_TOGETHER:])), "rowid DESC")


def _rare(desk: Desk, words: list[str]) -> list[str]:
    """Return the words, as phrases, that few statements have, together not too many."""
    phrases = [_phrase(word) for word in words]
    counts = {phrase: _count(desk, phrase) for phrase in phrases}
    kept: list[str] = []
    for phrase in sorted(phrases, key=counts.__getitem__):
        if sum(counts[one] for one in (*kept, phrase)) <= _COMMON:
            kept.append(phrase)
    return kept


def _count(desk: Desk, phrase: str) -> int:
    """Count no further than is needed to know that a word is common."""
    return int(desk.db.execute(_HAS_WORD, [phrase, _COMMON + 1]).fetchone()[0])


def _matching(desk: Desk, query: str, order: str) -> list[tuple[int, str]]:
    sql = f"{_FOUND} ORDER BY {order} LIMIT ?"
    return desk.db.execute(sql, [f"quote : ({query})", _MOST_CANDIDATES]).fetchall()


def _phrase(word: str) -> str:
    return f'"{word}"'


def _seen(row: dict[str, Any], quote: str, steps: Steps) -> SeenBefore:
    there = row["quote"] or ""
    return SeenBefore(
        id=StatementId(row["id"]),
        state=State(row["state"]),
        article_id=ArticleId(row["article_id"]),
        article_title=row["title"],
        quote=there,
        step=steps.find(row["scale_id"], row["outcome"]),
        judged_at=moment_of(row["judged_at"]),
        checker=row["checker"],
        sources=row["sources"],
        likeness=share(quote, there),
        differences=differences(quote, there),
    )
