"""Does a desk of years work like a desk of a day? Pages, counts, actions, opening, the window.

    .venv/bin/python benchmarks/scale.py [DESK]

DESK is one that newsroom.py made; without it one of a million statements is made first, which
takes some minutes and 3 GB. It is beside a desk of a thousand that all is compared.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from functools import partial
from itertools import count, product
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, TypeVar

from harness import paired, timed
from newsroom import PEOPLE, STATEMENTS, make_newsroom

from factcheck.actions import statements, system, undoing, verdicts
from factcheck.actions.desks import open_desk
from factcheck.actions.people import person_called
from factcheck.domain.ids import ArticleId, StatementId
from factcheck.domain.queues import Backing, Group, Order, View, address_of
from factcheck.domain.workflow import State
from factcheck.store import beside, queue, reads
from factcheck.store.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

S = TypeVar("S")
T = TypeVar("T")
PAGE = 256
DONE = 102  # so often each verb is done, the first time to warm up
QUERY_MS, GAP_MS = 50.0, 16.0
OPENING_LIMIT, ACTION_LIMIT, MEMORY_LIMIT = 2.0, 1.3, 1.5
VIEWS = (
    View(),
    View(state=State.APPROVED),
    View(state=State.AWAITING_REVIEW),
    View(state=State.AWAITING_REVIEW, not_checker=PEOPLE[0]),
    View(state=State.TO_CHECK, checker=PEOPLE[1]),
    View(outcome="false", checker=PEOPLE[0]),
    View(state=State.APPROVED, backing=Backing.SINGLE),
    View(overdue=True),
    View(stale=True),
    View(state=State.AWAITING_REVIEW, group=Group.ARTICLE),
    View(group=Group.CHECKER),
    View(group=Group.ARTICLE, order=Order.DUE),
    View(overdue=True, checker=PEOPLE[0]),
    View(text="revenue"),
    View(text="said"),
    View(text="the"),
    View(text="the", backing=Backing.SINGLE),
    View(text="the council said"),
    View(text="revenue", overdue=True),
    View(text="revenue", state=State.SENT_BACK),
    View(text="revenue", state=State.APPROVED, checker=PEOPLE[0]),
)


class Worst:
    """Keeps the slowest of many questions of one kind."""

    def __init__(self, what: str, limit: float) -> None:
        self.what = what
        self.limit = limit
        self.times: list[float] = []
        self.slowest = ""

    def ask(self, about: str, question: Callable[[S], T], given: Callable[[], S]) -> T:
        """Time a question about what is given, the second time: the disk is not measured."""
        question(given())
        known = given()
        began = time.thread_time()
        answer = question(known)
        taken = 1000 * (time.thread_time() - began)
        if taken > max(self.times, default=0.0):
            self.slowest = about
        self.times.append(taken)
        return answer

    def tell(self) -> bool:
        """Print median and worst; return whether the worst keeps to the limit."""
        worst, over = max(self.times), sum(taken > self.limit for taken in self.times)
        print(
            f"{self.what:<20} median {median(self.times):7.2f} ms   worst {worst:7.2f} ms "
            f"({self.slowest})   limit {self.limit:.0f}"
            + (f"   {over} of {len(self.times)} TOO SLOW" if over else ""),
            flush=True,
        )
        return not over


def queries(path: Path) -> bool:
    """Ask for counts, and pages at both ends and in the middle, of every view in every order.

    All is asked as the window's reader asks it, on a connection of its own.

    What is remembered while nobody writes is forgotten before each of the first: as an action
    does.
    """
    with beside.reading(path) as db:
        return _queries(Desk(path, db, now=system.now, new_id=system.id_maker()))


def _queries(desk: Desk) -> bool:
    now = system.now()
    names = ("counts", "counts by verdict", "first pages", "pages after it", "rows of a page")
    worst = counts, verdicts, first, pages, rows = [Worst(name, QUERY_MS) for name in names]
    for view, order, descending in product(VIEWS, Order, (False, True)):
        asked = replace(view, order=order, descending=descending)
        about, listed = address_of(asked), partial(_listed, desk, asked, now)
        counts.ask(about, _called, partial(_same, listed))
        verdicts.ask(about, queue.Listing.outcomes, listed)
        keys = first.ask(about, _page_at(0), listed)
        rows.ask(about, partial(queue.lines, desk), partial(list, keys))
        known = listed()
        _page_at(0)(known)
        for start in (PAGE, known.total // 2, max(0, known.total - PAGE)):
            pages.ask(f"{about} at {start}", _page_at(start), partial(_same, known))
    return all([each.tell() for each in worst])  # noqa: C419 all are told


def _listed(desk: Desk, view: View, now: datetime) -> queue.Listing:
    anew = Desk(desk.path, desk.db, now=system.now, new_id=desk.new_id)
    return queue.Listing(anew, view, now)


def _page_at(start: int) -> Callable[[queue.Listing], list[int]]:
    return lambda listing: listing.page(start, PAGE)


def _called(question: Callable[[], T]) -> T:
    return question()


def _same(known: T) -> T:
    return known


def opening(small: Path, large: Path) -> bool:
    """Open and close each."""
    floor, ours = (
        timed(lambda path=path: open_desk(path, read_only="It is measured.").close())
        for path in (small, large)
    )
    return paired("opening", floor, ours, OPENING_LIMIT)


def actions(small: Path, large: Path) -> bool:
    """Mark and judge on each; all of it is undone."""
    kept = []
    desks = [open_desk(path, lasting=True) for path in (small, large)]
    for name, verb in (("a mark", _marker), ("a verdict", _judge)):
        floor, ours = (timed(verb(desk)) for desk in desks)
        kept.append(paired(name, floor, ours, ACTION_LIMIT, runs=DONE - 1))
    for desk in desks:
        actor = person_called(desk, name=PEOPLE[0])
        for _ in range(3 * DONE):
            undoing.undo(desk, actor=actor)
        desk.close()
    return all(kept)


def _marker(desk: Desk) -> Callable[[], StatementId]:
    actor = person_called(desk, name=PEOPLE[0])
    article, starts = ArticleId(reads.article_ids(desk)[-1]), count(60, 3)

    def mark() -> StatementId:
        start = next(starts)
        done = statements.mark(desk, actor=actor, article=article, start=start, end=start + 30)
        return StatementId(done.new("statement"))

    return mark


def _judge(desk: Desk) -> Callable[[], object]:
    mark, actor = _marker(desk), person_called(desk, name=PEOPLE[0])
    marked = iter([mark() for _ in range(DONE)])
    return lambda: verdicts.judge(desk, actor=actor, statement=next(marked), outcome="verified")


def main() -> None:
    """Measure all of it."""
    with tempfile.TemporaryDirectory() as name:
        small = Path(name) / "small.factcheck"
        make_newsroom(small, 1_000)
        large = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(name) / "large.factcheck"
        if not large.exists():
            make_newsroom(large, STATEMENTS)
        kept = [queries(large)]
        kept += [opening(small, large), actions(small, large)]
        for what, desks in (("scale_window.py", (small, large)), ("bulk.py", (large,))):
            script = Path(__file__).with_name(what)
            done = subprocess.run([sys.executable, str(script), *map(str, desks)], check=False)
            kept.append(done.returncode == 0)
    sys.exit(not all(kept))


if __name__ == "__main__":
    main()
