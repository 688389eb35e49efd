"""A frozen program holds no interpreter to start: it is its own worker.

It stands alone, for the window must not wait for what a worker needs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

# Behind it on the command line stand the megabytes that the worker may take.
WORKER_FLAG = "--factcheck-worker"


def serve_if_asked(arguments: Sequence[str]) -> None:
    """Be a worker, and never return, where the command line of the program says so."""
    if arguments[:1] == [WORKER_FLAG]:
        from factcheck.actions.serving import serve

        serve(int(arguments[1]))
