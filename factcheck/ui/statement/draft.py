"""What was typed for a statement and not yet given."""

from __future__ import annotations

from typing import NamedTuple


class Typed(NamedTuple):
    """What stands in the two fields."""

    reasoning: str
    correction: str


class Draft(NamedTuple):
    """What was typed, over which words; ``pending``: the outcome, of ``scale``, that waits."""

    typed: Typed
    base: Typed
    pending: str = ""
    scale: str = ""
