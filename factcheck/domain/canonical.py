"""The canonical text of a revision: made once at import, never changed afterwards.

Offsets count its code points and its hash names it, so each rule here is frozen for good.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

_LINE_ENDS = re.compile("\r\n|[\r\u0085\u2028\u2029]")
# Control characters but tab and newline, lone surrogates, and noncharacters (Unicode 23.7).
_NONCHARACTERS = "".join(f"{chr(p << 16 | 0xFFFE)}{chr(p << 16 | 0xFFFF)}" for p in range(17))
_UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef" + _NONCHARACTERS + "]")
REPLACEMENT = "\ufffd"


@dataclass(frozen=True, slots=True)
class Canonical:
    """A text fit to be kept; ``replaced`` counts characters that became U+FFFD."""

    text: str
    replaced: int


def canonical(raw: str) -> Canonical:
    """Cut byte order marks in front, make every line end a newline, replace what no text may hold.

    There is no Unicode normalisation and no-break spaces stay: the words are the writer's.
    """
    raw = raw.lstrip("\ufeff")
    # Whatever is looked for is not printable; most texts are, which is known at once.
    if raw.replace("\n", "").replace("\t", "").replace("\u00a0", "").isprintable():
        return Canonical(raw, 0)
    text = _LINE_ENDS.sub("\n", raw)
    text, replaced = _UNFIT.subn(REPLACEMENT, text)
    return Canonical(text, replaced)


def sha256_of(content: str | bytes) -> str:
    """Return the SHA-256, in hex, of bytes or of a text's UTF-8 bytes."""
    return hashlib.sha256(content.encode() if isinstance(content, str) else content).hexdigest()
