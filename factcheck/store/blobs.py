"""Bytes by their SHA-256: texts of revisions, original files, captures.

Small ones lie whole in their row, big ones in the pieces of an upload (``pieces``).
"""

from __future__ import annotations

from hashlib import sha256 as new_digest
from itertools import count
from typing import TYPE_CHECKING

from factcheck.errors import FactcheckError
from factcheck.store.pieces import Kept, has

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlite_utils import Database


class DamagedBytesError(FactcheckError):
    """Bytes in the desk are not those whose hash was noted."""

    def __init__(self, sha256: str) -> None:
        super().__init__(
            f"Bytes in the desk are damaged or missing (SHA-256 {sha256[:12]}…).",
            "Keep the file as it is and go on with the newest backup.",
        )


def content_of(db: Database, sha256: str) -> bytes:
    """Return the bytes with this hash, proved; raises DamagedBytesError."""
    return b"".join(chunks_of(db, sha256))


def kept_content(db: Database, kept: Kept) -> bytes:
    """Return bytes that were kept beforehand, proved, whether an action took them in or not."""
    if has(db, kept.sha256):
        return content_of(db, kept.sha256)
    return b"".join(_proved(_pieces(db, kept.upload), kept.sha256))


def chunks_of(db: Database, sha256: str) -> Iterator[bytes]:
    """Yield the bytes with this hash part by part, so that big ones are never held whole.

    Raises DamagedBytesError; that they are the right ones is known only at the end.
    """
    yield from _proved(_stored(db, sha256), sha256)


def _proved(chunks: Iterable[bytes], sha256: str) -> Iterator[bytes]:
    digest = new_digest()
    for chunk in chunks:
        digest.update(chunk)
        yield chunk
    if digest.hexdigest() != sha256:
        raise DamagedBytesError(sha256)


def _stored(db: Database, sha256: str) -> Iterator[bytes]:
    """Yield what lies under this hash."""
    found = db.execute("SELECT bytes, upload FROM blob WHERE sha256 = ?", [sha256]).fetchone()
    if found is None:
        raise DamagedBytesError(sha256)
    whole, upload = found
    if isinstance(whole, bytes):
        yield whole
    else:
        yield from _pieces(db, upload)


def _pieces(db: Database, upload: str) -> Iterator[bytes]:
    """Yield the pieces of an upload, with a question for each: no lock stays between."""
    piece = "SELECT bytes FROM piece WHERE upload = ? AND number = ?"
    for number in count():
        row = db.execute(piece, [upload, number]).fetchone()
        if row is None or not isinstance(row[0], bytes):
            return
        yield row[0]


def text_of(db: Database, sha256: str) -> str:
    """Return the text whose UTF-8 bytes have this hash; raises DamagedBytesError."""
    try:
        return content_of(db, sha256).decode()
    except UnicodeDecodeError:
        raise DamagedBytesError(sha256) from None


def damaged(db: Database) -> Iterator[str]:
    """Yield the hash of each entry whose bytes are others."""
    for (sha256,) in db.execute("SELECT sha256 FROM blob").fetchall():
        try:
            for _ in chunks_of(db, sha256):
                pass
        except DamagedBytesError:
            yield sha256
