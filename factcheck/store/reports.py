"""Everything that hangs on statements, gathered for the panel and for a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.domain import model
from factcheck.domain.anchors import prove
from factcheck.domain.report_data import (
    ReportCitation,
    ReportData,
    ReportNote,
    ReportStatement,
)
from factcheck.domain.visits import lost_excerpts
from factcheck.store import log, reads, tags
from factcheck.store.asking import query
from factcheck.store.lists import ids_in_order, number_of
from factcheck.store.notes import notes
from factcheck.store.readings import unread
from factcheck.store.records import read
from factcheck.store.stamps import stamps
from factcheck.store.visits import captures, visits

if TYPE_CHECKING:
    from factcheck.domain.ids import ArticleId, EvidenceId, PersonId, StatementId
    from factcheck.store.desk import Desk


def detail(desk: Desk, statement_id: StatementId) -> ReportStatement:
    """Return a statement with its verdict, review and evidence, its spans proved.

    Raises FactcheckError if it is not there.
    """
    statement = reads.statement(desk, statement_id)
    spans = reads.spans(desk, statement_id)
    _prove(desk, statement, spans)
    return _gather(
        desk,
        statement,
        number_of(desk, statement.article_id, statement_id) or 0,
        spans,
        reads.people(desk),
    )


def report_data(desk: Desk, article_id: ArticleId) -> ReportData:
    """Return the newest revision of an article with all its statements, spans proved."""
    with desk.steady():
        return _report_data(desk, article_id)


def _report_data(desk: Desk, article_id: ArticleId) -> ReportData:
    article = reads.article(desk, article_id)
    revision = reads.revision(desk, article_id)
    text = reads.text(desk, revision)
    people = reads.people(desk)
    statements = tuple(
        _gather(desk, reads.statement(desk, name), number, reads.spans(desk, name), people)
        for number, name in enumerate(ids_in_order(desk, article_id), start=1)
    )
    for statement in statements:
        for span in statement.spans:
            prove(span, text)
    row = desk.row()
    return ReportData(
        desk_name=row.name,
        time_zone=row.time_zone,
        article=article,
        revision=revision,
        revisions_total=revision.number,
        text=text,
        statements=statements,
        as_of=log.last_moment(desk.db),
        log_head=log.head(desk.db),
    )


def _prove(desk: Desk, statement: model.Statement, spans: list[model.Span]) -> None:
    if spans:
        text = reads.text(desk, reads.revision(desk, statement.article_id))
        for span in spans:
            prove(span, text)


def _gather(
    desk: Desk,
    statement: model.Statement,
    number: int,
    spans: list[model.Span],
    people: dict[PersonId, model.Person],
) -> ReportStatement:
    verdict = reads.standing_verdict(desk, statement.id)
    review = reads.newest_review(desk, verdict.id) if verdict else None
    scale = reads.scale(desk, verdict.scale_id) if verdict else None
    return ReportStatement(
        number=number,
        statement=statement,
        spans=tuple(spans),
        verdict=verdict,
        scale=scale,
        step=scale.step(verdict.outcome) if scale and verdict else None,
        review=review,
        checker=_name(people, verdict.checker_id if verdict else statement.checker_id),
        reviewer=_name(people, review.reviewer_id if review else statement.reviewer_id),
        citations=tuple(_citations(desk, statement.id)),
        notes=tuple(
            ReportNote(note, people[note.person_id].name) for note in notes(desk, statement.id)
        ),
        tags=tuple(tag.word for tag in tags.of(desk, statement.id)),
    )


def _name(people: dict[PersonId, model.Person], person_id: PersonId | None) -> str:
    return people[person_id].name if person_id else ""


def _citations(desk: Desk, statement_id: StatementId) -> list[ReportCitation]:
    rows = query(
        desk.db, "SELECT * FROM citation WHERE statement_id = ? ORDER BY id", [statement_id]
    )
    return [_cited(desk, read(model.Citation, row)) for row in rows]


def _cited(desk: Desk, citation: model.Citation) -> ReportCitation:
    source = citation.evidence_id
    copies = tuple(captures(desk, source))
    why = unread(desk, copies[-1].id) if copies else ""
    looks = visits(desk, source)
    return ReportCitation(
        citation,
        _evidence(desk, source),
        copies,
        why,
        visit=looks[-1] if looks else None,
        lost=citation.excerpt in lost_excerpts(looks),
        stamps=tuple(stamps(desk, source)),
    )


def _evidence(desk: Desk, evidence_id: EvidenceId) -> model.Evidence:
    rows = query(desk.db, "SELECT * FROM evidence WHERE id = ?", [evidence_id])
    return read(model.Evidence, next(iter(rows)))
