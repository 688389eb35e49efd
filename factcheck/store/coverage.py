"""What was said of an article's text besides its statements: where there is nothing to check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.domain.model import Tick
from factcheck.store.records import read

if TYPE_CHECKING:
    from factcheck.domain.ids import RevisionId
    from factcheck.store.desk import Desk


def ticks(desk: Desk, revision_id: RevisionId) -> list[Tick]:
    """Return the ticked words of a revision, in reading order."""
    rows = desk.db.query(
        'SELECT * FROM tick WHERE revision_id = ? ORDER BY start, "end"', [revision_id]
    )
    return [read(Tick, row) for row in rows]
