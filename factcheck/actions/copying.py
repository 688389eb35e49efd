"""Take over from a statement that was judged before what holds for another one too.

Where it comes from goes with it, into reasoning, remarks and history.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.actions.steps import take
from factcheck.actions.system import zone_called
from factcheck.domain.dates import long_date
from factcheck.domain.ids import CitationId, PersonId, StatementId, VerdictId
from factcheck.domain.scales import CUT
from factcheck.domain.workflow import Step
from factcheck.errors import FactcheckError
from factcheck.store import reads
from factcheck.store.reports import detail

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.domain.model import Citation, Verdict
    from factcheck.domain.report_data import ReportStatement
    from factcheck.store.desk import Desk
    from factcheck.store.transaction import Change, Changes


def copy_from(
    desk: Desk,
    *,
    actor: PersonId,
    statement: StatementId,
    source: StatementId,
    evidence: bool = True,
    verdict: bool = True,
    correction: bool = False,
) -> Changes:
    """Cite the sources of another statement, and give its verdict, as one action.

    The verdict is the actor's: on the same version of the scale, its reasoning begins with where
    it comes from. What is cited already is not cited again. Raises FactcheckError where there is
    nothing to copy, or where the statement may not be judged now.
    """
    found = detail(desk, source)
    _require_another(found, statement)
    earlier = _copyable(found) if verdict else None
    if earlier is None and not (evidence and found.citations):
        raise FactcheckError("There is nothing to copy.", "Choose its verdict or its evidence.")
    with desk.change("copy from an earlier statement", actor, reason=origin(desk, found)) as change:
        if evidence and found.citations:
            checker = reads.statement(desk, statement).checker_id or actor
            take(desk, change, Step.GATHER, statement=statement, actor=actor, checker_id=checker)
            for citation in _citations(desk, change, found, statement):
                change.insert(citation)
        if earlier is not None:
            take(desk, change, Step.JUDGE, statement=statement, actor=actor, checker_id=actor)
            told = replace(
                earlier,
                reasoning="\n".join(filter(None, (origin(desk, found), earlier.reasoning))),
                correction=earlier.correction if correction else "",
            )
            change.insert(_verdict(desk, change, statement, actor, told))
    return change.done


def origin(desk: Desk, found: ReportStatement) -> str:
    """Say where and by whom a statement was checked: a sentence to stand before its reasoning."""
    title = reads.article(desk, found.statement.article_id).title
    place = f"“{title}”, statement {found.number}"
    if found.verdict is None:
        return f"From {place}."
    day = found.verdict.created_at.astimezone(zone_called(desk.row().time_zone)).date()
    return f"As checked in {place}, {long_date(day)}, by {found.checker}."


def _require_another(found: ReportStatement, statement: StatementId) -> None:
    if found.statement.id == statement:
        raise FactcheckError("This is the statement itself.", "Choose an earlier one.")


def _copyable(found: ReportStatement) -> Verdict:
    if found.verdict is None:
        raise FactcheckError("That statement has no verdict.", "Copy its evidence alone.")
    if found.verdict.outcome == CUT:
        raise FactcheckError(
            "That statement was cut from its article, which says nothing about this one.",
            "Copy its evidence alone.",
        )
    return found.verdict


def _citations(
    desk: Desk, change: Change, found: ReportStatement, statement: StatementId
) -> Iterator[Citation]:
    known = {_place(one.citation) for one in detail(desk, statement).citations}
    where = origin(desk, found)
    for cited in found.citations:
        if _place(cited.citation) not in known:
            yield replace(
                cited.citation,
                id=CitationId(change.new_id()),
                statement_id=statement,
                note="\n".join(filter(None, (where, cited.citation.note))),
                created_at=change.now,
            )


def _place(citation: Citation) -> tuple[str, str, str]:
    return citation.evidence_id, citation.excerpt, citation.locator


def _verdict(
    desk: Desk, change: Change, statement: StatementId, actor: PersonId, earlier: Verdict
) -> Verdict:
    """Return the earlier verdict as one of this person on this statement."""
    before = reads.standing_verdict(desk, statement)
    original = " … ".join(span.quote for span in reads.spans(desk, statement))
    return replace(
        earlier,
        id=VerdictId(change.new_id()),
        statement_id=statement,
        original=original,
        correction="" if earlier.correction == original else earlier.correction,
        checker_id=actor,
        supersedes=before.id if before else None,
        created_at=change.now,
    )
