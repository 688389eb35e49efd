"""What looks odd in a text that came in: sentences for the person. Nothing is taken out.

Invisible characters by Unicode's Default_Ignorable_Code_Point; direction controls by UAX 9;
look-alikes are those letters of UTS 39's confusables that stand in for a Latin letter unseen.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_DIRECTION = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
# A single joiner or selector is needed by Persian, Hindi, Japanese and emoji: between Latin
# letters, or several in a row, it is not.
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0"
    "\ufff9-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e007f]"
    "|[\u200c\u200d\ufe00-\ufe0f\U000e0100-\U000e01ef]{2,}|(?<=[A-Za-z])[\u200c\u200d](?=[A-Za-z])"
)
_LATIN = "A-Za-z\u00c0-\u024f"
_ALIKE = "АВЕЅІЈКМНОРСТУХЬаеорсухѕіјһԁԛԝӏΑΒΕΖΗΙΚΜΝΟΡΤΥΧο"
_MIXED = re.compile(f"[{_LATIN}][{_ALIKE}]|[{_ALIKE}][{_LATIN}]")
# Stands for what can't be seen, where that is quoted.
_SIGN = "␣"
_SHOWN, _LOOKED_AT = 3, 1000  # places
_ODD = re.compile(
    f"[\u200c\u200d\ufe00-\ufe0f\U000e0100-\U000e01ef{_ALIKE}]|{_DIRECTION.pattern}"
    f"|{_INVISIBLE.pattern}"
)
# Code points of a word on each side of the place that is looked at.
_NEAR = 30


def odd_remarks(text: str, named: str = "The text") -> Iterator[str]:
    """Tell of invisible characters, direction controls and words of mixed alphabets.

    ``named`` is what the text is called.
    """
    if not _ODD.search("".join(set(text))):  # most texts have none of these letters
        return
    invisible = list(_INVISIBLE.finditer(text))
    if invisible:
        what = _counted(sum(len(found[0]) for found in invisible), "invisible character")
        where = _shown(text, invisible)
        yield f"{named} holds {what} that can split or hide words{where}; nothing was taken out."
    turning = list(_DIRECTION.finditer(text))
    if turning:
        what, where = _counted(len(turning), "direction control"), _shown(text, turning)
        yield (
            f"{named} holds {what} that can show words in another order{where}; nothing was "
            "taken out."
        )
    mixed = list(dict.fromkeys(_word_at(text, found.end()) for found in _MIXED.finditer(text)))
    if mixed:
        what = _counted(len(mixed), "word")
        yield (
            f"{what[0].upper()}{what[1:]} with letters of another alphabet that look alike: "
            f"{_listed([f'“{word}” ({_foreign(word)})' for word in mixed])}."
        )


def _shown(text: str, found: Sequence[re.Match[str]]) -> str:
    """Quote the words around what can't be seen, with a sign in its place."""
    words = dict.fromkeys(_around(text, each) for each in found[:_LOOKED_AT])
    listed = _listed([f"“{word}”" for word in words if word.strip(_SIGN)])
    return f" ({listed})" if listed else ""


def _around(text: str, found: re.Match[str]) -> str:
    before, after = text[max(0, found.start() - _NEAR) : found.start()], text[found.end() :][:_NEAR]
    start = before.rpartition(" ")[2].rpartition("\n")[2]
    end = after.partition(" ")[0].partition("\n")[0]
    return _INVISIBLE.sub(_SIGN, _DIRECTION.sub(_SIGN, f"{start}{_SIGN}{end}"))


def _foreign(word: str) -> str:
    """Name the alphabet of a letter in a word that is not Latin: "Cyrillic а"."""
    letter = next(sign for sign in word if sign in _ALIKE)
    return f"{unicodedata.name(letter).partition(' ')[0].title()} {letter}"


def _listed(shown: Sequence[str]) -> str:
    """List the first few, and say how many more there are."""
    more = len(shown) - _SHOWN
    return ", ".join(shown[:_SHOWN]) + (f" and {more} more" if more > 0 else "")


def _word_at(text: str, at: int) -> str:
    """Return the word around a place; of an endless one, what is near."""
    start = at
    while at - _NEAR < start and text[start - 1 : start].isalnum():
        start -= 1
    end = at
    while end < at + _NEAR and text[end : end + 1].isalnum():
        end += 1
    return text[start:end]


def _counted(count: int, what: str) -> str:
    return f"1 {what}" if count == 1 else f"{count} {what}s"
