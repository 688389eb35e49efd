"""Ten thousand statements changed at once on a large desk: how long, and does anybody wait?

    .venv/bin/python benchmarks/bulk.py DESK

DESK is one that newsroom.py made. The window is worked meanwhile, and another program reads the
whole desk while statements are judged here. All is undone at the end.
"""

from __future__ import annotations

import subprocess
import sys
import time
from functools import partial
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from newsroom import PEOPLE
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from scale_window import GAP_MS, Gaps, wait, window_on

from factcheck.actions import bulk, statements, system, undoing
from factcheck.actions.desks import open_desk
from factcheck.actions.people import person_called
from factcheck.domain.ids import ArticleId
from factcheck.domain.model import Priority
from factcheck.domain.queues import View
from factcheck.domain.workflow import State
from factcheck.store import many, queue, reads

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.store.desk import Desk
    from factcheck.ui.window import Window

MANY = 10_000
BULK_SECONDS, WAIT_MS = 10.0, 50.0
_KEY_EVERY_S = 0.1
_READER = """
import sys
from pathlib import Path
from factcheck.actions.desks import open_desk
desk = open_desk(Path(sys.argv[1]), read_only="It is measured.")
with desk.steady():
    found = desk.db.execute("SELECT * FROM line")
    print("reading", flush=True)
    while found.fetchmany(1000):
        pass
"""


def told(what: str, value: float, limit: float, unit: str = "ms") -> bool:
    """Print a number beside its limit; return whether it keeps to it."""
    kept = value <= limit
    print(
        f"{what:<80} {value:9.2f} {unit}   limit {limit:.0f}{'' if kept else '   TOO SLOW'}",
        flush=True,
    )
    return kept


def shown(gaps: Gaps) -> str:
    """Return the longest gap and the most work in one turn of the event loop."""
    return f"longest gap {gaps.longest:.1f} ms, of it work {gaps.most:.1f} ms"


def worked(window: Window, gaps: Gaps, done: Callable[[], bool]) -> float:
    """Go through the queue by keyboard until all is done; return the seconds that it took."""
    gaps.begin()
    began = time.perf_counter()
    key = began
    while not done():
        if time.perf_counter() > key + _KEY_EVERY_S:
            key = time.perf_counter()
            QTest.keyClick(window.work.queue.list.table, Qt.Key.Key_J)
        wait(0.005)
    seconds = time.perf_counter() - began
    wait(0.3)
    return seconds


def in_the_window(path: Path) -> bool:
    """Change, undo, and stop a change at a third of it, while somebody works on."""
    window = window_on(path)
    session, gaps = window.session, Gaps()
    desk = session.open_desk()
    QTest.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    wait(1)
    gaps.begin()
    wait(2)
    print(f"floor: an idle event loop {shown(gaps)}")
    worked(window, gaps, iter([False] * 100 + [True]).__next__)
    print(f"floor: at work with no change under way {shown(gaps)}")
    listing = queue.Listing(desk, View(state=State.APPROVED), system.now())
    meant = list(many.standing(desk, listing.page(1_000, MANY)))
    head, ended = desk.log_head(), []
    change = partial(bulk.set_priority, statements=meant, priority=Priority.HIGH)
    busy = lambda: session._large is None  # noqa: E731
    session.do_beside(change, title="Setting", done=ended.append)
    seconds = worked(window, gaps, busy)
    kept = [
        told(f"{len(meant):,} statements changed", seconds, BULK_SECONDS, "s "),
        told(f"  work in the window meanwhile; {shown(gaps)}", gaps.most, GAP_MS),
    ]
    assert ended
    assert ended[0].done == MANY
    window.work.undo()
    seconds = worked(window, gaps, busy)
    kept += [
        told("  undone", seconds, BULK_SECONDS, "s "),
        told(f"  work in the window meanwhile; {shown(gaps)}", gaps.most, GAP_MS),
    ]
    changed = desk.log_head()
    session.do_beside(change, title="Setting", done=ended.append)
    job = session._large
    worked(window, gaps, lambda: (job.percent or 0) > 30)
    job.cancel()
    seconds = worked(window, gaps, busy)
    kept.append(told("  stopped at a third", 1000 * seconds, 1000))
    kept.append(told(f"  work in the window meanwhile; {shown(gaps)}", gaps.most, GAP_MS))
    assert desk.log_head() == changed != head
    window.close()
    session.jobs.wait()
    return all(kept)


def beside_a_reader(path: Path) -> bool:
    """Mark while another program reads the whole desk in one go."""
    desk = open_desk(path, lasting=True)
    actor = person_called(desk, name=PEOPLE[0])
    article = ArticleId(reads.article_ids(desk)[-1])
    alone = [_mark(desk, actor, article, 60 + at) for at in range(21)]
    with subprocess.Popen(
        [sys.executable, "-c", _READER, str(path)], stdout=subprocess.PIPE, text=True
    ) as reader:
        assert reader.stdout is not None
        reader.stdout.readline()
        beside = []
        while reader.poll() is None and len(beside) < 200:
            beside.append(_mark(desk, actor, article, 90 + len(beside)))
        reader.kill()
    for _ in [*alone, *beside]:
        undoing.undo(desk, actor=actor)
    desk.close()
    print(f"floor: a mark while nobody reads, median {median(alone):.2f} ms")
    print(f"marks while another program reads {len(beside)}, median {median(beside):.2f} ms")
    return told("  the slowest of them", max(beside), WAIT_MS)


def _mark(desk: Desk, actor: object, article: ArticleId, start: int) -> float:
    began = time.perf_counter()
    statements.mark(desk, actor=actor, article=article, start=start, end=start + 30)  # type: ignore[arg-type]
    return 1000 * (time.perf_counter() - began)


def main() -> None:
    """Measure both."""
    path = Path(sys.argv[1])
    kept = [in_the_window(path), beside_a_reader(path)]
    sys.exit(not all(kept))


if __name__ == "__main__":
    main()
