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
from itertools import count
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, TypeVar

from harness import paired, timed
from newsroom import PEOPLE, STATEMENTS, make_newsroom

from factcheck.actions import statements, system, undoing, verdicts
from factcheck.actions.desks import open_desk
from factcheck.actions.people import person_called
from factcheck.domain.ids import ArticleId, StatementId
from factcheck.domain.queues import Backing, Group, Order, View
from factcheck.domain.workflow import State
from factcheck.store import queue, reads

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.store.desk import Desk

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
    View(text="revenue"),
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

    def ask(self, about: str, question: Callable[[], T]) -> T:
        """Time a question, the second time it is asked: the disk is not what is measured."""
        question()
        began = time.perf_counter()
        answer = question()
        taken = 1000 * (time.perf_counter() - began)
        if taken > max(self.times, default=0.0):
            self.slowest = about
        self.times.append(taken)
        return answer

    def tell(self) -> bool:
        """Print median and worst; return whether the worst keeps to the limit."""
        worst = max(self.times)
        kept = worst <= self.limit
        print(
            f"{self.what:<40} median {median(self.times):7.2f} ms   worst {worst:7.2f} ms "
            f"({self.slowest})   limit {self.limit:.0f}{'' if kept else '   TOO SLOW'}",
            flush=True,
        )
        return kept


def queries(desk: Desk) -> bool:
    """Ask for counts, and pages at both ends and in the middle, of every view in every order."""
    now = system.now()
    counts, pages, rows = (Worst(what, QUERY_MS) for what in ("counts", "pages", "rows of a page"))
    for view in VIEWS:
        for order in Order:
            for descending in (False, True):
                asked = replace(view, order=order, descending=descending)
                about = str(asked.state or "all") + f", by {order}"
                listing = counts.ask(about, partial(queue.Listing, desk, asked, now))
                for start in (0, PAGE, listing.total // 2, max(0, listing.total - PAGE)):
                    keys = pages.ask(about, partial(listing.page, start, PAGE))
                rows.ask(about, partial(queue.lines, desk, keys))
    return all([counts.tell(), pages.tell(), rows.tell()])


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
        desk = open_desk(large, read_only="It is measured.")
        kept = [queries(desk)]
        desk.close()
        kept += [opening(small, large), actions(small, large)]
        for what, desks in (("scale_window.py", (small, large)), ("bulk.py", (large,))):
            script = Path(__file__).with_name(what)
            done = subprocess.run([sys.executable, str(script), *map(str, desks)], check=False)
            kept.append(done.returncode == 0)
    sys.exit(not all(kept))


if __name__ == "__main__":
    main()
