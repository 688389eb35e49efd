"""Copies of sources: their bytes, and the text that was read from them."""

from __future__ import annotations

import mimetypes
from typing import TYPE_CHECKING

from factcheck.domain.canonical import sha256_of
from factcheck.domain.ids import CaptureId, EvidenceId, ReadingId
from factcheck.domain.imported import CapturedText
from factcheck.domain.model import Capture, Reading
from factcheck.store import beside, blobs, readings
from factcheck.store.pieces import Kept

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.store.transaction import Change

# Saved pages, of which mimetypes does not know or takes them for mail.
_ARCHIVES = {
    ".warc": "application/warc",
    ".warc.gz": "application/warc",
    ".wacz": "application/wacz",
    ".mht": "multipart/related",
    ".mhtml": "multipart/related",
}


def insert_capture(
    change: Change,
    evidence: EvidenceId,
    *,
    content: bytes | Kept,
    name: str,
    media_type: str,
    text: CapturedText | None,
) -> CaptureId:
    """Add a copy to a source, with the text that was read from it, as a part of an action."""
    sha256, size = _keep(change, content)
    capture = CaptureId(change.new_id())
    change.insert(
        Capture(
            id=capture,
            evidence_id=evidence,
            sha256=sha256,
            media_type=media_type,
            size=size,
            name=name,
            captured_at=change.now,
        )
    )
    if text is not None:
        insert_reading(change, capture, text)
    return capture


def insert_reading(change: Change, capture: CaptureId, text: CapturedText) -> None:
    """Add the text that was read from a copy, as a part of an action."""
    sha256 = sha256_of(text.text)
    change.keep(sha256, text.text.encode())
    change.insert(
        Reading(
            id=ReadingId(change.new_id()),
            capture_id=capture,
            text_sha256=sha256,
            length=len(text.text),
            blocks=text.blocks,
            remarks=text.remarks,
            reader=text.reader,
            created_at=change.now,
        )
    )


def capture_content(path: Path, sha256: str) -> bytes:
    """Return the bytes of a copy, proved, over a connection of its own: for any thread."""
    with beside.reading(path) as db:
        return blobs.content_of(db, sha256)


def what_was_read(path: Path, capture: CaptureId) -> CapturedText | None:
    """Return all that was read from a copy last; None if nobody tried. For any thread."""
    with beside.reading(path) as db:
        found = readings.newest(db, capture)
        if found is None:
            return None
        text = blobs.text_of(db, found.text_sha256)
    return CapturedText(text, found.blocks, found.remarks, found.reader)


def media_type_of(name: str) -> str:
    """Return the media type that a file's name tells."""
    known = (kind for ending, kind in _ARCHIVES.items() if name.lower().endswith(ending))
    return next(known, mimetypes.guess_type(name)[0] or "application/octet-stream")


def _keep(change: Change, content: bytes | Kept) -> tuple[str, int]:
    """Keep the bytes; return their hash and how many they are."""
    if isinstance(content, Kept):
        change.keep_pieces(content)
        return content.sha256, content.size
    sha256 = sha256_of(content)
    change.keep(sha256, content)
    return sha256, len(content)
