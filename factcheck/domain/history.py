"""What changed of a statement, as plain values; how it is worded is for those who show it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto

from factcheck.domain.model import ScaleStep


class Part(Enum):
    """The parts of a statement that a checker knows, in the order in which they are told."""

    VERDICT = auto()
    REASONING = auto()
    CORRECTION = auto()
    WORDS = auto()
    EVIDENCE = auto()
    STANCE = auto()
    EXCERPT = auto()
    LOCATOR = auto()
    CITATION_NOTE = auto()
    NOTE = auto()
    TAG = auto()
    KIND = auto()
    CLAIMANT = auto()
    AS_OF = auto()
    PRIORITY = auto()
    CHECKER = auto()
    REVIEWER = auto()
    DUE = auto()
    STATE = auto()


# Names, texts and members of the model's enumerations are all strings.
Value = str | datetime | ScaleStep | None


@dataclass(frozen=True, slots=True)
class PartChange:
    """One part before and after an event; None or "" where there was nothing."""

    part: Part
    before: Value
    after: Value
