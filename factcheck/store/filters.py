"""The filters of a view as SQL: what cells know, and what must be looked for line by line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from factcheck.domain.model import Priority
from factcheck.domain.queues import STALE_DAYS, Backing, Due, View
from factcheck.domain.searching import Field
from factcheck.store.cells import UNDER_WAY, Test, are, is_some
from factcheck.store.keys import Filter
from factcheck.store.records import moment_text
from factcheck.store.search_rows import lacking, matching

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcheck.store.desk import Desk

_RANKS = {Priority.HIGH: 0, Priority.NORMAL: 1, Priority.LOW: 2}
_BACKING = {
    Backing.NONE: {"some_sources": 0},
    Backing.SINGLE: {"some_sources": 1},
    Backing.SECONDARY: {"primaries": 0},
    None: {},
}
_SOURCED = {Backing.SINGLE, Backing.SECONDARY}
_TAGGED = "FROM tag JOIN statement ON statement.id = statement_id WHERE"


@dataclass(frozen=True, slots=True)
class Where:
    """A condition on cells with its values, "true" for none; and filters of lines.

    ``bits`` and ``pairs`` are the same as it is seen of the number of a line's cell: by its bits,
    and by which pairs of checker and outcome fit, as SQL for cells. Those of ``lines`` with an
    index come first. ``alone``: there is one, whose keys are all that fit.
    """

    cells: str
    values: tuple[Any, ...]
    bits: tuple[Test, ...]
    pairs: tuple[Test, ...]
    lines: tuple[Filter, ...]
    alone: bool

    @property
    def lacking(self) -> Filter | None:
        """The one filter of lines, if it is better counted what it leaves out."""
        return self.lines[0] if len(self.lines) == 1 and self.lines[0].lacking else None


def where(desk: Desk, view: View, now: datetime, *, of_all: bool = True) -> Where:
    """Return the filters of a view. Raises FactcheckError where its text can't be read.

    ``of_all``: by the way that is quickest for all lines, which takes a look at the desk.
    """
    bits, pairs = tuple(_by_bits(view)), tuple(_by_pairs(view))
    cells, values = all_of([*((test.replace("cell", "pk"), of) for test, of in bits), *pairs])
    lines = (*_by_columns(view, now), *_by_keys(desk, view, of_all=of_all))
    known = cells == "true" or _known_by_words(view)
    ongoing = (UNDER_WAY,) if view.overdue or view.stale else ()
    return Where(
        cells=cells,
        values=tuple(values),
        bits=(*bits, *ongoing),
        pairs=pairs,
        lines=lines,
        alone=len(lines) == 1 and not lines[0].lacking and known,
    )


def all_of(tests: Iterable[Test]) -> tuple[str, list[Any]]:
    """Return conditions as one, with their values."""
    known = list(tests)
    conditions = " AND ".join(condition for condition, _ in known) or "true"
    return conditions, [value for _, values in known for value in values]


def whole_words(desk: Desk, view: View) -> Filter | None:
    """Return the filter by words of a view, as if what was typed were whole words."""
    return matching(desk, view.text, _facets(desk, view), whole=True)


def _known_by_words(view: View) -> bool:
    """Say whether the index of words knows all facets of cells that a view asks for."""
    unknown = (view.priority, view.checker, view.not_checker, view.backing)
    return bool(view.text) and unknown == (None, "", "", None)


def _facets(desk: Desk, view: View) -> dict[Field, str]:
    """Return what the index of words knows of what a view asks for.

    A person may be named there for having checked it, or reviewed it.
    """
    people = desk.db.execute("SELECT pk FROM person WHERE name = ?", [view.checker]).fetchall()
    facets = {
        Field.STATE: view.state or "",
        Field.KIND: view.kind or "",
        Field.VERDICT: view.outcome,
        Field.PERSON: str(people[0][0]) if len(people) == 1 else "",
    }
    return {field: value for field, value in facets.items() if value}


def _by_bits(view: View) -> Iterator[Test]:
    priority = None if view.priority is None else _RANKS[view.priority]
    asked = {"state": view.state, "kind": view.kind, "priority": priority, **_BACKING[view.backing]}
    if wanted := {name: value for name, value in asked.items() if value is not None}:
        yield are(**wanted)
    if view.backing is Backing.SECONDARY:
        yield is_some("some_sources")


def _by_pairs(view: View) -> Iterator[Test]:
    asked = {"outcome =": view.outcome, "checker =": view.checker, "checker <>": view.not_checker}
    yield from ((f"{clause} ?", (value,)) for clause, value in asked.items() if value)


def _by_columns(view: View, now: datetime) -> Iterator[Filter]:
    if view.article is not None:
        article = "article = (SELECT pk FROM article WHERE id = ?)"
        yield _column("line_article", article, view.article)
    if view.overdue:
        # What has ended has no deadline.
        yield _column("line_deadline", "deadline < ?", moment_text(now))
    if view.due is not None:
        yield _column("line_due", "due >= ? AND due < ?", *map(moment_text, _days(view.due, now)))
    if view.stale:
        oldest = moment_text(now - timedelta(days=STALE_DAYS))
        yield _column("line_copied", "copied < ?", oldest)


def _column(index: str, condition: str, *values: str) -> Filter:
    keys = f"pk AS chosen FROM line INDEXED BY {index} WHERE {condition}"
    return Filter(condition, keys, values, index)


def _by_keys(desk: Desk, view: View, *, of_all: bool) -> Iterator[Filter]:
    if view.tag:
        condition = f"EXISTS (SELECT 1 {_TAGGED} statement.pk = line.pk AND word = ?)"
        yield Filter(condition, f"statement.pk AS chosen {_TAGGED} word = ?", (view.tag,))
    facets = _facets(desk, view) if view.text else {}
    words = matching(desk, view.text, facets) if view.text else None
    if words is not None:
        sourced = {Field.HAS: "evidence"} if view.backing in _SOURCED else {}
        yield (of_all and lacking(desk, view.text, facets | sourced)) or words


def _days(due: Due, now: datetime) -> tuple[datetime, datetime]:
    """Return when the days begin and end, in the zone of now."""
    today = now.replace(hour=0, minute=0, second=0, microsecond=0)
    if due is Due.TODAY:
        return today, today + timedelta(days=1)
    monday = today - timedelta(days=today.weekday())
    return monday, monday + timedelta(days=7)
