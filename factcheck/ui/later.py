"""Does something once, a while after it was last asked for; paints in a turn of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

_NEXT_TURN_MS = 1  # with 0 the same turn of the event loop might go on


def later(parent: QObject, deed: Callable[[], object], milliseconds: int = 0) -> QTimer:
    """Return a timer that does the deed once; started anew before that, it waits anew."""
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(deed)
    return timer


def painted_apart(widget: QWidget) -> Callable[[], None]:
    """Return a deed that puts off the painting of a widget to a turn of the event loop of its own.

    For what is changed as a whole: to fill it and to paint it together may take over a frame.
    """
    timer = later(widget, lambda: widget.setUpdatesEnabled(True), _NEXT_TURN_MS)

    def hold() -> None:
        widget.setUpdatesEnabled(False)
        timer.start()

    return hold
