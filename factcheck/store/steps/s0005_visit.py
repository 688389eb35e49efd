"""What came of looking for a source on the web, and whether the desk may."""

from __future__ import annotations

STATEMENTS = (
    """CREATE TABLE visit (
    pk INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    evidence_id TEXT NOT NULL REFERENCES evidence (id),
    url TEXT NOT NULL,
    at TEXT NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('kept', 'unchanged', 'unreachable', 'refused')),
    status INTEGER,
    final_url TEXT NOT NULL,
    canonical_url TEXT NOT NULL,
    redirects TEXT NOT NULL CHECK (json_valid(redirects)),
    title TEXT NOT NULL,
    published TEXT,
    capture_id TEXT REFERENCES capture (id),
    lost TEXT NOT NULL CHECK (json_valid(lost)),
    error TEXT NOT NULL,
    CHECK ((outcome = 'kept') = (capture_id IS NOT NULL))
) STRICT""",
    "CREATE INDEX visit_evidence ON visit (evidence_id)",
    "CREATE INDEX visit_capture ON visit (capture_id)",
    # While a row is there, the desk does not go to the web.
    """CREATE TABLE web_ban (
    pk INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person_id TEXT NOT NULL REFERENCES person (id),
    created_at TEXT NOT NULL
) STRICT""",
)
