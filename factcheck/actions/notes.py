"""Write notes on a statement, for the desk alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.domain.ids import NoteId, PersonId, StatementId
from factcheck.domain.model import Note
from factcheck.errors import FactcheckError
from factcheck.store import notes, reads

if TYPE_CHECKING:
    from factcheck.store.desk import Desk
    from factcheck.store.transaction import Changes


def write_note(desk: Desk, *, actor: PersonId, statement: StatementId, text: str) -> Changes:
    """Put a note on a statement. Raises FactcheckError if it says nothing."""
    words = _words(text)
    with desk.change("write a note", actor) as change:
        change.insert(
            Note(
                id=NoteId(change.new_id()),
                statement_id=reads.statement(desk, statement).id,
                text=words,
                person_id=actor,
                created_at=change.now,
            )
        )
    return change.done


def edit_note(desk: Desk, *, actor: PersonId, note: NoteId, text: str) -> Changes:
    """Change one's own note. Raises FactcheckError for somebody else's, or if it says nothing."""
    _require_own(desk, actor, note)
    words = _words(text)
    with desk.change("edit a note", actor) as change:
        change.update(Note, note, text=words)
    return change.done


def remove_note(desk: Desk, *, actor: PersonId, note: NoteId) -> Changes:
    """Take one's own note away. Raises FactcheckError for somebody else's."""
    _require_own(desk, actor, note)
    with desk.change("remove a note", actor) as change:
        change.remove(Note, note)
    return change.done


def _words(text: str) -> str:
    if not text.strip():
        raise FactcheckError("The note says nothing.", "Write it first.")
    return text.strip()


def _require_own(desk: Desk, actor: PersonId, note: NoteId) -> None:
    author = notes.note(desk, note).person_id
    if author != actor:
        raise FactcheckError(
            f"This note is {reads.people(desk)[author].name}’s.", "Write one of your own below it."
        )
