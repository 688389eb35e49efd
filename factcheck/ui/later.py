"""Does something once, a while after it was last asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable


def later(parent: QObject, deed: Callable[[], object], milliseconds: int = 0) -> QTimer:
    """Return a timer that does the deed once; started anew before that, it waits anew."""
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(deed)
    return timer
