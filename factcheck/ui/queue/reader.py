"""One thread that reads the desk beside the window, so that no list makes anybody wait.

A long read would hold up whoever saves: questions are short, and the one under way is broken off
while the window writes, then asked again.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import count
from threading import Condition, Thread
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal

from factcheck.actions import system
from factcheck.errors import FactcheckError
from factcheck.store.desk import Desk

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.store.second import SecondDesk
    from factcheck.ui.session import Session

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question; of its key only the one with the newest ticket counts."""

    key: str
    ticket: int
    question: Callable[[Desk], Any]
    done: Callable[[Any], object]


class Reader(QObject):
    """Asks the open desk questions on a thread of its own; answers come on the window's.

    A question takes the place of an older one with the same key, answered or not; the one under
    way is broken off.
    """

    _answered = Signal(object, object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._worker: _Worker | None = None
        self._tickets: dict[str, int] = {}
        self._number = count()
        self._answered.connect(self._deliver)
        session.writing.connect(self._hold)
        session.written.connect(self._release)
        session.closing.connect(self.close)

    def ask(self, key: str, question: Callable[[Desk], T], done: Callable[[T], object]) -> None:
        """Call ``done`` with the answer, unless the same is asked anew or forgotten before.

        The question must be short, and read only. A FactcheckError is refused by the session.
        """
        if self._worker is None:
            self._worker = _Worker(self._session.open_desk().path, self._answered.emit)
            self._worker.failed = self._session.refused.emit
            self._worker.start()
        self._tickets[key] = next(self._number)
        self._worker.ask(_Asked(key, self._tickets[key], question, done))

    def forget(self, key: str) -> None:
        """Let no answer come to what was asked with this key."""
        self._tickets.pop(key, None)

    def is_asked(self, key: str) -> bool:
        """Say whether the answer to what was asked with this key is still to come."""
        return key in self._tickets

    def is_busy(self) -> bool:
        """Say whether an answer is still to come."""
        return bool(self._tickets)

    def close(self) -> None:
        """Forget all questions and close the connection; waits for the one under way."""
        self._tickets.clear()
        if self._worker is not None:
            self._worker.end()
            self._worker = None

    def _hold(self) -> None:
        if self._worker is not None:
            self._worker.hold()

    def _release(self) -> None:
        if self._worker is not None:
            self._worker.release()

    def _deliver(self, asked: _Asked, answer: Callable[[], object]) -> None:
        if self._tickets.get(asked.key) == asked.ticket:
            del self._tickets[asked.key]
            answer()


class _Worker(Thread):
    """Answers what was asked last with each key, in the order in which it was asked."""

    failed: Callable[[FactcheckError], object]

    def __init__(self, path: Path, tell: Callable[[_Asked, Callable[[], object]], object]) -> None:
        super().__init__(name="reader", daemon=True)
        self._path = path
        self._tell = tell
        self._asked: dict[str, _Asked] = {}
        self._news = Condition()
        self._held = self._ended = False
        self._under_way = ""
        self._desk: SecondDesk | None = None

    # From the window's thread

    def ask(self, asked: _Asked) -> None:
        with self._news:
            self._asked.pop(asked.key, None)
            self._asked[asked.key] = asked
            if self._under_way == asked.key:
                self._interrupt()
            self._news.notify()

    def hold(self) -> None:
        with self._news:
            self._held = True
            self._interrupt()

    def release(self) -> None:
        with self._news:
            self._held = False
            self._news.notify()

    def end(self) -> None:
        with self._news:
            self._ended = True
            self._interrupt()
            self._news.notify()
        self.join()

    def _interrupt(self) -> None:
        if self._desk is not None:
            self._desk.interrupt()

    # On its own

    def run(self) -> None:
        while (asked := self._next()) is not None:
            self._answer(asked)
        if self._desk is not None:
            self._desk.close()

    def _next(self) -> _Asked | None:
        """Wait for a question; None at the end."""
        with self._news:
            self._news.wait_for(lambda: self._ended or (self._asked and not self._held))
            self._under_way = "" if self._ended else next(iter(self._asked))
            return None if self._ended else self._asked.pop(self._under_way)

    def _answer(self, asked: _Asked) -> None:
        from factcheck.store.second import BrokenOffError

        try:
            answer = partial(asked.done, self._opened().ask(asked.question))
        except BrokenOffError:
            with self._news:
                self._asked = {asked.key: asked} | self._asked
            return
        except FactcheckError as error:
            answer = partial(self.failed, error)
        except Exception:  # noqa: BLE001 a bug must not die silently with its thread
            answer = partial(sys.excepthook, *sys.exc_info())
        self._tell(asked, answer)

    def _opened(self) -> SecondDesk:
        from factcheck.store.second import SecondDesk

        if self._desk is None:
            desk = SecondDesk(self._path, system.now, system.id_maker())
            with self._news:
                self._desk = desk
        return self._desk
