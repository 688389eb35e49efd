"""The marks of one article in memory, numbered in reading order; a change re-reads few of them.

The numbers are those of the store's ``numbered``: by the first word, the longer first where two
begin together, then by id.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from factcheck.domain.ids import StatementId
    from factcheck.store.lists import MarkRow


class _Place(NamedTuple):
    start: int
    before_shorter: int
    statement: StatementId


class Marks:
    """All spans of a revision, by statement. Numbers begin with 1."""

    def __init__(self, rows: Iterable[MarkRow] = ()) -> None:
        self._rows: dict[StatementId, list[MarkRow]] = {}
        for row in rows:
            self._rows.setdefault(row.statement_id, []).append(row)
        self._order = sorted(_place(rows) for rows in self._rows.values())

    def __len__(self) -> int:
        """Return how many statements there are."""
        return len(self._order)

    def __iter__(self) -> Iterator[tuple[int, MarkRow]]:
        """Yield each span with the number of its statement, statement by statement."""
        for number, place in enumerate(self._order, start=1):
            for row in self._rows[place.statement]:
                yield number, row

    def replace(self, statements: Collection[StatementId], rows: Iterable[MarkRow]) -> None:
        """Put what was read anew in place of what these statements had."""
        for statement in statements:
            old = self._rows.pop(statement, None)
            if old is not None:
                del self._order[bisect_left(self._order, _place(old))]
        fresh = Marks(rows)
        self._rows |= fresh._rows
        for place in fresh._order:
            insort(self._order, place)

    def number_of(self, statement: StatementId | None) -> int | None:
        """Return a statement's number, None if it is not here."""
        rows = self._rows.get(statement) if statement else None
        return None if rows is None else bisect_left(self._order, _place(rows)) + 1

    def at(self, number: int) -> MarkRow | None:
        """Return the first span of the statement with this number, None if there is none."""
        if not 1 <= number <= len(self._order):
            return None
        return self._rows[self._order[number - 1].statement][0]

    def firsts(self) -> Iterator[MarkRow]:
        """Yield one span of each statement, in reading order."""
        for place in self._order:
            yield self._rows[place.statement][0]


def _place(rows: list[MarkRow]) -> _Place:
    start, end = min(row.start for row in rows), max(row.end for row in rows)
    return _Place(start, -end, rows[0].statement_id)
