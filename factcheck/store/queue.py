"""Statements of a view, page by page, from their lines: quick on a desk of any size.

A view's filters choose cells, whose totals count it, and keys. Few statements are found by what
is narrowest, and their keys kept and sorted; many are met along the index of the order, where each
takes a look at the bits of its cell and at the byte of its key.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from factcheck.domain.ids import ArticleId, StatementId, VerdictId
from factcheck.domain.model import Priority, ScaleStep
from factcheck.domain.queues import Group, Order, View
from factcheck.domain.workflow import State
from factcheck.store.asking import query
from factcheck.store.cells import OF_PAIRS, PAIR, PAIR_OF_LINE, Test
from factcheck.store.filters import Where, all_of, where, whole_words
from factcheck.store.keys import lacking, mask, mask_of, numbers, pieces
from factcheck.store.lists import Steps
from factcheck.store.reads import STANDING
from factcheck.store.records import moment_of
from factcheck.store.search_rows import with_outcome

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.store.desk import Desk
    from factcheck.store.keys import Filter

# So many are passed along an index in the time in which one is found by its key and sorted.
_SORTED_SOONER = 40
# Of so many the cells are read in the time in which the index of words counts all outcomes.
_MANY = 50_000
# In the time in which one is asked whether it has some words, so many that have them are found.
_FOUND_SOONER = 300
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
# Between which values of a column the lines of some cells are; cells count sources to two.
_ENDS = {
    **{name: f"min({name}), max({name})" for name in ("outcome", "checker", "priority")},
    "sources": "min(some_sources), iif(max(some_sources) < 2, max(some_sources), 1 << 60)",
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


class Listing:
    """The statements of a view at a moment, which decides what is overdue and stale."""

    def __init__(self, desk: Desk, view: View, now: datetime) -> None:
        self._desk = desk
        self._view = view
        self._where = where(desk, view, now)
        self.total = desk.totals.get(self._where, self._count)

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
        keys: list[int] = []
        for source, values in self._sources(order, offset + count):
            sql = f"pk FROM (SELECT pk FROM {source} ORDER BY {order} LIMIT ? OFFSET ?)"
            keys = [*numbers(self._desk, sql, [*values, count, offset])]
            if len(keys) == count:
                break
        return keys[::-1] if from_end else keys

    def outcomes(self) -> dict[str, int]:
        """Count the statements by outcome, "" being those that nobody has judged."""
        many = self._where.alone and self.total > _MANY
        ask = self._outcomes_by_words if many and self._view.text else self._outcomes_by_pairs
        counts = self._desk.totals.get((self._where, "outcomes"), ask)
        return {outcome: count for outcome, count in counts.items() if count}

    def place_of(self, pk: int) -> int | None:
        """Return the place of a statement by its local key, None where it does not fit."""
        columns = ", ".join(_way(self._view)[1])
        found = _one(self._desk, self._where, pk, columns)
        if found is None:
            return None
        before = ">" if self._view.descending else "<"
        source, values = self._source(self.total // 2)
        sql = f"""SELECT count(*) FROM {source}
            AND ({columns}) {before} ({", ".join("?" * len(found))})"""
        return int(self._desk.db.execute(sql, [*values, *found]).fetchone()[0])

    def _count(self) -> int:
        where = self._where
        if not where.lines:
            return self._in_cells()
        if where.alone:
            return self._size(where.lines[0])
        if where.lacking is None:
            source, values = self._narrowed()
            return self._number(f"SELECT count(*) FROM {source}", values)
        if where.cells == "true":
            return self._in_cells() - len(lacking(self._desk, where.lacking))
        source, values = self._left_out(where.lacking)
        return self._in_cells() - self._number(f"SELECT count(*) FROM {source}", values)

    def _in_cells(self) -> int:
        """Count the lines whose cells fit."""
        sql = f"SELECT coalesce(sum(total), 0) FROM cell WHERE {self._where.cells}"
        return self._number(sql, self._where.values)

    def _whole(self) -> int:
        """Return about how many lines there are on the desk."""
        return self._number("SELECT coalesce(max(pk), 0) FROM line", ())

    def _size(self, one: Filter) -> int:
        return self._number(f"SELECT count(*) FROM (SELECT {one.keys})", one.values)

    def _number(self, sql: str, values: Sequence[object]) -> int:
        return int(self._desk.db.execute(sql, list(values)).fetchone()[0])

    def _outcomes_by_words(self) -> dict[str, int]:
        """Count all outcomes but the one that most cells have: that is what remains.

        All words with the same beginning are gathered anew for each; a whole one is looked up.
        """
        sql = f"""SELECT outcome FROM cell WHERE {self._where.cells} AND total > 0
            GROUP BY outcome ORDER BY sum(total)"""
        codes = [row[0] for row in self._desk.db.execute(sql, self._where.values).fetchall()]
        words, whole = self._where.lines[0], whole_words(self._desk, self._view)
        if whole is not None and self._size(whole) == self.total:
            words = whole
        counts = {code: self._size(with_outcome(words, code)) for code in codes[:-1]}
        return counts | {code: self.total - sum(counts.values()) for code in codes[-1:]}

    def _outcomes_by_pairs(self) -> dict[str, int]:
        outcomes = dict(self._desk.db.execute(f"SELECT {PAIR}, outcome FROM cell").fetchall())
        counts: Counter[str] = Counter()
        for pair, count in self._by_pair().items():
            counts[outcomes[pair]] += count
        return counts

    def _by_pair(self) -> Counter[int]:
        """Count the lines that fit, by their pairs of checker and outcome."""
        where = self._where
        if where.lines and where.lacking is None:
            source, values = self._narrowed()
            return Counter(numbers(self._desk, f"{PAIR_OF_LINE} FROM {source}", values))
        sql = f"SELECT {PAIR}, sum(total) FROM cell WHERE {where.cells} GROUP BY 1"
        counts = Counter(dict(self._desk.db.execute(sql, where.values).fetchall()))
        if where.lacking is not None:
            source, values = self._left_out(where.lacking)
            counts.subtract(numbers(self._desk, f"{PAIR_OF_LINE} FROM {source}", values))
        return counts

    def _left_out(self, one: Filter) -> tuple[str, list[Any]]:
        """Return the lines whose cells fit but which a filter leaves out."""
        source, values = _listed(lacking(self._desk, one), "line INDEXED BY line_age")
        conditions, others = all_of(self._of_cells())
        return f"{source} AND {conditions}", [*values, *others]

    def _sources(self, order: str, wanted: int) -> Iterator[tuple[str, list[Any]]]:
        """Yield lines as SQL, with its values: there may be too few in all but the last.

        Where most have the words, some are asked whether they do.
        """
        near = 2 * wanted * self._in_cells() // max(1, self.total)
        if self._where.alone and self._view.text and _FOUND_SOONER * near < self.total:
            (words,), (index, columns) = self._where.lines, _way(self._view)
            conditions, values = all_of([*self._where.bits, *self._of_pairs(columns[0])])
            shown = ", ".join({"pk": "", **dict.fromkeys(columns)})
            lines = f"SELECT {shown} FROM line INDEXED BY {index} WHERE {conditions}"
            yield (
                f"({lines} ORDER BY {order} LIMIT {near}) near WHERE {words.condition}",
                [*values, *words.values],
            )
        yield self._source(wanted)

    def _source(self, wanted: int) -> tuple[str, list[Any]]:
        """Return the lines by the way that is quickest: few are sorted, many met in order.

        ``wanted`` is how many of them are to be met.
        """
        where, (index, columns) = self._where, _way(self._view)
        if wanted * self._whole() > _SORTED_SOONER * self.total**2:
            return _listed(self._desk.masks.get((where, "keys"), self._keys))
        tests: list[Test] = [
            (one.condition, one.values) for one in where.lines if one.index == index
        ]
        tests += _among(self._desk, [one for one in where.lines if one.index != index])
        pairs = [] if where.alone else self._of_pairs(columns[0])
        # What is seen soonest comes first, then that of which the fewest remain.
        others = pairs + tests if where.lacking else tests + pairs
        conditions, values = all_of([*where.bits, *others])
        return f"line INDEXED BY {index} WHERE {conditions}", values

    def _keys(self) -> list[int]:
        """Return the local keys of all that fit: in their order, for so they are found sooner."""
        source, values = self._narrowed()
        return sorted(numbers(self._desk, f"line.pk FROM {source}", values))

    def _narrowed(self) -> tuple[str, list[Any]]:
        """Return the lines by the way on which the fewest others are met."""
        where = self._where
        if not where.lines or where.lacking is not None:
            cells = f"(SELECT pk AS found FROM cell WHERE {where.cells} AND total > 0)"
            source = f"{cells} CROSS JOIN line INDEXED BY line_cell ON line.cell = found"
            conditions, values = all_of(_among(self._desk, where.lines))
            return f"{source} WHERE {conditions}", [*where.values, *values]
        first, *others = where.lines
        source, values = _with_cells(first)
        tests = [] if where.alone else self._of_cells()
        conditions, more = all_of([*tests, *_among(self._desk, others)])
        return f"{source} AND {conditions}", [*values, *more]

    def _of_cells(self) -> list[Test]:
        """Return how to see of a line that its cell fits."""
        return [*self._where.bits, *self._of_pairs()]

    def _of_pairs(self, first: str = "") -> list[Test]:
        """Return how to see of a line that its checker and outcome fit.

        If lines are met along a column of which cells tell, only between those that fit.
        """
        where, tests = self._where, list[Test]()
        if where.pairs:
            conditions, values = all_of(where.pairs)
            found = pieces(self._desk, f"{PAIR} FROM cell WHERE {conditions}", values)
            tests.append((OF_PAIRS, (mask(found),)))
        if first in _ENDS and where.cells != "true":
            sql = f"SELECT {_ENDS[first]} FROM cell WHERE {where.cells} AND total > 0"
            ends = self._desk.db.execute(sql, where.values).fetchone()
            tests.append((f"{first} BETWEEN ? AND ?", ends))
        return tests


def _with_cells(one: Filter) -> tuple[str, list[Any]]:
    """Return the lines that a filter leaves, by way of an index that tells their cells."""
    if one.index:
        return f"line INDEXED BY {one.index} WHERE {one.condition}", [*one.values]
    source = f"(SELECT {one.keys}) CROSS JOIN line INDEXED BY line_age ON pk = chosen"
    return f"{source} WHERE true", [*one.values]


def _listed(keys: list[int], lines: str = "line") -> tuple[str, list[Any]]:
    """Return the lines with these local keys."""
    chosen = "(SELECT value AS chosen FROM json_each(?))"
    return f"{chosen} CROSS JOIN {lines} ON line.pk = chosen WHERE true", [json.dumps(keys)]


def _among(desk: Desk, filters: Sequence[Filter]) -> list[Test]:
    """Return how to see of a line that all these filters leave it."""
    return [("substr(?, pk, 1) = x'01'", (mask_of(desk, filters),))] if filters else []


def _way(view: View) -> tuple[str, tuple[str, ...]]:
    """Return the index along which the lines of a view are met in order, and its columns."""
    order = view.sorted_by()
    if view.group is Group.ARTICLE and order is Order.DUE:
        return "line_article_due", ("article", "due", "pk")
    if order is Order.AGE:
        return "line_age", _COLUMNS[order]
    if order is Order.DUE and view.overdue:
        # What is overdue has its due date for a deadline, and stands together here.
        return "line_deadline", ("deadline", "pk")
    return f"line_{_COLUMNS[order][0]}", _COLUMNS[order]


def fits(desk: Desk, view: View, now: datetime, pk: int) -> bool:
    """Say whether a statement is in a view, by its local key; nothing is counted for it."""
    return _one(desk, where(desk, view, now, of_all=False), pk, "pk") is not None


def _one(desk: Desk, where: Where, pk: int, columns: str) -> tuple[Any, ...] | None:
    """Return columns of a line by its local key, None where it does not fit."""
    conditions = "".join(f" AND {each.condition}" for each in where.lines)
    sql = f"""SELECT {columns} FROM line WHERE pk = ?{conditions}
        AND EXISTS (SELECT 1 FROM cell WHERE pk = line.cell AND {where.cells})"""
    values = [value for each in where.lines for value in each.values]
    found: tuple[Any, ...] | None = desk.db.execute(sql, [pk, *values, *where.values]).fetchone()
    return found


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
