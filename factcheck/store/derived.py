"""What is derived from the rows of a desk and kept with them: lines of lists, words to search.

It is no part of the log: it follows every action, also undo, and can be made anew at any time.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.store import lines, words
from factcheck.store.watching import Watch, unwatched

if TYPE_CHECKING:
    from sqlite_utils import Database

_CHUNK = 500
_LINES = ("line", "article_cell", "cell")
_WORDS = ("statement_words", "evidence_words", "article_words")
# Bytes of a page of the words to search. After each 64 pages that actions have written, SQLite
# merges so many as part of the next one (https://www.sqlite.org/fts5.html#the_automerge_configuration_option):
# with its own 4,050 that action would take longer than a frame.
_PAGE = 1000


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
    _empty(db)
    passes = (
        ("statement", lines.refresh),
        ("statement", words.refresh_statements),
        ("evidence", words.refresh_evidence),
        ("article", words.refresh_articles),
    )
    whole = sum(_size(db, table) for table, _ in passes)
    done = 0
    for table, refresh in passes:
        for ids in _chunks(db, table):
            refresh(db, ids)
            done += len(ids)
            watch(done, whole)


def _empty(db: Database) -> None:
    """Take all of it away at once: row by row, with all that is counted, takes minutes."""
    declared = "SELECT name, sql FROM sqlite_master WHERE"
    for name, sql in db.execute(f"{declared} name IN {_WORDS}").fetchall():
        db.execute(f"DROP TABLE {name}")
        db.execute(sql)
        db.execute(f"INSERT INTO {name}({name}, rank) VALUES ('pgsz', {_PAGE})")
    triggers = f"{declared} type = 'trigger' AND tbl_name = 'line'"
    counting = db.execute(triggers).fetchall()
    for name, _ in counting:
        db.execute(f"DROP TRIGGER {name}")
    for table in _LINES:
        db.execute(f"DELETE FROM {table}")
    for _, sql in counting:
        db.execute(sql)


def _size(db: Database, table: str) -> int:
    return int(db.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def _chunks(db: Database, table: str) -> Iterator[list[str]]:
    """Yield all ids of a table, some at a time; no question stays half answered meanwhile."""
    sql = f"SELECT pk, id FROM {table} WHERE pk > ? ORDER BY pk LIMIT {_CHUNK}"
    last = 0
    while rows := db.execute(sql, [last]).fetchall():
        yield [row[1] for row in rows]
        last = rows[-1][0]
