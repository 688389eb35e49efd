"""The JSON that scripts rely on. Keys are only ever added."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from factcheck.cli.common import text_or_none
from factcheck.domain.workflow import State
from factcheck.store.records import moment_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.domain.coverage import SentenceCoverage
    from factcheck.domain.ids import ArticleId, CaptureId
    from factcheck.domain.model import Article, Capture, Note, Reading, Revision, Scale, Span
    from factcheck.domain.report_data import ReportCitation
    from factcheck.domain.search_hits import Hit, Lit
    from factcheck.domain.stamps import Stamp
    from factcheck.domain.visits import Visit
    from factcheck.store.history import HistoryEntry
    from factcheck.store.lists import StatementRow
    from factcheck.store.reads import ArticleRow
    from factcheck.store.similar import SeenBefore

Shape = dict[str, Any]


def imported_shape(article: Article, revision: Revision) -> Shape:
    """Return what ``import`` tells of an article; what merely came in is no remark."""
    came_in, *remarks = revision.remarks
    return {
        "id": article.id,
        "title": article.title,
        "characters": revision.length,
        "sha256": revision.text_sha256,
        "remarks": remarks,
        "came_in": came_in,
    }


def import_report_shape(revision: Revision) -> Shape:
    """Return what ``import-report`` tells of a revision."""
    return {
        "article": revision.article_id,
        "revision": revision.number,
        "source": revision.source_name,
        "media_type": revision.media_type,
        "source_sha256": revision.source_sha256,
        "at": moment_text(revision.created_at),
        "characters": revision.length,
        "remarks": list(revision.remarks),
    }


def article_shape(number: int, row: ArticleRow) -> Shape:
    """Return what ``articles`` tells of an article."""
    article = row.article
    return {
        "id": article.id,
        "number": number,
        "title": article.title,
        "byline": article.byline,
        "publication": article.publication,
        "url": article.url,
        "published": text_or_none(article.published),
        "language": article.language,
        "revisions": row.revisions,
        "statements": row.statements,
        "judged": row.judged,
        "approved": row.states.get(State.APPROVED, 0),
    }


def span_shape(span: Span) -> Shape:
    """Return a span in code points."""
    return {"start": span.start, "end": span.end, "quote": span.quote}


def statement_shape(row: StatementRow) -> Shape:
    """Return what ``statements`` and ``mark`` tell of a statement."""
    return {
        "id": row.id,
        "number": row.number,
        "article": row.article_id,
        "kind": row.kind,
        "state": row.state,
        "verdict": row.step.code if row.step else None,
        "reason": row.reasoning,
        "correction": row.correction,
        "checker": row.checker,
        "reviewer": row.reviewer,
        "evidence": row.evidence,
        "due": moment_text(row.due_at) if row.due_at else None,
        "spans": [span_shape(span) for span in row.spans],
    }


def evidence_shape(cited: ReportCitation, readings: Mapping[CaptureId, Reading | None]) -> Shape:
    """Return what ``evidence`` tells of a source, its citation and what was read of its copies."""
    return {
        "id": cited.evidence.id,
        "citation": cited.citation.id,
        "statement": cited.citation.statement_id,
        "kind": cited.evidence.kind,
        "title": cited.evidence.title,
        "url": cited.evidence.url,
        "stance": cited.citation.stance,
        "excerpt": cited.citation.excerpt,
        "locator": cited.citation.locator,
        "captures": [_capture_shape(copy, readings.get(copy.id)) for copy in cited.captures],
    }


def visit_shape(visit: Visit) -> Shape:
    """Return what ``capture`` and ``captures`` tell of one look for a source on the web."""
    return {
        "id": visit.id,
        "evidence": visit.evidence_id,
        "url": visit.url,
        "at": moment_text(visit.at),
        "outcome": visit.outcome,
        "status": visit.status,
        "final_url": visit.final_url,
        "canonical_url": visit.canonical_url,
        "redirects": list(visit.redirects),
        "title": visit.title,
        "published": text_or_none(visit.published),
        "capture": visit.capture_id,
        "lost": list(visit.lost),
        "error": visit.error,
    }


def stamp_shape(stamp: Stamp) -> Shape:
    """Return what ``captures`` tells of the time stamp of a copy."""
    return {
        "id": stamp.id,
        "capture": stamp.capture_id,
        "authority": stamp.authority,
        "at": moment_text(stamp.stamped_at),
        "token_sha256": stamp.token_sha256,
    }


def copy_shape(number: int, copy: Capture, reading: Reading | None) -> Shape:
    """Return what ``captures`` tells of a copy; it is ``compare``d by its number."""
    at = moment_text(copy.captured_at)
    return {"id": copy.id, "number": number, "at": at, **_capture_shape(copy, reading)}


def _capture_shape(copy: Capture, reading: Reading | None) -> Shape:
    return {
        "sha256": copy.sha256,
        "media_type": copy.media_type,
        "size": copy.size,
        "name": copy.name,
        "characters": reading.length if reading else None,
        "remarks": list(reading.remarks) if reading else [],
    }


def scale_shape(scale: Scale, articles: Sequence[str]) -> Shape:
    """Return what ``scale`` tells of a scale; ``articles`` are those judged with it."""
    return {
        "id": scale.id,
        "name": scale.name,
        "version": scale.version,
        "steps": [asdict(step) for step in scale.steps],
        "articles": list(articles),
    }


def note_shape(note: Note, person: str) -> Shape:
    """Return what ``notes`` tells of a note."""
    return {
        "id": note.id,
        "statement": note.statement_id,
        "at": moment_text(note.created_at),
        "person": person,
        "text": note.text,
    }


def coverage_shape(article: ArticleId, text: str, coverage: SentenceCoverage) -> Shape:
    """Return what ``coverage`` tells of an article's sentences."""
    return {
        "article": article,
        "sentences": coverage.counts.total,
        "covered": coverage.counts.covered,
        "marked": coverage.counts.marked,
        "ticked": coverage.counts.ticked,
        "left": [
            {"start": start, "end": end, "text": text[start:end]} for start, end in coverage.open()
        ],
    }


