"""Find words in a text: letters of any case, with or without accents, are alike.

Both sides are folded one code point for one, so places in the folded text are the text's own.
Nothing is collected: each question costs a search from where it is asked.
"""

from __future__ import annotations

import unicodedata

_ALIKE = {
    **dict.fromkeys("“”„«»", '"'),
    **dict.fromkeys("‘’‚", "'"),
    **dict.fromkeys("‐‑–—−", "-"),
    **dict.fromkeys("\u00a0\u202f\u2009\n\t", " "),
}


class Search:
    """The places of ``words`` in a text, in reading order and without overlaps."""

    def __init__(self, text: str) -> None:
        self._text = fold(text)
        self._words = ""

    def look_for(self, words: str) -> None:
        """Say what is looked for; nothing is found of no words."""
        self._words = fold(words)

    @property
    def count(self) -> int:
        """How many places there are."""
        return self._text.count(self._words) if self._words else 0

    def number(self, start: int) -> int:
        """Return the number, from 1, of the place that begins here."""
        return self._text.count(self._words, 0, start) + 1

    def first_from(self, at: int) -> tuple[int, int] | None:
        """Return the first place from here on; behind the last follows the first."""
        start = self._text.find(self._words, at) if self._words else -1
        return self._place(start if start >= 0 else self._text.find(self._words))

    def last_before(self, at: int) -> tuple[int, int] | None:
        """Return the last place that ends here or before; before the first stands the last."""
        start = self._text.rfind(self._words, 0, at) if self._words else -1
        return self._place(start if start >= 0 else self._text.rfind(self._words))

    def between(self, start: int, end: int) -> list[tuple[int, int]]:
        """Return the places that share a character with ``start:end``."""
        if not self._words:
            return []
        length = len(self._words)
        places: list[tuple[int, int]] = []
        at = self._text.find(self._words, max(0, start - length + 1), end + length - 1)
        while at >= 0:
            places.append((at, at + length))
            at = self._text.find(self._words, at + length, end + length - 1)
        return places

    def _place(self, start: int) -> tuple[int, int] | None:
        if start < 0 or not self._words:
            return None
        return start, start + len(self._words)


def fold(text: str) -> str:
    """Return the text in small letters without accents, quotes and dashes made plain."""
    folded = text.lower()
    if len(folded) != len(text):
        folded = "".join(map(_lower, text))
    for character in set(folded):
        plain = _plain(character)
        if plain != character:
            folded = folded.replace(character, plain)
    return folded


def _lower(character: str) -> str:
    """Return the small letter where it is one."""
    lower = character.lower()
    return lower if len(lower) == 1 else character


def _plain(character: str) -> str:
    if character in _ALIKE:
        return _ALIKE[character]
    parts = unicodedata.normalize("NFD", character)
    base, accents = parts[0], parts[1:]
    return base.lower() if accents and all(map(unicodedata.combining, accents)) else character
