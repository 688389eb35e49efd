"""Find an excerpt in its source again, and take one out of it.

An excerpt was copied from a page or typed: white space, hyphens and quotation marks may differ,
and "…" may stand for words left out.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from factcheck.domain.finding import fold
from factcheck.domain.locators import LocatorKind, show_locator

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.domain.model import Block

_LEFT_OUT = re.compile(r"\[?(?:…|\.{3})\]?")
_SPACES = re.compile(r"[ \t\n]+")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_PASSED_OVER = frozenset("-\"'\u00ad")


def excerpt_of(text: str) -> str:
    """Return words selected in a source as one line: its own lines end where the page did."""
    return _SPACES.sub(" ", text).strip()


def places_of(excerpt: str, text: str) -> list[tuple[int, int]]:
    """Return where the excerpt stands in the text, a place for each part between "…".

    The parts follow one another; nothing is returned if one of them is not there.
    """
    kept = _kept(text)
    squeezed = "".join(letter for _at, letter in kept)
    places: list[tuple[int, int]] = []
    at = 0
    for part in _LEFT_OUT.split(excerpt):
        words = "".join(letter for _at, letter in _kept(part))
        if not words:
            continue
        start = squeezed.find(words, at)
        if start < 0:
            return []
        at = start + len(words)
        places.append((kept[start][0], kept[at - 1][0] + 1))
    return places


def place_at(text: str, blocks: Sequence[Block], offset: int) -> tuple[str, int | None]:
    """Return the place of an offset as a locator is typed, and the index of its page.

    That is what its block says, or else the number of the paragraph; nothing where there is but
    one.
    """
    block = block_at(blocks, offset)
    if block is not None and block.place:
        return block.place, block.page_index
    number = paragraph_at(text, offset)
    return (show_locator(LocatorKind.PARAGRAPH, str(number)) if number else ""), None


def block_at(blocks: Sequence[Block], offset: int) -> Block | None:
    """Return the block that begins last before an offset; None where none does."""
    at = bisect_right(blocks, offset, key=lambda block: block.start) - 1
    return blocks[at] if at >= 0 else None


def paragraph_at(text: str, offset: int) -> int | None:
    """Return the number, from 1, of the paragraph at an offset; None where there is but one.

    Paragraphs are parted by blank lines; in a text without any, each line is one.
    """
    parting = _BLANK_LINE if _BLANK_LINE.search(text.strip()) else re.compile("\n")
    if len(_filled(parting, text)) <= 1:
        return None
    return max(1, len(_filled(parting, text[: offset + 1])))


def _filled(parting: re.Pattern[str], text: str) -> list[str]:
    return [part for part in parting.split(text) if part.strip()]


def _kept(text: str) -> list[tuple[int, str]]:
    """Return the letters that count, each with its offset."""
    return [
        (at, letter)
        for at, letter in enumerate(fold(text))
        if not letter.isspace() and letter not in _PASSED_OVER
    ]
