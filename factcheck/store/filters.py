"""The filters of a view as SQL: what cells know, and what must be looked for line by line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from factcheck.domain.model import Priority
from factcheck.domain.queues import STALE_DAYS, Backing, Due, View
from factcheck.domain.searching import Field
from factcheck.store.keys import Filter
from factcheck.store.records import moment_text
from factcheck.store.search_rows import lacking, matching

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.store.desk import Desk

_RANKS = {Priority.HIGH: 0, Priority.NORMAL: 1, Priority.LOW: 2}
_BACKING = {
    Backing.NONE: "some_sources = 0",
    Backing.SINGLE: "some_sources = 1",
    Backing.SECONDARY: "some_sources > 0 AND primaries = 0",
}
_TAGGED = "FROM tag JOIN statement ON statement.id = statement_id WHERE"


@dataclass(frozen=True, slots=True)
class Where:
    """A condition on cells with its values, "true" for none; and filters of lines.

    Those with an index come first. ``alone``: there is one, whose keys are all that fit.
    """

    cells: str
    values: tuple[Any, ...]
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
    cells: list[tuple[str, tuple[object, ...]]] = [
        *_equal("state", view.state),
        *_equal("outcome", view.outcome),
        *_equal("kind", view.kind),
        *_equal("priority", None if view.priority is None else _RANKS[view.priority]),
        *_equal("checker", view.checker),
    ]
    if view.not_checker:
        cells.append(("checker <> ?", (view.not_checker,)))
    if view.backing is not None:
        cells.append((_BACKING[view.backing], ()))
    lines = (*_by_columns(view, now), *_by_keys(desk, view, of_all=of_all))
    known = not cells or _known_by_words(view)
    return Where(
        cells=" AND ".join(clause for clause, _ in cells) or "true",
        values=tuple(value for _, values in cells for value in values),
        lines=lines,
        alone=len(lines) == 1 and not lines[0].lacking and known,
    )


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


def _equal(name: str, value: object) -> list[tuple[str, tuple[object, ...]]]:
    return [(f"{name} = ?", (value,))] if value not in {None, ""} else []


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
    words = matching(desk, view.text, _facets(desk, view)) if view.text else None
    if words is not None:
        yield (of_all and lacking(desk, view.text)) or words


def _days(due: Due, now: datetime) -> tuple[datetime, datetime]:
    """Return when the days begin and end, in the zone of now."""
    today = now.replace(hour=0, minute=0, second=0, microsecond=0)
    if due is Due.TODAY:
        return today, today + timedelta(days=1)
    monday = today - timedelta(days=today.weekday())
    return monday, monday + timedelta(days=7)
