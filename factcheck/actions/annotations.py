"""What a writer hung on the words of a draft becomes evidence of statements on these words."""

from __future__ import annotations

import re
from contextlib import suppress
from itertools import groupby
from typing import TYPE_CHECKING

from factcheck.actions.evidence import Source, citation_of, gather, insert_evidence
from factcheck.actions.statements import insert_statement
from factcheck.domain.anchors import describe
from factcheck.domain.dates import PartialDate, parse_date
from factcheck.domain.imported import Annotation, AnnotationKind
from factcheck.domain.model import EvidenceKind
from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.domain.ids import EvidenceId, PersonId
    from factcheck.domain.imported import ImportedArticle, Reply
    from factcheck.domain.model import Revision
    from factcheck.store.desk import Desk
    from factcheck.store.transaction import Change

_ADDRESS = re.compile(r"https?://[^\s<>\"“”«»]+", re.IGNORECASE)
_BEHIND_ADDRESS = ".,;:!?)]}’'"
_TITLE_LENGTH = 80


def add_annotations(
    desk: Desk, change: Change, actor: PersonId, revision: Revision, imported: ImportedArticle
) -> None:
    """Make the annotations evidence, as a part of an action: a statement for each stretch of words.

    An address that several links lead to becomes one evidence.
    """
    known: dict[str, EvidenceId] = {}
    notes = sorted(imported.annotations, key=_words)
    for (start, end), group in groupby(notes, key=_words):
        anchor = describe(imported.text, start, end)
        statement = insert_statement(change, revision, [anchor])
        gather(desk, change, statement, actor)
        for evidence in dict.fromkeys(_evidence(change, known, note) for note in group):
            change.insert(citation_of(change, statement=statement, evidence=evidence))


def _words(note: Annotation) -> tuple[int, int]:
    return note.start, note.end


def _evidence(change: Change, known: dict[str, EvidenceId], note: Annotation) -> EvidenceId:
    if note.kind is not AnnotationKind.LINK:
        return insert_evidence(change, _source(note))
    if note.url not in known:
        known[note.url] = insert_evidence(change, Source(url=note.url))
    return known[note.url]


def _source(note: Annotation) -> Source:
    found = _ADDRESS.search(note.text)
    return Source(
        url=found[0].rstrip(_BEHIND_ADDRESS) if found else "",
        note="\n\n".join(_told(note)),
        title=_title(note),
        kind=EvidenceKind.DOCUMENT,
        author=note.author,
        published=_day(note.date),
    )


def _title(note: Annotation) -> str:
    line = " ".join(note.text.split()) or f"A {note.kind} without words"
    return line if len(line) <= _TITLE_LENGTH else line[:_TITLE_LENGTH].rstrip() + "…"


def _told(note: Annotation) -> Iterator[str]:
    yield note.text
    for reply in note.replies:
        yield f"{_who(reply)}: {reply.text}"
    if note.resolved:
        yield "The writers marked this comment as resolved."


def _who(reply: Reply) -> str:
    day = _day(reply.date)
    name = reply.author or "Somebody"
    return f"{name} replied on {day}" if day else f"{name} replied"


def _day(date: str) -> PartialDate | None:
    """Read a moment as the file says it; one that says nothing to us is left out."""
    with suppress(FactcheckError):
        return parse_date(date) if date else None
    return None
