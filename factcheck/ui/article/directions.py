"""Which way letters run: from left to right, or backwards as in Arabic and Hebrew."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextLayout, QTextOption

_BACKWARDS = frozenset({"R", "AL"})
_FORWARDS = frozenset({"L", "EN", "AN"})  # numbers run so in every script
_BEGINNING = 2_000  # code points
_AROUND = 200  # code points; what stands further away hardly ever turns a sign


def is_backwards(character: str) -> bool:
    """Say whether a letter is of a script that runs from right to left."""
    return character != "" and unicodedata.bidirectional(character) in _BACKWARDS


def has_backwards(text: str) -> bool:
    """Say whether any letter of a text is of a script that runs from right to left."""
    return not text.isascii() and any(map(is_backwards, text))


def runs_backwards(text: str) -> bool:
    """Say whether most letters of a text's beginning are of a script from right to left."""
    if text[:_BEGINNING].isascii():
        return False
    letters = [letter for letter in text[:_BEGINNING] if letter.isalpha()]
    return 2 * sum(map(is_backwards, letters)) > len(letters)


def is_set_backwards(line: str, at: int) -> bool:
    """Say whether a character of a line, at an offset in code points, is set from right to left.

    Letters and numbers are set as they run; a sign as what stands around it does, which is Qt's to
    know (Unicode Standard Annex #9).
    """
    kind = unicodedata.bidirectional(line[at])
    if kind in _FORWARDS:
        return False
    if kind in _BACKWARDS:
        return True
    near = line[max(0, at - _AROUND) : at + _AROUND]
    return has_backwards(near) and _is_laid_backwards(line, near, min(at, _AROUND))


def _is_laid_backwards(line: str, near: str, at: int) -> bool:
    layout = QTextLayout(near)
    option = QTextOption()
    option.setTextDirection(_direction(line))
    layout.setTextOption(option)
    layout.beginLayout()
    laid = layout.createLine()
    layout.endLayout()
    unit = len(near[:at].encode("utf-16-le")) // 2
    return any(run.isRightToLeft() for run in laid.glyphRuns(unit, 1))


def _direction(line: str) -> Qt.LayoutDirection:
    """Return the direction of a line's first letter, by which signs between two ways are set."""
    for character in line:
        if unicodedata.bidirectional(character) in (*_BACKWARDS, "L"):
            backwards = is_backwards(character)
            return Qt.LayoutDirection.RightToLeft if backwards else Qt.LayoutDirection.LeftToRight
    return Qt.LayoutDirection.LeftToRight
