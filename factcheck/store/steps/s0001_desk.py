"""Everything a desk holds, and the log of all that was done to it."""

from __future__ import annotations

_TABLES = (
    """CREATE TABLE blob (
    sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
    size INTEGER NOT NULL CHECK (size = length(bytes)),
    bytes BLOB NOT NULL
) STRICT""",
    """CREATE TABLE desk (
    pk INTEGER PRIMARY KEY CHECK (pk = 1),
    id TEXT NOT NULL UNIQUE,
    copy_id TEXT NOT NULL,
    name TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    second_person_rule INTEGER NOT NULL CHECK (second_person_rule IN (0, 1)),
    created_at TEXT NOT NULL
) STRICT""",
    """CREATE TABLE person (
    pk INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL UNIQUE CHECK (trim(name) <> ''),
    created_at TEXT NOT NULL
) STRICT""",
    """CREATE TABLE scale (
    pk INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version > 0),
    steps TEXT NOT NULL CHECK (json_valid(steps)),
    created_at TEXT NOT NULL,
    UNIQUE (name, version)
) STRICT""",
    """CREATE TABLE article (
    pk INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    byline TEXT NOT NULL,
    publication TEXT NOT NULL,
    url TEXT NOT NULL,
    published TEXT,
    deadline TEXT,
    language TEXT NOT NULL,
    created_at TEXT NOT NULL
) STRICT""",
    """CREATE TABLE revision (
    pk INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    article_id TEXT NOT NULL REFERENCES article (id),
    number INTEGER NOT NULL CHECK (number > 0),
    text_sha256 TEXT NOT NULL REFERENCES blob (sha256),
    length INTEGER NOT NULL CHECK (length > 0),
    blocks TEXT NOT NULL CHECK (json_valid(blocks)),
    source_name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    source_sha256 TEXT NOT NULL REFERENCES blob (sha256),
    remarks TEXT NOT NULL CHECK (json_valid(remarks)),
    created_at TEXT NOT NULL,
    UNIQUE (article_id, number)
) STRICT""",
    """CREATE TABLE statement (
    pk INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    article_id TEXT NOT NULL REFERENCES article (id),
    kind TEXT NOT NULL CHECK (kind IN ('number', 'quotation', 'name', 'date', 'place', 'title',
        'superlative', 'attribution', 'other')),
    claimant TEXT NOT NULL,
    as_of TEXT NOT NULL,
    priority TEXT NOT NULL CHECK (priority IN ('low', 'normal', 'high')),
    state TEXT NOT NULL CHECK (state IN ('to check', 'in checking', 'awaiting review',
        'sent back', 'approved', 'changed since checked', 'dismissed', 'cut')),
    checker_id TEXT REFERENCES person (id),
    reviewer_id TEXT REFERENCES person (id),
    due_at TEXT,
    created_at TEXT NOT NULL
) STRICT""",
    """CREATE TABLE span (
    pk INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    statement_id TEXT NOT NULL REFERENCES statement (id),
    revision_id TEXT NOT NULL REFERENCES revision (id),
    start INTEGER NOT NULL CHECK (start >= 0),
    "end" INTEGER NOT NULL CHECK ("end" > start),
    quote TEXT NOT NULL CHECK (length(quote) = "end" - start),
    prefix TEXT NOT NULL CHECK (length(prefix) <= 32),
    suffix TEXT NOT NULL CHECK (length(suffix) <= 32)
) STRICT""",
    """CREATE TABLE evidence (
    pk INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('web page', 'document', 'data set', 'interview', 'e-mail',
        'recording', 'image', 'book', 'expert', 'own observation', 'own calculation')),
    title TEXT NOT NULL CHECK (trim(title) <> ''),
    author TEXT NOT NULL,
    publisher TEXT NOT NULL,
    url TEXT NOT NULL,
    published TEXT,
    sourcing TEXT NOT NULL CHECK (sourcing IN ('primary', 'secondary', 'unknown')),
    interest TEXT NOT NULL,
    confidential INTEGER NOT NULL CHECK (confidential IN (0, 1)),
    note TEXT NOT NULL,
    created_at TEXT NOT NULL
) STRICT""",
    """CREATE TABLE capture (
    pk INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    evidence_id TEXT NOT NULL REFERENCES evidence (id),
    sha256 TEXT NOT NULL REFERENCES blob (sha256),
    media_type TEXT NOT NULL,
    size INTEGER NOT NULL CHECK (size >= 0),
    name TEXT NOT NULL,
    captured_at TEXT NOT NULL
) STRICT""",
    """CREATE TABLE citation (
    pk INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    statement_id TEXT NOT NULL REFERENCES statement (id),
    evidence_id TEXT NOT NULL REFERENCES evidence (id),
    stance TEXT NOT NULL CHECK (stance IN ('supports', 'refutes', 'context')),
    excerpt TEXT NOT NULL,
    locator_kind TEXT NOT NULL CHECK (locator_kind IN ('', 'page', 'timecode', 'cell',
        'paragraph', 'other')),
    locator TEXT NOT NULL,
    page_index INTEGER CHECK (page_index >= 0),
    note TEXT NOT NULL,
    created_at TEXT NOT NULL
) STRICT""",
    """CREATE TABLE verdict (
    pk INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    statement_id TEXT NOT NULL REFERENCES statement (id),
    scale_id TEXT NOT NULL REFERENCES scale (id),
    outcome TEXT NOT NULL,
    reasoning TEXT NOT NULL,
    original TEXT NOT NULL,
    correction TEXT NOT NULL,
    known_at TEXT,
    checker_id TEXT NOT NULL REFERENCES person (id),
    supersedes TEXT REFERENCES verdict (id),
    created_at TEXT NOT NULL
) STRICT""",
    """CREATE TABLE review (
    pk INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    verdict_id TEXT NOT NULL REFERENCES verdict (id),
    reviewer_id TEXT NOT NULL REFERENCES person (id),
    decision TEXT NOT NULL CHECK (decision IN ('approved', 'sent back')),
    reason TEXT NOT NULL,
    overrides_rule INTEGER NOT NULL CHECK (overrides_rule IN (0, 1)),
    created_at TEXT NOT NULL
) STRICT""",
    """CREATE TABLE event (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    copy_id TEXT NOT NULL,
    action TEXT NOT NULL,
    actor_id TEXT NOT NULL REFERENCES person (id),
    at TEXT NOT NULL,
    reason TEXT NOT NULL,
    undoes TEXT REFERENCES event (id),
    undoable INTEGER NOT NULL CHECK (undoable IN (0, 1)),
    previous TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE
) STRICT""",
    """CREATE TABLE change (
    pk INTEGER PRIMARY KEY,
    event_id TEXT NOT NULL REFERENCES event (id),
    table_name TEXT NOT NULL,
    row_id TEXT NOT NULL,
    statement_id TEXT,
    before TEXT CHECK (json_valid(before)),
    after TEXT CHECK (json_valid(after)),
    builds_on TEXT REFERENCES event (id),
    CHECK (before IS NOT NULL OR after IS NOT NULL)
) STRICT""",
)

