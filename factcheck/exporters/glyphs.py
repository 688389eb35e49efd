"""Characters that no font can show stand in a PDF as visible codes like ‹U+E123›.

PDF/UA-1 refuses a file with such a character, and to drop it would change somebody's words.
"""

from __future__ import annotations

import re

# Private use characters mean something else in every font; U+FEFF is not allowed in PDF/UA-1.
_NEVER_SHOWN = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff\ufeff]")
# As typst words it: the text, or codepoint, in backticks, quoted as Rust quotes strings.
_REFUSED = re.compile(r'(?:the text|codepoint) `"((?:\\.|[^"\\])*)"`')
_ESCAPE = re.compile(r"\\u\{([0-9a-f]+)\}|\\(.)")


def refused(diagnostic: str) -> set[str]:
    """Read from typst's error which characters, or joined groups of them, have no glyph."""
    return {_ESCAPE.sub(_unescaped, text) for text in _REFUSED.findall(diagnostic)}


def _unescaped(escape: re.Match[str]) -> str:
    return chr(int(escape[1], 16)) if escape[1] else escape[2]


class Coder:
    """Puts codes for unfit characters into texts, and remembers which it met."""

    def __init__(self) -> None:
        self._unfit: set[str] = set()
        self._met: set[str] = set()

    def learn(self, unfit: set[str]) -> bool:
        """Remember characters or groups without a glyph; say whether one of them is new."""
        new = {text for text in unfit if not text.isascii()} - self._unfit
        self._unfit |= new
        return bool(new)

    def coded(self, text: str) -> str:
        """Return the text with codes."""
        text = _NEVER_SHOWN.sub(lambda found: self._code(found[0]), text)
        for unfit in sorted(self._unfit, key=lambda unfit: (-len(unfit), unfit)):
            if unfit in text:
                text = text.replace(unfit, "".join(map(self._code, unfit)))
        return text

    def remarks(self) -> tuple[str, ...]:
        """Tell the person what was coded."""
        if not self._met:
            return ()
        codes = ", ".join(f"U+{ord(character):04X}" for character in sorted(self._met))
        return (
            f"No font on this computer can show {codes}; the report shows the code in place of "
            "the character.",
        )

    def _code(self, character: str) -> str:
        if character.isascii():
            return character
        self._met.add(character)
        return f"‹U+{ord(character):04X}›"
