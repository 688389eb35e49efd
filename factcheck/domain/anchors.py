"""Spans: describe the words chosen, prove them again later, find words by their quote.

The position is a hint, the quote is the proof: ``text[start:end] == quote`` is checked when a
span is written, opened and exported.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.domain.graphemes import widen
from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from factcheck.domain.model import Span, Tick

CONTEXT = 32


@dataclass(frozen=True, slots=True)
class Anchor:
    """Words of a text and up to 32 code points on each side of them."""

    start: int
    end: int
    quote: str
    prefix: str
    suffix: str


class BrokenSpanError(FactcheckError):
    """A stored span no longer says what stands in its text."""

    def __init__(self, span: Span | Tick) -> None:
        super().__init__(
            f"The words of span {span.id} are not where the desk says they are.",
            "The file was changed from outside. Run “factcheck verify” and go back to a backup.",
        )


def describe(text: str, start: int, end: int) -> Anchor:
    """Anchor ``text[start:end]``, widened to whole characters and cut free of outer white space.

    Raises FactcheckError if that lies outside the text or holds no words.
    """
    if not 0 <= start < end <= len(text):
        raise FactcheckError(
            f"There are no words from {start} to {end} in a text of {len(text)} characters.",
            "Give a start and an end inside the text, the end behind the start.",
        )
    start, end = widen(text, *trim(text, start, end))
    if start == end:
        raise FactcheckError("There are no words in the selection.", "Select some words first.")
    return Anchor(
        start=start,
        end=end,
        quote=text[start:end],
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
    )


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave out white space at both ends of ``text[start:end]``."""
    quote = text[start:end]
    start += len(quote) - len(quote.lstrip())
    return start, max(start, start + len(quote.strip()))


def prove(span: Span | Tick, text: str) -> None:
    """Raise BrokenSpanError unless the span's quote stands at its place in the text."""
    if text[span.start : span.end] != span.quote or span.start >= span.end:
        raise BrokenSpanError(span)


def find_quote(text: str, quote: str, nth: int | None = None) -> tuple[int, int]:
    """Return start and end of the nth (from 1) place where the quote stands.

    Without ``nth`` the quote must stand in one place only: look-alike text is never chosen
    silently. Raises FactcheckError where it is absent, or stands more often.
    """
    places = _places(text, quote)
    if not places:
        raise FactcheckError(
            f"The words “{quote}” are not in the text.",
            "Copy them from “factcheck text”, with its quotation marks and dashes.",
        )
    if nth is None and len(places) > 1:
        raise FactcheckError(
            f"The words “{quote}” stand in {len(places)} places.",
            f"Say which with --nth 1 to --nth {len(places)}.",
        )
    nth = 1 if nth is None else nth
    if not 1 <= nth <= len(places):
        raise FactcheckError(
            f"The words “{quote}” stand in {len(places)} places; there is no place {nth}.",
            f"Use --nth 1 to --nth {len(places)}.",
        )
    start = places[nth - 1]
    return start, start + len(quote)


def _places(text: str, quote: str) -> list[int]:
    places: list[int] = []
    at = text.find(quote) if quote else -1
    while at >= 0:
        places.append(at)
        at = text.find(quote, at + 1)
    return places
