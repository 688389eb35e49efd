"""Bytes too big to be held whole: written in pieces, each on the disk before the next.

Pieces count for nothing until an action takes them in, in its own transaction. Each is a short
transaction of its own, so that other writers wait for one piece at most.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from hashlib import sha256 as new_digest
from typing import TYPE_CHECKING

from factcheck.domain.ids import earliest_id
from factcheck.errors import FactcheckError
from factcheck.store.errors import known_errors

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

    from sqlite_utils import Database

# Bytes in a piece: larger ones make other writers wait, smaller ones cost more syncs.
PIECE = 4 << 20
_COUNTS_NOT = "NOT EXISTS (SELECT 1 FROM blob WHERE blob.upload = piece.upload)"


@dataclass(frozen=True, slots=True)
class Kept:
    """Bytes that lie in a desk in so many pieces of one upload, to be taken in by an action."""

    sha256: str
    size: int
    upload: str
    pieces: int


def keep(db: Database, upload: str, chunks: Iterable[bytes], pause: Callable[[], object]) -> Kept:
    """Write these pieces, each after a ``pause``. Where that fails nothing stays.

    Nor do they stay where the desk has the same bytes already.
    """
    try:
        kept = _put_all(db, upload, chunks, pause)
        known = has(db, kept.sha256)
    except BaseException:
        _discard_if_possible(db, upload)
        raise
    if known:
        _discard_if_possible(db, upload)
    return kept


def put(db: Database, upload: str, number: int, content: bytes) -> None:
    """Write the piece with this number, from 0."""
    db.execute("INSERT INTO piece VALUES (?, ?, ?)", [upload, number, content])


def has(db: Database, sha256: str) -> bool:
    """Say whether the desk has the bytes with this hash."""
    return db.execute("SELECT 1 FROM blob WHERE sha256 = ?", [sha256]).fetchone() is not None


def take_in(db: Database, kept: Kept) -> None:
    """Make what was kept count as bytes of the desk; FactcheckError if pieces are gone."""
    if has(db, kept.sha256):
        return
    pieces = "SELECT count(*) FROM piece WHERE upload = ?"
    if db.execute(pieces, [kept.upload]).fetchone()[0] != kept.pieces:
        raise FactcheckError(
            "The copy of the file is no longer in the desk.", "Attach the file once more."
        )
    db.execute(
        "INSERT INTO blob (sha256, size, upload) VALUES (?, ?, ?)",
        [kept.sha256, kept.size, kept.upload],
    )


def discard(db: Database, upload: str) -> None:
    """Take the pieces of an upload away, one by one, unless they count."""
    numbers = f"SELECT number FROM piece WHERE upload = ? AND {_COUNTS_NOT}"
    for (number,) in db.execute(numbers, [upload]).fetchall():
        piece = f"DELETE FROM piece WHERE upload = ? AND number = ? AND {_COUNTS_NOT}"
        db.execute(piece, [upload, number])


def discard_abandoned(db: Database, before: datetime) -> None:
    """Take away what was begun before this moment and never came to count, as after a crash."""
    uploads = f"SELECT DISTINCT upload FROM piece WHERE upload < ? AND {_COUNTS_NOT}"
    for (upload,) in db.execute(uploads, [earliest_id(before)]).fetchall():
        discard(db, upload)


def _put_all(
    db: Database, upload: str, chunks: Iterable[bytes], pause: Callable[[], object]
) -> Kept:
    digest, size, count = new_digest(), 0, 0
    for chunk in chunks:
        digest.update(chunk)
        pause()
        put(db, upload, count, chunk)
        size += len(chunk)
        count += 1
    return Kept(digest.hexdigest(), size, upload, count)


def _discard_if_possible(db: Database, upload: str) -> None:
    """Take pieces away if that is possible; else the next file that is kept does it, in a day."""
    with contextlib.suppress(FactcheckError), known_errors():
        discard(db, upload)
