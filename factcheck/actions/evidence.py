"""Attach evidence to statements."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypedDict

from factcheck.actions.captures import insert_capture, media_type_of
from factcheck.actions.steps import take
from factcheck.actions.visits import insert_visit
from factcheck.actions.web import Visited
from factcheck.domain.dates import PartialDate
from factcheck.domain.ids import CitationId, EvidenceId, PersonId, StatementId
from factcheck.domain.imported import CapturedText
from factcheck.domain.locators import parse_locator
from factcheck.domain.model import Citation, Evidence, EvidenceKind, Sourcing, Stance
from factcheck.domain.workflow import Step
from factcheck.errors import FactcheckError
from factcheck.store import reads
from factcheck.store.pieces import Kept
from factcheck.store.watching import Watch, unwatched

if TYPE_CHECKING:
    from typing import Unpack

    from factcheck.store.desk import Desk
    from factcheck.store.transaction import Change, Changes

_TITLE_LENGTH = 80
_NAMELESS = "File without a name"
_KIND_OF_MEDIA = {
    "image": EvidenceKind.IMAGE,
    "audio": EvidenceKind.RECORDING,
    "video": EvidenceKind.RECORDING,
    "message": EvidenceKind.EMAIL,
}
_PAGES = {
    *("text/html", "application/xhtml+xml", "multipart/related"),
    *("application/warc", "application/wacz"),
}
_WEB = ("http://", "https://")


@dataclass(frozen=True, slots=True)
class Source:
    """A source as it is brought: an address, a file's bytes with its name, or a note.

    The bytes of a big file were kept in the desk beforehand, by ``keeping.keep_file``; ``text``
    was read from them by ``readings.read_text``. ``visited`` is what came of looking for the
    address. ``kind`` and ``title`` are proposed from what there is where they are not given.
    """

    url: str = ""
    note: str = ""
    file_name: str = ""
    content: bytes | Kept | None = None
    text: CapturedText | None = None
    visited: Visited | None = None
    title: str = ""
    kind: EvidenceKind | None = None
    author: str = ""
    publisher: str = ""
    published: PartialDate | None = None
    sourcing: Sourcing = Sourcing.UNKNOWN
    interest: str = ""
    confidential: bool = False


def attach(
    desk: Desk,
    *,
    actor: PersonId,
    statement: StatementId,
    source: Source,
    stance: Stance = Stance.CONTEXT,
    excerpt: str = "",
    locator: str = "",
    note: str = "",
    watch: Watch = unwatched,
) -> Changes:
    """Add a source to the desk and cite it for a statement, at a place such as "p. 12".

    The first evidence takes a statement into checking, by the person who attaches it. Raises
    FactcheckError where the source is neither an address, nor a file, nor a note.
    """
    _require_source(source)
    with desk.change("attach evidence", actor, watch=watch) as change:
        gather(desk, change, statement, actor)
        evidence = insert_evidence(change, source)
        change.insert(
            citation_of(
                change,
                statement=statement,
                evidence=evidence,
                stance=stance,
                excerpt=excerpt,
                locator=locator,
                note=note,
            )
        )
    return change.done


def cite(
    desk: Desk,
    *,
    actor: PersonId,
    statement: StatementId,
    evidence: EvidenceId,
    stance: Stance = Stance.CONTEXT,
    excerpt: str = "",
    locator: str = "",
    note: str = "",
) -> Changes:
    """Cite a source that is on the desk already, with an excerpt and a place of its own.

    Raises FactcheckError where the desk has no such source.
    """
    with desk.change("cite evidence", actor) as change:
        reads.evidence(desk, evidence)
        gather(desk, change, statement, actor)
        change.insert(
            citation_of(
                change,
                statement=statement,
                evidence=evidence,
                stance=stance,
                excerpt=excerpt,
                locator=locator,
                note=note,
            )
        )
    return change.done


class Link(TypedDict, total=False):
    """What is said of a citation; what is missing stays.

    ``locator`` is as typed: "p. 12". ``page_index`` counts from 0: a place that comes without it
    is on no known page.
    """

    excerpt: str
    locator: str
    page_index: int | None
    stance: Stance
    note: str


def edit_citation(
    desk: Desk, *, actor: PersonId, citation: CitationId, **given: Unpack[Link]
) -> Changes:
    """Change what is given of a citation. Raises FactcheckError where it is gone."""
    values: dict[str, object] = {**given}
    for name in {"excerpt", "note"} & given.keys():
        values[name] = str(values[name]).strip()
    if "locator" in given:
        values["locator_kind"], values["locator"] = parse_locator(given["locator"])
        values.setdefault("page_index", None)
    with desk.change("edit citation", actor) as change:
        change.update(Citation, citation, **values)
    return change.done


def remove_citation(desk: Desk, *, actor: PersonId, citation: CitationId) -> Changes:
    """Take a source from a statement; it stays on the desk. FactcheckError where it is gone."""
    found = reads.citation(desk, citation)
    with desk.change("remove evidence", actor) as change:
        change.remove(Citation, found.id)
    return change.done


def insert_evidence(change: Change, source: Source) -> EvidenceId:
    """Add a source with its copy, as a part of an action."""
    evidence = _evidence(change, source)
    change.insert(evidence)
    if source.content is not None:
        insert_capture(
            change,
            evidence.id,
            content=source.content,
            name=source.file_name,
            media_type=media_type_of(source.file_name),
            text=source.text,
        )
    if source.visited is not None:
        insert_visit(change, evidence.id, source.visited)
    return evidence.id


def gather(desk: Desk, change: Change, statement: StatementId, actor: PersonId) -> None:
    """Take the statement into checking, by the person who gathers if nobody has it yet."""
    checker = reads.statement(desk, statement).checker_id or actor
    take(desk, change, Step.GATHER, statement=statement, actor=actor, checker_id=checker)


def citation_of(
    change: Change,
    *,
    statement: StatementId,
    evidence: EvidenceId,
    stance: Stance = Stance.CONTEXT,
    excerpt: str = "",
    locator: str = "",
    note: str = "",
) -> Citation:
    """Return a citation to be added as a part of an action."""
    locator_kind, label = parse_locator(locator)
    return Citation(
        id=CitationId(change.new_id()),
        statement_id=statement,
        evidence_id=evidence,
        stance=stance,
        excerpt=excerpt.strip(),
        locator_kind=locator_kind,
        locator=label,
        page_index=None,
        note=note.strip(),
        created_at=change.now,
    )


def _require_source(source: Source) -> None:
    if source.url and not source.url.strip().lower().startswith(_WEB):
        raise FactcheckError(
            f"“{source.url}” is not a web address.", "Write it with http:// or https:// in front."
        )
    if not (source.url or source.note.strip() or source.content is not None):
        raise FactcheckError("There is no source.", "Give a web address, a file or a note.")


def _evidence(change: Change, source: Source) -> Evidence:
    return Evidence(
        id=EvidenceId(change.new_id()),
        kind=source.kind or _likely_kind(source),
        title=source.title.strip() or _likely_title(source),
        author=source.author,
        publisher=source.publisher,
        url=source.url.strip(),
        published=source.published,
        sourcing=source.sourcing,
        interest=source.interest,
        confidential=source.confidential,
        note=source.note.strip(),
        created_at=change.now,
    )


def _likely_kind(source: Source) -> EvidenceKind:
    if source.content is not None:
        media_type = media_type_of(source.file_name)
        if media_type in _PAGES:
            return EvidenceKind.WEB_PAGE
        return _KIND_OF_MEDIA.get(media_type.partition("/")[0], EvidenceKind.DOCUMENT)
    return EvidenceKind.WEB_PAGE if source.url else EvidenceKind.OBSERVATION


def _likely_title(source: Source) -> str:
    first_line = source.note.strip().partition("\n")[0]
    short = first_line[:_TITLE_LENGTH].rstrip()
    if len(first_line) > _TITLE_LENGTH:
        short += "…"
    page = source.visited.title if source.visited else ""
    return source.file_name.strip() or page or source.url.strip() or short or _NAMELESS
