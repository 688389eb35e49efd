"""Copies of a desk that can be trusted: taken whole, looked over, synced, then named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.errors import FactcheckError
from factcheck.store import gate
from factcheck.store.errors import known_errors
from factcheck.store.place import put_in_place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime, timedelta
    from pathlib import Path
STAMP = "%Y%m%dT%H%M%SZ"


def backup(desk_path: Path, target: Path, new_id: Callable[[], str]) -> None:
    """Write a copy of the desk to ``target``, over its own read-only connection.

    Nothing takes the target's name before the copy is complete, sound and on the disk. Raises
    FactcheckError if a file is there already, or the folder can't be written.
    """
    if target.exists():
        raise FactcheckError(f"There is already a file at {target}.", "Choose another name.")
    draft = target.with_name(f".{target.name}.{new_id()}")
    try:
        with known_errors():
            _copy(desk_path, draft)
        put_in_place(draft, target)
    except OSError as error:
        raise FactcheckError(
            f"The backup can’t be written to {target}: {error.strerror}.", "Choose another folder."
        ) from error
    finally:
        draft.unlink(missing_ok=True)


def _copy(desk_path: Path, draft: Path) -> None:
    db = gate.connect(desk_path, mode="ro")
    try:
        db.execute("VACUUM INTO ?", [str(draft)])
    finally:
        db.close()
    copy = gate.connect(draft, mode="ro")
    try:
        gate.require_sound(copy)
    finally:
        copy.close()


def to_thin(taken: Iterable[tuple[datetime, Path]], now: datetime, *, day: timedelta) -> list[Path]:
    """Return the backups that may go: of the last day all stay, then one a day for 30 days,
    then one in 30 days. In each stretch the newest stays.
    """
    kept: set[tuple[str, int]] = set()
    gone: list[Path] = []
    for moment, path in sorted(taken, reverse=True):
        age = now - moment
        if age < day:
            continue
        unit = day if age < 30 * day else 30 * day
        slot = ("day" if unit == day else "month", age // unit)
        if slot in kept:
            gone.append(path)
        kept.add(slot)
    return gone
