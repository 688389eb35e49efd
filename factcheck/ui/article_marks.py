"""The marks of the article on show; those of a long one are read in two goes.

Ten thousand marks take longer to read than the text of a book to lay out. So the first page gets
its own before it is painted, and all others are read beside the window right after that. Of an
article that nobody sees none are read: who works through a queue meets an article a key.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from factcheck.ui.article.highlights import HighlightIndex
from factcheck.ui.later import later
from factcheck.ui.marks import Marks
from factcheck.ui.queue.reader import Reader
from factcheck.ui.rows import highlight

if TYPE_CHECKING:
    from factcheck.domain.ids import StatementId
    from factcheck.domain.model import Revision
    from factcheck.store.desk import Desk
    from factcheck.store.lists import SomeMarks
    from factcheck.ui.session import Session

_MANY = 1_000  # marks from which on the first page comes first
_ABOVE = 500  # code points before the first words on show
# Some frames: what is read beside the window would hold up its first paint.
_AFTER_THE_PAINT_MS = 50
_KEY = "marks"


class ArticleMarks(QObject):
    """Knows the marks of one revision, none without one.

    ``completed`` tells, some time after ``complete_soon``, that all of the marks are there;
    it carries a HighlightIndex of them, None where they all were there from the beginning. Who
    asks for all before gets them at once, for the time that the reading takes.
    """

    completed = Signal(object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._reader = Reader(session, self)
        self._revision: Revision | None = None
        self._first: SomeMarks | None = None
        self._reach = (0, 0)
        self._all: Marks | None = Marks()
        self._soon = later(self, self._go_on, _AFTER_THE_PAINT_MS)

    def open(self, revision: Revision | None) -> None:
        """Turn to another revision, or to none."""
        self._reader.forget(_KEY)
        self._soon.stop()
        self._revision = revision
        self._first, self._all = None, None if revision else Marks()

    def begin(self, top: int, page: int) -> None:
        """Read the marks for the eye; of a long article at first those of the page on show.

        It begins at the offset ``top`` and has ``page`` code points at most.
        """
        from factcheck.store import lists

        if self._revision is not None and self._all is None:
            desk = self._session.open_desk()
            if lists.has_more_marks(desk, self._revision.id, _MANY):
                self._reach = (top - _ABOVE, top + page)
                self._first = lists.marks_between(desk, self._revision, *self._reach)

    def complete_soon(self) -> None:
        """Have all marks read right after the next paint, and tell that they are there."""
        self._soon.start()

    def highlights(self) -> HighlightIndex:
        """Return what is known, as it is drawn."""
        return HighlightIndex(map(highlight, self._first.rows if self._first else self.all()))

    def all(self) -> Marks:
        """Return all marks, which are read now if they were not."""
        if self._all is not None:
            return self._all
        was_begun = self._first is not None
        self._reader.forget(_KEY)
        read = self.read_anew()
        if was_begun:
            self.completed.emit(self.highlights())
        return read

    @property
    def were_read(self) -> bool:
        """Whether anybody has asked for any of them."""
        return self._first is not None or self._all is not None

    @property
    def are_complete(self) -> bool:
        """Whether all marks are known."""
        return self._all is not None

    def need(self, start: int, end: int) -> None:
        """Have the marks of a stretch, which somebody has scrolled to."""
        if self._first is not None and not self._reach[0] <= start <= end <= self._reach[1]:
            self.all()

    def read_anew(self) -> Marks:
        """Read all marks again: somebody else may have changed any of them."""
        from factcheck.store import lists

        revision = self._revision
        rows = lists.marks(self._session.open_desk(), revision.id) if revision else ()
        self._first, self._all = None, Marks(rows)
        return self._all

    @property
    def total(self) -> int:
        """How many statements there are."""
        return self._first.total if self._first else len(self.all())

    @property
    def judged(self) -> int:
        """How many of them are judged or done."""
        return self._first.judged if self._first else sum(count for _, count in self.shares())

    def shares(self) -> list[tuple[str, int]]:
        """Return how many of them are judged or done in each tone, as far as all were read."""
        return [] if self._first else [each for each in self.all().tones.items() if each[0]]

    def number_of(self, statement: StatementId | None) -> int | None:
        """Return a statement's number, None if it is not here."""
        if self._first is not None and statement in self._first.numbers:
            return self._first.numbers[statement]
        return self.all().number_of(statement) if statement else None

    def _go_on(self) -> None:
        """Read the rest, or tell that there is none."""
        if self._first is not None and self._revision is not None:
            self._reader.ask(_KEY, partial(_read, self._revision), self._complete)
        else:
            self.completed.emit(None)

    def _complete(self, read: tuple[Marks, HighlightIndex]) -> None:
        self._first, self._all = None, read[0]
        self.completed.emit(read[1])


def _read(revision: Revision, desk: Desk) -> tuple[Marks, HighlightIndex]:
    """Read all marks of a revision, and make their highlights; on any thread."""
    from factcheck.store import lists

    marks = Marks(lists.marks(desk, revision.id))
    return marks, HighlightIndex(map(highlight, marks))