def seen_shape(one: SeenBefore) -> Shape:
    """Return what ``similar`` tells of a statement that was judged before."""
    differences = one.differences
    return {
        "id": one.id,
        "article": one.article_id,
        "title": one.article_title,
        "quote": one.quote,
        "state": one.state,
        "verdict": one.step.code if one.step else None,
        "judged": moment_text(one.judged_at),
        "checker": one.checker,
        "evidence": one.sources,
        "likeness": round(one.likeness, 3),
        "differences": {
            "numbers": {
                "here": list(differences.numbers_here),
                "there": list(differences.numbers_there),
            },
            "negations": {
                "here": list(differences.negations_here),
                "there": list(differences.negations_there),
            },
            "words": {"here": list(differences.words_here), "there": list(differences.words_there)},
        },
    }


def hit_shape(hit: Hit) -> Shape:
    """Return what ``search`` tells of something found; places are in code points of ``text``."""
    return {
        "kind": hit.kind,
        "id": hit.id,
        **_lit_shape(hit.shown),
        "where": hit.place,
        "said": _lit_shape(hit.said) if hit.said else None,
        "article": hit.article,
        "statement": hit.statement,
        "number": hit.number or None,
        "citation": hit.citation,
    }


def _lit_shape(lit: Lit) -> Shape:
    return {"text": lit.text, "places": [list(place) for place in lit.places]}


def history_shape(entry: HistoryEntry) -> Shape:
    """Return what ``history`` tells of an event."""
    event = entry.event
    return {
        "id": event.id,
        "at": moment_text(event.at),
        "actor": entry.actor,
        "action": event.action,
        "about": entry.about,
        "reason": event.reason,
        "undoes": event.undoes,
        "hash": event.hash,
        "changes": [
            {"table": c.table, "id": c.row_id, "before": c.before, "after": c.after}
            for c in entry.changes
        ],
    }
