"""Builders with defaults for what is reported: an article of a small town, what is said of it."""

from dataclasses import replace
from datetime import UTC, datetime

from factcheck.domain import ids
from factcheck.domain.canonical import sha256_of
from factcheck.domain.dates import PartialDate
from factcheck.domain.locators import LocatorKind, parse_locator
from factcheck.domain.model import (
    Article,
    Block,
    BlockKind,
    Capture,
    Citation,
    Decision,
    Evidence,
    EvidenceKind,
    Note,
    Priority,
    Review,
    Revision,
    Scale,
    Sourcing,
    Span,
    Stance,
    Statement,
    StatementKind,
    Verdict,
)
from factcheck.domain.report_data import (
    ReportCitation,
    ReportData,
    ReportNote,
    ReportStatement,
)
from factcheck.domain.scales import NEWSROOM, NEWSROOM_STEPS
from factcheck.domain.workflow import State

MOMENT = datetime(2026, 3, 4, 13, 30, tzinfo=UTC)
NEWSROOM_SCALE = Scale(ids.ScaleId("newsroom"), NEWSROOM, 1, NEWSROOM_STEPS, MOMENT)
PARAGRAPHS = (
    (BlockKind.HEADING, "Council backs the new tram after a long night"),
    (
        BlockKind.PARAGRAPH,
        "The town council of Lindmouth voted 14 to 9 on Tuesday to build the county’s first tram. "
        "Mayor Ines Ortega called it “the biggest investment in this town since the harbour”.",
    ),
    (
        BlockKind.PARAGRAPH,
        "The line will cost $40.5 million, 19 per cent more than planned, and will carry 3,290 "
        "people a day from 2029, the council’s own forecast says. Every tram will be electric 🚋.",
    ),
    (BlockKind.HEADING, "What the neighbours say"),
    (
        BlockKind.QUOTE,
        "“Nobody asked the shops in Mill Lane,” said Tom Abara, who owns the bakery there.",
    ),
    (BlockKind.LIST_ITEM, "Three streets will be closed for 18 months."),
    (BlockKind.LIST_ITEM, "No house will be torn down."),
    (
        BlockKind.PARAGRAPH,
        "Letters came in many languages: “الترام مفيد للمدينة” wrote one reader, "
        "“ट्राम शहर के लिए अच्छी है” another, and “电车对城市有好处” a third.",
    ),
    (BlockKind.CAPTION, "The planned stop at the old fish market. Drawing: town of Lindmouth"),
)
TEXT = "\n\n".join(words for _, words in PARAGRAPHS)


def blocks_of(paragraphs):
    at, blocks = 0, []
    for kind, words in paragraphs:
        level = 2 if kind is BlockKind.HEADING else 0
        blocks.append(Block(kind, at, at + len(words), level))
        at += len(words) + 2
    return tuple(blocks)


def evidence(title, **given):
    record = Evidence(
        id=ids.EvidenceId(title),
        kind=EvidenceKind.DOCUMENT,
        title=title,
        author="",
        publisher="",
        url="",
        published=None,
        sourcing=Sourcing.UNKNOWN,
        interest="",
        confidential=False,
        note="",
        created_at=MOMENT,
    )
    return replace(record, **given)


def capture(title, name="copy.pdf", media_type="application/pdf"):
    digest = sha256_of(title)
    return Capture(
        ids.CaptureId(digest), ids.EvidenceId(title), digest, media_type, 48_213, name, MOMENT
    )


def cited(source, stance=Stance.SUPPORTS, *, place="", excerpt="", note="", captures=()):
    kind, label = parse_locator(place)
    citation = Citation(
        id=ids.CitationId(source.id),
        statement_id=ids.StatementId("any"),
        evidence_id=source.id,
        stance=stance,
        excerpt=excerpt,
        locator_kind=kind or LocatorKind.NONE,
        locator=label,
        page_index=None,
        note=note,
        created_at=MOMENT,
    )
    return ReportCitation(citation, source, tuple(captures))


