"""The fonts that come with the program. Sizes are pixels, in whole numbers.

FreeType rounds a size to whole pixels anyway, and letters in pixels keep their measure with the
rest of the window on every screen; Qt scales both by the screen's ratio.
"""

from __future__ import annotations

from functools import cache
from string import ascii_letters, digits, punctuation
from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QFontDatabase, QPainter, QPixmap

from factcheck.resources import FOLDER

if TYPE_CHECKING:
    from collections.abc import Iterator

_SYMBOLS = "Factcheck Symbols"
# Each list ends with what draws the signs that the first lacks; other scripts come from the system.
SANS = ("Factcheck Sans", _SYMBOLS)
SERIF = ("Factcheck Serif", _SYMBOLS)
READING = ("Factcheck Reading", _SYMBOLS)
SANS_SIZE = 13
READING_SIZE = 18
_BOLD = QFont.Weight.DemiBold
_USUAL_LETTERS = ascii_letters + digits + punctuation + "“”‘’–—…·✓✎✗"


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


def draw_letters(ratio: float) -> Iterator[None]:
    """Draw the usual letters in the faces of lists, a face at each step, for a screen's ratio.

    Qt makes the picture of a letter when it is drawn first: a page of a list has hundreds.
    """
    for font in (serif(14), serif(16), sans(11), sans(12, _BOLD), sans(), sans(weight=_BOLD)):
        canvas = QPixmap(8, 8)
        canvas.setDevicePixelRatio(ratio)
        painter = QPainter(canvas)
        painter.setFont(font)
        painter.drawText(0, 8, _USUAL_LETTERS)
        painter.end()
        yield


def _font(families: tuple[str, ...], pixels: int, weight: QFont.Weight) -> QFont:
    """Return a copy, to be changed at will: it costs less than a font made anew."""
    return QFont(_kept(families, pixels, weight))


@cache
def _kept(families: tuple[str, ...], pixels: int, weight: QFont.Weight) -> QFont:
    font = QFont(list(families))
    font.setPixelSize(pixels)
    font.setWeight(weight)
    return font
