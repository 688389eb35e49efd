"""Bytes by their SHA-256: texts of revisions, original files, captures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.domain.canonical import sha256_of
from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    found = db.execute("SELECT bytes FROM blob WHERE sha256 = ?", [sha256]).fetchone()
    if found is None or sha256_of(found[0]) != sha256:
        raise DamagedBytesError(sha256)
    return bytes(found[0])


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
            content_of(db, sha256)
        except DamagedBytesError:
            yield sha256
