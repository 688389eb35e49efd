"""The marks of one article in memory, numbered in reading order; a change re-reads few of them.

The numbers are those of the store's ``numbered``: by the first word, the longer first where two
begin together, then by id.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from factcheck.ui.rows import done_tone

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from factcheck.domain.ids import StatementId
    from factcheck.store.lists import MarkRow


class _Place(NamedTuple):
    start: int
    before_shorter: int
    statement: StatementId


class Marks:
    """All spans of a revision, by statement. Numbers begin with 1.

    ``tones`` counts the statements by the tone of what is judged or done, "" for the others.
    """

    def __init__(self, rows: Iterable[MarkRow] = ()) -> None:
        self._rows: dict[StatementId, list[MarkRow]] = {}
        for row in rows:
            self._rows.setdefault(row.statement_id, []).append(row)
        self._order = sorted(_place(rows) for rows in self._rows.values())
        self.tones = Counter(done_tone(rows[0]) for rows in self._rows.values())

    def __len__(self) -> int:
        """Return how many statements there are."""
        return len(self._order)

    def __iter__(self) -> Iterator[MarkRow]:
        """Yield each span, statement by statement."""
        return self.of(place.statement for place in self._order)

    def of(self, statements: Iterable[StatementId]) -> Iterator[MarkRow]:
        """Yield the spans of some statements."""
        for statement in statements:
            yield from self._rows.get(statement, ())

    def replace(
        self, statements: Collection[StatementId], rows: Iterable[MarkRow]
    ) -> set[StatementId]:
        """Put what was read anew in place of what these statements had.

        Returns all that look different now: these, and those whose number got longer or shorter.
        """
        fresh = Marks(rows)
        turned = self._near_turns(len(statements))
        for statement in statements:
            old = self._rows.pop(statement, None)
            if old is not None:
                del self._order[bisect_left(self._order, _place(old))]
                self.tones[done_tone(old[0])] -= 1
        self._rows |= fresh._rows
        self.tones += fresh.tones
        for place in fresh._order:
            insort(self._order, place)
        return turned | self._near_turns(len(statements)) | set(statements)

    def number_of(self, statement: StatementId | None) -> int | None:
        """Return a statement's number, None if it is not here."""
        rows = self._rows.get(statement) if statement else None
        return None if rows is None else bisect_left(self._order, _place(rows)) + 1

    def at(self, number: int) -> MarkRow | None:
        """Return the first span of the statement with this number, None if there is none."""
        if not 1 <= number <= len(self._order):
            return None
        return self._rows[self._order[number - 1].statement][0]

    def after(self, number: int) -> Iterator[MarkRow]:
        """Yield one span of each statement, from behind this number on and round to it."""
        for place in range(number, number + len(self._order)):
            yield self._rows[self._order[place % len(self._order)].statement][0]

    def _near_turns(self, reach: int) -> set[StatementId]:
        """Return those whose number gets another length if it moves by ``reach`` at most."""
        found: set[StatementId] = set()
        turn = 10
        while turn <= len(self._order) + reach:
            near = self._order[max(0, turn - 1 - reach) : turn - 1 + reach]
            found.update(place.statement for place in near)
            turn *= 10
        return found


def _place(rows: list[MarkRow]) -> _Place:
    if len(rows) == 1:
        name, start, end, *_ = rows[0]
        return _Place(start, -end, name)
    start, end = min(row.start for row in rows), max(row.end for row in rows)
    return _Place(start, -end, rows[0].statement_id)
