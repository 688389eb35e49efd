"""Slow work off the GUI thread: plain values in, plain values out, told when it is done."""

from __future__ import annotations

import sys
import threading
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QThreadPool, Signal

from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


class Job:
    """Work under way; ``cancel`` asks it to stop, ``cancelled`` is what it looks at.

    ``percent`` is how much of it is done, None where it does not say.
    """

    def __init__(self, title: str, tell: Callable[[Job], None]) -> None:
        self.title = title
        self.percent: int | None = None
        self._tell = tell
        self._stop = threading.Event()

    def cancel(self) -> None:
        """Ask the work to stop at its next look."""
        self._stop.set()

    def cancelled(self) -> bool:
        """Say whether the person asked to stop; may be called from any thread."""
        return self._stop.is_set()

    def progress(self, done: int, size: int) -> None:
        """Say how much is done, of how much; may be called often and from any thread."""
        percent = 100 * done // size
        if percent != self.percent:
            self.percent = percent
            self._tell(self)


class Jobs(QObject):
    """Runs functions on a pool of threads; answers arrive on the GUI thread.

    ``started``, ``progressed`` and ``ended`` carry the Job, so that the window can show it and let
    it be stopped.
    """

    started = Signal(object)
    progressed = Signal(object)
    ended = Signal(object)
    _answered = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._answered.connect(self._deliver)

    def run(
        self,
        function: Callable[[Job], T],
        *,
        title: str,
        done: Callable[[T], object],
        failed: Callable[[FactcheckError], object],
    ) -> Job:
        """Run ``function(job)`` on another thread, then ``done`` or ``failed`` on this one.

        Any other exception is a bug and goes to the hook, as if it had happened here.
        """
        job = Job(title, self.progressed.emit)
        self.started.emit(job)

        def work() -> None:
            self._answered.emit(job, _outcome(function, job, done, failed))

        self._pool.start(work)
        return job

    def wait(self) -> None:
        """Wait for all work; for the end of the program."""
        self._pool.waitForDone()

    def _deliver(self, job: Job, answer: Callable[[], object]) -> None:
        self.ended.emit(job)
        answer()


def _outcome(
    function: Callable[[Job], T],
    job: Job,
    done: Callable[[T], object],
    failed: Callable[[FactcheckError], object],
) -> Callable[[], object]:
    """Do the work on this thread; return what is to be called on the other."""
    try:
        value = function(job)
    except FactcheckError as error:
        return partial(failed, error)
    except Exception:  # noqa: BLE001 a bug must not die silently with its thread
        return partial(sys.excepthook, *sys.exc_info())
    return partial(done, value)
