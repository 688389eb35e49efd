"""Everything a report is made from, as plain records; offsets in code points.

It holds no moment but those stored in the desk, so that the same desk gives the same report.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from factcheck.domain.model import (
    Article,
    Capture,
    Citation,
    Evidence,
    Note,
    Review,
    Revision,
    Scale,
    ScaleStep,
    Span,
    Statement,
    Verdict,
)
from factcheck.domain.stamps import Stamp
from factcheck.domain.visits import Visit


class Profile(StrEnum):
    """For whom a report is: how much of the desk's inside it shows.

    INTERNAL shows everything; MEMO (to the editor) leaves out notes for the desk and says only
    that a confidential source exists; PUBLISH leaves confidential sources out altogether.
    """

    INTERNAL = "internal"
    MEMO = "memo"
    PUBLISH = "publish"


@dataclass(frozen=True, slots=True)
class ReportCitation:
    """One source of one statement, with its copies, oldest first.

    ``unread`` says why no text could be read from the newest one, if so; ``visit`` is the last
    time that it was looked for on the web, None for never; ``lost``: the excerpt was not there.
    ``stamps`` are the time stamps of its copies.
    """

    citation: Citation
    evidence: Evidence
    captures: tuple[Capture, ...]
    unread: str = ""
    visit: Visit | None = None
    lost: bool = False
    stamps: tuple[Stamp, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportNote:
    """A note for the desk and the name of who wrote it."""

    note: Note
    author: str


@dataclass(frozen=True, slots=True)
class ReportStatement:
    """A statement with its number in reading order and all that hangs on it.

    ``verdict``, ``scale`` and ``step`` are None together while nothing is judged; ``review`` is
    the newest decision on that very verdict. ``checker`` and ``reviewer`` are those who gave
    them or, while there are none, those who are to. ``notes`` and ``tags`` are for the desk, notes
    oldest first.
    """

    number: int
    statement: Statement
    spans: tuple[Span, ...]
    verdict: Verdict | None
    scale: Scale | None
    step: ScaleStep | None
    review: Review | None
    checker: str
    reviewer: str
    citations: tuple[ReportCitation, ...]
    notes: tuple[ReportNote, ...] = ()
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportData:
    """One revision of an article and its statements in reading order.

    ``as_of`` is the moment of the desk's last event, ``log_head`` that event's hash.
    """

    desk_name: str
    time_zone: str
    article: Article
    revision: Revision
    revisions_total: int
    text: str
    statements: tuple[ReportStatement, ...]
    as_of: datetime
    log_head: str
