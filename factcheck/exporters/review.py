"""Who checked and who reviewed, told honestly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.domain.model import Decision
from factcheck.domain.report_data import Profile, ReportStatement
from factcheck.domain.workflow import State
from factcheck.exporters.wording import Calendar, clean, joined

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.domain.ids import PersonId

_DECIDED = {Decision.APPROVED: "approved by", Decision.SENT_BACK: "sent back by"}


class People:
    """The names of those who are known from the statements of an article."""

    def __init__(self, statements: Iterable[ReportStatement]) -> None:
        self._names: dict[PersonId, str] = {}
        for given in statements:
            pairs = (
                (given.statement.checker_id, given.checker),
                (given.statement.reviewer_id, given.reviewer),
            )
            self._names |= {person: clean(name) for person, name in pairs if person and name}

    def name(self, person: PersonId) -> str:
        """Return the name, or say that it is somebody else: a wrong name is never guessed."""
        return self._names.get(person, "somebody else")


def seen_by_second(given: ReportStatement) -> bool:
    """Say whether somebody other than the checker approved the verdict that stands now."""
    return (
        given.statement.state is State.APPROVED
        and given.verdict is not None
        and given.review is not None
        and given.review.decision is Decision.APPROVED
        and given.review.reviewer_id != given.verdict.checker_id
    )


def review_facts(
    given: ReportStatement, profile: Profile, calendar: Calendar, people: People
) -> tuple[str, ...]:
    """Say who judged and who decided when, and whether they were one person."""
    verdict, review = given.verdict, given.review
    if verdict is None:
        return (f"Given to {clean(given.checker)}",) if given.checker else ()
    checked = f"Checked by {people.name(verdict.checker_id)}, {calendar.day(verdict.created_at)}"
    if review is None:
        return (checked,)
    decided = (
        f"{_DECIDED[review.decision]} {people.name(review.reviewer_id)}, "
        f"{calendar.day(review.created_at)}"
    )
    return (joined(checked, decided), *_same_person(given, profile))


def _same_person(given: ReportStatement, profile: Profile) -> tuple[str, ...]:
    review = given.review
    if review is None or not review.overrides_rule:
        return ()
    told = review.decision is Decision.APPROVED or profile is Profile.INTERNAL
    reason = f" Reason: {clean(review.reason)}" if told and clean(review.reason) else ""
    return (f"Checker and reviewer were the same person.{reason}",)


def review_note(given: ReportStatement) -> str:
    """Return what the reviewer wrote for the desk."""
    review = given.review
    if review is None or review.overrides_rule or not clean(review.reason):
        return ""
    return f"Reviewer’s note: {clean(review.reason)}"
