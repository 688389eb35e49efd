"""Is the window as quick on a desk of years? Its longest gaps at work in the queue, its memory.

    .venv/bin/python benchmarks/scale_window.py SMALL LARGE

Both are desks that newsroom.py made. A gap is the time in which the window could not have answered:
the longest between two turns of its event loop. What the machine does for others meanwhile counts
in it; the limit is for the work of the window's own thread, and the floor is a window left alone.
What is approved is undone.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from windows import application, settle

from factcheck.ui.app import make_window
from factcheck.ui.settings import Settings

if TYPE_CHECKING:
    from factcheck.ui.window import Window

GAP_MS, MEMORY_LIMIT = 16.0, 1.5
_QUIET_SECONDS = 0.5
_TICK_MS = 1
_HELD = 0.03  # seconds after which a key that is held repeats itself
_PRESSED = 0.4  # between two decisions: sooner than anybody reads
SCRIPT = (
    ("the queue comes on show", "Ctrl+3", 1, _PRESSED),
    ("J, a hundred times", "J", 100, _HELD),
    ("to the end", "Ctrl+End", 1, _PRESSED),
    ("pages up", "PgUp", 20, _HELD),
    ("to the beginning", "Ctrl+Home", 1, _PRESSED),
    ("pages down", "PgDown", 20, _HELD),
    ("A, thirty times", "A", 30, _PRESSED),
    ("undo, thirty times", "Ctrl+Z", 30, _PRESSED),
    ("the articles", "Ctrl+1", 1, _PRESSED),
    ("to the last article", "End", 1, _PRESSED),
)


class Gaps:
    """Keeps the longest gap between two turns of the event loop, and the most work in one.

    ``longest`` are milliseconds on the clock, with whatever else the machine did meanwhile;
    ``most`` those in which this thread itself was computing.
    """

    def __init__(self) -> None:
        self._timer = QTimer()
        self._timer.timeout.connect(self._turn)
        self._timer.start(_TICK_MS)
        self.begin()

    def begin(self) -> None:
        """Forget what was."""
        self.longest = self.most = 0.0
        self._last, self._worked = time.perf_counter(), time.thread_time()

    def _turn(self) -> None:
        now, worked = time.perf_counter(), time.thread_time()
        self.longest = max(self.longest, 1000 * (now - self._last))
        self.most = max(self.most, 1000 * (worked - self._worked))
        self._last, self._worked = now, worked


def window_on(path: Path) -> Window:
    """Return the window on a desk, once it has settled."""
    settings = Settings(path.with_suffix(".ini"))
    settings.person = "Grace Bell"  # who checked nothing, so that she may approve everything
    window = make_window(application(), settings, path)
    window.resize(1440, 900)
    window.show()
    while not hasattr(window, "work") or window.session.desk is None:
        settle(1)
    wait(_QUIET_SECONDS)
    return window


def wait(seconds: float) -> None:
    """Let the event loop turn for a while, asleep while nothing is to be done."""
    loop = QEventLoop()
    QTimer.singleShot(round(1000 * seconds), loop.quit)
    loop.exec()


def session(path: Path) -> None:
    """Work through the script; print most work and longest gap of each part, then memory."""
    window, gaps = window_on(path), Gaps()
    for name, keys, times, pause in (("nothing at all", "", 1, _PRESSED), *SCRIPT):
        gaps.begin()
        for _ in range(times):
            QTest.keySequence(QApplication.focusWidget() or window, QKeySequence(keys))
            wait(pause)
        wait(_QUIET_SECONDS)
        print(f"{name}\t{gaps.most}\t{gaps.longest}")
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    print(f"megabytes\t{pages * 4096 / 1e6}")
    window.close()
    window.session.jobs.wait()


def measured(path: Path) -> dict[str, list[float]]:
    """Run a session in a process of its own."""
    done = subprocess.run(
        [sys.executable, __file__, str(path)], stdout=subprocess.PIPE, text=True, check=True
    )
    lines = [line.split("\t") for line in done.stdout.splitlines() if "\t" in line]
    return {name: [float(number) for number in numbers] for name, *numbers in lines}


def main() -> None:
    """Compare the two desks."""
    small, large = (measured(Path(name)) for name in sys.argv[1:3])
    (little,), (much,) = small.pop("megabytes"), large.pop("megabytes")
    kept = []
    for name, (most, longest) in large.items():
        kept.append(most <= GAP_MS)
        print(
            f"work in one turn, {name:<26} small {small[name][0]:6.2f} ms   large {most:6.2f} ms"
            f"   on the clock {longest:6.2f} ms   "
            f"limit {GAP_MS:.0f}{'' if kept[-1] else '   TOO SLOW'}"
        )
    kept.append(much / little <= MEMORY_LIMIT)
    print(
        f"memory of the window   small {little:.0f} MB   large {much:.0f} MB   "
        f"ratio {much / little:.2f}   limit {MEMORY_LIMIT}"
    )
    sys.exit(not all(kept))


if __name__ == "__main__":
    if len(sys.argv) > 2:
        main()
    else:
        session(Path(sys.argv[1]))
