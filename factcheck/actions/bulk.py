"""Do the same to many statements at once: one event, one undo; what can't be done is told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.actions.people import person_called
from factcheck.actions.tags import tag_word
from factcheck.actions.verdicts import CHANGED_MEANWHILE, record_review
from factcheck.domain import workflow
from factcheck.domain.ids import StatementId, TagId
from factcheck.domain.model import Statement, Tag
from factcheck.domain.workflow import Situation, Step
from factcheck.errors import Cancelled
from factcheck.store import many
from factcheck.store.queue import Listing
from factcheck.store.transaction import Changes
from factcheck.store.watching import unwatched

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping
    from datetime import datetime

    from factcheck.domain.ids import PersonId, VerdictId
    from factcheck.domain.model import Priority
    from factcheck.domain.queues import View
    from factcheck.store.desk import Desk
    from factcheck.store.many import Found
    from factcheck.store.transaction import Change
    from factcheck.store.watching import Watch

    # Does it to one statement, or returns that and why it is left out.
    Deed = Callable[[Change, Found], "LeftOut | None"]

# So many are asked about in one question.
_CHUNK = 500
_GONE = "It is no longer there. Somebody removed or undid it."


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A statement to which it was not done, and why, in whole sentences.

    ``own``: a second person should do it; a reason, which is logged, would override that.
    """

    statement: StatementId
    why: str
    own: bool = False


@dataclass(frozen=True, slots=True)
class Bulk:
    """What came of a deed on ``meant`` statements.

    One that was already as it should be counts as done.
    """

    changes: Changes
    meant: int
    left_out: tuple[LeftOut, ...]

    @property
    def done(self) -> int:
        """To how many it was done."""
        return self.meant - len(self.left_out)


def watched(progress: Callable[[int, int], object], cancelled: Callable[[], bool]) -> Watch:
    """Return what tells how far the work is, and raises Cancelled once somebody wants that."""

    def look(done: int, size: int) -> None:
        if cancelled():
            raise Cancelled
        progress(done, size)

    return look


def assign(
    desk: Desk,
    *,
    actor: PersonId,
    statements: Iterable[StatementId],
    checker: str,
    watch: Watch = unwatched,
) -> Bulk:
    """Say who is to check them; "" is nobody. A name new to the desk is added."""
    name = " ".join(checker.split())
    with desk.together():
        person = person_called(desk, name=name) if name else None
        action = f"assign several to {name or 'nobody'}"
        return _set(desk, action, statements, actor=actor, watch=watch, checker_id=person)


def set_due(
    desk: Desk,
    *,
    actor: PersonId,
    statements: Iterable[StatementId],
    due_at: datetime | None,
    watch: Watch = unwatched,
) -> Bulk:
    """Say until when; ``due_at`` is aware, None for no date."""
    return _set(desk, "due date of several", statements, actor=actor, watch=watch, due_at=due_at)


def set_priority(
    desk: Desk,
    *,
    actor: PersonId,
    statements: Iterable[StatementId],
    priority: Priority,
    watch: Watch = unwatched,
) -> Bulk:
    """Say how urgent they are."""
    action = f"priority of several: {priority}"
    return _set(desk, action, statements, actor=actor, watch=watch, priority=priority)


def add_tag(
    desk: Desk,
    *,
    actor: PersonId,
    statements: Iterable[StatementId],
    word: str,
    watch: Watch = unwatched,
) -> Bulk:
    """Put a tag on them. Raises FactcheckError where it is empty."""
    clean = tag_word(word)

    def put(change: Change, found: Found) -> None:
        name = found.statement.id
        if not many.tagged(desk, [name], clean):
            change.insert(Tag(TagId(change.new_id()), name, clean, change.now))

    return _each(desk, f"tag several: {clean}", statements, put, actor=actor, watch=watch)


def remove_tag(
    desk: Desk,
    *,
    actor: PersonId,
    statements: Iterable[StatementId],
    word: str,
    watch: Watch = unwatched,
) -> Bulk:
    """Take a tag off them. Raises FactcheckError where it is empty."""
    clean = tag_word(word)

    def take_off(change: Change, found: Found) -> None:
        for tag in many.tagged(desk, [found.statement.id], clean).values():
            change.remove(Tag, tag)

    return _each(
        desk, f"take tag off several: {clean}", statements, take_off, actor=actor, watch=watch
    )


def submit(
    desk: Desk,
    *,
    actor: PersonId,
    statements: Iterable[StatementId],
    watch: Watch = unwatched,
) -> Bulk:
    """Hand the judged ones to a second person."""
    return _step(desk, Step.SUBMIT, statements, actor=actor, reason="", watch=watch)


def dismiss(
    desk: Desk,
    *,
    actor: PersonId,
    statements: Iterable[StatementId],
    reason: str = "",
    watch: Watch = unwatched,
) -> Bulk:
    """Say that these are no statements of fact."""
    return _step(desk, Step.DISMISS, statements, actor=actor, reason=reason, watch=watch)


