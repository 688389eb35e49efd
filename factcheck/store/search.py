"""Search a desk: statements, articles and sources by their words and, statements, by facets.

The index is asked for as many rows as are counted, the newest first: so a common word costs no
more than a rare one. Where all words are rare, the best fitting come first instead.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.domain.search_hits import Hit, HitKind
from factcheck.domain.searching import Query
from factcheck.store.found import read_hits
from factcheck.store.search_match import Match, match_of
from factcheck.store.search_rows import Bounds, bounds, fits

if TYPE_CHECKING:
    from factcheck.store.desk import Desk

# So many are counted.
MOST_COUNTED = 1_000


@dataclass(frozen=True, slots=True)
class Section:
    """What was found of one kind; ``count`` over MOST_COUNTED says that there are more."""

    hits: tuple[Hit, ...]
    count: int


def search(desk: Desk, query: Query, limit: int) -> dict[HitKind, Section]:
    """Return at most ``limit`` hits of each kind, with how many there are.

    An operator other than before and after looks for statements alone. Raises FactcheckError where
    an operator names what the desk does not know.
    """
    if query == Query():
        return {}
    kinds = [HitKind.STATEMENT] if query.filters else list(HitKind)
    match = match_of(desk, query)
    between = bounds(desk, query)
    return {kind: _section(desk, kind, match, between, limit) for kind in kinds}


def _section(
    desk: Desk, kind: HitKind, match: Match, between: Bounds | None, limit: int
) -> Section:
    rows = fits(kind, between)
    sql = f"SELECT rowid FROM {rows.sql} ORDER BY rowid DESC LIMIT {MOST_COUNTED + 1}"
    found = [row[0] for row in desk.db.execute(sql, [match.text, *rows.values]).fetchall()]
    keys = found[:limit]
    if limit < len(found) and between is None and _all_rare(desk, kind, match, len(found)):
        best = f"SELECT rowid FROM {rows.sql} ORDER BY rank LIMIT ?"
        keys = [row[0] for row in desk.db.execute(best, [match.text, limit]).fetchall()]
    return Section(tuple(read_hits(desk, kind, match.query, keys)), len(found))


def _all_rare(desk: Desk, kind: HitKind, match: Match, found: int) -> bool:
    """Say whether bm25 is quick: it meets all rows of each word, also if few have all words."""
    if found > MOST_COUNTED or not match.query.is_plain:
        return False
    counted = f"SELECT count(*) FROM (SELECT 1 FROM {fits(kind, None).sql} LIMIT ?)"
    return len(match.phrases) == 1 or all(
        desk.db.execute(counted, [phrase, 2 * MOST_COUNTED]).fetchone()[0] < 2 * MOST_COUNTED
        for phrase in match.phrases
    )
