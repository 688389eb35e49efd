"""Answers that hold as long as nobody writes to the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

T = TypeVar("T")


class Answers:
    """Keeps the newest ``most`` answers while ``state`` returns the same."""

    def __init__(self, state: Callable[[], object], most: int) -> None:
        self._state = state
        self._most = most
        self._known_at: object = None
        self._known: dict[Hashable, Any] = {}

    def get(self, question: Hashable, ask: Callable[[], T]) -> T:
        """Return the answer to a question, asked anew where it is not known."""
        state = self._state()
        if state != self._known_at:
            self._known_at, self._known = state, {}
        if question not in self._known:
            self._known[question] = ask()
            if len(self._known) > self._most:
                del self._known[next(iter(self._known))]
        answer: T = self._known[question]
        return answer