_INDEXES = (
    "CREATE INDEX revision_text ON revision (text_sha256)",
    "CREATE INDEX statement_article ON statement (article_id)",
    "CREATE INDEX statement_state ON statement (state, id)",
    "CREATE INDEX span_statement ON span (statement_id)",
    "CREATE INDEX span_revision ON span (revision_id, start)",
    "CREATE INDEX capture_evidence ON capture (evidence_id)",
    "CREATE INDEX citation_statement ON citation (statement_id)",
    "CREATE INDEX citation_evidence ON citation (evidence_id)",
    "CREATE INDEX verdict_statement ON verdict (statement_id)",
    "CREATE INDEX verdict_supersedes ON verdict (supersedes)",
    "CREATE INDEX review_verdict ON review (verdict_id)",
    "CREATE INDEX change_row ON change (table_name, row_id, pk)",
    "CREATE INDEX change_statement ON change (statement_id, pk) WHERE statement_id IS NOT NULL",
    "CREATE INDEX change_event ON change (event_id)",
)


def _kept(table: str, verb: str) -> str:
    return (
        f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{table} rows are kept as they are'); END"
    )


_TRIGGERS = (
    *(_kept(table, verb) for table in ("event", "change") for verb in ("UPDATE", "DELETE")),
    _kept("blob", "UPDATE"),
)

STATEMENTS = (*_TABLES, *_INDEXES, *_TRIGGERS)
