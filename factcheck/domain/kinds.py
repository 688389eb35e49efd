"""A first proposal of what sort of claim some words make; a person sees and changes it."""

from __future__ import annotations

from factcheck.domain.facts import facts
from factcheck.domain.model import StatementKind

# What words are about that hold more than one fact: a name is in most of them.
_TELLING = (StatementKind.NUMBER, StatementKind.DATE, StatementKind.SUPERLATIVE)


def likely_kind(quote: str) -> StatementKind:
    """Propose the kind of the fact that the words are or begin with, else of the most telling."""
    found = facts(quote, 0, len(quote))
    for fact in found:
        if fact.start == 0 and (fact.kind is StatementKind.QUOTATION or fact.end == len(quote)):
            return fact.kind
    kinds = {fact.kind for fact in found}
    return next((kind for kind in _TELLING if kind in kinds), StatementKind.OTHER)
