"""Statements of a view, page by page, from their lines: quick on a desk of any size.

A view's filters choose cells, whose totals count it. Few statements are found by their cells and
sorted; many are met along the index of the order, where each takes a look at its cell.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from factcheck.domain.ids import ArticleId, StatementId, VerdictId
from factcheck.domain.model import Priority, ScaleStep
from factcheck.domain.queues import STALE_DAYS, Backing, Due, Group, Order, View
from factcheck.domain.searching import Field
from factcheck.domain.workflow import State
from factcheck.store.asking import query
from factcheck.store.lines import ENDED
from factcheck.store.lists import Steps
from factcheck.store.reads import STANDING
from factcheck.store.records import moment_of, moment_text
from factcheck.store.search_rows import Counting, counting, matching

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.store.desk import Desk

# So many are quicker sorted than met along an index.
_FEW = 8_000
# So many are passed along an index in the time in which one is found by its key and sorted.
_SORTED_SOONER = 3
_RANKS = {Priority.HIGH: 0, Priority.NORMAL: 1, Priority.LOW: 2}
_BACKING = {
    Backing.NONE: "some_sources = 0",
    Backing.SINGLE: "some_sources = 1",
    Backing.SECONDARY: "some_sources > 0 AND primaries = 0",
}
_COLUMNS = {
    Order.READING: ("article", "start", "before", "id"),
    Order.AGE: ("pk",),
    Order.WORDS: ("words", "pk"),
    Order.DUE: ("due", "pk"),
    Order.OUTCOME: ("outcome", "due", "pk"),
    Order.CHECKER: ("checker", "due", "pk"),
    Order.PRIORITY: ("priority", "due", "pk"),
    Order.EVIDENCE: ("sources", "due", "pk"),
}


@dataclass(frozen=True, slots=True)
class QueueLine:
    """One statement in a list, with its number in reading order.

    ``step`` is its verdict's, None while nothing is judged; ``quote`` holds all its words.
    """

    pk: int
    id: StatementId
    number: int
    article_id: ArticleId
    article_title: str
    quote: str
    state: State
    priority: Priority
    due_at: datetime | None
    step: ScaleStep | None
    verdict_id: VerdictId | None
    checker: str
    reviewer: str
    sources: int


@dataclass(frozen=True, slots=True)
class _Where:
    """Filters as SQL: on cells, and on lines; with the values of each in order."""

    cells: str
    lines: str
    of_cells: tuple[Any, ...]
    of_lines: tuple[Any, ...]

    @property
    def values(self) -> tuple[Any, ...]:
        """Return the values of both, cells first."""
        return self.of_cells + self.of_lines


class Listing:
    """The statements of a view at a moment, which decides what is overdue and stale."""

    def __init__(self, desk: Desk, view: View, now: datetime) -> None:
        self._db = desk.db
        self._view = view
        self._where = _where(desk, view, now)
        self._words = _by_words_alone(desk, view)
        self.total = self._count()

    def page(self, start: int, count: int) -> list[int]:
        """Return the local keys of the statements from place ``start`` on, at most ``count``.

        What lies behind the middle is read from the end.
        """
        _, columns = _way(self._view)
        count = max(0, min(count, self.total - start))
        from_end = start > self.total // 2
        offset = self.total - start - count if from_end else start
        way = "DESC" if self._view.descending is not from_end else "ASC"
        order = ", ".join(f"{name} {way}" for name in columns)
        source, values = self._source(offset + count)
        sql = f"SELECT pk FROM {source} ORDER BY {order} LIMIT ? OFFSET ?"
        found = self._db.execute(sql, [*values, count, offset]).fetchall()
        keys = [int(row[0]) for row in found]
        return keys[::-1] if from_end else keys

    def outcomes(self) -> dict[str, int]:
        """Count the statements by outcome, "" being those that nobody has judged."""
        where = self._where
        sql = f"SELECT outcome, sum(total) FROM cell WHERE {where.cells} GROUP BY outcome"
        if self._words:
            sql = f"SELECT DISTINCT outcome FROM cell WHERE {where.cells} AND total > 0"
            known = self._db.execute(sql, where.of_cells).fetchall()
            counts = {code: self._words.count(code) for (code,) in known}
            return {code: count for code, count in counts.items() if count}
        if where.lines:
            found = f"SELECT line.cell AS met, count(*) AS total FROM {self._narrowed()}"
            sql = f"""SELECT cell.outcome, sum(found.total) FROM ({found} GROUP BY line.cell) found
                JOIN cell ON cell.pk = met GROUP BY cell.outcome"""
        rows = self._db.execute(sql, where.values).fetchall()
        return {outcome: count for outcome, count in rows if count}

    def place_of(self, pk: int) -> int | None:
        """Return the place of a statement by its local key, None where it does not fit."""
        where, columns = self._where, ", ".join(_way(self._view)[1])
        fits = f"SELECT {columns} FROM line WHERE pk = ? AND {_in_cells(where)}{where.lines}"
        found = self._db.execute(fits, [pk, *where.values]).fetchone()
        if found is None:
            return None
        before = ">" if self._view.descending else "<"
        source, values = self._source(self.total // 2)
        sql = f"""SELECT count(*) FROM {source}
            AND ({columns}) {before} ({", ".join("?" * len(found))})"""
        return int(self._db.execute(sql, [*values, *found]).fetchone()[0])

    def _count(self) -> int:
        where = self._where
        if self._words:
            return self._words.count(self._view.outcome or None)
        sql = f"SELECT coalesce(sum(total), 0) FROM cell WHERE {where.cells}"
        if where.lines:
            sql = f"SELECT count(*) FROM {self._narrowed()}"
        return int(self._db.execute(sql, where.values).fetchone()[0])

    def _source(self, wanted: int) -> tuple[str, tuple[Any, ...]]:
        """Return the lines as SQL, with its values; ``wanted`` is how many are to be met.

        Where many are, a byte a cell says whether its lines fit: that is looked up in half the
        time of a list of cells.
        """
        where, (index, _) = self._where, _way(self._view)
        if self.total <= _FEW or self._is_far(wanted):
            return self._narrowed(), where.values
        if where.cells == "true":
            return f"line {index} WHERE true{where.lines}", where.of_lines
        source = f"line {index} WHERE substr(?, cell, 1) = x'01'{where.lines}"
        return source, (self._mask(), *where.of_lines)

    def _is_far(self, wanted: int) -> bool:
        """Say whether so many more lines would be passed on the way that all are sorted sooner."""
        if not self._where.lines:
            return False
        whole = self._db.execute("SELECT coalesce(max(pk), 0) FROM line").fetchone()[0]
        return bool(wanted * whole > _SORTED_SOONER * self.total**2)

    def _mask(self) -> bytes:
        """Return a byte for each cell, by its key from 1 on: 1 where its lines fit."""
        sql = f"SELECT pk FROM cell WHERE {self._where.cells} AND total > 0 ORDER BY pk"
        keys = [row[0] for row in self._db.execute(sql, self._where.of_cells).fetchall()]
        mask = bytearray(keys[-1] if keys else 0)
        for key in keys:
            mask[key - 1] = 1
        return bytes(mask)

    def _narrowed(self) -> str:
        """Return the lines by the way on which the fewest others are met."""
        where, index = self._where, _narrowest(self._view)
        if index:
            return f"line {index} WHERE {_in_cells(where)}{where.lines}"
        return (
            f"(SELECT pk AS chosen FROM cell WHERE {where.cells} AND total > 0) "
            f"CROSS JOIN line INDEXED BY line_cell ON line.cell = chosen WHERE true{where.lines}"
        )


def _way(view: View) -> tuple[str, tuple[str, ...]]:
    """Return the index along which the lines of a view are met in order, and its columns."""
    order = view.sorted_by()
    if view.group is Group.ARTICLE and order is Order.DUE:
        return "INDEXED BY line_article_due", ("article", "due", "pk")
    if order is Order.AGE:
        return "INDEXED BY line_age", _COLUMNS[order]
    if order is Order.DUE and view.overdue:
        # What is overdue has its due date for a deadline, and stands together here.
        return "INDEXED BY line_deadline", ("deadline", "pk")
    return f"INDEXED BY line_{_COLUMNS[order][0]}", _COLUMNS[order]


def fits(desk: Desk, view: View, now: datetime, pk: int) -> bool:
    """Say whether a statement is in a view, by its local key; nothing is counted for it."""
    where = _where(desk, view, now)
    sql = f"SELECT 1 FROM line WHERE pk = ? AND {_in_cells(where)}{where.lines}"
    return desk.db.execute(sql, [pk, *where.values]).fetchone() is not None


def _narrowest(view: View) -> str:
    """Return the way to a few lines; "" where it is by their cells."""
    if view.article is not None:
        return "INDEXED BY line_article"
    if view.tag or view.text:
        return "NOT INDEXED"  # but for the keys that the tag or the words have
    if view.overdue:
        return "INDEXED BY line_deadline"
    if view.due is not None:
        return "INDEXED BY line_due"
    return "INDEXED BY line_copied" if view.stale else ""


def _in_cells(where: _Where) -> str:
    if where.cells == "true":
        return "true"
    return f"cell IN (SELECT pk FROM cell WHERE {where.cells} AND total > 0)"


def _where(desk: Desk, view: View, now: datetime) -> _Where:
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
    if view.overdue or view.stale:
        # Their lines say the same; a look at the cell spares one at the line.
        cells.append((f"state NOT IN ({', '.join('?' * len(ENDED))})", ENDED))
    lines = _line_filters(desk, view, now)
    return _Where(
        cells=" AND ".join(clause for clause, _ in cells) or "true",
        lines="".join(f" AND {clause}" for clause, _ in lines),
        of_cells=tuple(value for _, values in cells for value in values),
        of_lines=tuple(value for _, values in lines for value in values),
    )


def _by_words_alone(desk: Desk, view: View) -> Counting | None:
    """Return what counts a view of which the index of words knows all that it asks for."""
    shape = View(order=view.order, descending=view.descending, group=view.group)
    if not view.text or replace(view, text="", state=None, kind=None, outcome="") != shape:
        return None
    return counting(desk, view.text, _facets(desk, replace(view, outcome="")))


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


def _line_filters(desk: Desk, view: View, now: datetime) -> list[tuple[str, tuple[object, ...]]]:
    found: list[tuple[str, tuple[object, ...]]] = []
    if view.article is not None:
        found.append(("article = (SELECT pk FROM article WHERE id = ?)", (view.article,)))
    if view.overdue:
        found.append(("deadline < ?", (moment_text(now),)))
    if view.due is not None:
        found.append(("due >= ? AND due < ?", tuple(map(moment_text, _days(view.due, now)))))
    if view.stale:
        found.append(("copied < ?", (moment_text(now - timedelta(days=STALE_DAYS)),)))
    if view.tag:
        tagged = "SELECT statement.pk FROM tag JOIN statement ON statement.id = statement_id"
        found.append((f"pk IN ({tagged} WHERE word = ?)", (view.tag,)))
    if view.text:
        found.append(matching(desk, view.text, _facets(desk, view)))
    return found


def _days(due: Due, now: datetime) -> tuple[datetime, datetime]:
    """Return when the days begin and end, in the zone of now."""
    today = now.replace(hour=0, minute=0, second=0, microsecond=0)
    if due is Due.TODAY:
        return today, today + timedelta(days=1)
    monday = today - timedelta(days=today.weekday())
    return monday, monday + timedelta(days=7)


_LINES = f"""SELECT line.pk, statement.id,
    (SELECT count(*) FROM line other WHERE other.article = line.article AND
        (other.start, other.before, other.id) <= (line.start, line.before, line.id)) AS number,
    article.id AS article_id, article.title,
    (SELECT group_concat(quote, ' … ') FROM (SELECT quote FROM span
        WHERE statement_id = statement.id ORDER BY revision_id DESC, start)) AS quote,
    statement.state, statement.priority, statement.due_at, verdict.scale_id, verdict.outcome,
    verdict.id AS verdict_id, line.checker, reviewer.name AS reviewer, line.sources
    FROM json_each(?) CROSS JOIN line ON line.pk = value
    JOIN statement ON statement.pk = line.pk JOIN article ON article.pk = line.article
    {STANDING} LEFT JOIN person reviewer ON reviewer.id = statement.reviewer_id
    ORDER BY json_each.key"""


def lines(desk: Desk, keys: Iterable[int]) -> list[QueueLine]:
    """Return the statements with these local keys, in this order; what is gone is left out."""
    steps = Steps(desk)
    rows = query(desk.db, _LINES, [json.dumps(list(keys))])
    return [_line(row, steps) for row in rows]


def _line(row: dict[str, Any], steps: Steps) -> QueueLine:
    return QueueLine(
        pk=row["pk"],
        id=StatementId(row["id"]),
        number=row["number"],
        article_id=ArticleId(row["article_id"]),
        article_title=row["title"],
        quote=row["quote"] or "",
        state=State(row["state"]),
        priority=Priority(row["priority"]),
        due_at=moment_of(row["due_at"]) if row["due_at"] else None,
        step=steps.find(row["scale_id"], row["outcome"]),
        verdict_id=row["verdict_id"],
        checker=row["checker"],
        reviewer=row["reviewer"] or "",
        sources=row["sources"],
    )
