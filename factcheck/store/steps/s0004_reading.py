"""The text that was read from a capture, to be searched and quoted from."""

from __future__ import annotations

STATEMENTS = (
    # Where no text could be read its length is 0, and the remarks say why.
    """CREATE TABLE reading (
    pk INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    capture_id TEXT NOT NULL REFERENCES capture (id),
    text_sha256 TEXT NOT NULL REFERENCES blob (sha256),
    length INTEGER NOT NULL CHECK (length >= 0),
    blocks TEXT NOT NULL CHECK (json_valid(blocks)),
    remarks TEXT NOT NULL CHECK (json_valid(remarks)),
    reader TEXT NOT NULL,
    created_at TEXT NOT NULL
) STRICT""",
    "CREATE INDEX reading_capture ON reading (capture_id)",
)
