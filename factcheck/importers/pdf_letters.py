"""The letters of a PDF's page: what PDFium says of each, by its place in the page's text.

As in ``pdf_pages``: for the worker process only, in points from the top left corner of a page.
"""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, Any

from factcheck.domain.offsets import OffsetMap
from factcheck.importers.pdf_pages import MOST_CHARACTERS, Placer, box_reader

if TYPE_CHECKING:
    from factcheck.importers.pdf_pages import Box


class Letters:
    """The text of a page (``words``), and questions about its code points by their offset."""

    def __init__(self, page: Any, text: Any) -> None:  # noqa: ANN401 pypdfium2 has no types
        from pypdfium2 import raw

        self._raw, self._text = raw, text
        self._box, self._place = box_reader(text), Placer(page)
        count = min(text.count_chars(), MOST_CHARACTERS)
        self.words: str = text.get_text_range(0, count, errors="surrogatepass") if count else ""
        self._units = OffsetMap(self.words)
        # PDFium may count characters that have no text; hardly any page has such.
        self._is_plain = count == self._units.to_units(len(self.words))

    def box(self, at: int) -> Box:
        """Return the box of a letter on the page as it is shown; alike for all of a font."""
        return self._place(self._box(self._unit(at)))

    def glyph(self, at: int) -> Box:
        """Return the box of what is drawn for a letter."""
        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        self._raw.FPDFText_GetCharBox(self._text, self._unit(at), left, right, bottom, top)
        return self._place((left.value, top.value, right.value, bottom.value))

    def foot(self, at: int) -> float:
        """Return where a letter stands, from the top of the page as it is shown."""
        x, y = ctypes.c_double(), ctypes.c_double()
        self._raw.FPDFText_GetCharOrigin(self._text, self._unit(at), x, y)
        return self._place((x.value, y.value, x.value, y.value))[1]

    def size(self, at: int, box: Box) -> float:
        """Return the size of a letter: as the file says, unless it scales all that it draws."""
        size = float(self._raw.FPDFText_GetFontSize(self._text, self._unit(at)))
        height = box[3] - box[1]
        return round(size if height / 2 < size < height * 2 else height, 1)

    def runs(self, start: int, end: int) -> int:
        """Return in how many goes words were written."""
        first, last = self._unit(start), self._unit(end - 1)
        return int(self._raw.FPDFText_CountRects(self._text, first, last + 1 - first))

    def _unit(self, at: int) -> int:
        unit = self._units.to_units(at)
        if self._is_plain:
            return unit
        return max(0, int(self._raw.FPDFText_GetCharIndexFromTextIndex(self._text, unit)))
