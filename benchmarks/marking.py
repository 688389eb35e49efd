"""How long from the key to the painted window, for a mark, a verdict and the next statement?

The commit is included. The floor is what can't be saved: one synced commit and one repaint of the
same text in a bare widget. At 1,000 and at 500,000 words, the latter with 10,000 highlights.
"""

from __future__ import annotations

import sqlite3
import sys
import tempfile
import time
from itertools import count
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import filled
import texts
from harness import paired
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from windows import application, bare_widget, close, our_window, settle

from factcheck.store import log

if TYPE_CHECKING:
    from collections.abc import Callable

SIZES = ((1_000, 20), (500_000, 10_000))
RUNS = 200
MEDIAN_MS, WORST_MS, GROWTH = 16.0, 33.0, 1.5


class Floor:
    """A synced commit and a repaint of the same text in a bare widget."""

    def __init__(self, folder: Path, words: int) -> None:
        self.db = sqlite3.connect(folder / f"floor{words}.db", isolation_level=None)
        self.db.execute("PRAGMA journal_mode = TRUNCATE")
        self.db.execute("PRAGMA synchronous = FULL")
        self.db.execute("CREATE TABLE mark (start INTEGER, words TEXT)")
        self.view = bare_widget(texts.article(words).text)

    def __call__(self) -> float:
        """Time one of both."""
        began = time.perf_counter()
        self.db.execute("INSERT INTO mark VALUES (1, 'words')")
        self.view.viewport().update()
        settle(1)
        return time.perf_counter() - began


class Ours:
    """The window on an article, driven by keys."""

    def __init__(self, path: Path) -> None:
        self.window = our_window(path)
        self.view = self.window.work.page.view
        self.starts = count(40, 23)

    def mark(self) -> float:
        """Select some words, then time the key that marks them."""
        start = next(self.starts)
        self.view.select(start, start + 12)
        return self._press(Qt.Key.Key_M)

    def judge(self) -> float:
        """Go on a statement, then time the key of its verdict."""
        self.window.work.go(1 if self.window.work.page.view.chosen is None else -1)
        return self._press(Qt.Key.Key_1)

    def go_on(self) -> float:
        """Time the key that goes to the next statement."""
        chosen = self.view.chosen
        if self.window.work.page.number_of(chosen) == self.window.work.page.total:
            self.window.work.choice.show_statement(None)
            settle()
        taken = self._press(Qt.Key.Key_J, changes=False)
        assert self.view.chosen != chosen, "the key did nothing"
        return taken

    def _press(self, key: Qt.Key, *, changes: bool = True) -> float:
        desk = self.window.session.open_desk()
        self.window.activateWindow()
        self.view.setFocus()
        settle()
        before = log.head(desk.db)
        began = time.perf_counter()
        QTest.keyClick(self.view, key)
        settle(1)
        taken = time.perf_counter() - began
        assert (log.head(desk.db) != before) is changes, "the key did something else"
        return taken


def tell(name: str, measure: Callable[[], float]) -> tuple[float, bool]:
    """Print median and worst of many runs, the first left out; return both verdicts on them."""
    measure()
    times = [1000 * measure() for _ in range(RUNS)]
    middle, worst = median(times), max(times)
    kept = middle <= MEDIAN_MS and worst <= WORST_MS
    print(
        f"{name:<40} median {middle:6.2f} ms (limit {MEDIAN_MS:.0f})   worst of {RUNS} "
        f"{worst:6.2f} ms (limit {WORST_MS:.0f}){'' if kept else '   TOO SLOW'}",
        flush=True,
    )
    return middle, kept


def main() -> None:
    """Measure all three at both sizes, and how they grow."""
    application()
    kept: list[bool] = []
    medians: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as name:
        for words, marks in SIZES:
            path = Path(name) / f"{words}.factcheck"
            filled.make_desk(path, words, marks)
            ours, floor = Ours(path), Floor(Path(name), words)
            for what, measure in (
                ("mark", ours.mark),
                ("verdict", ours.judge),
                ("next statement", ours.go_on),
            ):
                paired(f"{what} to painted, {words:,} words", floor, measure, None, runs=21)
                middle, fast = tell(f"{what}, {words:,} words", measure)
                medians.setdefault(what, []).append(middle)
                kept.append(fast)
            close(ours.window)
    for what, (small, large) in medians.items():
        kept.append(large <= GROWTH * small)
        print(f"{what}: {large / small:.2f} × from {SIZES[0][0]:,} to {SIZES[1][0]:,} words")
    sys.exit(not all(kept))


if __name__ == "__main__":
    main()
