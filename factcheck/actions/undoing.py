"""Undo and redo as an editor does them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.store import undo as store_undo

if TYPE_CHECKING:
    from factcheck.domain.ids import PersonId
    from factcheck.store.desk import Desk
    from factcheck.store.transaction import Changes


def undo(desk: Desk, *, actor: PersonId) -> Changes:
    """Take the last action back. Raises FactcheckError where there is none, or it can't be."""
    return store_undo.undo(desk, actor)


def redo(desk: Desk, *, actor: PersonId) -> Changes:
    """Do again what was undone last. Raises FactcheckError where there is nothing."""
    return store_undo.redo(desk, actor)


def next_undo(desk: Desk) -> str:
    """Say which action undo would take back, "" if there is none."""
    event = store_undo.next_undo(desk.db)
    return store_undo.what_it_did(desk.db, event) if event else ""


def next_redo(desk: Desk) -> str:
    """Say which action redo would do again, "" if there is none."""
    event = store_undo.next_redo(desk.db)
    return store_undo.what_it_did(desk.db, event) if event else ""
