"""Words with nothing to check, notes on statements, the scale of an article, bytes in pieces."""

from __future__ import annotations

STATEMENTS = (
    """CREATE TABLE tick (
    pk INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    revision_id TEXT NOT NULL REFERENCES revision (id),
    start INTEGER NOT NULL CHECK (start >= 0),
    "end" INTEGER NOT NULL CHECK ("end" > start),
    quote TEXT NOT NULL CHECK (length(quote) = "end" - start),
    person_id TEXT NOT NULL REFERENCES person (id),
    created_at TEXT NOT NULL,
    UNIQUE (revision_id, start, "end")
) STRICT""",
    """CREATE TABLE note (
    pk INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    statement_id TEXT NOT NULL REFERENCES statement (id),
    text TEXT NOT NULL CHECK (trim(text) <> ''),
    person_id TEXT NOT NULL REFERENCES person (id),
    created_at TEXT NOT NULL
) STRICT""",
    """CREATE TABLE scale_choice (
    pk INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    article_id TEXT NOT NULL UNIQUE REFERENCES article (id),
    scale_id TEXT NOT NULL REFERENCES scale (id)
) STRICT""",
    "CREATE INDEX note_statement ON note (statement_id)",
    # What is too big to be held whole lies in the pieces of one upload, numbered from 0.
    """CREATE TABLE piece (
    upload TEXT NOT NULL,
    number INTEGER NOT NULL CHECK (number >= 0),
    bytes BLOB NOT NULL CHECK (length(bytes) > 0),
    PRIMARY KEY (upload, number)
) STRICT""",
    """CREATE TABLE new_blob (
    sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
    size INTEGER NOT NULL CHECK (size >= 0),
    bytes BLOB CHECK (length(bytes) = size),
    upload TEXT UNIQUE,
    CHECK ((bytes IS NULL) <> (upload IS NULL))
) STRICT""",
    "INSERT INTO new_blob (sha256, size, bytes) SELECT sha256, size, bytes FROM blob",
    "DROP TABLE blob",
    "ALTER TABLE new_blob RENAME TO blob",
    """CREATE TRIGGER blob_no_update BEFORE UPDATE ON blob
BEGIN SELECT RAISE(ABORT, 'blob rows are kept as they are'); END""",
    """CREATE TRIGGER piece_no_update BEFORE UPDATE ON piece
BEGIN SELECT RAISE(ABORT, 'piece rows are kept as they are'); END""",
    """CREATE TRIGGER piece_no_delete BEFORE DELETE ON piece
WHEN EXISTS (SELECT 1 FROM blob WHERE upload = OLD.upload)
BEGIN SELECT RAISE(ABORT, 'pieces that count are kept as they are'); END""",
)
