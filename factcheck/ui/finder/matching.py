"""How well a few letters fit a text. Pure: no Qt, no desk.

Each word of the query has to occur in the text, its letters in order but not side by side. A
letter at the beginning of a word, or right behind the one before, counts more: "nd" finds "New
desk" before "Send back".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

T = TypeVar("T")

_LETTER = 1
_WORD_START = 8
_NEIGHBOUR = 5
_NOWHERE = -1
# Of a longer text only the beginning is looked at.
_LONGEST = 300


def score(query: str, text: str) -> int | None:
    """Return how well the query fits, higher is better; None if it does not fit at all."""
    folded = text[:_LONGEST].casefold()
    total = 0
    for word in query.casefold().split():
        points = _points(word, folded)
        if points is None:
            return None
        total += points
    return total


def best(
    query: str, things: Iterable[T], text_of: Callable[[T], str], limit: int
) -> list[tuple[int, T]]:
    """Return what fits with its score, the best first; of equals the shorter, then the earlier."""
    scored = ((score(query, text_of(thing)), thing) for thing in things)
    fitting = [(points, thing) for points, thing in scored if points is not None]
    if query.strip():
        fitting.sort(key=lambda pair: (-pair[0], len(text_of(pair[1]))))
    return fitting[:limit]


def _points(word: str, text: str) -> int | None:
    """Return the most that the word's letters can count in the text; None if one is missing."""
    if not _occurs(word, text):
        return None
    starts = [_LETTER + _WORD_START * _begins_word(text, place) for place in range(len(text))]
    # ends[i]: the most that the letters so far can count if the last of them stands at i.
    ends = [starts[i] if text[i] == word[0] else _NOWHERE for i in range(len(text))]
    for letter in word[1:]:
        ends = _extended(ends, letter, text, starts)
    return max(ends)


def _extended(ends: list[int], letter: str, text: str, starts: list[int]) -> list[int]:
    found = [_NOWHERE] * len(text)
    before = _NOWHERE
    for place in range(1, len(text)):
        before = max(before, ends[place - 1])
        if text[place] == letter and before != _NOWHERE:
            apart = before + starts[place]
            beside = ends[place - 1] + _LETTER + _NEIGHBOUR
            found[place] = max(apart, beside) if ends[place - 1] != _NOWHERE else apart
    return found


def _occurs(word: str, text: str) -> bool:
    """Say whether the letters occur in order: the quick look before the counting."""
    place = 0
    for letter in word:
        place = text.find(letter, place) + 1
        if not place:
            return False
    return True


def _begins_word(text: str, place: int) -> bool:
    return text[place].isalnum() and (place == 0 or not text[place - 1].isalnum())
