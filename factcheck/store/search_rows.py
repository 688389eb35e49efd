"""Which rows of a search index fit a query: those with its words, made between its dates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from factcheck.domain.ids import earliest_id
from factcheck.domain.search_hits import HitKind
from factcheck.domain.searching import Query, parse
from factcheck.store.search_match import match_of

if TYPE_CHECKING:
    from factcheck.domain.dates import PartialDate
    from factcheck.store.desk import Desk

# Local keys go up with time but where something was undone and done again, which happens soon.
_SOON = timedelta(days=31)
_NEVER = "~"  # sorts behind all ids


def matching(desk: Desk, text: str) -> tuple[str, tuple[str, ...]]:
    """Return which lines have what was typed as a clause of SQL on ``pk``, with its values.

    Raises FactcheckError for what can't be read.
    """
    query = parse(text, typing=True)
    if query == Query():
        return "true", ()
    found = fits(HitKind.STATEMENT, bounds(desk, query))
    match = match_of(desk, query)
    return f"pk IN (SELECT rowid FROM {found.sql})", (match.text, *found.values)


@dataclass(frozen=True, slots=True)
class Bounds:
    """Between which ids something was made: after the first, before the second."""

    first: str = ""
    last: str = _NEVER
    about_first: str = ""
    about_last: str = _NEVER


@dataclass(frozen=True, slots=True)
class Fits:
    """Table and condition with a place for the match, and the values behind it."""

    sql: str
    values: tuple[str, ...]


def fits(kind: HitKind, between: Bounds | None) -> Fits:
    """Return which rows of one kind fit, and were made between ids."""
    table = f"{kind}_words"
    sql = f"{table} WHERE {table} MATCH ?"
    if between is None:
        return Fits(sql, ())
    near = f"SELECT pk FROM {kind} WHERE id < ? ORDER BY id DESC LIMIT 1"
    return Fits(
        f"""{sql} AND rowid > coalesce(({near}), 0) AND rowid <= ({near}) AND EXISTS
        (SELECT 1 FROM {kind} WHERE pk = {table}.rowid AND id >= ? AND id < ?)""",
        (between.about_first, between.about_last, between.first, between.last),
    )


def bounds(desk: Desk, query: Query) -> Bounds | None:
    """Return between which ids to look; a row's id tells when it was made."""
    if query.before is None and query.after is None:
        return None
    zone = ZoneInfo(desk.row().time_zone)
    between = Bounds()
    if query.after is not None:
        end = _end(query.after, zone)
        between = Bounds(earliest_id(end), about_first=earliest_id(end - _SOON))
    if query.before is not None:
        start = _start(query.before, zone)
        between = Bounds(
            between.first, earliest_id(start), between.about_first, earliest_id(start + _SOON)
        )
    return between


def _start(day: PartialDate, zone: ZoneInfo) -> datetime:
    """Return when a day, month or year begins; of one far away a moment as far away."""
    year = min(max(day.year, 1971), 9998)
    return datetime(year, day.month or 1, day.day or 1, tzinfo=zone).astimezone(UTC)


def _end(day: PartialDate, zone: ZoneInfo) -> datetime:
    start = _start(day, zone).astimezone(zone)
    if day.day is not None:
        following = start + timedelta(days=1)
    elif day.month is not None:
        following = (start + timedelta(days=31)).replace(day=1)
    else:
        following = start.replace(year=start.year + 1)
    return following.astimezone(UTC)
