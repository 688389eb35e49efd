"""Tell what the rows of an event before and after it mean for one statement."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol, TypeVar

from factcheck.domain import model
from factcheck.domain.history import Part, PartChange, Value
from factcheck.domain.locators import show_locator
from factcheck.store.history import as_logged
from factcheck.store.records import RECORDS, read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from factcheck.domain.ids import StatementId
    from factcheck.store.desk import Desk
    from factcheck.store.history import HistoryEntry
    from factcheck.store.log import RowChange

R = TypeVar("R")


class Known(Protocol):
    """Finds a record by its id, also one that is gone from the desk."""

    def __call__(self, record: type[R], row_id: str) -> R:
        """Return the record."""


Values = dict[Part, Value]


def part_changes(desk: Desk, entry: HistoryEntry, statement: StatementId) -> tuple[PartChange, ...]:
    """Return what an event changed of one statement, with ids as names, in the order of Part."""
    return told(entry.changes, statement, partial(as_logged, desk))


def told(
    changes: tuple[RowChange, ...], statement: StatementId, known: Known
) -> tuple[PartChange, ...]:
    """Return what these rows change of one statement; what they leave as it is isn't told."""
    found = [
        PartChange(part, before, after)
        for change in changes
        if change.table in _VALUES and _is_of(change, statement)
        for part, before, after in _pairs(change, known)
        if (before or None) != (after or None)
    ]
    return tuple(sorted(found, key=lambda each: each.part.value))


def _is_of(change: RowChange, statement: StatementId) -> bool:
    row = change.after or change.before or {}
    return statement == (row["id"] if change.table == "statement" else row["statement_id"])


def _pairs(change: RowChange, known: Known) -> Iterator[tuple[Part, Value, Value]]:
    """Pair each part's value with that after; a verdict stands in place of the one before it."""
    before, after = (_record(change.table, row) for row in (change.before, change.after))
    if change.table == "verdict":
        before, after = (_superseded(each, other, known) for each, other in _both(before, after))
    values = _VALUES[change.table]
    old, new = (values(each, known) if each else {} for each in (before, after))
    if change.table == "statement" and not (old and new):
        # A statement that comes or goes is told by its words.
        return
    for part in new | old:
        yield part, old.get(part), new.get(part)


def _both(before: object, after: object) -> tuple[tuple[object, object], tuple[object, object]]:
    return (before, after), (after, before)


def _record(table: str, row: Mapping[str, object] | None) -> object:
    return read(RECORDS[table], row) if row else None


def _superseded(verdict: object, other: object, known: Known) -> object:
    """Return the verdict, or where there was none yet the one that the other superseded."""
    if verdict is None and isinstance(other, model.Verdict) and other.supersedes:
        return known(model.Verdict, other.supersedes)
    return verdict


def _of_statement(row: model.Statement, known: Known) -> Values:
    def name(person: str | None) -> str:
        return known(model.Person, person).name if person else ""

    return {
        Part.KIND: row.kind,
        Part.CLAIMANT: row.claimant,
        Part.AS_OF: row.as_of,
        Part.PRIORITY: row.priority,
        Part.CHECKER: name(row.checker_id),
        Part.REVIEWER: name(row.reviewer_id),
        Part.DUE: row.due_at,
        Part.STATE: row.state,
    }


def _of_verdict(row: model.Verdict, known: Known) -> Values:
    return {
        Part.VERDICT: known(model.Scale, row.scale_id).step(row.outcome),
        Part.REASONING: row.reasoning,
        Part.CORRECTION: row.correction,
    }


def _of_span(row: model.Span, _known: Known) -> Values:
    return {Part.WORDS: row.quote}


def _of_citation(row: model.Citation, known: Known) -> Values:
    source = known(model.Evidence, row.evidence_id)
    return {
        Part.EVIDENCE: source.title or source.url or source.kind,
        Part.STANCE: row.stance,
        Part.EXCERPT: row.excerpt,
        Part.LOCATOR: show_locator(row.locator_kind, row.locator),
        Part.CITATION_NOTE: row.note,
    }


def _of_note(row: model.Note, _known: Known) -> Values:
    return {Part.NOTE: row.text}


def _of_tag(row: model.Tag, _known: Known) -> Values:
    return {Part.TAG: row.word}


_VALUES: dict[str, Callable[..., Values]] = {
    "statement": _of_statement,
    "verdict": _of_verdict,
    "span": _of_span,
    "citation": _of_citation,
    "note": _of_note,
    "tag": _of_tag,
}
