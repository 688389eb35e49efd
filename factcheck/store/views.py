"""Saved views."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.domain.queues import SavedView
from factcheck.store.asking import query
from factcheck.store.records import read

if TYPE_CHECKING:
    from factcheck.store.desk import Desk


def saved(desk: Desk) -> list[SavedView]:
    """Return the saved views, oldest first."""
    return [read(SavedView, row) for row in query(desk.db, "SELECT * FROM saved_view ORDER BY id")]