def approve(
    desk: Desk,
    *,
    actor: PersonId,
    seen: Mapping[StatementId, VerdictId | None],
    reason: str = "",
    watch: Watch = unwatched,
) -> Bulk:
    """Approve, as a second person, the very verdicts that were seen; None: none was seen.

    Where another stands by now it is left out. With a reason, which is logged, a checker may
    approve the own verdicts, too.
    """
    return _review(desk, Step.APPROVE, seen, actor=actor, reason=reason, watch=watch)


def send_back(
    desk: Desk,
    *,
    actor: PersonId,
    seen: Mapping[StatementId, VerdictId | None],
    reason: str,
    watch: Watch = unwatched,
) -> Bulk:
    """Send the very verdicts that were seen back to their checkers, with one reason."""
    return _review(desk, Step.SEND_BACK, seen, actor=actor, reason=reason, watch=watch)


def seen_in(
    desk: Desk,
    view: View,
    now: datetime,
    position: int,
    *,
    but: Collection[StatementId] = (),
) -> dict[StatementId, VerdictId | None]:
    """Return all statements of a view but some, each with the verdict that stands on it.

    ``position`` is the place in the log at which they were chosen: None for a verdict that is
    newer, for nobody can have seen it.
    """
    listing = Listing(desk, view, now)
    seen = seen_of(desk, listing.page(0, listing.total), position)
    return {name: verdict for name, verdict in seen.items() if name not in but}


def seen_of(desk: Desk, keys: Iterable[int], position: int) -> dict[StatementId, VerdictId | None]:
    """Return the same of the statements with these local keys."""
    newer = many.verdicts_since(desk, position)
    return {
        name: None if verdict in newer else verdict
        for name, verdict in many.standing(desk, keys).items()
    }


def _set(
    desk: Desk,
    action: str,
    statements: Iterable[StatementId],
    *,
    actor: PersonId,
    watch: Watch,
    **values: object,
) -> Bulk:
    def put(change: Change, found: Found) -> None:
        change.update(Statement, found.statement.id, **values)

    return _each(desk, action, statements, put, actor=actor, watch=watch)


def _step(
    desk: Desk,
    step: Step,
    statements: Iterable[StatementId],
    *,
    actor: PersonId,
    reason: str,
    watch: Watch,
) -> Bulk:
    second = desk.row().second_person_rule

    def take(change: Change, found: Found) -> LeftOut | None:
        now = Situation(found.statement.state, found.judged_by, second)
        refusal = workflow.why_not(step, now, actor=actor, reason=reason)
        if refusal is not None:
            return LeftOut(found.statement.id, str(refusal))
        taken = workflow.take(step, now, actor=actor, reason=reason)
        change.update(Statement, found.statement.id, state=taken.state)
        return None

    return _each(desk, f"{step} several", statements, take, actor=actor, watch=watch, reason=reason)


def _review(
    desk: Desk,
    step: Step,
    seen: Mapping[StatementId, VerdictId | None],
    *,
    actor: PersonId,
    reason: str,
    watch: Watch,
) -> Bulk:
    second = desk.row().second_person_rule

    def decide(change: Change, found: Found) -> LeftOut | None:
        name, verdict = found.statement.id, found.verdict
        now = Situation(found.statement.state, found.judged_by, second)
        refusal = workflow.why_not(step, now, actor=actor, reason=reason)
        if refusal is not None or verdict is None:
            given = workflow.why_not(step, now, actor=actor, reason="given")
            own = given is None and workflow.breaks_rule(step, now, actor)
            return LeftOut(name, str(refusal), own)
        if seen[name] != verdict:
            return LeftOut(name, " ".join(CHANGED_MEANWHILE))
        taken = workflow.take(step, now, actor=actor, reason=reason)
        change.update(Statement, name, state=taken.state, reviewer_id=actor)
        record_review(change, step, verdict, taken, actor=actor, reason=reason)
        return None

    return _each(desk, f"{step} several", seen, decide, actor=actor, watch=watch, reason=reason)


def _each(
    desk: Desk,
    action: str,
    statements: Iterable[StatementId],
    deed: Deed,
    *,
    actor: PersonId,
    watch: Watch,
    reason: str = "",
) -> Bulk:
    """Do it to each statement in one event."""
    names, left_out = list(dict.fromkeys(statements)), list[LeftOut]()
    with desk.change(action, actor, reason=reason.strip(), watch=watch) as change:
        for start in range(0, len(names), _CHUNK):
            chunk = names[start : start + _CHUNK]
            standing = many.found(desk, chunk)
            for name in chunk:
                there = name in standing
                left = deed(change, standing[name]) if there else LeftOut(name, _GONE)
                left_out += [left] if left else []
            # What is derived from them comes after, and takes as long again.
            watch(start + len(chunk), 2 * len(names))
    return Bulk(change.done, len(names), tuple(left_out))
