"""The words that are searched: of statements, of sources, of articles.

With a statement's words stand its facets, each a word that nobody can type: so one question to the
index asks for words and facets alike.
"""

from __future__ import annotations

import json
from codecs import getincrementaldecoder
from typing import TYPE_CHECKING, Any

from factcheck.domain.search_words import indexed
from factcheck.store.reads import HEAD

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sqlite_utils import Database

# Of private use, and part of words to the index.
_FACET = "\ue000"
_MOST_SAID = 1_000_000  # bytes of a captured text that are searched, from its beginning


def facet(field: str, value: str) -> str:
    """Return the word for a facet; ``field`` is known by its first letter."""
    return f"{_FACET}{field[0]}{value.encode().hex()}"


def _facet(field: str, value: str) -> str:
    """Return the same word as SQL; ``value`` is SQL, and where it is NULL so is the word."""
    return f"char({ord(_FACET)}) || '{field[0]}' || hex({value})"


def _having(what: str, sql: str) -> str:
    return f"iif(EXISTS ({sql}), {_facet('has', repr(what))}, '')"


_OF_STATEMENT = "WHERE statement_id = statement.id"
_STANDING = f"FROM verdict {_OF_STATEMENT} AND {HEAD}"
_FACETS = " || ' ' || ".join(
    (
        _facet("state", "state"),
        _facet("kind", "kind"),
        _facet("article", "(SELECT pk FROM article WHERE id = article_id)"),
        _facet("verdict", f"coalesce((SELECT outcome {_STANDING} ORDER BY id DESC LIMIT 1), '')"),
        f"""coalesce((SELECT group_concat({_facet("person", "pk")}, ' ') FROM person
            WHERE id IN (checker_id, reviewer_id)), '')""",
        f"""coalesce((SELECT group_concat({_facet("tag", "word")}, ' ') FROM tag
            {_OF_STATEMENT}), '')""",
        _having("evidence", f"SELECT 1 FROM citation {_OF_STATEMENT}"),
        _having("note", f"SELECT 1 FROM note {_OF_STATEMENT}"),
        _having("correction", f"SELECT 1 {_STANDING} AND correction <> ''"),
    )
)

_STATEMENTS = f"""SELECT statement.pk,
    (SELECT group_concat(quote, ' … ') FROM span {_OF_STATEMENT}),
    (SELECT group_concat(reasoning || ' ' || correction, ' ') {_STANDING}),
    (SELECT group_concat(excerpt || ' ' || note, ' ') FROM citation {_OF_STATEMENT}),
    claimant || ' ' || coalesce((SELECT group_concat(text, ' ') FROM note {_OF_STATEMENT}), '')
        || ' ' || {_FACETS}
    FROM json_each(?) CROSS JOIN statement ON statement.id = value"""
_EVIDENCE = """SELECT pk, title, author || ' ' || publisher || ' ' || url || ' ' || note
    FROM json_each(?) CROSS JOIN evidence ON evidence.id = value"""
# A plain text that was kept before texts were read is its own reading.
_CAPTURED = f"""SELECT substr(bytes, 1, {_MOST_SAID}) FROM capture LEFT JOIN reading ON reading.pk =
    (SELECT max(pk) FROM reading WHERE capture_id = capture.id)
    JOIN blob ON blob.sha256 =
        coalesce(text_sha256, iif(media_type = 'text/plain', capture.sha256, NULL))
    WHERE evidence_id = (SELECT id FROM evidence WHERE pk = ?) AND length(bytes) > 0
    ORDER BY capture.pk DESC"""
_ARTICLES = """SELECT article.pk, title || ' ' || byline || ' ' || publication,
    (SELECT cast(bytes AS TEXT) FROM revision JOIN blob ON sha256 = text_sha256
        WHERE article_id = article.id ORDER BY number DESC LIMIT 1)
    FROM json_each(?) CROSS JOIN article ON article.id = value"""


def refresh_statements(db: Database, statements: Iterable[str]) -> None:
    """Make the words of these statements anew."""
    _refresh(db, "statement_words", _STATEMENTS, statements)


def refresh_evidence(db: Database, evidence: Iterable[str]) -> None:
    """Make the words of these sources anew, with those read from its copies."""
    _refresh(db, "evidence_words", _EVIDENCE, evidence, captured)


def captured(db: Database, pk: int) -> str:
    """Return the captured texts of a source, the newest first; what is no UTF-8 is left out."""
    found = (row[0] for row in db.execute(_CAPTURED, [pk]).fetchall())
    return "\n".join(filter(None, map(_text, found)))


def _text(content: bytes) -> str:
    try:
        # What was cut off in the midst of a letter ends before it.
        return getincrementaldecoder("utf-8")().decode(content)
    except UnicodeDecodeError:
        return ""


def refresh_articles(db: Database, articles: Iterable[str]) -> None:
    """Make the words of these articles anew: those of the newest revision."""
    _refresh(db, "article_words", _ARTICLES, articles)


def _refresh(
    db: Database,
    table: str,
    sql: str,
    ids: Iterable[str],
    more: Callable[[Database, int], str] | None = None,
) -> None:
    names = list(ids)
    if not names:
        return
    columns = _COLUMNS[table]
    rows: list[tuple[Any, ...]] = db.execute(sql, [json.dumps(names)]).fetchall()
    for pk, *texts in rows:
        if more and (said := more(db, pk)):
            texts[-1] += f" {said}"
        words = tuple(indexed(text or "") for text in texts)
        known = db.execute(f"SELECT {columns} FROM {table} WHERE rowid = ?", [pk]).fetchone()
        if words != known:  # writing them takes ten times as long as looking
            marks = ", ".join("?" * len(words))
            db.execute(f"DELETE FROM {table} WHERE rowid = ?", [pk])
            db.execute(f"INSERT INTO {table} (rowid, {columns}) VALUES (?, {marks})", [pk, *words])


_COLUMNS = {
    "statement_words": "quote, reasoning, evidence, notes",
    "evidence_words": "title, said",
    "article_words": "title, text",
}
