"""How text is cut into words for the search, alike when it is kept and when it is looked for.

The index cuts as SQLite's ``unicode61`` does: letters and digits make words, all else parts them,
and case and accents do not count. ``tokens`` cuts what is typed in the same places.
"""

from __future__ import annotations

import re

# Scripts written without spaces: each character is a word, so that two beside each other are found.
ALONE = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
# Accents that stand behind their letter as characters of their own.
ACCENTS = "\u0300-\u036f"
_UNSPACED = re.compile(f"([{ALONE}])")
# A letter or digit of a word with others.
LETTER = f"(?![{ALONE}])[^\\W_]"
_WORD = re.compile(f"[{ALONE}]|{LETTER}(?:{LETTER}|[{ACCENTS}])*")


def indexed(text: str) -> str:
    """Return the text with spaces around each character that is a word of its own."""
    return text if text.isascii() else _UNSPACED.sub(r" \1 ", text)


def tokens(text: str) -> tuple[str, ...]:
    """Return the words of a text, as they are written."""
    return tuple(word for word in _WORD.findall(text) if word[:1].isalnum())


def stands_alone(word: str) -> bool:
    """Say whether a word is one character of a script without spaces."""
    return _UNSPACED.fullmatch(word) is not None
