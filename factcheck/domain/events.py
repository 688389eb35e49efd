"""An entry of the log, as a frozen record. Its moment is an aware UTC datetime."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from factcheck.domain.ids import CopyId, EventId, PersonId


@dataclass(frozen=True, slots=True)
class Event:
    """One entry of the log. ``hash`` covers the entry, its row changes and ``previous``."""

    seq: int
    id: EventId
    copy_id: CopyId
    action: str
    actor_id: PersonId
    at: datetime
    reason: str
    undoes: EventId | None
    undoable: bool
    previous: str
    hash: str
