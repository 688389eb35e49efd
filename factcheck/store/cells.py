"""Cells: what lists are filtered by, spelled in the bits of the number that each line carries.

So the number says of a line whether it fits, sooner than anything could be looked up by it. The
facets below have the lowest bits. Above them is the number of a pair of checker and outcome, from
1 on: of names there may be as many as there are people.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factcheck.domain.model import StatementKind
from factcheck.domain.workflow import State

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlite_utils import Database

# A condition on a line, with its values.
Test = tuple[str, tuple[Any, ...]]
FACETS = ("state", "checker", "outcome", "kind", "priority", "some_sources", "primaries")
# What has ended is neither overdue nor rests on old copies.
ENDED = (State.APPROVED, State.DISMISSED, State.CUT)
_ENDED_BIT = 8
# The lowest bit of each, and what all its bits are; sources count to two, primary ones to one.
_BITS = {
    "state": (0, 15),
    "kind": (4, 15),
    "priority": (8, 3),
    "some_sources": (10, 3),
    "primaries": (12, 1),
}
_PAIR = 13
# These numbers are in the file: a new word gets a new one, to change others takes a step.
_CODES: dict[Any, int] = {
    State.TO_CHECK: 0,
    State.IN_CHECKING: 1,
    State.AWAITING_REVIEW: 2,
    State.SENT_BACK: 3,
    State.CHANGED: 4,
    State.APPROVED: _ENDED_BIT,
    State.DISMISSED: _ENDED_BIT + 1,
    State.CUT: _ENDED_BIT + 2,
    StatementKind.NUMBER: 0,
    StatementKind.QUOTATION: 1,
    StatementKind.NAME: 2,
    StatementKind.DATE: 3,
    StatementKind.PLACE: 4,
    StatementKind.TITLE: 5,
    StatementKind.SUPERLATIVE: 6,
    StatementKind.ATTRIBUTION: 7,
    StatementKind.OTHER: 8,
}
UNDER_WAY: Test = ("cell & ? = 0", (_ENDED_BIT,))
PAIR, PAIR_OF_LINE = f"(cell.pk>>{_PAIR})", f"(line.cell>>{_PAIR})"
OF_PAIRS = f"substr(?, cell >> {_PAIR}, 1) = x'01'"


def are(**values: object) -> Test:
    """Return how to see of a line that facets with bits have these values."""
    places = {name: _BITS[name] for name in values}
    whole = sum(bits << low for low, bits in places.values())
    return "cell & ? = ?", (whole, sum(_code(values[name]) << places[name][0] for name in values))


def is_some(name: str) -> Test:
    """Return how to see that a facet that counts is more than 0."""
    low, whole = _BITS[name]
    return "cell & ? > 0", (whole << low,)


def cell_of(db: Database, facets: Mapping[str, Any]) -> int:
    """Return the number of a cell, which is made where there is none."""
    values = [facets[name] for name in FACETS]
    found = db.execute(_FIND, values).fetchone()
    if found is not None:
        return int(found[0])
    number = sum(_code(facets[name]) << low for name, (low, _) in _BITS.items())
    number |= _pair(db, facets["checker"], facets["outcome"]) << _PAIR
    db.execute(_MAKE, [number, *values])
    return number


def _code(value: object) -> int:
    return value if isinstance(value, int) else _CODES[value]


def _pair(db: Database, checker: str, outcome: str) -> int:
    """Return the number of a pair, the next one for a new pair."""
    known = db.execute(_FIND_PAIR, [checker, outcome]).fetchone()
    found = known or db.execute(_NEXT_PAIR).fetchone()
    return int(found[0])


_FIND_PAIR = f"SELECT {PAIR} FROM cell WHERE checker = ? AND outcome = ? LIMIT 1"
_NEXT_PAIR = f"SELECT 1 + coalesce(max(pk) >> {_PAIR}, 0) FROM cell"
_FIND = f"SELECT pk FROM cell WHERE {' AND '.join(f'{name} = ?' for name in FACETS)}"
_MAKE = f"""INSERT INTO cell (pk, {", ".join(FACETS)}, total)
    VALUES ({", ".join("?" * (1 + len(FACETS)))}, 0)"""
