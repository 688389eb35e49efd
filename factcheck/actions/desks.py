"""Make, open, prove and back up desks."""

from __future__ import annotations

import re
import shutil
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from factcheck.actions import system
from factcheck.errors import FactcheckError
from factcheck.store import backup as store_backup
from factcheck.store import beside, gate, journal
from factcheck.store import verify as store_verify
from factcheck.store.desk import Desk
from factcheck.store.watching import unwatched

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from factcheck.store.watching import Watch

DAY = timedelta(days=1)
_SOON_NEW = 8_000_000  # bytes of a desk that is brought up to date in less than a second
# Bytes that the backups of a desk may take; of a large desk, so many copies.
_ROOM, _COPIES = 1_000_000_000, 10
_STAMPED = re.compile(r"(\d{8}T\d{6}Z)\.factcheck")


def create_desk(path: Path) -> None:
    """Make an empty desk in this machine's time zone. Raises FactcheckError if a file is there."""
    Desk.create(path, now=system.now, new_id=system.id_maker(), time_zone=system.time_zone())


def open_desk(path: Path, *, read_only: str = "", lasting: bool = False) -> Desk:
    """Open a desk with the real clock; ``read_only`` is the reason not to write to it.

    ``lasting``: it stays open, and others read it meanwhile.
    """
    new_id = system.id_maker()
    return Desk.open(path, now=system.now, new_id=new_id, read_only=read_only, lasting=lasting)


def is_long_to_open(path: Path) -> bool:
    """Say whether a desk must be brought up to date, and is large."""
    return gate.is_older(path) and path.stat().st_size > _SOON_NEW


def bring_up_to_date(path: Path, watch: Watch = unwatched) -> None:
    """Bring an older desk up to date; nothing is changed if ``watch`` raises Cancelled."""
    desk = Desk.open(path, now=system.now, new_id=system.id_maker(), lasting=True, watch=watch)
    desk.close()


@contextmanager
def opened_beside(path: Path) -> Iterator[Desk]:
    """Open a desk that is in use once more, to change much of it on another thread.

    Others can read it meanwhile. Raises FactcheckError.
    """
    with beside.writing(path) as db:
        # Where the disk allows no log, writing some of a change before its end would shut all
        # others out from then on.
        db.execute("PRAGMA cache_spill = OFF")
        yield Desk(path, db, now=system.now, new_id=system.id_maker())


def has_long_log(path: Path) -> bool:
    """Say whether the log of an open desk should be emptied even while there is work."""
    return journal.is_long(path)


def empty_log(path: Path) -> None:
    """Bring what lies in the log of an open desk into its file, as far as that holds nobody up."""
    journal.tidy(path)


def verify(desk: Desk) -> list[str]:
    """Return a sentence for each thing that is not as it should be; none for a sound desk."""
    return list(store_verify.findings(desk))


def back_up(desk_path: Path, target: Path) -> None:
    """Write a proved copy to ``target``. Raises FactcheckError if a file is there."""
    store_backup.backup(desk_path, target, system.id_maker())


def back_up_by_itself(desk_path: Path, desk_id: str, folder: Path, now: datetime) -> Path:
    """Back a desk up under the moment's name in its own folder, and thin the older ones out.

    Raises FactcheckError where the folder can't be made, or the disk has little room left.
    """
    own = folder / desk_id
    try:
        own.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FactcheckError(
            f"The folder for backups {own} can’t be made: {error.strerror}.",
            "See whether you may write there.",
        ) from error
    _require_room(desk_path, own)
    target = own / f"{now.astimezone(UTC):{store_backup.STAMP}}.factcheck"
    back_up(desk_path, target)
    for old in store_backup.to_thin(_taken(own), now, day=DAY):
        old.unlink(missing_ok=True)
    sized = [(moment, path, path.stat().st_size) for moment, path in _taken(own)]
    room = max(_ROOM, _COPIES * target.stat().st_size)
    for old in store_backup.to_fit(sized, day=DAY, room=room):
        old.unlink(missing_ok=True)
    return target


def _require_room(desk_path: Path, folder: Path) -> None:
    """Raise FactcheckError where a backup would leave the disk nearly full."""
    needed, free = desk_path.stat().st_size, shutil.disk_usage(folder).free
    if free < 2 * needed:
        raise FactcheckError(
            f"There is too little room for a backup: it takes {needed / 1e6:,.0f} MB, and "
            f"{free / 1e6:,.0f} MB are free in {folder}.",
            "Make room on that disk. The desk itself is saved.",
        )


def _taken(folder: Path) -> list[tuple[datetime, Path]]:
    found = []
    for path in folder.iterdir():
        if stamped := _STAMPED.fullmatch(path.name):
            moment = datetime.strptime(stamped[1], store_backup.STAMP).replace(tzinfo=UTC)
            found.append((moment, path))
    return found
