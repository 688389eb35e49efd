"""Tags and saved views; and, derived from the rest, what makes lists and search quick.

A ``line`` is what a list sorts a statement by. A ``cell`` is a combination of what lists are
filtered by, with the number of its statements: so any filter is counted by adding up cells, and
few statements are found by theirs. The ``…_words`` are searched.
"""

from __future__ import annotations

# How the index cuts words, and which beginnings of them it keeps.
_CUT = "tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'"


def _count(row: str) -> str:
    return (
        f"UPDATE cell SET total = total + 1 WHERE pk = {row}.cell;"
        f"INSERT INTO article_cell VALUES ({row}.article, {row}.cell, 1) "
        "ON CONFLICT DO UPDATE SET total = total + 1;"
    )


def _count_off(row: str) -> str:
    here = f"article = {row}.article AND cell = {row}.cell"
    return (
        f"UPDATE cell SET total = total - 1 WHERE pk = {row}.cell;"
        f"UPDATE article_cell SET total = total - 1 WHERE {here};"
        f"DELETE FROM article_cell WHERE {here} AND total = 0;"
    )


STATEMENTS = (
    """CREATE TABLE tag (
    pk INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    statement_id TEXT NOT NULL REFERENCES statement (id),
    word TEXT NOT NULL CHECK (trim(word) <> ''),
    created_at TEXT NOT NULL,
    UNIQUE (statement_id, word)
) STRICT""",
    "CREATE INDEX tag_word ON tag (word, statement_id)",
    """CREATE TABLE saved_view (
    pk INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL UNIQUE CHECK (trim(name) <> ''),
    address TEXT NOT NULL,
    created_at TEXT NOT NULL
) STRICT""",
    """CREATE TABLE cell (
    pk INTEGER PRIMARY KEY,
    state TEXT NOT NULL,
    kind TEXT NOT NULL,
    priority INTEGER NOT NULL,
    checker TEXT NOT NULL,
    outcome TEXT NOT NULL,
    some_sources INTEGER NOT NULL,
    primaries INTEGER NOT NULL,
    total INTEGER NOT NULL,
    UNIQUE (state, checker, outcome, kind, priority, some_sources, primaries)
) STRICT""",
    """CREATE TABLE line (
    pk INTEGER PRIMARY KEY REFERENCES statement (pk) ON DELETE CASCADE,
    cell INTEGER NOT NULL REFERENCES cell (pk),
    id TEXT NOT NULL,
    article INTEGER NOT NULL,
    start INTEGER NOT NULL,
    before INTEGER NOT NULL,
    words TEXT NOT NULL COLLATE NOCASE,
    due TEXT NOT NULL,
    outcome TEXT NOT NULL,
    checker TEXT NOT NULL,
    priority INTEGER NOT NULL,
    sources INTEGER NOT NULL,
    deadline TEXT NOT NULL,
    copied TEXT NOT NULL
) STRICT""",
    "CREATE INDEX line_cell ON line (cell)",
    "CREATE INDEX line_article ON line (article, start, before, id, pk, cell)",
    "CREATE INDEX line_words ON line (words, pk, cell)",
    "CREATE INDEX line_due ON line (due, pk, cell)",
    "CREATE INDEX line_outcome ON line (outcome, due, pk, cell)",
    "CREATE INDEX line_checker ON line (checker, due, pk, cell)",
    "CREATE INDEX line_priority ON line (priority, due, pk, cell)",
    "CREATE INDEX line_sources ON line (sources, due, pk, cell)",
    "CREATE INDEX line_deadline ON line (deadline, pk, cell)",
    "CREATE INDEX line_copied ON line (copied, pk, cell)",
    # How many statements of an article are in a cell.
    """CREATE TABLE article_cell (
    article INTEGER NOT NULL,
    cell INTEGER NOT NULL REFERENCES cell (pk),
    total INTEGER NOT NULL,
    PRIMARY KEY (article, cell)
) STRICT, WITHOUT ROWID""",
    f"CREATE TRIGGER line_come AFTER INSERT ON line BEGIN {_count('NEW')} END",
    f"CREATE TRIGGER line_gone AFTER DELETE ON line BEGIN {_count_off('OLD')} END",
    f"""CREATE TRIGGER line_moved AFTER UPDATE OF cell ON line WHEN OLD.cell <> NEW.cell
BEGIN {_count_off("OLD")} {_count("NEW")} END""",
    """CREATE TRIGGER statement_gone AFTER DELETE ON statement
BEGIN DELETE FROM statement_words WHERE rowid = OLD.pk; END""",
    """CREATE TRIGGER evidence_gone AFTER DELETE ON evidence
BEGIN DELETE FROM evidence_words WHERE rowid = OLD.pk; END""",
    """CREATE TRIGGER article_gone AFTER DELETE ON article
BEGIN DELETE FROM article_words WHERE rowid = OLD.pk; END""",
    f"""CREATE VIRTUAL TABLE statement_words USING fts5 (
    quote, reasoning, evidence, notes, {_CUT})""",
    f"""CREATE VIRTUAL TABLE evidence_words USING fts5 (
    title, said, {_CUT})""",
    f"""CREATE VIRTUAL TABLE article_words USING fts5 (
    title, text, {_CUT})""",
)
