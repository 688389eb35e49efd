"""The fonts that come with the program. Sizes are pixels, in whole numbers.

FreeType rounds a size to whole pixels anyway, and letters in pixels keep their measure with the
rest of the window on every screen; Qt scales both by the screen's ratio.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from factcheck.resources import FOLDER

_SYMBOLS = "Factcheck Symbols"
# Each list ends with what draws the signs that the first lacks; other scripts come from the system.
SANS = ("Factcheck Sans", _SYMBOLS)
SERIF = ("Factcheck Serif", _SYMBOLS)
READING = ("Factcheck Reading", _SYMBOLS)
SANS_SIZE = 13
READING_SIZE = 18


def load_for_shell() -> None:
    """Make the fonts known that the first paint needs; to be called before the first widget."""
    _load("Sans-Regular.otf", "Sans-Medium.otf", "Sans-SemiBold.otf")


def load_for_reading() -> None:
    """Make the other fonts known."""
    _load("Symbols-Regular.ttf", "Sans-Bold.otf", "Reading-Regular.ttf")
    _load("Serif-Regular.ttf", "Serif-SemiBold.ttf")


def _load(*names: str) -> None:
    for name in names:
        QFontDatabase.addApplicationFont(str(FOLDER / "fonts" / f"Factcheck{name}"))


def sans(pixels: int = SANS_SIZE, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return the face of everything around the article."""
    return _font(SANS, pixels, weight)


def serif(pixels: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return the face of headings and of quoted words."""
    return _font(SERIF, pixels, weight)


def reading(pixels: int = READING_SIZE) -> QFont:
    """Return the face of the article: the serif with a line height of 1.61 em."""
    return _font(READING, pixels, QFont.Weight.Normal)


def _font(families: tuple[str, ...], pixels: int, weight: QFont.Weight) -> QFont:
    """Return a copy, to be changed at will: it costs less than a font made anew."""
    return QFont(_kept(families, pixels, weight))


@cache
def _kept(families: tuple[str, ...], pixels: int, weight: QFont.Weight) -> QFont:
    font = QFont(list(families))
    font.setPixelSize(pixels)
    font.setWeight(weight)
    return font
