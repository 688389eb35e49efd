"""What is derived from the rows of a desk and kept with them: lines of lists, words to search.

It is no part of the log: it follows every action, also undo, and can be made anew at any time.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.store import lines, words
from factcheck.store.watching import Watch, unwatched

if TYPE_CHECKING:
    from sqlite_utils import Database

_CHUNK = 500
_EMPTY = (
    *("line", "article_cell", "cell"),
    *("statement_words", "evidence_words", "article_words"),
)


@dataclass(frozen=True, slots=True)
class Touched:
    """The rows, by their ids, that an action touched or whose parts it touched."""

    statements: Collection[str]
    evidence: Collection[str]
    articles: Collection[str]


def follow(db: Database, touched: Touched, watch: Watch = unwatched) -> None:
    """Bring up to date what is derived from these rows: the second half of what is watched."""
    statements = [*{*touched.statements, *lines.citing(db, touched.evidence)}]
    for start in range(0, len(statements), _CHUNK):
        chunk = statements[start : start + _CHUNK]
        lines.refresh(db, chunk)
        words.refresh_statements(db, chunk)
        watch(len(statements) + start + len(chunk), 2 * len(statements))
    words.refresh_evidence(db, touched.evidence)
    words.refresh_articles(db, touched.articles)


def rebuild(db: Database, watch: Watch = unwatched) -> None:
    """Make all of it anew; the caller holds the write transaction."""
    for table in _EMPTY:
        db.execute(f"DELETE FROM {table}")
    passes = (
        ("statement", lines.refresh),
        ("statement", words.refresh_statements),
        ("evidence", words.refresh_evidence),
        ("article", words.refresh_articles),
    )
    whole = sum(_size(db, table) for table, _ in passes)
    done = 0
    for table, refresh in passes:
        found = db.conn.cursor().execute(f"SELECT id FROM {table} ORDER BY pk")
        while ids := [row[0] for row in found.fetchmany(_CHUNK)]:
            refresh(db, ids)
            done += len(ids)
            watch(done, whole)


def _size(db: Database, table: str) -> int:
    return int(db.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
