"""Decode a picture from outside in a worker process."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.actions.importing import MEGABYTES, SECONDS
from factcheck.actions.worker import WorkerBug, run
from factcheck.errors import FactcheckError
from factcheck.importers import pictures

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.importers.pictures import Picture


def picture_of(content: bytes, *, cancelled: Callable[[], bool] = lambda: False) -> Picture:
    """Return a picture's pixels, to be shown; for any thread.

    Raises FactcheckError where it can't be shown.
    """
    try:
        return run(
            pictures.read_picture,
            content,
            seconds=SECONDS,
            megabytes=MEGABYTES,
            cancelled=cancelled,
        )
    except WorkerBug as bug:
        raise FactcheckError(pictures.DAMAGED) from bug
