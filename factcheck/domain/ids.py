"""Globally unique, time-ordered ids: UUID version 7 (RFC 9562, section 5.7).

Every row and every event carries one, so that desks made apart can later be joined.
"""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, NewType

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

DeskId = NewType("DeskId", str)
CopyId = NewType("CopyId", str)
PersonId = NewType("PersonId", str)
ArticleId = NewType("ArticleId", str)
RevisionId = NewType("RevisionId", str)
StatementId = NewType("StatementId", str)
SpanId = NewType("SpanId", str)
EvidenceId = NewType("EvidenceId", str)
CaptureId = NewType("CaptureId", str)
CitationId = NewType("CitationId", str)
ScaleId = NewType("ScaleId", str)
VerdictId = NewType("VerdictId", str)
ReviewId = NewType("ReviewId", str)
EventId = NewType("EventId", str)
TickId = NewType("TickId", str)
NoteId = NewType("NoteId", str)
ScaleChoiceId = NewType("ScaleChoiceId", str)
TagId = NewType("TagId", str)
SavedViewId = NewType("SavedViewId", str)
ReadingId = NewType("ReadingId", str)
VisitId = NewType("VisitId", str)
WebBanId = NewType("WebBanId", str)
StampId = NewType("StampId", str)

_SEQUENCE_BITS = 12
_RANDOM_BITS = 62


class IdMaker:
    """Makes ids that sort in the order of their making, also within one millisecond.

    ``now`` gives an aware datetime, ``random_bits(n)`` an integer of n random bits; both are
    handed in so that tests can fix them.
    """

    def __init__(self, now: Callable[[], datetime], random_bits: Callable[[int], int]) -> None:
        self._now = now
        self._random_bits = random_bits
        self._last = (0, 0)

    def __call__(self) -> str:
        """Return the next id as 36 characters in lower case."""
        millisecond, sequence = self._tick()
        return _written(millisecond, sequence, self._random_bits(_RANDOM_BITS))

    def _tick(self) -> tuple[int, int]:
        """Count within a millisecond, and go on from the last one if the clock steps back."""
        now = _milliseconds(self._now())
        millisecond, sequence = self._last
        if now > millisecond:
            millisecond, sequence = now, 0
        elif sequence + 1 < 1 << _SEQUENCE_BITS:
            sequence += 1
        else:
            millisecond, sequence = millisecond + 1, 0
        self._last = (millisecond, sequence)
        return self._last


def earliest_id(moment: datetime) -> str:
    """Return what sorts before all ids made from this moment on, and after all earlier ones."""
    return _written(_milliseconds(moment), 0, 0)


def _milliseconds(moment: datetime) -> int:
    return int(moment.timestamp() * 1000)


def _written(millisecond: int, sequence: int, random_bits: int) -> str:
    value = millisecond << 80 | 0x7 << 76 | sequence << 64 | 0b10 << _RANDOM_BITS
    return str(uuid.UUID(int=value | random_bits))
