"""How the letters of a text are stored, guessed from the bytes alone.

Western, Greek and Cyrillic code pages are told apart by how odd the words look that they give;
what is neither goes to charset-normalizer, which knows which signs of East Asia are common.
Measured on short press sentences: charset-normalizer alone reads "declaró" as "declar¾" and
"£40m" as "Ł40m", for to it all code pages are as likely.
"""

from __future__ import annotations

import unicodedata
from functools import cache

# The commonest first: where two look equally sound, the commoner one it is.
_ALPHABETS = ("cp1252", "cp1250", "cp1251", "cp1253", "mac-roman", "koi8-r", "cp1254", "cp1257")
_EAST_ASIA = ("cp932", "gb18030", "big5hkscs", "cp949", "euc_jp")
# Signs of any newspaper: those that stand between words, and those that no letter follows.
_BETWEEN = frozenset("“”‘‚„«»‹›–—…•·¿¡\u00a0\u00ad\u202f")
_BEHIND = frozenset("’€£¥¢§©®™°%‰½¼¾²³")
_PART = 100_000  # code points are enough
# Oddities in each hundred signs that are not ASCII: from here on it may be no alphabet's text.
_ODD = 40
# From here on it is no text at all; bytes drawn by lot come to 85.
_NONSENSE = 75
_MOSTLY = 0.9


def guess(source: bytes) -> str:
    """Return the likeliest encoding's name in Python, "" where nothing fits all of the bytes."""
    found = {name: text for name in _ALPHABETS if (text := _start(source, name)) is not None}
    oddness = {name: _oddness(text) for name, text in found.items()}
    best = min(oddness, key=lambda name: oddness[name], default="")
    if best and oddness[best] < _ODD:
        return best
    sound = best and oddness[best] < _NONSENSE
    return _east_asian(source) or (best if sound else "")


def _start(source: bytes, encoding: str) -> str | None:
    """Return the beginning of a text, None where not all of it is in this encoding."""
    try:
        return source.decode(encoding)[:_PART]
    except UnicodeDecodeError:
        return None


def _east_asian(source: bytes) -> str:
    from charset_normalizer import from_bytes

    found = from_bytes(source, cp_isolation=[*_EAST_ASIA]).best()
    text = _start(source, found.encoding) if found else None
    strange = [sign for sign in text or "" if sign > "\x7f"]
    wide = sum(unicodedata.east_asian_width(sign) in {"W", "F"} for sign in strange)
    return found.encoding if found and wide >= _MOSTLY * max(1, len(strange)) else ""


def _oddness(text: str) -> float:
    """Return how many oddities there are in a hundred signs that are not ASCII."""
    framed = f" {text} "
    strange = [place for place, sign in enumerate(text) if sign > "\x7f"]
    odd = sum(_oddity(*framed[place : place + 3]) for place in strange)
    return 100 * odd / max(1, len(strange))


def _oddity(before: str, sign: str, after: str) -> int:
    """Say how odd a sign is between two others; 0 is usual."""
    if sign in _BETWEEN:
        return 2 if before.isalpha() and after.isalpha() else 0
    if sign in _BEHIND:
        return 2 if after.isalpha() and sign not in "’°" else 0
    script = _script(sign)
    if not script:
        return 2 if before.isalpha() or after.isalpha() else 1
    if any(_script(other) not in {"", script} for other in (before, after)):
        return 2
    if sign.isupper() and before.islower():
        return 2
    # Two letters with accents in a row are common in no language with Latin letters.
    return int(script == "LATIN" and after > "\x7f" and _script(after) == "LATIN")


@cache
def _script(sign: str) -> str:
    """Return the first word of a letter's name, "LATIN"; "" for what is no letter."""
    if not sign.isalpha():
        return ""
    return unicodedata.name(sign, "").partition(" ")[0]
