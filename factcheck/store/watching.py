"""Look on while many rows are changed: tell how far that is, or stop it."""

from __future__ import annotations

from collections.abc import Callable

# Gets how much is done, of how much. What it raises ends the change, and nothing of it stays.
Watch = Callable[[int, int], object]


def unwatched(_done: int, _all: int) -> None:
    """Let the work go on."""
