"""The letters of a PDF's page: what PDFium says of each, by its place in the page's text.

As in ``pdf_pages``: for the worker process only, in points from the top left corner of a page.
"""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, Any

from factcheck.domain.offsets import OffsetMap
from factcheck.importers.pdf_pages import MOST_CHARACTERS, box_reader

if TYPE_CHECKING:
    from factcheck.importers.pdf_pages import Box, Placer


class Letters:
    """The text of a page (``words``), and questions about its code points by their offset.

    They are answered for as long as the text is open.
    """

    def __init__(self, text: Any, place: Placer) -> None:  # noqa: ANN401 pypdfium2 has no types
        from pypdfium2 import raw

        self._raw, self._page = raw, text.raw
        self._box, self._place = box_reader(text, place), place.shown
        # Where PDFium writes its answers, once for all letters.
        self._answer = tuple(ctypes.c_double() for _ in range(4))
        count = min(text.count_chars(), MOST_CHARACTERS)
        self.words: str = text.get_text_range(0, count, errors="surrogatepass") if count else ""
        self._units = OffsetMap(self.words)
        in_text = self._units.to_units(len(self.words))
        # PDFium may count characters that have no text; hardly any page has such.
        self._is_plain = count == in_text
        self._is_counted_alike = self._is_plain and in_text == len(self.words)

    def box(self, at: int) -> Box:
        """Return the box of a letter on the page as it is shown; alike for all of a font."""
        return self._box(at if self._is_counted_alike else self._unit(at))

    def glyph(self, at: int) -> Box:
        """Return the box of what is drawn for a letter."""
        left, right, bottom, top = self._answer
        self._raw.FPDFText_GetCharBox(self._page, self._unit(at), left, right, bottom, top)
        return self._place((left.value, top.value, right.value, bottom.value))

    def foot(self, at: int) -> float:
        """Return where a letter stands, from the top of the page as it is shown."""
        x, y, *_ = self._answer
        self._raw.FPDFText_GetCharOrigin(self._page, self._unit(at), x, y)
        return self._place((x.value, y.value, x.value, y.value))[1]

    def size(self, at: int, height: float) -> float:
        """Return the size of a letter: as the file says, unless it scales all that it draws."""
        size: float = self._raw.FPDFText_GetFontSize(self._page, self._unit(at))
        return round(size if height / 2 < size < height * 2 else height, 1)

    def is_one_run(self, start: int, end: int) -> bool:
        """Say whether words were written in one go."""
        first, last = self._unit(start), self._unit(end - 1)
        runs: int = self._raw.FPDFText_CountRects(self._page, first, last + 1 - first)
        return runs <= 1

    def _unit(self, at: int) -> int:
        if self._is_counted_alike:
            return at
        unit = self._units.to_units(at)
        if self._is_plain:
            return unit
        return max(0, int(self._raw.FPDFText_GetCharIndexFromTextIndex(self._page, unit)))
