"""Tags of statements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.domain.model import Tag
from factcheck.store.asking import query
from factcheck.store.records import read

if TYPE_CHECKING:
    from factcheck.domain.ids import StatementId
    from factcheck.store.desk import Desk


def of(desk: Desk, statement_id: StatementId) -> list[Tag]:
    """Return a statement's tags, in the order of their words."""
    rows = query(desk.db, "SELECT * FROM tag WHERE statement_id = ? ORDER BY word", [statement_id])
    return [read(Tag, row) for row in rows]


def words(desk: Desk) -> list[tuple[str, int]]:
    """Return all tags of the desk, each with the number of its statements."""
    rows = desk.db.execute("SELECT word, count(*) FROM tag GROUP BY word").fetchall()
    return [(word, count) for word, count in rows]
