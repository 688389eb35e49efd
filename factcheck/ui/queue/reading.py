"""What is asked of the desk for the list: pages of a view as rows, on the reader's thread."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from factcheck.domain.queues import Group, View
from factcheck.ui.queue.holding import Held, HeldListing, with_held
from factcheck.ui.queue.rows import QueueRow
from factcheck.ui.statement.when import day_words, is_late

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.store.desk import Desk
    from factcheck.store.queue import Listing, QueueLine

PAGE = 256
translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Answer:
    """Some rows of a view by their places, and how many it has.

    ``place`` is that of the statement to stay on, or of what took its place. ``holds``: a line
    stands at another place than its own.
    """

    total: int
    rows: dict[int, QueueRow]
    place: int = 0
    holds: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """A view at a moment, which decides what is late and how days are named.

    ``held``: the line that stays where it is, whatever was done to it.
    """

    view: View
    now: datetime
    held: Held | None = None

    def rows(self, desk: Desk, pages: Iterable[int]) -> Answer:
        """Return the rows of some pages."""
        listing = self._listing(desk)
        return _answer(listing, self._rows(desk, listing, pages))

    def between(self, desk: Desk, first: int, last: int) -> list[int]:
        """Return the local keys of the statements from one place to another."""
        return self._listing(desk).page(first, last - first + 1)

    def stay(self, desk: Desk, pk: int | None, place: int, pages: set[int]) -> Answer:
        """Return the rows of some pages, and of the one to which the choice goes.

        That is where the statement ``pk`` is now; without it, ``place``.
        """
        listing = self._listing(desk)
        near = max(0, min(place, listing.total - 1))
        found = self._rows(desk, listing, pages | {near // PAGE})
        if near in found and pk in {None, found[near].pk}:
            return _answer(listing, found, near)
        same = next((at for at, row in found.items() if row.pk == pk), None)
        if same is None and pk is not None:
            same = listing.place_of(pk)
        if same is None:
            return _answer(listing, found, near)
        if same not in found:
            found |= self._rows(desk, listing, {same // PAGE})
        return _answer(listing, found, same)

    def _listing(self, desk: Desk) -> Listing | HeldListing:
        from factcheck.store.queue import Listing

        return with_held(Listing(desk, self.view, self.now), self.held)

    def _rows(
        self, desk: Desk, listing: Listing | HeldListing, pages: Iterable[int]
    ) -> dict[int, QueueRow]:
        from factcheck.store.queue import lines

        rows: dict[int, QueueRow] = {}
        for page in pages:
            # With the row before, which tells whether a group begins.
            start = max(0, page * PAGE - 1)
            found = lines(desk, listing.page(start, (page + 1) * PAGE - start))
            held = listing.held.row if isinstance(listing, HeldListing) else None
            headed = dict(enumerate(self._headed(found, held), start))
            rows |= {at: row for at, row in headed.items() if at >= page * PAGE}
        return rows

    def _headed(self, found: list[QueueLine], held: QueueRow | None) -> Iterable[QueueRow]:
        before = ""
        for line in found:
            row = queue_row(line, self.now, self.view.group)
            if held is not None and row.pk == held.pk:
                row = replace(row, group=held.group, heading=held.heading)
            elif row.group != before:
                row = replace(row, heading=_heading(line, self.now, self.view.group))
            before = row.group
            yield row


def _answer(listing: Listing | HeldListing, rows: dict[int, QueueRow], place: int = 0) -> Answer:
    return Answer(listing.total, rows, place, isinstance(listing, HeldListing))


def queue_row(line: QueueLine, now: datetime, group: Group = Group.NONE) -> QueueRow:
    """Return a line of the list in words."""
    due = day_words(line.due_at, now) if line.due_at else ""
    return QueueRow(
        pk=line.pk,
        statement_id=line.id,
        article_id=line.article_id,
        article_title=" ".join(line.article_title.split()),
        number=line.number,
        quote=" ".join(line.quote.split()),
        state=line.state,
        verdict=f"{line.step.symbol} {line.step.word}" if line.step else "",
        tone=line.step.tone if line.step else "",
        checker=" ".join(line.checker.split()),
        reviewer=line.reviewer,
        evidence_count=line.sources,
        due=due,
        late=line.due_at is not None and is_late(line.due_at, now),
        group=_group(line, due, group),
        verdict_id=line.verdict_id,
    )


def _group(line: QueueLine, due: str, group: Group) -> str:
    """Return what is equal for all of a group, "" where there are no groups."""
    keys = {Group.ARTICLE: line.article_id, Group.CHECKER: f"·{line.checker}", Group.DUE: f"·{due}"}
    return keys.get(group, "")


def _heading(line: QueueLine, now: datetime, group: Group) -> str:
    if group is Group.ARTICLE:
        return " ".join(line.article_title.split())
    if group is Group.CHECKER:
        return line.checker or translate("queue", "Nobody")
    if line.due_at is None:
        return translate("queue", "Not due")
    return translate("queue", "Due {}").format(day_words(line.due_at, now))
