"""Lets a thread that writes to the desk go on when the window has nothing more urgent to do."""

from __future__ import annotations

import threading

from PySide6.QtCore import QObject, Signal

# Seconds after which the other thread goes on all the same, so that it comes to its end.
_LONGEST = 0.1


class Leave(QObject):
    """Made on the window's thread, which gives leave once it is done with what came before.

    A thread that writes piece after piece takes SQLite's lock again and again, and SQLite finds
    the moments between only by chance: without leave to ask, the window would wait for seconds.
    """

    _asked = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._asked.connect(self._give)

    def ask(self) -> None:
        """Wait until the window gives leave; for any other thread."""
        given = threading.Event()
        self._asked.emit(given)
        given.wait(_LONGEST)

    def _give(self, given: threading.Event) -> None:
        given.set()