def span(text, quote, number, nth=0):
    start = -1
    for _ in range(nth + 1):
        start = text.index(quote, start + 1)
    end = start + len(quote)
    return Span(
        ids.SpanId(f"{number}-{start}"),
        ids.StatementId(str(number)),
        ids.RevisionId("r2"),
        start,
        end,
        quote,
        text[max(0, start - 32) : start],
        text[end : end + 32],
    )


def statement(number, text, *quotes, outcome="", state=State.APPROVED, **given):
    """Make a statement; ``given`` overrides fields of the record, the verdict or the review."""
    name = ids.StatementId(str(number))
    spans = tuple(span(text, quote, number) for quote in quotes)
    verdict = step = review = None
    if outcome:
        step = NEWSROOM_SCALE.step(outcome)
        verdict = Verdict(
            id=ids.VerdictId(f"v{number}"),
            statement_id=name,
            scale_id=NEWSROOM_SCALE.id,
            outcome=outcome,
            reasoning=given.pop("reasoning", ""),
            original=" … ".join(quotes),
            correction=given.pop("correction", ""),
            known_at=given.pop("known_at", None),
            checker_id=ids.PersonId("ada"),
            supersedes=None,
            created_at=MOMENT,
        )
    if outcome and state in {State.APPROVED, State.SENT_BACK}:
        same = given.pop("same_person", False)
        review = Review(
            id=ids.ReviewId(f"w{number}"),
            verdict_id=ids.VerdictId(f"v{number}"),
            reviewer_id=ids.PersonId("ada" if same else "jon"),
            decision=Decision.APPROVED if state is State.APPROVED else Decision.SENT_BACK,
            reason=given.pop("reason", ""),
            overrides_rule=same,
            created_at=MOMENT,
        )
    citations = tuple(given.pop("citations", ()))
    notes = tuple(given.pop("notes", ()))
    record = Statement(
        id=name,
        article_id=ids.ArticleId("a"),
        kind=StatementKind.OTHER,
        claimant="",
        as_of="",
        priority=Priority.NORMAL,
        state=state,
        checker_id=ids.PersonId("ada"),
        reviewer_id=ids.PersonId("jon"),
        due_at=None,
        created_at=MOMENT,
    )
    return ReportStatement(
        number=number,
        statement=replace(record, **given),
        spans=spans,
        verdict=verdict,
        scale=NEWSROOM_SCALE if step else None,
        step=step,
        review=review,
        checker="Ada Reed",
        reviewer="Jon Lindqvist",
        citations=citations,
        notes=notes,
    )


def note(text, author="Ada Reed"):
    written = Note(ids.NoteId("n"), ids.StatementId("s"), text, ids.PersonId("ada"), MOMENT)
    return ReportNote(written, author)


def make_data(statements, *, text=TEXT, blocks=None, title=None, **given):
    """Make the data of a report; ``given`` overrides fields of the article."""
    article = Article(
        id=ids.ArticleId("a"),
        title="Lindmouth gets its tram" if title is None else title,
        byline="Rosa Field",
        publication="The Lindmouth Courier",
        url="https://courier.example/2026/tram?from=front_page",
        published=PartialDate(2026, 3, 3),
        deadline=None,
        language="en-GB",
        created_at=MOMENT,
    )
    revision = Revision(
        id=ids.RevisionId("r2"),
        article_id=article.id,
        number=2,
        text_sha256=sha256_of(text),
        length=len(text),
        blocks=blocks_of(PARAGRAPHS) if blocks is None else blocks,
        source_name="tram_final_v2.docx",
        media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        source_sha256=sha256_of("the file"),
        remarks=("One picture was left out.",),
        created_at=MOMENT,
    )
    return ReportData(
        desk_name="Courier desk",
        time_zone="Europe/Berlin",
        article=replace(article, **given),
        revision=revision,
        revisions_total=2,
        text=text,
        statements=tuple(statements),
        as_of=MOMENT,
        log_head=sha256_of("log"),
    )
