"""The pages of a PDF as pictures and as words with their places, by PDFium.

A PDF of 1 KB can make PDFium take gigabytes or crash: these run in the worker process only.
All places are in points (1/72 inch) from the top left corner of the page as it is shown, turned
and cropped as the file asks.
"""

from __future__ import annotations

import ctypes
from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

# The most that is read of one file: pages, characters of a page, pixels of a page's picture.
MOST_PAGES = 10_000
MOST_CHARACTERS = 100_000
MOST_PIXELS = 16_000_000

Box = tuple[float, float, float, float]

_FINE = 100  # PDFium gives places as whole numbers: they are asked for in hundredths of a point
_UNIT = 1000
_SHEET = (595.0, 842.0)  # A4
_HIGH = frozenset(map(chr, range(0xD800, 0xDC00)))
_LOW = frozenset(map(chr, range(0xDC00, 0xE000)))
_HALVES = _HIGH | _LOW
_LINE_END_HYPHEN = "\x02"  # PDFium's sign for a hyphen behind which the next line begins
_SAVE = "Save a copy and open it with another program."
# Of fpdfview.h: FPDF_ERR_FILE, which opening bytes never sets, and FPDF_ERR_PASSWORD.
_NOTHING_WRONG, _LOCKED = 2, 4


@dataclass(frozen=True, slots=True)
class PageSize:
    """One page: the label printed on it, or else its number; width and height in points."""

    label: str
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page in pixels: rows of ``stride`` bytes, each pixel blue, green, red and one unused."""

    width: int
    height: int
    stride: int
    pixels: bytes


@dataclass(frozen=True, slots=True)
class PageWords:
    """The text of a page and a box (left, top, right, bottom) for each of its code points.

    Words that were broken at the end of a line are whole; other lines end in a newline.
    """

    text: str
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """What is shown of a page; ``index`` counts from 0."""

    index: int
    picture: PagePicture
    words: PageWords


def page_sizes(content: bytes) -> tuple[PageSize, ...]:
    """Return label and size of each page; a damaged page is as large as a sheet.

    Raises FactcheckError where the file is locked by a password, is damaged or has no pages.
    """
    with opened(content) as document:
        count = len(document)
        if count > MOST_PAGES:
            raise FactcheckError(f"The PDF has {count:,} pages, too many to be shown here.", _SAVE)
        return tuple(_size(document, index) for index in range(count))


def pages(content: bytes, wanted: Iterable[tuple[int, float]]) -> tuple[Page, ...]:
    """Return pages by index (from 0), each drawn at its scale in pixels a point."""
    with opened(content) as document:
        return tuple(_page(document, index, scale) for index, scale in wanted)


def texts(content: bytes, first: int, count: int) -> tuple[str, ...]:
    """Return the text of ``count`` pages from ``first`` on; fewer where the file ends.

    A damaged page has none.
    """
    with opened(content) as document:
        last = min(first + count, len(document))
        return tuple(_text_of(document, index) for index in range(first, last))


@contextmanager
def opened(content: bytes) -> Iterator[Any]:
    """Open a PDF for a while. Raises FactcheckError where PDFium can't."""
    import pypdfium2

    # A file without pages is refused with the error of the last file that could not be opened:
    # this one has no name, so its error is known.
    pypdfium2.raw.FPDF_LoadDocument(b"", None)
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        raise _unreadable(error.err_code) from error
    with closing(document):
        try:
            yield document
        except pypdfium2.PdfiumError as error:
            raise _unreadable(None) from error


def _unreadable(code: int | None) -> FactcheckError:
    if code == _LOCKED:
        return FactcheckError(
            "The PDF is locked by a password.", "Save a copy and open it with the password."
        )
    if code == _NOTHING_WRONG:
        return FactcheckError("The PDF has no pages.", _SAVE)
    return FactcheckError("The PDF is damaged and can’t be shown here.", _SAVE)


def _size(document: Any, index: int) -> PageSize:  # noqa: ANN401 pypdfium2 has no types
    import pypdfium2

    label = document.get_page_label(index).strip() or str(index + 1)
    try:
        return PageSize(label, *document.get_page_size(index))
    except pypdfium2.PdfiumError:
        return PageSize(label, *_SHEET)


def _page(document: Any, index: int, scale: float) -> Page:  # noqa: ANN401
    with closing(document[index]) as page:
        return Page(index, _picture(page, scale), _words(page))


def _picture(page: Any, scale: float) -> PagePicture:  # noqa: ANN401
    width, height = page.get_size()
    most = (MOST_PIXELS / max(1.0, width * height)) ** 0.5
    with closing(page.render(scale=min(scale, most), prefer_bgrx=True)) as drawn:
        return PagePicture(drawn.width, drawn.height, drawn.stride, bytes(drawn.buffer))


