"""Where words and sentences begin and end. All offsets are code points of the text.

A word is a run of letters and digits with what holds it together inside ("O’Neil", "40.5",
"well-known") and the signs of an amount around it ("$40.5", "19%"). In scripts without spaces
each character is one. Words do not reach over more than 1,000, sentences over 20,000 code points
to each side of the place asked about, so that no answer depends on the length of the text.
"""

from __future__ import annotations

import heapq
import re
from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from regex import Match, Pattern

    from factcheck.domain.model import Block

MOST_PLACES = 1_000
_LONGEST_WORD = 1_000
_LONGEST_SENTENCE = 20_000
_NEXT_WORD = 20  # how far behind a sentence is seen how the next one begins

_UNSPACED = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
_CORE = rf"[[\p{{L}}\p{{M}}\p{{N}}\u00ad\u200c\u200d]--[{_UNSPACED}]]"
_FIRST = rf"[[\p{{L}}\p{{N}}]--[{_UNSPACED}]]"
_JOIN = r"['’.,:/&@_\p{Sc}\-\u2010\u2011]"
_WORD = rf"""(?V1)
    (?=[{_UNSPACED}])\X
    | (?:[\p{{Sc}}\#@§]|[+\-−](?=\p{{N}}))* {_FIRST}{_CORE}* (?:{_JOIN}{_CORE}+)* [%‰°\p{{Sc}}]*"""

_CLOSING = "\"'”’»)\\]"
_OPENING = "\"'“„‘«(\\["
# Nothing is tried twice, or a line of dots would take minutes.
_STOP = rf"(?<![.!?…])[.!?…]++ [{_CLOSING}]*+ \s++"
_SENTENCE_END = rf"""(?V1)
    {_STOP} (?=[{_OPENING}]*[\p{{Lu}}\p{{Lt}}\p{{Lo}}\p{{N}}])
    | {_STOP} (?=[“„‘«])
    | [。！？]++ [”’」』）]*+ \s*+"""
_QUOTED = r"[“„«][^“”„«»]*+ | \"[^\"]*+\"? | \([^()]*+"
# A full stop after these belongs to them: before a name or a date, or before a number.
_TITLE = re.compile(
    "adm|apr|aug|capt|cf|col|dec|dr|e[.]g|feb|gen|gov|hon|i[.]e|jan|jul|jun|lt|maj|mar|mme|mrs?|ms|"
    "mt|nov|oct|pres|prof|rep|rev|sen|sept?|sgt|sr|st|vs",
    re.IGNORECASE,
)
_BEFORE_NUMBER = re.compile(
    "approx|art|ca|ch|eq|figs?|nos?|pp?|para|sec|vol",
    re.IGNORECASE,
)
_LAST_WORD = r"(?:[\p{L}]\.)*[\p{L}]+$"


def word_at(text: str, at: int) -> tuple[int, int] | None:
    """Return start and end of the word at a caret, of two that meet the later; None beside none."""
    found = None
    for word in _words_around(text, at):
        if word.start() <= at <= word.end():
            found = word.span()
    return found


