"""How text is cut into words for the search, alike when it is kept and when it is looked for."""

from __future__ import annotations

import re

# Scripts written without spaces: each character is a word, so that two beside each other are found.
_UNSPACED = re.compile(
    "([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff])"
)


def indexed(text: str) -> str:
    """Return the text with spaces around each character that is a word of its own."""
    return text if text.isascii() else _UNSPACED.sub(r" \1 ", text)
