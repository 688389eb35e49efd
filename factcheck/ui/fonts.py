"""The fonts that come with the program. Sizes are pixels, in whole numbers.

FreeType rounds a size to whole pixels anyway, and letters in pixels keep their measure with the
rest of the window on every screen; Qt scales both by the screen's ratio.
"""

from __future__ import annotations

from importlib.resources import files

from PySide6.QtGui import QFont, QFontDatabase

_SYMBOLS = "Factcheck Symbols"
# Each list ends with what draws the signs that the first lacks; other scripts come from the system.
SANS = ["Factcheck Sans", _SYMBOLS]
SERIF = ["Factcheck Serif", _SYMBOLS]
READING = ["Factcheck Reading", _SYMBOLS]
SANS_SIZE = 13
READING_SIZE = 18


def load() -> None:
    """Make the fonts known to the application; to be called once, before the first widget."""
    for font in files("factcheck.resources").joinpath("fonts").iterdir():
        if font.name.endswith((".otf", ".ttf")):
            QFontDatabase.addApplicationFontFromData(font.read_bytes())


def sans(pixels: int = SANS_SIZE, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return the face of everything around the article."""
    return _font(SANS, pixels, weight)


def serif(pixels: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return the face of headings and of quoted words."""
    return _font(SERIF, pixels, weight)


def reading(pixels: int = READING_SIZE) -> QFont:
    """Return the face of the article: the serif with a line height of 1.61 em."""
    return _font(READING, pixels, QFont.Weight.Normal)


def _font(families: list[str], pixels: int, weight: QFont.Weight) -> QFont:
    font = QFont(families)
    font.setPixelSize(pixels)
    font.setWeight(weight)
    return font
