"""How many statements are in each queue, with each verdict, and in each saved view."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factcheck.domain.model import ScaleStep
from factcheck.domain.queues import SavedView, View, view_at
from factcheck.domain.workflow import State
from factcheck.errors import FactcheckError
from factcheck.store import reads, tags, views
from factcheck.store.queue import Listing

if TYPE_CHECKING:
    from datetime import datetime

    from factcheck.store.desk import Desk


@dataclass(frozen=True, slots=True)
class Counts:
    """What stands beside the names of queues, verdicts and saved views.

    ``whole`` is the whole desk's. ``states``, ``overdue`` and ``stale`` count what the view's
    person has in each queue; ``outcomes`` what each verdict leaves of the view. ``people`` and
    ``tags`` are all that can be asked for. A saved view without a count can't be read.
    """

    whole: int
    total: int
    states: dict[State, int]
    overdue: int
    stale: int
    outcomes: tuple[tuple[ScaleStep, int], ...]
    saved: tuple[tuple[SavedView, int | None], ...]
    people: tuple[str, ...]
    tags: tuple[str, ...]


def counts(desk: Desk, view: View, now: datetime) -> Counts:
    """Count everything around a view, from the totals of cells wherever that is enough."""
    mine = View(checker=view.checker, not_checker=view.not_checker)
    states = _states(desk, mine)
    return Counts(
        whole=int(desk.db.execute("SELECT coalesce(sum(total), 0) FROM cell").fetchone()[0]),
        total=sum(states.values()),
        states=states,
        overdue=Listing(desk, replace(mine, overdue=True), now).total,
        stale=Listing(desk, replace(mine, stale=True), now).total,
        outcomes=_outcomes(desk, replace(view, outcome=""), now),
        saved=tuple((saved, _count(desk, saved, now)) for saved in views.saved(desk)),
        people=tuple(sorted(person.name for person in reads.people(desk).values())),
        tags=tuple(word for word, _ in tags.words(desk)),
    )


def _states(desk: Desk, mine: View) -> dict[State, int]:
    rows = desk.db.execute(
        """SELECT state, sum(total) FROM cell
        WHERE (:checker = '' OR checker = :checker) AND (:other = '' OR checker <> :other)
        GROUP BY state""",
        {"checker": mine.checker, "other": mine.not_checker},
    ).fetchall()
    return {State(state): count for state, count in rows}


def _outcomes(desk: Desk, view: View, now: datetime) -> tuple[tuple[ScaleStep, int], ...]:
    """Return the steps of all scales that some statement of the view was given."""
    found = Listing(desk, view, now).outcomes()
    steps: dict[str, ScaleStep] = {}
    for scale in reads.scales(desk):
        for step in scale.steps:
            steps.setdefault(step.code, step)
    return tuple((step, found[code]) for code, step in steps.items() if code in found)


def _count(desk: Desk, saved: SavedView, now: datetime) -> int | None:
    try:
        return Listing(desk, view_at(saved.address), now).total
    except FactcheckError:
        return None
