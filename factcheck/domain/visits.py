"""What came of looking for a source on the web, and whether a desk may. Moments are in UTC."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from factcheck.domain.dates import PartialDate
from factcheck.domain.ids import CaptureId, EvidenceId, PersonId, VisitId, WebBanId

if TYPE_CHECKING:
    from collections.abc import Sequence


class VisitOutcome(StrEnum):
    """What came of a visit. UNCHANGED: the page says what the newest copy says.

    UNREACHABLE is what a server or the network did not give, REFUSED what was not asked for or
    not taken.
    """

    KEPT = "kept"
    UNCHANGED = "unchanged"
    UNREACHABLE = "unreachable"
    REFUSED = "refused"


_SEEN = {VisitOutcome.KEPT, VisitOutcome.UNCHANGED}


@dataclass(frozen=True, slots=True)
class Visit:
    """One look for a source on the web, at the address ``url``.

    ``final_url`` is where ``redirects`` led, ``canonical_url`` what the page calls itself;
    ``title`` and ``published`` are as the page says. ``status`` is the server's, None where none
    answered; ``capture_id`` the copy that was kept; ``lost`` are the excerpts cited then that the
    page did not hold; ``error`` says why there was none.
    """

    id: VisitId
    evidence_id: EvidenceId
    url: str
    at: datetime
    outcome: VisitOutcome
    status: int | None
    final_url: str
    canonical_url: str
    redirects: tuple[str, ...]
    title: str
    published: PartialDate | None
    capture_id: CaptureId | None
    lost: tuple[str, ...]
    error: str


def lost_excerpts(visits: Sequence[Visit]) -> tuple[str, ...]:
    """Return the excerpts that the page did not hold when it was there last."""
    seen = [each for each in visits if each.outcome in _SEEN]
    return seen[-1].lost if seen else ()


@dataclass(frozen=True, slots=True)
class WebBan:
    """While it is there, the desk does not go to the web."""

    id: WebBanId
    person_id: PersonId
    created_at: datetime
