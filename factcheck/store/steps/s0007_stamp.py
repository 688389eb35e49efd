"""Time stamps of copies, as an authority gave them."""

from __future__ import annotations

STATEMENTS = (
    """CREATE TABLE stamp (
    pk INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    capture_id TEXT NOT NULL REFERENCES capture (id),
    authority TEXT NOT NULL,
    token_sha256 TEXT NOT NULL REFERENCES blob (sha256),
    stamped_at TEXT NOT NULL,
    created_at TEXT NOT NULL
) STRICT""",
    "CREATE INDEX stamp_capture ON stamp (capture_id)",
)
