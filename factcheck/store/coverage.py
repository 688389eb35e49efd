"""What was said of an article's text besides its statements: where there is nothing to check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.domain.model import Tick
from factcheck.store.asking import query
from factcheck.store.records import read

if TYPE_CHECKING:
    from collections.abc import Collection

    from factcheck.domain.ids import RevisionId, TickId
    from factcheck.store.desk import Desk


def ticks(
    desk: Desk, revision_id: RevisionId, among: Collection[TickId] | None = None
) -> list[Tick]:
    """Return the ticked words of a revision, or those of some ticks, in reading order."""
    sql, values = "SELECT * FROM tick WHERE revision_id = ?", [revision_id, *(among or ())]
    if among is not None:
        sql += f" AND id IN ({', '.join('?' * len(among))})"
    return [read(Tick, row) for row in query(desk.db, f'{sql} ORDER BY start, "end"', values)]