def snap(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen ``text[start:end]`` to whole words where it starts or ends within one."""
    return _edge(text, start, first=True), _edge(text, end, first=False)


def is_whole(text: str, start: int, end: int) -> bool:
    """Say whether ``text[start:end]`` starts and ends within no word."""
    return snap(text, start, end) == (start, end)


def next_word(text: str, at: int, *, ends: bool) -> int:
    """Return where the next word begins (or ends) after this place; ``at`` if none does."""
    for word in _word().finditer(text, pos=_window(text, at)[0]):
        edge = word.end() if ends else word.start()
        if edge > at:
            return int(edge)
    return at


def previous_word(text: str, at: int, *, ends: bool) -> int:
    """Return where the last word begins (or ends) before this place; ``at`` if none does."""
    after = _window(text, at)[1]
    reach = _LONGEST_WORD
    while True:
        start = _window(text, max(0, at - reach))[0]
        words = _word().finditer(text, pos=start, endpos=after)
        edges = [word.end() if ends else word.start() for word in words]
        before = [edge for edge in edges if edge < at]
        if before or start == 0:
            return before[-1] if before else at
        reach *= 2


def occurrences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return all places of the words ``text[start:end]``, at most 1,001, in reading order.

    Whole words are found as such only: "40" is not in "1940", nor in "40.5". Places never overlap.
    """
    quote = text[start:end]
    whole = is_whole(text, start, end)
    places: list[tuple[int, int]] = []
    at = text.find(quote)
    while at >= 0 and len(places) <= MOST_PLACES:
        stop = at + len(quote)
        fits = not whole or is_whole(text, at, stop)
        if fits:
            places.append((at, stop))
        at = text.find(quote, stop if fits else at + 1)
    return places


def sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut a block ``text[start:end]`` into sentences, each with the white space that follows it."""
    cuts = [start, *_cuts(text, start, end), end]
    return list(pairwise(cuts)) if start < end else []


def sentence_at(text: str, at: int, start: int, end: int) -> tuple[int, int]:
    """Return the sentence at a caret in the block ``text[start:end]``."""
    first = max(start, at - _LONGEST_SENTENCE)
    after = min(end, at + _LONGEST_SENTENCE)
    pieces = sentences(text, first, after)
    for piece in pieces:
        if at < piece[1]:
            return piece
    return pieces[-1] if pieces else (start, end)


def block_at(text: str, blocks: Sequence[Block], at: int) -> tuple[int, int]:
    """Return start and end of the block at a caret; of the line where no block is."""
    place = bisect_right(blocks, at, key=lambda block: block.start) - 1
    if place >= 0 and at <= blocks[place].end:
        return blocks[place].start, blocks[place].end
    end = text.find("\n", at)
    return text.rfind("\n", 0, at) + 1, end if end >= 0 else len(text)


def _word() -> Pattern[str]:
    import regex

    return regex.compile(_WORD, regex.VERBOSE)


def _window(text: str, at: int) -> tuple[int, int]:
    """Return a stretch around a place that no word but an endless one reaches out of."""
    low, high = max(0, at - _LONGEST_WORD), min(len(text), at + _LONGEST_WORD)
    start = max(text.rfind(" ", low, at), text.rfind("\n", low, at)) + 1
    ends = [end for end in (text.find(" ", at, high), text.find("\n", at, high)) if end >= 0]
    return max(start, low), min(ends, default=high)


def _words_around(text: str, at: int) -> Iterator[Match[str]]:
    start, end = _window(text, at)
    return _word().finditer(text, pos=start, endpos=end)


def _edge(text: str, at: int, *, first: bool) -> int:
    for word in _words_around(text, at):
        if word.start() < at < word.end():
            return int(word.start() if first else word.end())
    return at


def _cuts(text: str, start: int, end: int) -> Iterator[int]:
    """Yield where sentences end: as sentencex finds, and within quotation marks as seen here."""
    last = start
    for cut in heapq.merge(_found_cuts(text, start, end), _quoted_cuts(text, start, end)):
        goes_on = text[cut : cut + 1].islower() or not text[last:cut].strip()
        if last < cut < end and not goes_on:
            last = cut
            yield cut


def _found_cuts(text: str, start: int, end: int) -> Iterator[int]:
    """Ask sentencex, whose time grows with the square of open quotation marks, piece by piece."""
    from sentencex import get_sentence_boundaries

    while start < end:
        piece = text[start : min(end, start + _LONGEST_SENTENCE)]
        after = start + len(piece)
        cuts = [start + found["end_index"] for found in get_sentence_boundaries("en", piece)]
        yield from cuts[:-1]
        start = cuts[-2] if after < end and len(cuts) > 1 else after


def _quoted_cuts(text: str, start: int, end: int) -> Iterator[int]:
    """Yield where sentences end within quotation marks or brackets: there sentencex sees none."""
    import regex

    for quoted in regex.finditer(_QUOTED, text, regex.VERBOSE, pos=start, endpos=end):
        first, after = quoted.span()
        after = min(end, after + _NEXT_WORD)
        for found in regex.finditer(_SENTENCE_END, text, regex.VERBOSE, pos=first, endpos=after):
            if found.start() < quoted.end() and not _is_abbreviated(text, start, found):
                yield found.end()


def _is_abbreviated(text: str, start: int, found: Match[str]) -> bool:
    """Say whether the full stop belongs to an abbreviation or to an initial."""
    import regex

    if text[found.start()] != "." or text[found.start() : found.start() + 2] == "..":
        return False
    window = text[max(start, found.start() - 20) : found.start()]
    last = regex.search(_LAST_WORD, window)
    if last is None:
        return False
    word = last.group()
    if _TITLE.fullmatch(word):
        return True
    if text[found.end()].isdigit() and _BEFORE_NUMBER.fullmatch(word):
        return True
    return word != "I" and word[-2:-1] in {"", "."} and word[-1].isupper()
