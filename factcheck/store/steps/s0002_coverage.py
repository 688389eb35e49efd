"""Words in which there is nothing to check, notes on statements, the scale of an article."""

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
)
