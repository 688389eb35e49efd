"""Keep copies of sources on the web, check them again, and say whether a desk may ask at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.actions.captures import insert_capture
from factcheck.actions.web import ARCHIVE, Sought, Visited, name_of
from factcheck.domain.ids import VisitId, WebBanId
from factcheck.domain.model import Evidence
from factcheck.domain.visits import Visit, VisitOutcome, WebBan
from factcheck.errors import FactcheckError
from factcheck.store import reads, visits
from factcheck.store.readings import reading_of
from factcheck.store.watching import Watch, unwatched

if TYPE_CHECKING:
    from factcheck.domain.ids import EvidenceId, PersonId
    from factcheck.store.desk import Desk
    from factcheck.store.transaction import Change, Changes


def record_visit(
    desk: Desk,
    *,
    actor: PersonId,
    evidence: EvidenceId,
    visited: Visited,
    watch: Watch = unwatched,
) -> Changes:
    """Note what came of looking for a source on the web, with the copy that is kept.

    A source that was called by its address gets the page's title. Raises FactcheckError where the
    desk has no such source.
    """
    with desk.change(_ACTIONS[visited.outcome], actor, watch=watch) as change:
        source = reads.evidence(desk, evidence)
        insert_visit(change, source.id, visited)
        if visited.title and source.title == source.url:
            change.update(Evidence, source.id, title=visited.title)
    return change.done


def insert_visit(change: Change, evidence: EvidenceId, visited: Visited) -> None:
    """Add a visit, and the copy that it brought, as a part of an action."""
    capture = None
    if visited.content is not None:
        capture = insert_capture(
            change,
            evidence,
            content=visited.content,
            name=name_of(visited.final_url),
            media_type=ARCHIVE,
            text=visited.text,
        )
    change.insert(
        Visit(
            id=VisitId(change.new_id()),
            evidence_id=evidence,
            url=visited.url,
            at=visited.at,
            outcome=visited.outcome,
            status=visited.status,
            final_url=visited.final_url,
            canonical_url=visited.canonical_url,
            redirects=visited.redirects,
            title=visited.title,
            published=visited.published,
            capture_id=capture,
            lost=visited.lost,
            error=visited.error,
        )
    )


def allow_web(desk: Desk, *, actor: PersonId, allowed: bool) -> Changes:
    """Say whether the desk may go to the web; what is so already is no change."""
    with desk.change("allow the web" if allowed else "forbid the web", actor) as change:
        ban = visits.web_ban(desk)
        if allowed and ban:
            change.remove(WebBan, ban.id)
        elif not allowed and not ban:
            change.insert(WebBan(WebBanId(change.new_id()), actor, change.now))
    return change.done


def may_go_to_web(desk: Desk) -> bool:
    """Say whether the desk may go to the web."""
    return visits.web_ban(desk) is None


def require_web(desk: Desk) -> None:
    """Raise FactcheckError where the desk may not go to the web."""
    if not may_go_to_web(desk):
        raise FactcheckError(
            "This desk does not go to the web.",
            "Let the desk go there again, or save pages in the browser and attach the files.",
        )


def known_text(desk: Desk, evidence: EvidenceId) -> str:
    """Return the SHA-256 of the text of a source's newest copy; "" where none was read."""
    copies = visits.captures(desk, evidence)
    reading = reading_of(desk, copies[-1].id) if copies else None
    return reading.text_sha256 if reading and reading.length else ""


def asked_about(desk: Desk, evidence: EvidenceId) -> Sought:
    """Return what is to be looked for on the web: a source as it stands on the desk.

    Raises FactcheckError where it has no address, or the desk may not go to the web.
    """
    require_web(desk)
    source = reads.evidence(desk, evidence)
    if not source.url:
        raise FactcheckError(
            f"“{source.title}” has no web address.", "Attach the page with its address instead."
        )
    return Sought(source.url, known_text(desk, evidence), tuple(visits.excerpts(desk, evidence)))


_ACTIONS = {
    VisitOutcome.KEPT: "capture the page",
    VisitOutcome.UNCHANGED: "check the page again",
    VisitOutcome.UNREACHABLE: "look for the page",
    VisitOutcome.REFUSED: "look for the page",
}
