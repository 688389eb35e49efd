"""Makes ready, before anybody waits for it, what the first look at the queue and a statement needs.

What can be done beside the window is; the rest in small steps, between which keys are answered.
"""

from __future__ import annotations

import gc
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from factcheck.ui import fonts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.ui.workplace import Workplace

# The first pages are painted by then.
_AFTER_OPENING_MS = 200
_BETWEEN_MS = 2
_TOGETHER = 30  # widgets that are dressed in one step


class Warming(QObject):
    """Begins once, when the first desk was opened; ends when it is closed."""

    def __init__(self, work: Workplace) -> None:
        super().__init__(work.panel)
        self._thread = Thread(target=_load, name="warming", daemon=True)
        self._work = work
        self._session = work.session
        self._steps: Iterator[None] = iter(())
        self._next = QTimer(self)
        self._next.setInterval(_BETWEEN_MS)
        self._next.timeout.connect(self._step)
        self._session.opened.connect(self._begin)
        self._session.closing.connect(self._next.stop)

    def _begin(self) -> None:
        self._session.opened.disconnect(self._begin)
        self._thread.start()
        QTimer.singleShot(_AFTER_OPENING_MS, self, self._go_on)

    def _go_on(self) -> None:
        if self._session.desk is not None:
            self._steps = self._make_steps()
            self._next.start()

    def _make_steps(self) -> Iterator[None]:
        from factcheck.store import reads

        work = self._work
        yield from work.panel.make_ready(reads.scales(self._session.open_desk())[:1])
        work.queue.make_ready()
        yield
        yield from fonts.draw_letters(work.window.devicePixelRatio())
        for page in (work.queue.list, work.panel):
            yield from _dress(page)

    def _step(self) -> None:
        try:
            next(self._steps)
        except StopIteration:
            self._next.stop()
            # What was made until now stays: looking through it for cycles, at any key, would take
            # longer than a frame.
            gc.freeze()


def _dress(page: QWidget) -> Iterator[None]:
    """Give all parts of a page their style, which Qt else does when they are first shown."""
    start = 0
    while parts := page.findChildren(QWidget)[start : start + _TOGETHER]:
        for part in parts:
            part.ensurePolished()
        start += _TOGETHER
        yield


def _load() -> None:
    """Import what is imported on demand; cutting a sentence loads libraries of its own."""
    from factcheck.actions import bulk, history, notes, steps, verdicts
    from factcheck.domain.words import sentences
    from factcheck.store import counts, many, records, reports, scales, search, similar

    del bulk, history, notes, steps, verdicts
    del counts, many, reports, scales, search, similar
    records.look_at_all()
    sentences("It was said: “So be it.” Then it was done.", 0, 40)
