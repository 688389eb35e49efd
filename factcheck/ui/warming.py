"""Makes ready, before anybody waits for it, what the first look at the queue and a statement needs.

What can be done beside the window is; the rest in small steps, between which keys are answered.
"""

from __future__ import annotations

import gc
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from factcheck.ui.session import Session

# The first pages are painted by then.
_AFTER_OPENING_MS = 200
_BETWEEN_MS = 5


class Warming(QObject):
    """Begins once, when the first desk was opened; ``steps`` are then taken one by one.

    They end with the ``parent``, or when that desk is closed.
    """

    def __init__(
        self, session: Session, steps: Callable[[], Iterator[object]], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._thread = Thread(target=_load, name="warming", daemon=True)
        self._session = session
        self._make_steps = steps
        self._steps: Iterator[object] = iter(())
        self._next = QTimer(self)
        self._next.setInterval(_BETWEEN_MS)
        self._next.timeout.connect(self._step)
        session.closing.connect(self._next.stop)
        session.opened.connect(self._begin)

    def _begin(self) -> None:
        self._session.opened.disconnect(self._begin)
        self._thread.start()
        QTimer.singleShot(_AFTER_OPENING_MS, self, self._go_on)

    def _go_on(self) -> None:
        if self._session.desk is not None:
            self._steps = self._make_steps()
            self._next.start()

    def _step(self) -> None:
        try:
            next(self._steps)
        except StopIteration:
            self._next.stop()
            # What was made until now stays: looking through it for cycles, at any key, would take
            # longer than a frame.
            gc.freeze()


def _load() -> None:
    """Import what is imported on demand; cutting a sentence loads libraries of its own."""
    from factcheck.actions import history, steps
    from factcheck.domain.words import sentences
    from factcheck.store import counts, reports, similar

    del history, steps, counts, reports, similar
    sentences("It was said: “So be it.” Then it was done.", 0, 40)
