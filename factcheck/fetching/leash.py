"""Work with the network that ends in time, wherever it waits, and as soon as it is cancelled."""

from __future__ import annotations

import socket
import time
from concurrent.futures import Future, wait
from contextlib import suppress
from threading import Lock, Thread
from typing import TYPE_CHECKING, TypeVar

from factcheck.errors import Cancelled

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
# Seconds between two looks at the clock and at cancelled(); an answer is taken at once.
_LOOK = 0.05


class Leash:
    """Holds the connections of one piece of work, so that they can be cut from outside.

    A read that waits ends then: the sockets are shut down, which reaches them through a copy of
    their handle whatever TLS made of the first one.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._cut = False
        self._held: list[socket.socket] = []

    def hold(self, connection: socket.socket) -> None:
        """Hold a connection. Raises OSError where all are cut already."""
        with self._lock:
            if self._cut:
                raise OSError("cut off")
            self._held.append(connection.dup())

    def cut(self) -> None:
        """End all connections, and those that are still to come."""
        with self._lock:
            self._cut = True
            for connection in self._held:
                with suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)
                connection.close()
            self._held.clear()


def leashed(work: Callable[[Leash], T], *, seconds: float, cancelled: Callable[[], bool]) -> T:
    """Do the work on a thread of its own; return what it returns, raise what it raises.

    Raises TimeoutError and Cancelled at once; what still waits then, for a name to be found, is
    left to end by itself.
    """
    leash, outcome = Leash(), Future[T]()

    def do() -> None:
        try:
            outcome.set_result(work(leash))
        except BaseException as error:  # noqa: BLE001 it is raised where one waits
            outcome.set_exception(error)

    end = time.monotonic() + seconds
    Thread(target=do, daemon=True).start()
    try:
        while not wait([outcome], timeout=_LOOK).done:
            if cancelled():
                raise Cancelled
            if time.monotonic() > end:
                raise TimeoutError
        return outcome.result()
    finally:
        leash.cut()
