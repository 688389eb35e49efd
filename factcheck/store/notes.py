"""Notes on statements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.domain.model import Note
from factcheck.errors import FactcheckError
from factcheck.store.asking import query
from factcheck.store.records import read

if TYPE_CHECKING:
    from factcheck.domain.ids import NoteId, StatementId
    from factcheck.store.desk import Desk


def notes(desk: Desk, statement_id: StatementId) -> list[Note]:
    """Return the notes on a statement, oldest first."""
    rows = query(desk.db, "SELECT * FROM note WHERE statement_id = ? ORDER BY id", [statement_id])
    return [read(Note, row) for row in rows]


def note(desk: Desk, note_id: NoteId) -> Note:
    """Return one note. Raises FactcheckError if it is gone."""
    for row in query(desk.db, "SELECT * FROM note WHERE id = ?", [note_id]):
        return read(Note, row)
    raise FactcheckError("This note is no longer there.", "Somebody removed it: look again.")
