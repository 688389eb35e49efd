"""Undo and redo as an editor does them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.store import undo as store_undo
from factcheck.store.watching import unwatched

if TYPE_CHECKING:
    from factcheck.domain.events import Event
    from factcheck.domain.ids import PersonId
    from factcheck.store.desk import Desk
    from factcheck.store.transaction import Changes
    from factcheck.store.watching import Watch

# An event that changed more rows is undone beside the window.
MANY = 100


def undo(desk: Desk, *, actor: PersonId, watch: Watch = unwatched) -> Changes:
    """Take the last action back. Raises FactcheckError where there is none, or it can't be."""
    return store_undo.undo(desk, actor, watch)


def redo(desk: Desk, *, actor: PersonId, watch: Watch = unwatched) -> Changes:
    """Do again what was undone last. Raises FactcheckError where there is nothing."""
    return store_undo.redo(desk, actor, watch)


def undoes_many(desk: Desk) -> bool:
    """Say whether undo would take back so much that it takes a while."""
    return _is_large(desk, store_undo.next_undo(desk.db))


def redoes_many(desk: Desk) -> bool:
    """Say whether redo would do so much again that it takes a while."""
    return _is_large(desk, store_undo.next_redo(desk.db))


def _is_large(desk: Desk, event: Event | None) -> bool:
    return event is not None and store_undo.size_of(desk.db, event, MANY + 1) > MANY


def next_undo(desk: Desk) -> str:
    """Say which action undo would take back, "" if there is none."""
    event = store_undo.next_undo(desk.db)
    return store_undo.what_it_did(desk.db, event) if event else ""


def next_redo(desk: Desk) -> str:
    """Say which action redo would do again, "" if there is none."""
    event = store_undo.next_redo(desk.db)
    return store_undo.what_it_did(desk.db, event) if event else ""
