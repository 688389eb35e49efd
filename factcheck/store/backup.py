"""Copies of a desk that can be trusted: taken whole, looked over, synced, then named."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import accumulate
from typing import TYPE_CHECKING

from factcheck.store import gate, journal
from factcheck.store.errors import known_errors
from factcheck.store.place import new_draft, put_in_place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import timedelta
    from pathlib import Path

# Stretches begin at fixed moments: counted from now they would move on with each thinning, and
# the one that stayed yesterday would always go today.
_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
STAMP = "%Y%m%dT%H%M%SZ"


def backup(desk_path: Path, target: Path, new_id: Callable[[], str]) -> None:
    """Write a copy of the desk to ``target``, over its own read-only connection.

    Nothing takes the target's name before the copy is complete, sound and on the disk. Raises
    FactcheckError if a file is there already, or the folder can't be written.
    """
    with new_draft(target, new_id) as draft:
        with known_errors():
            _copy(desk_path, draft)
        put_in_place(draft, target)


def _copy(desk_path: Path, draft: Path) -> None:
    db = gate.connect(desk_path, mode="ro")
    try:
        db.execute("VACUUM INTO ?", [str(draft.absolute())])
    finally:
        db.close()
        journal.tidy(desk_path)
    copy = gate.connect(draft, mode="ro")
    try:
        gate.require_sound(copy)
    finally:
        copy.close()


def to_thin(taken: Iterable[tuple[datetime, Path]], now: datetime, *, day: timedelta) -> list[Path]:
    """Return the backups that may go: of the last day all stay, then one a day for 30 days,
    then one in 30 days. In each stretch the newest stays.
    """
    kept: set[tuple[timedelta, int]] = set()
    gone: list[Path] = []
    for moment, path in sorted(taken, reverse=True):
        age = now - moment
        if age < day:
            continue
        unit = day if age < 30 * day else 30 * day
        slot = (unit, (moment - _EPOCH) // unit)
        if slot in kept:
            gone.append(path)
        kept.add(slot)
    return gone


def to_fit(taken: Iterable[tuple[datetime, Path, int]], *, day: timedelta, room: int) -> list[Path]:
    """Return the backups, with their bytes, that must go for the rest to fit into ``room`` bytes.

    The newest of each day stay longest, of these the newest; the newest of all stays anyway.
    """
    days: set[int] = set()
    newest: list[tuple[Path, int]] = []
    others: list[tuple[Path, int]] = []
    for moment, path, size in sorted(taken, reverse=True):
        stretch = (moment - _EPOCH) // day
        (others if stretch in days else newest).append((path, size))
        days.add(stretch)
    ranked = [*newest, *others]
    together = list(accumulate(size for _, size in ranked))
    return [path for (path, _), size in zip(ranked[1:], together[1:], strict=True) if size > room]
