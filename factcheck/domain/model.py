"""What a desk holds, as frozen records. Field names are the column names of the file.

Offsets are Unicode code points of a revision's text, half open. Moments are aware UTC datetimes.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from factcheck.domain.dates import PartialDate
from factcheck.domain.ids import (
    ArticleId,
    CaptureId,
    CitationId,
    CopyId,
    DeskId,
    EvidenceId,
    NoteId,
    PersonId,
    ReadingId,
    ReviewId,
    RevisionId,
    ScaleChoiceId,
    ScaleId,
    SpanId,
    StatementId,
    TagId,
    TickId,
    VerdictId,
)
from factcheck.domain.locators import LocatorKind
from factcheck.domain.workflow import State


class BlockKind(StrEnum):
    """How a stretch of the text is set."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list item"
    QUOTE = "quote"
    CAPTION = "caption"


class StatementKind(StrEnum):
    """What sort of claim a statement makes."""

    NUMBER = "number"
    QUOTATION = "quotation"
    NAME = "name"
    DATE = "date"
    PLACE = "place"
    TITLE = "title"
    SUPERLATIVE = "superlative"
    ATTRIBUTION = "attribution"
    OTHER = "other"


class Priority(StrEnum):
    """How urgent a statement is."""

    LOW = "low"
    NORMAL = "normal"
    HIGH = "high"


class EvidenceKind(StrEnum):
    """What sort of source an evidence is."""

    WEB_PAGE = "web page"
    DOCUMENT = "document"
    DATA_SET = "data set"
    INTERVIEW = "interview"
    EMAIL = "e-mail"
    RECORDING = "recording"
    IMAGE = "image"
    BOOK = "book"
    EXPERT = "expert"
    OBSERVATION = "own observation"
    CALCULATION = "own calculation"


class Sourcing(StrEnum):
    """How near a source is to the matter."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    UNKNOWN = "unknown"


class Stance(StrEnum):
    """What an evidence says about a statement."""

    SUPPORTS = "supports"
    REFUTES = "refutes"
    CONTEXT = "context"


class Decision(StrEnum):
    """What a reviewer decided about one verdict."""

    APPROVED = "approved"
    SENT_BACK = "sent back"


@dataclass(frozen=True, slots=True)
class Desk:
    """The one row about the file itself; ``copy_id`` names this copy of it in the log."""

    id: DeskId
    copy_id: CopyId
    name: str
    time_zone: str
    second_person_rule: bool
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who checks, reviews or edits."""

    id: PersonId
    name: str
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Article:
    """What is checked. Its texts are its revisions."""

    id: ArticleId
    title: str
    byline: str
    publication: str
    url: str
    published: PartialDate | None
    deadline: datetime | None
    language: str
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch ``text[start:end]`` set in one way; ``level`` counts from 1 for headings.

    ``place`` says where the source has it, as a locator is typed ("p. 12", "1:02:05"), and
    ``page_index`` on which page, from 0; both where the source is of pages or of a time.
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    place: str = ""
    page_index: int | None = None


@dataclass(frozen=True, slots=True)
class Revision:
    """One immutable text of an article, known by the SHA-256 of its UTF-8 bytes."""

    id: RevisionId
    article_id: ArticleId
    number: int
    text_sha256: str
    length: int
    blocks: tuple[Block, ...]
    source_name: str
    media_type: str
    source_sha256: str
    remarks: tuple[str, ...]
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Statement:
    """One claim that can be true or false."""

    id: StatementId
    article_id: ArticleId
    kind: StatementKind
    claimant: str
    as_of: str
    priority: Priority
    state: State
    checker_id: PersonId | None
    reviewer_id: PersonId | None
    due_at: datetime | None
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Span:
    """Words of a revision: ``text[start:end] == quote``, with up to 32 characters around."""

    id: SpanId
    statement_id: StatementId
    revision_id: RevisionId
    start: int
    end: int
    quote: str
    prefix: str
    suffix: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """One source. ``note`` is what was seen, said or worked out where nothing else shows it."""

    id: EvidenceId
    kind: EvidenceKind
    title: str
    author: str
    publisher: str
    url: str
    published: PartialDate | None
    sourcing: Sourcing
    interest: str
    confidential: bool
    note: str
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Capture:
    """One dated copy of an evidence's bytes; ``size`` in bytes."""

    id: CaptureId
    evidence_id: EvidenceId
    sha256: str
    media_type: str
    size: int
    name: str
    captured_at: datetime


@dataclass(frozen=True, slots=True)
class Reading:
    """The text read from a capture, known by the SHA-256 of its UTF-8 bytes.

    Where none could be read ``length`` is 0, and ``remarks`` say why. ``reader`` is the program
    that read it, with its version.
    """

    id: ReadingId
    capture_id: CaptureId
    text_sha256: str
    length: int
    blocks: tuple[Block, ...]
    remarks: tuple[str, ...]
    reader: str
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Citation:
    """The link from a statement to an evidence. ``note`` is for the desk only.

    ``locator`` is the label as printed in the source; ``page_index`` counts from 0 where known.
    """

    id: CitationId
    statement_id: StatementId
    evidence_id: EvidenceId
    stance: Stance
    excerpt: str
    locator_kind: LocatorKind
    locator: str
    page_index: int | None
    note: str
    created_at: datetime


@dataclass(frozen=True, slots=True)
class ScaleStep:
    """One step of a scale. ``tone`` names a colour of the palette, ``value`` places it."""

    code: str
    word: str
    meaning: str
    tone: str
    symbol: str
    value: int | None


@dataclass(frozen=True, slots=True)
class Scale:
    """A rating scale. A changed scale is a new row with the next version."""

    id: ScaleId
    name: str
    version: int
    steps: tuple[ScaleStep, ...]
    created_at: datetime

    def step(self, code: str) -> ScaleStep:
        """Return the step with this code; KeyError if the scale has none."""
        for step in self.steps:
            if step.code == code:
                return step
        raise KeyError(code)


@dataclass(frozen=True, slots=True)
class Verdict:
    """A judgement. ``original`` are the words judged, ``correction`` what should stand there.

    A newer verdict names the one it ``supersedes``; none is ever changed.
    """

    id: VerdictId
    statement_id: StatementId
    scale_id: ScaleId
    outcome: str
    reasoning: str
    original: str
    correction: str
    known_at: PartialDate | None
    checker_id: PersonId
    supersedes: VerdictId | None
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Review:
    """A decision on one exact verdict. ``overrides_rule``: the reviewer was the checker."""

    id: ReviewId
    verdict_id: VerdictId
    reviewer_id: PersonId
    decision: Decision
    reason: str
    overrides_rule: bool
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Tick:
    """Words of a revision in which there is nothing to check: ``text[start:end] == quote``.

    A sentence without a fact is ticked so, or a suggestion that was turned down.
    """

    id: TickId
    revision_id: RevisionId
    start: int
    end: int
    quote: str
    person_id: PersonId
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Note:
    """What somebody wrote about a statement for the desk alone."""

    id: NoteId
    statement_id: StatementId
    text: str
    person_id: PersonId
    created_at: datetime


@dataclass(frozen=True, slots=True)
class ScaleChoice:
    """The scale with which an article is judged until somebody takes another."""

    id: ScaleChoiceId
    article_id: ArticleId
    scale_id: ScaleId


@dataclass(frozen=True, slots=True)
class Tag:
    """A word that a newsroom sorts its statements by."""

    id: TagId
    statement_id: StatementId
    word: str
    created_at: datetime
