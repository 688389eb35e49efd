"""The lines of a PDF's pages with their places, sizes and links, as PDFium finds them.

As in ``pdf_pages``: for the worker process only, in points from the top left corner of a page.
"""

from __future__ import annotations

import ctypes
import re
from contextlib import ExitStack, closing
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from factcheck.errors import FactcheckError
from factcheck.importers.pdf_letters import Letters
from factcheck.importers.pdf_pages import (
    MOST_CHARACTERS,
    MOST_PAGES,
    Box,
    Placer,
    hundredths,
    opened,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

# PDFium ends lines with CR LF; where it saw a hyphen there, with a noncharacter alone.
_LINE = re.compile("([^\r\n\ufffe]*)(\r?\n|\ufffe|$)")
_HYPHEN = "\ufffe"
_MOST_LINKS = 1000
_LONGEST_ADDRESS = 4096
# Widths of a letter: words further apart than that stand in columns, or in cells of a table.
_GAP = 1.5
_SAME_LINE = 0.5
# Against the height of letters: a large initial.
_INITIAL = 1.5
# Against the size of letters: a mark's own size, and how far it is raised; its code points.
_SMALL, _RAISED_BY, _LONGEST_MARK = 0.8, 0.2, 4
_MARK_END = re.compile(r"[\divx*†‡§](?!\w)")
# Against the size of a raised letter: that of others at the most.
_RAISED = 2.2
_BLANKS = re.compile(r"\s+")
# From the last letter of a word to the first one of the next.
_BETWEEN = re.compile(r"\S\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Link:
    """An address behind ``text[start:end]`` of a line; without one, the raised mark of a note."""

    start: int
    end: int
    url: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """Words beside each other on a page (from 0), and the size of their letters in points.

    ``broken``: a hyphen at the end, which is not in the text, parts a word. ``cells``: words far
    apart on the same line, from left to right, where there are any.
    """

    text: str
    page: int
    left: float
    top: float
    right: float
    bottom: float
    size: float
    broken: bool = False
    links: tuple[Link, ...] = ()
    cells: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its printed label, its height in points, its lines; ``cut`` where it has too many."""

    label: str
    height: float
    lines: tuple[Line, ...]
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """All pages, and what the file says of itself by PDF's names ("Title", "CreationDate")."""

    sheets: tuple[Sheet, ...]
    said: dict[str, str]


def read_lines(content: bytes) -> Document:
    """Read all pages. Raises FactcheckError where the file is locked, damaged or endless."""
    with opened(content) as document:
        if len(document) > MOST_PAGES:
            raise FactcheckError(
                f"The PDF has {len(document):,} pages, too many to be read.",
                "Save the pages of the article as a file of their own.",
            )
        return Document(tuple(_sheets(document)), document.get_metadata_dict(skip_empty=True))


def _sheets(document: Any) -> Iterator[Sheet]:  # noqa: ANN401 pypdfium2 has no types
    """Yield the pages, of which each is held until the next one is read.

    So that has memory at hand, which a page alone would give back to the system and take anew:
    a fifth of the time.
    """
    with ExitStack() as before:
        for index in range(len(document)):
            here = ExitStack()
            yield _sheet(document, index, here)
            before.close()
            before.push(here)


def _sheet(document: Any, index: int, held: ExitStack) -> Sheet:  # noqa: ANN401
    import pypdfium2

    label = document.get_page_label(index).strip() or str(index + 1)
    try:
        page = held.enter_context(closing(document[index]))
        text = held.enter_context(closing(page.get_textpage()))
        place = Placer(page)
        links = list(_links(document, page, place))
        lines = tuple(_Finder(Letters(text, place), index, links).lines())
        return Sheet(label, page.get_height(), lines, text.count_chars() > MOST_CHARACTERS)
    except pypdfium2.PdfiumError:
        return Sheet(label, 0, ())


class _Finder:
    """Finds the lines of one page."""

    def __init__(self, letters: Letters, page: int, links: list[tuple[Box, str]]) -> None:
        self._letters, self._page, self._links = letters, page, links
        self._words = letters.words

    def lines(self) -> Iterator[Line]:
        """Yield the lines in the order in which the file has them."""
        kept: Line | None = None
        for found in _LINE.finditer(self._words):
            start, end = found.span(1)
            if not found[1].strip():
                continue
            line = self._line(start, end, broken=found[2] == _HYPHEN)
            if kept is not None and _is_same_line(kept, line):
                kept = _together(kept, line)
                continue
            if kept is not None:
                yield kept
            kept = line
        if kept is not None:
            yield kept

    def _line(self, start: int, end: int, *, broken: bool) -> Line:
        line = self._cell(start, end, broken=broken)
        if self._letters.is_one_run(start, end):
            return line
        borders = [start]
        box, wide = self._letters.box, _GAP * line.size
        for found in _BETWEEN.finditer(self._words, start, end):
            last, following = found.span()
            if box(following)[0] - box(last)[2] > wide:
                borders += [last + 1, following]
        if len(borders) == 1:
            return line
        borders.append(end)
        spans = zip(borders[::2], borders[1::2], strict=True)
        return replace(line, cells=tuple(self._cell(*span, broken=False) for span in spans))

    def _cell(self, start: int, end: int, *, broken: bool) -> Line:
        words = self._words[start:end]
        first = end - len(words.lstrip())
        last = start + len(words.rstrip()) - 1
        # The first letter may be a large initial, the last one the small number of a note.
        middle = (first + last) // 2
        if self._words[middle].isspace():
            middle += _blanks(self._words, middle)
        box = self._letters.box
        one, other, usual = box(first), box(last), box(middle)
        if one[3] - one[1] > _INITIAL * (usual[3] - usual[1]) and first < last:
            one = box(first + 1)
        around = min(one[0], other[0]), usual[1], max(one[2], other[2]), usual[3]
        left, top, right, bottom = hundredths(around)
        size = self._letters.size(middle, bottom - top)
        line = Line(_sound(words), self._page, left, top, right, bottom, size, broken)
        links = [*self._marks(line, start, middle), *self._addresses(line, start)]
        return replace(line, links=tuple(sorted(links, key=_start))) if links else line

    def _marks(self, line: Line, start: int, middle: int) -> list[Link]:
        """Find small raised numbers and signs at the end of words."""
        marks: list[Link] = []
        ends = [found.start() for found in _MARK_END.finditer(line.text)]
        raised = self._letters.foot(middle) - _RAISED_BY * line.size if ends else 0
        for end in ends:
            at = end
            while at > max(0, end - _LONGEST_MARK) and self._is_above(raised, start + at):
                at -= 1
            if at < end:
                marks.append(Link(at + 1, end + 1, ""))
        return marks

    def _is_above(self, height: float, at: int) -> bool:
        """Say whether a letter ends above a height, from the top: drawn so, or made so."""
        return not self._words[at].isspace() and self._letters.glyph(at)[3] < height

    def _addresses(self, line: Line, start: int) -> list[Link]:
        """Find the words behind which there is an address."""
        near = [(box, url) for box, url in self._links if _is_beside(box, line)]
        if not near:
            return []
        centres = [self._centre(start + at) for at in range(len(line.text))]
        return [link for box, url in near if (link := _behind(box, url, centres))]

    def _centre(self, at: int) -> float:
        box = self._letters.box(at)
        return (box[0] + box[2]) / 2


def _start(link: Link) -> int:
    return link.start


def _behind(box: Box, url: str, centres: list[float]) -> Link | None:
    inside = [at for at, centre in enumerate(centres) if box[0] <= centre <= box[2]]
    return Link(inside[0], inside[-1] + 1, url) if inside else None


def _is_beside(box: Box, line: Line) -> bool:
    middle = (line.top + line.bottom) / 2
    return box[1] <= middle <= box[3] and box[0] < line.right and box[2] > line.left


def _is_same_line(kept: Line, line: Line) -> bool:
    """Say whether a line goes on with a small raised letter, or behind one."""
    small, large = sorted((kept.size, line.size))
    if abs(line.left - kept.right) >= _SAME_LINE * large or large >= _RAISED * small:
        return False
    overlap = min(kept.bottom, line.bottom) - max(kept.top, line.top)
    low = min(kept.bottom - kept.top, line.bottom - line.top)
    return not kept.broken and not kept.cells and not line.cells and overlap > low / 2


def _together(kept: Line, line: Line) -> Line:
    behind = len(kept.text)
    moved = [Link(each.start + behind, each.end + behind, each.url) for each in line.links]
    if line.size < _SMALL * kept.size and len(line.text.strip()) <= _LONGEST_MARK:
        moved = [Link(behind, behind + len(line.text), "")]
    return Line(
        text=kept.text + line.text,
        page=kept.page,
        left=kept.left,
        top=min(kept.top, line.top),
        right=line.right,
        bottom=max(kept.bottom, line.bottom),
        size=max(kept.size, line.size),
        broken=line.broken,
        links=(*kept.links, *moved),
    )


def _blanks(words: str, at: int) -> int:
    """Count the blanks from a place on."""
    found = _BLANKS.match(words, at)
    return found.end() - at if found else 0


def _sound(words: str) -> str:
    """Put halves of pairs that a page has on their own out of the way."""
    return words.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _links(document: Any, page: Any, place: Placer) -> Iterator[tuple[Box, str]]:  # noqa: ANN401
    """Yield the places of a page that lead to the web, with their addresses."""
    from pypdfium2 import raw

    at, rect, link = ctypes.c_int(0), raw.FS_RECTF(), raw.FPDF_LINK()
    for _ in range(_MOST_LINKS):
        if not raw.FPDFLink_Enumerate(page, at, link):
            return
        action = raw.FPDFLink_GetAction(link)
        if action and raw.FPDFAction_GetType(action) == raw.PDFACTION_URI:
            url = _address(document, action)
            if url and raw.FPDFLink_GetAnnotRect(link, rect):
                yield place.shown((rect.left, rect.top, rect.right, rect.bottom)), url


def _address(document: Any, action: Any) -> str:  # noqa: ANN401
    from pypdfium2 import raw

    kept = ctypes.create_string_buffer(_LONGEST_ADDRESS)
    size = raw.FPDFAction_GetURIPath(document, action, kept, _LONGEST_ADDRESS)
    return kept.value.decode("utf-8", "replace") if size <= _LONGEST_ADDRESS else ""
