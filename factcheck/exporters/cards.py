"""What a report tells of one statement: the words, the verdict, the reasons, the sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.domain.diff import Piece as Change
from factcheck.domain.diff import word_diff
from factcheck.domain.locators import show_locator
from factcheck.domain.model import Evidence, Priority, ScaleStep, Sourcing, StatementKind
from factcheck.domain.report_data import Profile, ReportCitation, ReportNote, ReportStatement
from factcheck.domain.visits import VisitOutcome
from factcheck.domain.workflow import State
from factcheck.exporters.blocks import Badge, Card, Source
from factcheck.exporters.review import People, review_facts, review_note
from factcheck.exporters.wording import Calendar, clean, dated, followed, joined, quoted

if TYPE_CHECKING:
    from factcheck.domain.model import Capture
    from factcheck.domain.stamps import Stamp
    from factcheck.domain.visits import Visit

UNJUDGED = Badge("blue", "○", "Not judged", "No verdict has been given.")
_LOOKS = {
    VisitOutcome.UNCHANGED: "The page was unchanged",
    VisitOutcome.UNREACHABLE: "The page was unreachable",
}
_SOURCING = {
    Sourcing.PRIMARY: "primary source",
    Sourcing.SECONDARY: "secondary source",
    Sourcing.UNKNOWN: "",
}


def step_badge(step: ScaleStep) -> Badge:
    """Show a step of a scale in short."""
    return Badge(step.tone, clean(step.symbol), clean(step.word), clean(step.meaning))


def badge_of(given: ReportStatement) -> Badge:
    """Show the verdict in short, also where there is none."""
    return step_badge(given.step) if given.step else UNJUDGED


def card(
    given: ReportStatement,
    profile: Profile,
    calendar: Calendar,
    people: People,
    *,
    marked: bool,
) -> Card:
    """Tell of a statement what this profile may show; ``marked``: the article highlights it."""
    state = given.statement.state
    return Card(
        number=given.number,
        words=_words(given),
        marked=marked,
        badge=badge_of(given),
        state="" if state is State.APPROVED else str(state),
        facts=(_claim(given), *review_facts(given, profile, calendar, people)),
        reasoning=clean(given.verdict.reasoning) if given.verdict else "",
        correction=_correction(given),
        sources=_sources(given, profile, calendar),
        notes=_notes(given, calendar) if profile is Profile.INTERNAL else (),
    )


def _words(given: ReportStatement) -> str:
    quotes = [quoted(span.quote) for span in given.spans]
    if not quotes and given.verdict and given.verdict.original.strip():
        quotes = [quoted(given.verdict.original)]
    return " … ".join(quotes) or "Words that are no longer in the text"


def _claim(given: ReportStatement) -> str:
    statement, verdict = given.statement, given.verdict
    claimant = clean(statement.claimant)
    line = joined(
        "" if statement.kind is StatementKind.OTHER else str(statement.kind),
        f"said by {claimant}" if claimant else "said by the article itself",
        f"as of {clean(statement.as_of)}" if clean(statement.as_of) else "",
        dated("judged by what was known on", verdict.known_at) if verdict else "",
        "" if given.spans else "not in this revision",
    )
    return line[0].upper() + line[1:]


def _correction(given: ReportStatement) -> tuple[Change, ...]:
    verdict = given.verdict
    if verdict is None or not clean(verdict.correction):
        return ()
    original = verdict.original or " … ".join(span.quote for span in given.spans)
    return word_diff(clean(original), clean(verdict.correction))


def _notes(given: ReportStatement, calendar: Calendar) -> tuple[str, ...]:
    statement = given.statement
    notes = (
        f"Priority: {statement.priority}" if statement.priority is not Priority.NORMAL else "",
        f"Due {calendar.moment(statement.due_at)}" if statement.due_at else "",
        review_note(given),
        *(_note(each, calendar) for each in given.notes),
    )
    return tuple(note for note in notes if note)


def _note(given: ReportNote, calendar: Calendar) -> str:
    note = given.note
    by = f"Note by {clean(given.author)}, {calendar.moment(note.created_at)}"
    return f"{by}: {clean(note.text)}"


def _sources(given: ReportStatement, profile: Profile, calendar: Calendar) -> tuple[Source, ...]:
    """List the sources; one that may not be shown is named without anything of its own."""
    shown = []
    for cited in given.citations:
        if not cited.evidence.confidential or profile is Profile.INTERNAL:
            shown.append(_source(cited, profile, calendar))
        elif profile is Profile.MEMO:
            stance = str(cited.citation.stance).capitalize()
            shown.append(Source(stance=stance, title="Confidential source"))
    return tuple(shown)


def _source(cited: ReportCitation, profile: Profile, calendar: Calendar) -> Source:
    citation, evidence = cited.citation, cited.evidence
    inside = profile is Profile.INTERNAL
    url = clean(evidence.url)
    return Source(
        stance=str(citation.stance).capitalize(),
        title=clean(evidence.title) or str(evidence.kind).capitalize(),
        locator=show_locator(citation.locator_kind, clean(citation.locator)),
        excerpt=quoted(citation.excerpt),
        about=_about(evidence),
        url=url,
        link=followed(url),
        copies=(
            *(_copy(each, cited.stamps, calendar, named=inside) for each in cited.captures),
            *_last_look(cited.visit, calendar),
        ),
        notes=_desk_notes(cited) if inside else (),
    )


def _about(evidence: Evidence) -> str:
    kind = str(evidence.kind).capitalize()
    line = joined(
        kind if clean(evidence.title) not in {"", kind} else "",
        evidence.author,
        evidence.publisher,
        dated("published", evidence.published),
        _SOURCING[evidence.sourcing],
    )
    return "\n".join(text for text in (line, clean(evidence.note)) if text)


def _copy(capture: Capture, stamps: tuple[Stamp, ...], calendar: Calendar, *, named: bool) -> str:
    return joined(
        f"Captured {calendar.moment(capture.captured_at)}",
        capture.name if named else "",
        capture.media_type,
        f"{capture.size:,} bytes",
        f"SHA-256\N{NO-BREAK SPACE}{capture.sha256}",
        *(
            f"time-stamped {calendar.moment(each.stamped_at)} by {each.host}"
            for each in stamps
            if each.capture_id == capture.id
        ),
    )


def _last_look(visit: Visit | None, calendar: Calendar) -> tuple[str, ...]:
    """Say what came of the last look on the web, where no copy tells it."""
    if visit is None or visit.outcome not in _LOOKS:
        return ()
    return (f"{_LOOKS[visit.outcome]} on {calendar.day(visit.at)}",)


def _desk_notes(cited: ReportCitation) -> tuple[str, ...]:
    evidence = cited.evidence
    notes = (
        "Confidential source" if evidence.confidential else "",
        f"Interest: {clean(evidence.interest)}" if clean(evidence.interest) else "",
        f"Note: {clean(cited.citation.note)}" if clean(cited.citation.note) else "",
        "The page did not hold the excerpt when it was looked at last" if cited.lost else "",
    )
    return tuple(note for note in notes if note)
