"""What does our article view cost over a bare widget: opening, scrolling, memory?

Opening is timed from the choice of the article to its first paint. Memory is that of a process
which has the article open, and what of it the article made it grow by: ours with all that it keeps
of text and marks, the widget's with the same plain text.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import filled
import texts
from harness import paired
from windows import application, bare_widget, close, idle, our_window, settle

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QPlainTextEdit

MARKS = 10_000
OPENING_LIMIT, MEMORY_LIMIT, FRAME_MS = 1.5, 2.0, 16.0
PAGES = 200
LATER_MS = 400


def opening(path: Path, words: int) -> tuple[Callable[[], float], Callable[[], float]]:
    """Return how long a bare widget takes to show the text, and how long our page takes."""
    window, text = our_window(path), texts.article(words).text
    bare, choice = bare_widget(), window.work.choice
    article = choice.article

    def rest() -> None:
        """Let what an opening leaves for later come to its end: other marks, sentences."""
        idle(LATER_MS)
        window.session.jobs.wait()
        settle()

    def floor() -> float:
        bare.setPlainText("")
        rest()
        began = time.perf_counter()
        bare.setPlainText(text)
        bare.viewport().repaint()
        return time.perf_counter() - began

    def ours() -> float:
        choice.show_article(None)
        rest()
        window.session.open_desk().unchanging.texts.clear()
        began = time.perf_counter()
        choice.show_article(article)
        window.work.page.view.viewport().repaint()
        return time.perf_counter() - began

    return floor, ours


def scrolling(view: QPlainTextEdit) -> float:
    """Return the median seconds of a frame while paging through."""
    bar = view.verticalScrollBar()
    times: list[float] = []
    for page in range(PAGES):
        began = time.perf_counter()
        bar.setValue(page * bar.maximum() // PAGES)
        view.viewport().repaint()
        times.append(time.perf_counter() - began)
    return median(times)


def grown(what: str, path: Path, words: int) -> tuple[float, float]:
    """Return how many megabytes a fresh process takes with the article, and how many it grew by."""
    done = subprocess.run(
        [sys.executable, __file__, what, str(path), str(words)],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    whole, growth = map(float, done.stdout.split()[-2:])
    return whole, growth


def grow(what: str, path: Path, words: int) -> None:
    """Open the article in this process, and print how many megabytes it takes and grew by."""
    application()
    if what == "ours":
        small = path.with_name("small.factcheck")
        filled.make_desk(small, 1_000, 10)
        window = our_window(small)
        before = resident()
        window.session.open(path)
        window.session.jobs.wait()
    else:
        text, view = texts.article(words).text, bare_widget("A few words.")
        before = resident()
        view.setPlainText(text)
    settle(300)
    print(resident(), resident() - before)


def resident() -> float:
    """Return the megabytes that this process has in memory now (Linux)."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * 4096 / 1e6


def main() -> None:
    """Measure all three."""
    application()
    kept: list[bool] = []
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "hundred.factcheck"
        filled.make_desk(path, 100_000, MARKS)
        floor, ours = opening(path, 100_000)
        kept.append(paired("opening 100,000 words", floor, ours, OPENING_LIMIT))
        path = Path(name) / "long.factcheck"
        filled.make_desk(path, 500_000, MARKS)
        window, bare = our_window(path), bare_widget(texts.article(500_000).text)
        view = window.work.page.view
        paired(
            "a frame of scrolling", lambda: scrolling(bare), lambda: scrolling(view), None, runs=5
        )
        frame = 1000 * scrolling(view)
        kept.append(frame <= FRAME_MS)
        print(f"a frame of scrolling at 500,000 words: {frame:.2f} ms (limit {FRAME_MS:.0f})")
        close(window)
        bare_mb, ours_mb = grown("bare", path, 500_000), grown("ours", path, 500_000)
        for what, low, high in zip(("with it", "by it"), bare_mb, ours_mb, strict=True):
            print(f"memory {what}: bare {low:.0f} MB, ours {high:.0f} MB, ratio {high / low:.2f}")
        kept.append(ours_mb[0] <= MEMORY_LIMIT * bare_mb[0])
    sys.exit(not all(kept))


if __name__ == "__main__":
    if len(sys.argv) > 1:
        grow(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
    else:
        main()
