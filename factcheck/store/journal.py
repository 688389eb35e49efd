"""How a desk's bytes reach the disk: through a log while a window has it open, one file at rest.

With a write-ahead log nobody who reads waits for who writes, nor the other way round: without it
a change of ten thousand statements froze the window for a second, and a mark waited for whoever
read the whole desk. A command that comes and goes needs none, but follows where there is one.
Synced in full, both ways lose no acknowledged action in a power cut. The log has its price
(https://www.sqlite.org/wal.html), which is paid here:

- It works among programs of one machine only: so it is used on disks of this machine alone.
- The file is whole only with its log: so the log is emptied in each pause, and when a desk is
  closed there is none. SQLite would do it at any action, once a thousand pages have come together,
  and that action would take longer than a frame: so who keeps a desk open does it, from beside.
- SQLite would go on writing to a file that was moved, replaced or deleted: ``Place`` looks.
"""

from __future__ import annotations

import contextlib
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.errors import FactcheckError
from factcheck.store import gate
from factcheck.store.errors import MOVED, DeskError, known_errors

if TYPE_CHECKING:
    from sqlite_utils import Database

# Of Linux, by their names in /proc. What is not named may be shared with other machines.
_LOCAL = {
    *("bcachefs", "btrfs", "exfat", "ext2", "ext3", "ext4", "f2fs", "jfs", "ntfs3", "overlay"),
    *("reiserfs", "tmpfs", "vfat", "xfs", "zfs"),
}
_MOUNTS = Path("/proc/self/mountinfo")
_LONG = 16_000_000  # bytes: some hundred actions
_Identity = tuple[int, int] | None


def begin(db: Database, path: Path, *, lasting: bool) -> None:
    """Get ready to write; with a log if that is ``lasting``, and safe on this disk.

    Where somebody else holds the file just now it stays as it is: each way is sound. Who stays
    has to ``tidy`` the log.
    """
    mode = "WAL" if lasting and _on_local_disk(path) else "TRUNCATE"
    with contextlib.suppress(FactcheckError), known_errors():
        if lasting:
            db.execute("PRAGMA wal_autocheckpoint = 0")
        db.execute(f"PRAGMA journal_mode = {mode}")


def end(db: Database) -> None:
    """Leave one file behind; where others have the desk open too, the last of them does."""
    db.execute("PRAGMA busy_timeout = 0")
    try:
        with known_errors():
            db.execute("PRAGMA journal_mode = DELETE")
    except FactcheckError:
        empty(db)


def empty(db: Database) -> None:
    """Bring all that is in the log into the file, as far as nobody is reading older pages.

    Most of it is brought while others may write; only the rest makes them wait.
    """
    with contextlib.suppress(FactcheckError), known_errors():
        db.execute("PRAGMA wal_checkpoint(PASSIVE)")
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def tidy(path: Path) -> None:
    """Empty the log of a desk that somebody has open; take it away where nobody has any more."""
    if not log_of(path).exists():
        return
    with contextlib.suppress(FactcheckError), known_errors():
        db = gate.connect(path, mode="rw", timeout=0)
        try:
            end(db)
        finally:
            db.close()


def log_of(path: Path) -> Path:
    """Return where the log of a desk lies while the desk is open."""
    return path.with_name(f"{path.name}-wal")


def is_long(path: Path) -> bool:
    """Say whether the log of a desk should be emptied although there is no pause."""
    log = log_of(path)
    return log.exists() and log.stat().st_size > _LONG


class Place:
    """Where an open desk lies."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._log_path = log_of(path)
        self._file = _identity(path)
        self._log: _Identity = None

    def is_kept(self) -> bool:
        """Say whether the file, and its log, are those that were opened."""
        log = _identity(self._log_path)
        kept = _identity(self._path) == self._file and self._log in {None, log}
        self._log = self._log or log
        return kept

    def require(self) -> None:
        """Raise DeskError where what is written would be lost with the file."""
        if not self.is_kept():
            raise DeskError(MOVED)


def _identity(path: Path) -> _Identity:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _on_local_disk(path: Path) -> bool:
    """Say whether the file is surely on a disk of this machine, which is known on Linux alone."""
    if sys.platform != "linux":
        return False
    mounts = dict(map(_mount, _MOUNTS.read_text("utf-8").splitlines()))
    folders = map(str, path.resolve().parents)
    return next((mounts[folder] for folder in folders if folder in mounts), "") in _LOCAL


def _mount(line: str) -> tuple[str, str]:
    """Return a folder and the file system that begins there; spaces are written \\040."""
    folder, kind = line.split()[4], line.partition(" - ")[2].split()[0]
    return folder.encode("latin-1", "backslashreplace").decode("unicode_escape"), kind
