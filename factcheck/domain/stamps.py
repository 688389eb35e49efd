"""Time stamps by RFC 3161: an authority signs that the bytes with a hash were there at a moment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from factcheck.domain.ids import CaptureId, StampId

# The least and the most that ``query`` takes: numbers that are written in eight bytes.
LEAST_NONCE, MOST_NONCE = 1 << 56, (1 << 63) - 1


@dataclass(frozen=True, slots=True)
class Stamp:
    """A time stamp of a copy, asked for at the web address ``authority``.

    ``stamped_at`` is what the token says. ``token_sha256`` names the bytes that the authority
    answered, the token in them.
    """

    id: StampId
    capture_id: CaptureId
    authority: str
    token_sha256: str
    stamped_at: datetime
    created_at: datetime

    @property
    def host(self) -> str:
        """The authority in short."""
        return host_of(self.authority)


@dataclass(frozen=True, slots=True)
class Token:
    """What an answer says: of which SHA-256 ("" for another hash), when, to which question."""

    sha256: str
    at: datetime
    nonce: int | None


def host_of(authority: str) -> str:
    """Return whom an address asks; all of it where that can't be told."""
    try:
        return urlsplit(authority).hostname or authority
    except ValueError:
        return authority


def query(sha256: str, nonce: int) -> bytes:
    """Return the question for a time stamp, as DER: TimeStampReq of RFC 3161, section 2.4.1.

    It says nothing but the hash, and asks for the certificate to be sent along.
    """
    version = bytes.fromhex("020101")
    hashed = bytes.fromhex("3031 300d 0609 608648016503040201 0500 0420") + bytes.fromhex(sha256)
    asked_once = bytes.fromhex("0208") + nonce.to_bytes(8, "big")
    with_certificate = bytes.fromhex("0101ff")
    parts = version + hashed + asked_once + with_certificate
    return bytes([0x30, len(parts)]) + parts
