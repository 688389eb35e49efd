"""A range of the list, selected some statements at a time: it may be as long as the list."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.store.desk import Desk
    from factcheck.ui.queue.reader import Reader
    from factcheck.ui.queue.reading import Question
    from factcheck.ui.queue.selection import Seen, Selection

_RANGE = "range"
_PIECE = 5_000  # is read in 20 ms: questions to the reader are short


class Ends(NamedTuple):
    """The places of the first and the last line of a range.

    ``shown`` are the local keys of the statements that were seen there; None: none was.
    """

    first: int
    last: int
    shown: tuple[int | None, int | None]


class Ranging:
    """Selects what stands between two lines; what is to be done to it waits until all is read."""

    def __init__(self, reader: Reader, selection: Selection) -> None:
        self._reader = reader
        self._selection = selection
        self._waiting: list[Callable[[], object]] = []
        selection.cleared.connect(self._stop)

    def is_under_way(self) -> bool:
        """Say whether some of a range is still to be read."""
        return self._reader.is_asked(_RANGE)

    def then(self, deed: Callable[[], object]) -> None:
        """Do what concerns the selection, as soon as that is whole."""
        if self.is_under_way():
            self._waiting.append(deed)
        else:
            # What still waits here waited for a range that could not be read.
            self._waiting = []
            deed()

    def select(self, question: Question, ends: Ends) -> None:
        """Begin to select a range of what a question shows."""
        self._reader.ask(_RANGE, partial(_begun, question, ends), self._go_on)

    def _go_on(self, left: _Left) -> None:
        if left.keys:
            self._reader.ask(_RANGE, left.read, partial(self._add, left))
        else:
            waiting, self._waiting = self._waiting, []
            for deed in waiting:
                self.then(deed)

    def _add(self, left: _Left, seen: Seen) -> None:
        self._selection.add(seen)
        self._go_on(left.without_piece())

    def _stop(self) -> None:
        self._waiting = []
        self._reader.forget(_RANGE)


class _Left(NamedTuple):
    """The statements of a range that are still to be selected, as at a place in the log."""

    keys: list[int]
    position: int

    def read(self, desk: Desk) -> Seen:
        """Return the next of them, each with the verdict that stands on it."""
        from factcheck.actions.bulk import seen_of

        return seen_of(desk, self.keys[:_PIECE], self.position)

    def without_piece(self) -> _Left:
        return self._replace(keys=self.keys[_PIECE:])


def _begun(question: Question, ends: Ends, desk: Desk) -> _Left:
    """Read which statements stand there. Raises FactcheckError where they are no longer those."""
    from factcheck.errors import FactcheckError
    from factcheck.store.many import log_position

    keys = question.between(desk, ends.first, ends.last)
    at_ends = (keys[0], keys[-1]) if len(keys) > ends.last - ends.first else (0, 0)
    if any(shown not in {None, key} for shown, key in zip(ends.shown, at_ends, strict=True)):
        raise FactcheckError("The list has changed meanwhile.", "Select the range once more.")
    return _Left(keys, log_position(desk))
