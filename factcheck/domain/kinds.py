"""A first proposal of what sort of claim some words make; a person sees and changes it."""

from __future__ import annotations

import re

from factcheck.domain.model import StatementKind

_QUOTED = re.compile('["“”„«»‘‹「『]')
_DIGIT = re.compile(r"\d")


def likely_kind(quote: str) -> StatementKind:
    """Propose QUOTATION for words that open with a quotation mark, NUMBER for those with digits."""
    if _QUOTED.match(quote):
        return StatementKind.QUOTATION
    return StatementKind.NUMBER if _DIGIT.search(quote) else StatementKind.OTHER
