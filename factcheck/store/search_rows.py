"""Which rows of a search index fit a query: those with its words, made between its dates."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from factcheck.domain.ids import earliest_id
from factcheck.domain.search_hits import HitKind
from factcheck.domain.searching import Field, Query, parse
from factcheck.store.keys import Filter
from factcheck.store.search_match import match_of
from factcheck.store.words import facet

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.domain.dates import PartialDate
    from factcheck.store.desk import Desk

# Local keys go up with time but where something was undone and done again, which happens soon.
_SOON = timedelta(days=31)
_NEVER = "~"  # sorts behind all ids
# All statements have a state.
_EVERY = f'"{facet(Field.STATE, "")}"*'
_NEWEST = 4_000  # are looked at to tell whether nearly all have some words


def matching(
    desk: Desk, text: str, facets: Mapping[Field, str], *, whole: bool = False
) -> Filter | None:
    """Return what was typed as a filter of lines, None where any will do.

    ``facets`` are what else they must have, as far as the index knows: so fewer are met.
    ``whole``: no word goes on behind what was typed of it. Raises FactcheckError for what can't
    be read.
    """
    query = parse(text, typing=True)
    if query == Query():
        return None
    if whole:
        query = replace(query, words=tuple(replace(each, open=False) for each in query.words))
    found = fits(HitKind.STATEMENT, bounds(desk, query))
    return Filter(
        condition=f"EXISTS (SELECT 1 FROM {found.sql} AND rowid = pk)",
        keys=f"rowid AS chosen FROM {found.sql}",
        values=(_having(match_of(desk, query).text, facets), *found.values),
    )


def lacking(desk: Desk, text: str, facets: Mapping[Field, str]) -> Filter | None:
    """Return the same filter with the keys that it leaves out, None unless nearly all have it.

    Of those without some of the facets only some are named.
    """
    words = matching(desk, text, {})
    if words is None or len(words.values) > 1:
        return None
    match = words.values[0]
    if not desk.totals.get(match, partial(_nearly_all_have, desk, match)):
        return None
    others = f"({_with(facets) or _EVERY}) NOT {match}"
    return replace(words, condition=f"NOT {words.condition}", values=(others,), lacking=True)


def _nearly_all_have(desk: Desk, match: str) -> bool:
    """Say whether of the newest statements only a tenth, at most, lacks some words."""
    sql = fits(HitKind.STATEMENT, None).sql
    newest = f"SELECT rowid FROM {sql} ORDER BY rowid DESC LIMIT 1 OFFSET ?"
    found = desk.db.execute(newest, [match, _NEWEST]).fetchone()
    last = desk.db.execute("SELECT max(pk) FROM line").fetchone()[0]
    return found is not None and last - found[0] < _NEWEST * 10 // 9


def with_outcome(words: Filter, outcome: str) -> Filter:
    """Return a filter by words for those of an outcome alone, "" being no verdict."""
    match, *between = words.values
    return replace(words, values=(_having(match, {Field.VERDICT: outcome}), *between))


def _having(match: str, facets: Mapping[Field, str]) -> str:
    return " AND ".join(filter(None, (f"({match})", _with(facets))))


def _with(facets: Mapping[Field, str]) -> str:
    return " AND ".join(f'"{facet(field, value)}"' for field, value in facets.items())


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
