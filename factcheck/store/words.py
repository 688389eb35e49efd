"""The words that are searched: of statements, of sources, of articles."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from factcheck.domain.search_words import indexed
from factcheck.store.reads import HEAD

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlite_utils import Database

_STATEMENTS = f"""SELECT statement.pk,
    (SELECT group_concat(quote, ' … ') FROM span WHERE statement_id = statement.id),
    (SELECT group_concat(reasoning || ' ' || correction, ' ') FROM verdict
        WHERE statement_id = statement.id AND {HEAD}),
    (SELECT group_concat(excerpt || ' ' || note, ' ') FROM citation
        WHERE statement_id = statement.id),
    claimant || ' ' || coalesce((SELECT group_concat(text, ' ') FROM note
        WHERE statement_id = statement.id), '')
    FROM json_each(?) CROSS JOIN statement ON statement.id = value"""
_EVIDENCE = """SELECT pk, title, author || ' ' || publisher || ' ' || url || ' ' || note
    FROM json_each(?) CROSS JOIN evidence ON evidence.id = value"""
_ARTICLES = """SELECT article.pk, title || ' ' || byline || ' ' || publication,
    (SELECT cast(bytes AS TEXT) FROM revision JOIN blob ON sha256 = text_sha256
        WHERE article_id = article.id ORDER BY number DESC LIMIT 1)
    FROM json_each(?) CROSS JOIN article ON article.id = value"""


def refresh_statements(db: Database, statements: Iterable[str]) -> None:
    """Make the words of these statements anew."""
    _refresh(db, "statement_words", _STATEMENTS, statements)


def refresh_evidence(db: Database, evidence: Iterable[str]) -> None:
    """Make the words of these sources anew."""
    _refresh(db, "evidence_words", _EVIDENCE, evidence)


def refresh_articles(db: Database, articles: Iterable[str]) -> None:
    """Make the words of these articles anew: those of the newest revision."""
    _refresh(db, "article_words", _ARTICLES, articles)


def _refresh(db: Database, table: str, sql: str, ids: Iterable[str]) -> None:
    names = list(ids)
    if not names:
        return
    rows: list[tuple[Any, ...]] = db.execute(sql, [json.dumps(names)]).fetchall()
    db.conn.executemany(f"DELETE FROM {table} WHERE rowid = ?", [row[:1] for row in rows])
    for pk, *texts in rows:
        marks = ", ".join("?" * (1 + len(texts)))
        db.execute(
            f"INSERT INTO {table} (rowid, {_COLUMNS[table]}) VALUES ({marks})",
            [pk, *(indexed(text or "") for text in texts)],
        )


_COLUMNS = {
    "statement_words": "quote, reasoning, evidence, notes",
    "evidence_words": "title, said",
    "article_words": "title, text",
}
