"""Loads, beside the window, what the first look at the queue and at a statement would wait for."""

from __future__ import annotations

import gc
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from factcheck.ui.session import Session

# The first pages are painted by then.
_AFTER_OPENING_MS = 200


class Warming(QObject):
    """Begins once, when the first desk was opened."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._thread = Thread(target=_load, name="warming", daemon=True)
        self._session = session
        session.opened.connect(self._begin)

    def _begin(self) -> None:
        self._session.opened.disconnect(self._begin)
        self._thread.start()
        # What was made until now stays: looking through it for cycles, at any key, would take
        # longer than a frame.
        QTimer.singleShot(_AFTER_OPENING_MS, self, gc.freeze)


def _load() -> None:
    """Import what is imported on demand; cutting a sentence loads libraries of its own."""
    from factcheck.actions import history, steps
    from factcheck.domain.words import sentences
    from factcheck.store import counts, reports, similar

    del history, steps, counts, reports, similar
    sentences("It was said: “So be it.” Then it was done.", 0, 40)
