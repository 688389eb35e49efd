"""Ask the file a question and get its answer by names of columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sqlite_utils import Database


def query(
    db: Database, sql: str, values: Sequence[object] | Mapping[str, object] = ()
) -> Iterator[dict[str, Any]]:
    """Ask at once and yield the rows as they are taken.

    ``Database.query`` of sqlite_utils sets a savepoint around each question, three statements for
    one; a key of the window asks some thirty.
    """
    found = db.conn.execute(sql, values)
    names = [column[0] for column in found.description]
    return (dict(zip(names, row, strict=True)) for row in found)
