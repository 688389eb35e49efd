"""Prove a whole desk: the file, every hash, every span, and each row against the log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.domain.anchors import BrokenSpanError, prove
from factcheck.domain.model import Span, Tick
from factcheck.store import blobs, log
from factcheck.store.asking import query
from factcheck.store.errors import known_errors
from factcheck.store.records import RECORDS, read, table_of
from factcheck.store.transaction import row_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlite_utils import Database

    from factcheck.store.desk import Desk

# The newest change of each row: what the log says the row is.
_NEWEST = (
    "SELECT row_id, after FROM change WHERE pk IN "
    "(SELECT max(pk) FROM change WHERE table_name = ? GROUP BY row_id)"
)


def findings(desk: Desk) -> Iterator[str]:
    """Yield a sentence for each thing that is not as it should be; none for a sound desk."""
    with known_errors():
        yield from _file(desk.db)
        yield from (f"Bytes {sha256[:12]}… are damaged." for sha256 in blobs.damaged(desk.db))
        yield from (f"The log is broken at event {name}." for name in log.broken_links(desk.db))
        for table in RECORDS:
            yield from _rows(desk.db, table)
        yield from _spans(desk.db, Span)
        yield from _spans(desk.db, Tick)


def _file(db: Database) -> Iterator[str]:
    for (message,) in db.execute("PRAGMA integrity_check").fetchall():
        if message != "ok":
            yield f"SQLite says: {message}."
    for table, rowid, *_ in db.execute("PRAGMA foreign_key_check").fetchall():
        yield f"Row {rowid} of {table} refers to a row that is not there."


def _rows(db: Database, table: str) -> Iterator[str]:
    logged = dict(db.execute(_NEWEST, [table]).fetchall())
    for row_id, after in logged.items():
        if log.as_json(row_of(db, table, row_id)) != after:
            yield f"The {table} {row_id} is not as the log says."
    for (row_id,) in db.execute(f"SELECT id FROM {table}").fetchall():
        if row_id not in logged:
            yield f"The {table} {row_id} is not in the log."


def _spans(db: Database, record: type[Span] | type[Tick]) -> Iterator[str]:
    texts: dict[str, str] = {}
    hashes = dict(db.execute("SELECT id, text_sha256 FROM revision").fetchall())
    for row in query(db, f"SELECT * FROM {table_of(record)} ORDER BY revision_id"):
        if row["revision_id"] not in hashes:
            continue  # said already: it refers to a row that is not there
        try:
            span: Span | Tick = read(record, row)
            if span.revision_id not in texts:
                texts = {span.revision_id: blobs.text_of(db, hashes[span.revision_id])}
            prove(span, texts[span.revision_id])
        except BrokenSpanError as error:
            yield error.message
        except (ValueError, blobs.DamagedBytesError):
            continue  # said already: the row is not as the log says, or bytes are damaged
