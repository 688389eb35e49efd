"""Rows of the file and records of the domain, turned into each other by the records' annotations.

Moments are kept as UTC text of fixed width, so that they sort as they follow each other.
"""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import UTC, datetime
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, get_args, get_type_hints

from factcheck.domain import model, queues, stamps, visits
from factcheck.domain.dates import PartialDate

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Cell = str | int | None
Row = dict[str, Cell]
R = TypeVar("R")

RECORDS: dict[str, type] = {
    "desk": model.Desk,
    "person": model.Person,
    "scale": model.Scale,
    "article": model.Article,
    "revision": model.Revision,
    "statement": model.Statement,
    "span": model.Span,
    "evidence": model.Evidence,
    "capture": model.Capture,
    "reading": model.Reading,
    "citation": model.Citation,
    "verdict": model.Verdict,
    "review": model.Review,
    "tick": model.Tick,
    "note": model.Note,
    "scale_choice": model.ScaleChoice,
    "tag": model.Tag,
    "saved_view": queues.SavedView,
    "visit": visits.Visit,
    "web_ban": visits.WebBan,
    "stamp": stamps.Stamp,
}
# What a field of a listed record says while nothing is known.
_EMPTY = ("", None)
_TABLES = {record: table for table, record in RECORDS.items()}


def table_of(record: type) -> str:
    """Return the name of the table that holds such records."""
    return _TABLES[record]


def columns_of(table: str) -> tuple[str, ...]:
    """Return the columns that are part of the record: all but the local key."""
    return tuple(field.name for field in fields(RECORDS[table]))


def read(record: type[R], row: Mapping[str, Any]) -> R:
    """Make a record of a row; columns that the record lacks are passed over."""
    kind: type = record
    return record(**{name: decode(row[name]) for name, decode in _decoders(kind)})


def write(record: object) -> Row:
    """Make a row of a record."""
    kind: type = type(record)
    return {name: cell(getattr(record, name)) for name, _ in _decoders(kind)}


def look_at_all() -> None:
    """Look at the annotations of all records now, which else is done as the first one is read."""
    for record in RECORDS.values():
        _decoders(record)


def cell(value: object) -> Cell:
    """Return what stands in the file for one value of a record."""
    match value:
        case None | str():
            return value if value is None else str(value)
        case int():
            return int(value)
        case datetime():
            return moment_text(value)
        case PartialDate():
            return str(value)
        case tuple():
            return json.dumps([_plain(item) for item in value], ensure_ascii=False)
    raise TypeError(f"no column holds a {type(value).__name__}")


def moment_text(moment: datetime) -> str:
    """Write a moment as UTC with milliseconds, "2026-11-23T15:00:00.000Z"."""
    text = moment.astimezone(UTC).isoformat(timespec="milliseconds")
    return text.replace("+00:00", "Z")


def moment_of(text: str) -> datetime:
    """Read what ``moment_text`` wrote."""
    return datetime.fromisoformat(text)


def _plain(item: object) -> object:
    if isinstance(item, str):
        return item
    known = fields(item)  # type: ignore[arg-type]
    values = [getattr(item, field.name) for field in known]
    # Left out while empty: the lists that older desks keep end before such fields.
    while values and known[len(values) - 1].default in _EMPTY and values[-1] in _EMPTY:
        values.pop()
    return values


@cache
def _decoders(record: type) -> tuple[tuple[str, Callable[[Any], Any]], ...]:
    hints = get_type_hints(record)
    return tuple((field.name, _decoder(hints[field.name])) for field in fields(record))


def _decoder(hint: object) -> Callable[[Any], Any]:
    kinds = [kind for kind in get_args(hint) if kind is not type(None)]
    if type(None) in get_args(hint):
        inner = _decoder(kinds[0])
        return lambda value: None if value is None else inner(value)
    if kinds:
        return _list_decoder(kinds[0])
    if isinstance(hint, type) and issubclass(hint, StrEnum | bool):
        return hint
    if hint is datetime:
        return moment_of
    return PartialDate.from_iso if hint is PartialDate else _as_it_is


def _list_decoder(kind: type) -> Callable[[Any], Any]:
    if kind is str:
        return lambda text: tuple(json.loads(text))
    decoders = [decode for _, decode in _decoders(kind)]
    return lambda text: tuple(
        kind(*(decode(value) for decode, value in zip(decoders[: len(item)], item, strict=True)))
        for item in json.loads(text)
    )


def _as_it_is(value: Cell) -> Cell:
    return value
