"""The page of the queue: a view of the desk, fed by the reader, its choices told to the window."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from factcheck.domain.queues import View, address_of, view_at
from factcheck.domain.workflow import State
from factcheck.errors import FactcheckError
from factcheck.ui.later import later, painted_apart
from factcheck.ui.queue.holding import Held, held_at
from factcheck.ui.queue.reader import Reader
from factcheck.ui.queue.reading import PAGE, Answer, Question
from factcheck.ui.queue.review import ReviewList
from factcheck.ui.queue.wording import Names

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from factcheck.domain.ids import ArticleId
    from factcheck.store.counts import Counts
    from factcheck.store.transaction import Changes
    from factcheck.ui.choice import Choice
    from factcheck.ui.queue.rows import QueueRow
    from factcheck.ui.session import Session

_FIRST = View(state=State.AWAITING_REVIEW)
# Of more than so many at once none is taken out before the list is read anew.
_FEW = 20
_LATER_MS = 1  # with 0 the same turn of the event loop might go on


class QueuePage(QObject):
    """Keeps a ReviewList up to date while it is on show.

    ``opened`` asks to show the chosen statement in its article, ``arrived`` the page itself.
    ``goes_on``: another statement is chosen next. ``told``: what the title says is new.
    """

    opened = Signal()
    goes_on = Signal()
    arrived = Signal()
    told = Signal()

    def __init__(self, session: Session, choice: Choice, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.list = ReviewList()
        self.reader = Reader(session, self)
        self.view = _FIRST
        self.counts: Counts | None = None
        self._session = session
        self._choice = choice
        self._now = now
        self._shown: View | None = None
        self._held: Held | None = None
        self._leaving = later(self.list, self._let_go)
        self._moment = now()  # at which the list was read: its pages hold together
        self._soon = QTimer(self.list)  # so that it ends with what it is about
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._wait_for_paint)
        self._is_painted = False
        self._paint_apart = painted_apart(self.list.table)
        # In a turn of its own: the page that comes takes nearly a frame.
        self._view_soon = later(self.list, self._show_view, _LATER_MS)
        listed = self.list
        listed.current_changed.connect(self._choose_soon)
        listed.opened.connect(self._open)
        listed.table.wanted.connect(self._read_rows)
        listed.table.sort_wanted.connect(listed.bar.sort_by)
        listed.bar.wanted.connect(self.show_view)
        listed.side.wanted.connect(self.show_view)
        session.opened.connect(self._begin)
        session.changed.connect(self._follow)

    @property
    def remark(self) -> str:
        """How many statements the view has, of how many: "14 of 1,286 statements"."""
        if self.counts is None:
            return ""
        total, whole = self.list.model.total, self.counts.whole
        return self.tr("{0} of {1} statements").format(f"{total:,}", f"{whole:,}")

    @property
    def question(self) -> Question:
        """What the list shows at the moment."""
        return Question(self._shown or self.view, self._moment, self._held)

    def make_ready(self) -> None:
        """Make, before anybody looks, what names the view."""
        self._show_view()

    def show(self) -> None:
        """Read the queue anew and give it the focus."""
        self._paint_apart()
        self._view_soon.start()
        self._read()
        self.list.table.setFocus()

    def show_view(self, view: View) -> None:
        """Show another view."""
        self.view, self._held = view, None
        self._session.settings.keep_view(self._session.open_desk().row().id, address_of(view))
        self._show_view()
        self._read()

    def go_to_view(self, view: View) -> None:
        """Show another view, on this page."""
        self.show_view(view)
        self.arrived.emit()

    def clear(self) -> None:
        """Take all filters away but the queue's own."""
        view = self.view
        queue = View(state=view.state, overdue=view.overdue, stale=view.stale)
        self.show_view(
            replace(queue, order=view.order, descending=view.descending, group=view.group)
        )

    def go(self, by: int) -> None:
        """Move to the next line (1) or the one before (-1)."""
        self.list.table.go_to(self.list.table.currentIndex().row() + by)

    def settle(self) -> None:
        """Choose the statement of the current line, if that still waits."""
        if self._soon.isActive():
            self._soon.stop()
            self._choose()

    def _begin(self) -> None:
        """Show the view that this desk was left with."""
        kept = self._session.settings.view_of(self._session.open_desk().row().id)
        try:
            self.view = view_at(kept) if kept is not None else _FIRST
        except FactcheckError:
            self.view = _FIRST
        self._shown = self.counts = self._held = None
        self.list.await_rows()
        self.list.side.show_counts(None)

    def _show_view(self) -> None:
        steps = self.counts.outcomes if self.counts else ()
        outcomes = {step.code: f"{step.symbol} {step.word}" for step, _ in steps}
        names = Names(self._session.person, self._title_of(self.view.article), outcomes)
        self.list.side.show_view(self.view, self._session.person)
        self.list.bar.show_view(self.view, names)
        self.list.model.set_sorted(self.view.sorted_by(), descending=self.view.descending)

    def _title_of(self, article: ArticleId | None) -> str:
        from factcheck.store import reads

        try:
            return reads.article(self._session.open_desk(), article).title if article else ""
        except FactcheckError:
            return ""

    # Reading

    def _read(self) -> None:
        """Read the view: anew where it is on show, else from its beginning."""
        if self._session.desk is None:
            return
        self._moment = self._now()
        question = Question(self.view, self._moment, self._held)
        self.reader.forget("rows")
        if self._shown == self.view:
            key, place = stands = self._stands()
            pages = _pages(*self.list.table.on_show())
            renew = partial(self._renew, stands)
            self.reader.ask("list", lambda desk: question.stay(desk, key, place, pages), renew)
        else:
            show = partial(self._show, self.view)
            self.reader.ask("list", lambda desk: question.rows(desk, [0]), show)
        self._count(question)

    def _count(self, question: Question) -> None:
        from factcheck.store.counts import counts

        view, now = question.view, question.now
        self.reader.ask("counts", lambda desk: counts(desk, view, now), self._show_counts)

    def _read_rows(self, first: int, last: int) -> None:
        pages = self.list.model.missing(first, last)
        question = self.question
        if self._shown == self.view:
            self.reader.ask("rows", lambda desk: question.rows(desk, pages), self._put)

    def _show(self, view: View, answer: Answer) -> None:
        self._shown = view
        self._paint_apart()
        self.list.show_rows(answer.total, answer.rows)
        self.told.emit()

    def _renew(self, stood: tuple[int | None, int], answer: Answer) -> None:
        """Show the list as it is now; ask once more for who has gone on meanwhile."""
        if self._stands() != stood:
            self._read()
            return
        if not answer.holds:
            self._held = None
        self.list.renew_rows(answer.total, answer.rows, answer.place)
        self.told.emit()

    def _stands(self) -> tuple[int | None, int]:
        """Return the local key of the current line, None if that is not read yet, and its place."""
        row = self.list.current()
        return row.pk if row is not None else None, self.list.place()

    def _put(self, answer: Answer) -> None:
        if answer.total == self.list.model.total:
            self.list.put_rows(answer.rows)
        else:
            self._read()

    def _show_counts(self, counts: Counts) -> None:
        self.counts = counts
        self.list.side.show_counts(counts)
        self.list.bar.menu.show_choices(counts)
        self._show_view()
        self.told.emit()

    # Following

    def _follow(self, changes: Changes | None) -> None:
        if not self.list.isVisible():
            return
        self._paint_apart()
        if changes is not None and self._shown and len(changes.statements) <= _FEW:
            self._take_away(self._shown, changes.statements)
        if changes is not None:
            self._hold(changes.statements)
        self._read()

    def _hold(self, touched: frozenset[str]) -> None:
        """Let the current line stay where it is, if it was touched, until the person leaves it."""
        row, place = self.list.current(), self.list.place()
        if row is not None and (row.statement_id in touched or self._held):
            self._leaving.stop()
            self._held = held_at(self.list.model, place, touched)

    def _follow_leaving(self, row: QueueRow | None) -> None:
        """Let the line that was held go as soon as it was left.

        After a click not before a second one could come, which is to find the same line there.
        """
        self._leaving.stop()
        if self._held is None or row is None or row.pk == self._held.row.pk:
            return
        if QApplication.mouseButtons():
            self._leaving.start(QApplication.doubleClickInterval())
        else:
            self._let_go()

    def _let_go(self) -> None:
        """Let the line that was held go to its place."""
        if self._held is not None:
            self._held = None
            self._read()

    def _take_away(self, view: View, touched: frozenset[str]) -> None:
        """Take out at once what no longer fits, so that the next key finds the next statement."""
        from factcheck.store.queue import fits

        model = self.list.model
        desk, now = self._session.open_desk(), self._now()
        rows = [model.row(place) for place in model.places(touched)]
        gone = {row.statement_id for row in rows if row and not fits(desk, view, now, row.pk)}
        if gone:
            self.list.take_away(gone)

    def _choose_soon(self) -> None:
        """Let the list be painted, then show the statement of its current line."""
        row = self.list.current()
        self._follow_leaving(row)
        if row is None or row.statement_id != self._choice.statement:
            self._choice.moves = True
        self._is_painted = False
        self._soon.start(0)

    def _wait_for_paint(self) -> None:
        """Go on in the next turn of the event loop: in this one the list is painted."""
        if self._is_painted:
            self._choose()
        else:
            self._is_painted = True
            self._soon.start(_LATER_MS)

    def _choose(self) -> None:
        """Show the statement of the current line, in its article."""
        moves, before = self._choice.moves, self._choice.statement
        self._choice.moves = False
        if moves:
            self.goes_on.emit()
        if self.list.isVisible():
            row = self.list.current()
            if row is None:
                self._choice.show_statement(None)
            else:
                self._choice.show(row.article_id, row.statement_id)
        if moves and self._choice.statement == before:
            # It stays after all, and may have changed meanwhile.
            self._choice.statement_changed.emit()

    def _open(self) -> None:
        self.settle()
        self.opened.emit()


def _pages(first: int, last: int) -> set[int]:
    return {at // PAGE for at in (first, last) if at >= 0}
