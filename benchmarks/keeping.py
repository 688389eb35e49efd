"""How much does keeping a big file cost over hashing and copying it, and who waits meanwhile?

The window is an event loop that does a small action every 16 ms, as nobody can type. A film is
kept, and a document as large as any that is read for its text.
"""

from __future__ import annotations

import os
import sys
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING

import texts
from harness import paired, timed
from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer

from factcheck.actions.articles import add_article
from factcheck.actions.desks import create_desk, open_desk
from factcheck.actions.keeping import discard, keep_file
from factcheck.actions.people import person_called
from factcheck.actions.readings import MOST_READ, read_text
from factcheck.actions.statements import mark
from factcheck.domain.ids import ArticleId
from factcheck.ui.jobs import Jobs
from factcheck.ui.leave import Leave

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.store.desk import Desk
    from factcheck.store.pieces import Kept
    from factcheck.ui.jobs import Job

    Content = bytes | Kept

MEGABYTES, WORDS, RUNS = 200, 1_000, 5
LINE = "The council met on Tuesday and agreed on the bridge after a debate of six hours.\n"
PIECE = 1 << 20
# Half the speed of the floor; milliseconds that the window may stand still.
SLOWEST, LONGEST_GAP = 2.0, 50.0
TICK_MS = 16


def main() -> None:
    with TemporaryDirectory(dir=Path.cwd()) as folder:
        file, desk_path = Path(folder) / "film.mp4", Path(folder) / "desk.factcheck"
        book = Path(folder) / "book.txt"
        file.write_bytes(os.urandom(PIECE) * MEGABYTES)
        book.write_text(LINE * (MOST_READ // len(LINE)))
        create_desk(desk_path)
        desk = open_desk(desk_path)
        floor = timed(lambda: hash_and_copy(file, Path(folder) / "copy.mp4"))
        kept = paired("200 MB kept", floor, lambda: kept_alone(desk_path, file), SLOWEST, runs=RUNS)
        gaps = [gaps_beside(desk, file) for _ in range(RUNS)]
        gaps_read = [gaps_beside(desk, book) for _ in range(RUNS)]
        desk.close()
    quick = [tell("film", gaps), tell("book", gaps_read)]
    sys.exit(not (all(quick) and kept))


def hash_and_copy(file: Path, target: Path) -> None:
    digest = sha256()
    with file.open("rb") as source, target.open("wb") as copy:
        while chunk := source.read(PIECE):
            digest.update(chunk)
            copy.write(chunk)
        copy.flush()
        os.fsync(copy.fileno())


def kept_alone(desk_path: Path, file: Path) -> float:
    began = perf_counter()
    content = keep_file(desk_path, file)
    took = perf_counter() - began
    discard(desk_path, content)
    return took


def gaps_beside(desk: Desk, file: Path) -> tuple[float, float, float]:
    """Return the worst wait of an action alone and beside, and the worst gap between two ticks.

    All in milliseconds.
    """
    app = QCoreApplication.instance() or QCoreApplication([])
    act = one_mark(desk)
    alone = max(1000 * timed(act)() for _ in range(50))
    home, kept = QObject(), []
    jobs, leave, waits, ticks = Jobs(home), Leave(home), [], []

    def tick() -> None:
        ticks.append(perf_counter())
        waits.append(1000 * timed(act)())

    timer = QTimer(home)
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(tick)
    timer.start(TICK_MS)

    def keep_and_read(_job: Job) -> Content:
        content = keep_file(desk.path, file, pause=leave.ask)
        read_text(desk.path, content, file.name)
        return content

    jobs.run(
        keep_and_read,
        title="Keeping",
        done=lambda content: (kept.append(content), timer.stop(), app.quit()),
        failed=print,
    )
    app.exec()
    discard(desk.path, kept[0])
    between = max(1000 * (b - a) for a, b in pairwise(ticks))
    return alone, max(waits), between - TICK_MS


def tell(what: str, gaps: list[tuple[float, float, float]]) -> bool:
    """Print each run's worst; the gap is what counts, of the middle run."""
    for alone, beside, gap in gaps:
        print(
            f"{what}: worst action alone {alone:6.1f} ms   beside {beside:6.1f} ms   "
            f"gap {gap:6.1f} ms"
        )
    middle = sorted(gap for *_, gap in gaps)[len(gaps) // 2]
    print(f"{what}: worst gap, middle run {middle:6.1f} ms   limit {LONGEST_GAP:.0f}")
    return middle <= LONGEST_GAP


def one_mark(desk: Desk) -> Callable[[], None]:
    actor = person_called(desk, name="Ada Reed")
    done = add_article(desk, actor=actor, imported=texts.article(WORDS))
    article = ArticleId(done.new("article"))
    length = [0]

    def act() -> None:
        length[0] = length[0] % 500 + 1
        mark(desk, actor=actor, article=article, start=length[0], end=length[0] + 30)

    return act


if __name__ == "__main__":
    main()