def _text_of(document: Any, index: int) -> str:  # noqa: ANN401
    import pypdfium2

    try:
        with closing(document[index]) as page, closing(page.get_textpage()) as text:
            return "".join(letter for letter, _unit in _letters(text))
    except pypdfium2.PdfiumError:
        return ""


def _words(page: Any) -> PageWords:  # noqa: ANN401
    with closing(page.get_textpage()) as text:
        letters = _letters(text)
        box_of = box_reader(text, Placer(page))
        boxes = tuple(hundredths(box_of(unit)) for _letter, unit in letters)
    return PageWords("".join(letter for letter, _unit in letters), boxes)


def _letters(text: Any) -> list[tuple[str, int]]:  # noqa: ANN401
    """Return the page's code points, each with the number of PDFium's unit that has its box."""
    letters: list[tuple[str, int]] = []
    for number, unit in enumerate(_units(text)):
        letter = "" if unit == "\r" else unit
        before = letters[-1][0] if letters else ""
        if unit in _LOW and before in _HIGH:
            letter = _joined(letters.pop()[0], unit)
        elif unit == "\n" and before == " ":
            letters.pop()
        if letter:
            letters.append((letter, number))
    return [_mended(letters, at) for at in range(len(letters)) if not _is_hyphenation(letters, at)]


def _units(text: Any) -> Iterator[str]:  # noqa: ANN401
    from pypdfium2 import raw

    page = text.raw
    for number in range(min(text.count_chars(), MOST_CHARACTERS)):
        yield chr(raw.FPDFText_GetUnicode(page, number))


def _joined(high: str, low: str) -> str:
    return (high + low).encode("utf-16", "surrogatepass").decode("utf-16")


def _is_hyphenation(letters: list[tuple[str, int]], at: int) -> bool:
    """Say whether this is the hyphen of a word that was broken at the end of a line.

    One beside a digit or a capital letter ("2019-20", "COVID-19") belongs to the word.
    """
    around = letters[max(0, at - 1)][0] + letters[min(at + 1, len(letters) - 1)][0]
    return letters[at][0] == _LINE_END_HYPHEN and around.islower()


def _mended(letters: list[tuple[str, int]], at: int) -> tuple[str, int]:
    letter, unit = letters[at]
    if letter == _LINE_END_HYPHEN:
        return "-", unit
    return ("\ufffd" if letter == "\0" or letter in _HALVES else letter), unit


def box_reader(text: Any, place: Placer) -> Callable[[int], Box]:  # noqa: ANN401
    """Return a function that asks for the box of one of PDFium's units, as the page is shown.

    It is for as long as the text is open.
    """
    from pypdfium2 import raw

    # A name of its own for all that is asked of each letter: there are many.
    ask, page, rect, shown = raw.FPDFText_GetLooseCharBox, text.raw, raw.FS_RECTF(), place.shown

    def box_of(unit: int) -> Box:
        ask(page, unit, rect)
        return shown((rect.left, rect.top, rect.right, rect.bottom))

    return box_of


def hundredths(box: Box) -> Box:
    """Return a box in hundredths of a point: PDFium's places are not more exact."""
    left, top, right, bottom = box
    return round(left, 2), round(top, 2), round(right, 2), round(bottom, 2)


class Placer:
    """Takes boxes from the page's own space to the page as it is shown."""

    def __init__(self, page: Any) -> None:  # noqa: ANN401
        self._page = page
        self._size = tuple(round(side * _FINE) for side in page.get_size())
        origin = self._asked(0, 0)
        right, up = (_step(origin, self._asked(*point)) for point in ((_UNIT, 0), (0, _UNIT)))
        self._matrix = (*origin, *right, *up)

    def shown(self, box: Box) -> Box:
        """Return the box (left, top, right, bottom) on the page as it is shown."""
        left, top, right, bottom = box
        x, y, right_x, right_y, up_x, up_y = self._matrix
        x1, x2 = x + left * right_x + top * up_x, x + right * right_x + bottom * up_x
        y1, y2 = y + left * right_y + top * up_y, y + right * right_y + bottom * up_y
        # Not min() and max(), which take twice as long as all the rest.
        if x1 > x2:
            x1, x2 = x2, x1
        if y1 > y2:
            y1, y2 = y2, y1
        return x1, y1, x2, y2

    def _asked(self, x: float, y: float) -> tuple[float, float]:
        from pypdfium2 import raw

        shown_x, shown_y = ctypes.c_int(), ctypes.c_int()
        raw.FPDF_PageToDevice(self._page, 0, 0, *self._size, 0, x, y, shown_x, shown_y)
        return shown_x.value / _FINE, shown_y.value / _FINE


def _step(origin: tuple[float, float], shown: tuple[float, float]) -> tuple[float, float]:
    return (shown[0] - origin[0]) / _UNIT, (shown[1] - origin[1]) / _UNIT
