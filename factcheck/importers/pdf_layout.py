"""From the lines of a PDF's pages to paragraphs, by how they look: a PDF holds no paragraphs.

The order of the file is kept, but where lines of two columns were written across. Nothing is
dropped here but what repeats at the edges of pages, which is handed back.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factcheck.domain.model import BlockKind
from factcheck.importers.pdf_columns import in_reading_order
from factcheck.importers.pdf_lines import Line, Link
from factcheck.importers.pdf_notes import NOTE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.importers.pdf_lines import Sheet

# Parts of a page's height, at its top and bottom, in which headers and footers stand; points by
# which the same one may be moved on another page; the part of pages that has it.
_EDGE, _MOVED, _OFTEN, _FEW_PAGES = 0.1, 5, 0.4, 4
_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(r"\W*(?:\w+\W+)?(?:\d+|[ivxlc]+)(?:\W+(?:\w{2,3}\W+)?\d+)?\W*", re.IGNORECASE)
_BULLET = re.compile(r"\s*(?:[•‣▪●○◦■□]\s*|[\ue000-\uf8ff]\s+)(?=\S)")
_ENDED = re.compile(r"[.!?…:。？！][\"'”’»)\]\d]*\s*$")
_COMPOUND = re.compile(r"\b(?=(\w+-\w+))")
# Against the size of letters: another size, a heading's, an indent, a large initial.
_OTHER_SIZE, _HEADING_SIZE, _INDENT, _INITIAL = 0.08, 1.15, 0.7, 1.5
_NOTE_SIZE = 0.93
# Against the usual distance of lines: that of paragraphs. Against the width: a short line.
_PARAGRAPH_GAP, _SHORT = 1.35, 0.85
# A sentence is a heading only in letters that are far larger.
_SENTENCE_ENDS, _LARGE = (".", ",", ";", "”", '"'), 1.5
_HEADING_LENGTH, _DEEPEST_HEADING = 200, 6
_NEAR, _NUMBER_LENGTH = 8, 40
# Points by which ends of lines are alike; against the size of letters, an indent at the most.
_ALIKE, _INDENTED = 3.0, 4


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words as one block, with the links in them; ``page`` (from 0) is the one it begins on.

    ``is_small``: in smaller letters than most words, as notes are.
    """

    kind: BlockKind
    level: int
    text: str
    page: int
    links: tuple[Link, ...]
    is_small: bool


def without_furniture(sheets: Sequence[Sheet]) -> tuple[list[list[Line]], list[str]]:
    """Return the lines of each page without headers, footers and page numbers, and those apart."""
    seen: Counter[tuple[str, int]] = Counter()
    for sheet in sheets:
        for line in sheet.lines:
            if _is_at_edge(line, sheet):
                seen.update(_keys(line))
    often = max(2 if len(sheets) < _FEW_PAGES else 3, _OFTEN * len(sheets))
    kept: list[list[Line]] = []
    left_out: list[str] = []
    for sheet in sheets:
        body, repeated, aside = list[Line](), list[Line](), list[str]()
        for line in sheet.lines:
            at_edge = _is_at_edge(line, sheet)
            number = at_edge and _is_page_number(line, sheet.label)
            if number or (at_edge and max(seen[key] for key in _keys(line)) >= often):
                aside.append(line.text.strip())
                repeated += [] if number else [line]
            else:
                body.append(line)
        # A page that would be left empty is one of few words, each of which counts.
        kept.append(body or repeated)
        left_out += aside if body or not repeated else []
    return kept, left_out


def paragraphs(pages: Iterable[Sequence[Line]]) -> Iterator[Paragraph]:
    """Yield the paragraphs of all pages in reading order; lines with cells become rows."""
    lines = [line for page in pages for line in _without_initials(in_reading_order(page))]
    if not lines:
        return
    look = _Look(lines)
    groups = list(_groups(lines, look))
    compounds = {each for line in lines for each in _compounds(line.text)}
    sizes = sorted({group[0].size for group in groups if look.is_heading(group)}, reverse=True)
    levels = {size: min(at, _DEEPEST_HEADING) for at, size in enumerate(sizes, 1)}
    for group in groups:
        level = levels[group[0].size] if look.is_heading(group) else 0
        yield _paragraph(group, level, compounds, is_small=look.is_small(group[0]))


def _is_at_edge(line: Line, sheet: Sheet) -> bool:
    return line.bottom < sheet.height * _EDGE or line.top > sheet.height * (1 - _EDGE)


def _keys(line: Line) -> list[tuple[str, int]]:
    """Name a line by its words without numbers, and by about where it stands."""
    words = _DIGITS.sub("#", line.text.strip().casefold())
    place = int(line.top // _MOVED)
    return [(words, place), (words, place + 1)]


def _is_page_number(line: Line, label: str) -> bool:
    words = line.text.strip()
    if len(words) > _NUMBER_LENGTH or not _NUMBER.fullmatch(words):
        return False
    return bool({label.casefold(), str(line.page + 1)} & {*re.findall(r"\w+", words.casefold())})


def _without_initials(lines: Sequence[Line]) -> Iterator[Line]:
    """Put large initials back to the words that they begin."""
    before: Line | None = None
    for line in lines:
        if before is not None and _is_initial(before, line):
            before = replace(line, text=before.text.strip() + line.text, links=())
            continue
        if before is not None:
            yield before
        before = line
    if before is not None:
        yield before


def _is_initial(before: Line, line: Line) -> bool:
    letter = before.text.strip()
    large = before.size > _INITIAL * line.size
    return large and len(letter) == 1 and letter.isalpha() and line.text[:1].isalpha()


class _Look:
    """How the lines of a document usually look."""

    def __init__(self, lines: Sequence[Line]) -> None:
        letters: Counter[float] = Counter()
        pitches: dict[float, list[float]] = {}
        before: Line | None = None
        for line in lines:
            letters[line.size] += len(line.text)
            if before and before.page == line.page and before.size == line.size:
                pitch = line.top - before.top
                if line.size / 2 < pitch < 3 * line.size:
                    pitches.setdefault(line.size, []).append(pitch)
            before = line
        self._edges = {
            id(line): edge for run in _runs(lines) for edge in [_edge_of(run)] for line in run
        }
        self._body = letters.most_common(1)[0][0]
        # Lines of a paragraph are nearer to each other than paragraphs are: so not the middle.
        self._pitches = {size: sorted(each)[len(each) // 4] for size, each in pitches.items()}

    def is_heading(self, group: Sequence[Line]) -> bool:
        """Say whether words are a heading: larger than most, and few."""
        sentence = group[-1].text.rstrip().endswith(_SENTENCE_ENDS)
        if group[0].size < self._body * (_LARGE if sentence else _HEADING_SIZE):
            return False
        return sum(len(line.text) for line in group) <= _HEADING_LENGTH and not group[0].cells

    def is_small(self, line: Line) -> bool:
        """Say whether a line is in smaller letters than most."""
        return line.size <= self._body * _NOTE_SIZE

    def begins(self, before: Line, line: Line) -> bool:
        """Say whether a line begins a paragraph, behind another line."""
        if self.is_small(line) and NOTE.match(line.text):
            return True
        if before.cells or line.cells or _BULLET.match(line.text) or _differs(before, line):
            return True
        if before.broken:
            return False
        if line.page != before.page or line.top < before.top:
            return self._begins_elsewhere(before, line)
        far = line.top - before.top > _PARAGRAPH_GAP * self._pitches.get(line.size, line.size * 1.3)
        return far or self._is_indented(before, line) or self._is_behind_short(before, line)

    def _begins_elsewhere(self, before: Line, line: Line) -> bool:
        """Say so of the first line of a column or page, by words alone."""
        ended, short = _ENDED.search(before.text) is not None, self._is_short(before)
        small = line.text.lstrip()[:1].islower()
        return (ended and short) or (not small and (ended or short))

    def _is_indented(self, before: Line, line: Line) -> bool:
        step = line.left - before.left
        return _INDENT * line.size < step < _INDENTED * line.size and not _BULLET.match(before.text)

    def _is_behind_short(self, before: Line, line: Line) -> bool:
        if not self._is_short(before) or line.text.lstrip()[:1].islower():
            return False
        return _ENDED.search(before.text) is not None

    def _is_short(self, line: Line) -> bool:
        return line.right - line.left < _SHORT * (self._edges[id(line)] - line.left)


def _runs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Part lines where a column, or another size of letters, begins."""
    run: list[Line] = []
    for line in lines:
        below = run and run[-1].page == line.page and run[-1].top <= line.top
        beside = run and abs(line.left - run[0].left) < _INDENTED * line.size
        if not (below and beside and run[-1].size == line.size):
            yield run
            run = []
        run.append(line)
    yield run


def _edge_of(run: Sequence[Line]) -> float:
    """Return where lines end: where most do that are set to both edges, or else the longest."""
    rights = Counter(round(line.right / _ALIKE) * _ALIKE for line in run)
    right, count = rights.most_common(1)[0] if run else (0, 0)
    return right if count > 1 else max((line.right for line in run), default=0)


def _differs(before: Line, line: Line) -> bool:
    return abs(line.size - before.size) > _OTHER_SIZE * max(line.size, before.size)


def _groups(lines: Sequence[Line], look: _Look) -> Iterator[list[Line]]:
    groups: list[list[Line]] = []
    for line in lines:
        behind = _group_before(groups, line)
        if behind is not None and not look.begins(behind[-1], line):
            behind.append(line)
        else:
            groups.append([line])
    yield from groups


def _group_before(groups: Sequence[list[Line]], line: Line) -> list[Line] | None:
    """Return what a line may go on with: at the top of a column not the notes below the text."""
    if not groups:
        return None
    last = groups[-1]
    if last[-1].page == line.page and last[-1].top <= line.top:
        return last
    alike = (group for group in reversed(groups[-_NEAR:]) if not _differs(group[-1], line))
    return next(alike, last)


def _paragraph(
    group: Sequence[Line], level: int, compounds: set[str], *, is_small: bool
) -> Paragraph:
    first = group[0]
    if first.cells:
        group = [replace(cell, text=cell.text.strip()) for cell in first.cells]
    bullet = None if first.cells else _BULLET.match(first.text)
    text, links = _joined(group, "\t" if first.cells else " ", compounds)
    cut = bullet.end() if bullet else 0
    kind = BlockKind.HEADING if level else BlockKind.LIST_ITEM if bullet else BlockKind.PARAGRAPH
    moved = (replace(link, start=max(0, link.start - cut), end=link.end - cut) for link in links)
    kept = tuple(link for link in moved if link.end > link.start)
    return Paragraph(kind, level, text[cut:], first.page, kept, is_small)


def _joined(lines: Sequence[Line], between: str, compounds: set[str]) -> tuple[str, list[Link]]:
    """Join lines to a text; what a line break parted is one word, and one link, again."""
    text, links = "", list[Link]()
    for number, line in enumerate(lines):
        if number and lines[number - 1].broken:
            text += _hyphen(text, line.text, compounds)
        elif number:
            text = text.rstrip() + between
        lead = len(line.text) - len(line.text.lstrip()) if number else 0
        at = len(text) - lead
        text += line.text[lead:]
        for link in line.links:
            moved = Link(max(0, at + link.start), at + link.end, link.url)
            if (
                link.url
                and links
                and links[-1].url == link.url
                and moved.start - links[-1].end <= 1
            ):
                moved = Link(links.pop().start, moved.end, link.url)
            links.append(moved)
    return text, links


def _compounds(text: str) -> list[str]:
    """Return the words with a hyphen; of "well-to-do" both pairs."""
    return _COMPOUND.findall(text) if "-" in text else []


def _hyphen(before: str, behind: str, compounds: set[str]) -> str:
    """Return the hyphen of a word broken at the end of a line, if it is the word's own.

    It is so beside a digit or a capital ("2019-20", "COVID-19"), and where the word stands with
    it elsewhere.
    """
    if not (before[-1:].islower() and behind[:1].islower()):
        return "-"
    start, end = re.search(r"\w*$", before), re.match(r"\w*", behind)
    whole = f"{start[0] if start else ''}-{end[0] if end else ''}"
    return "-" if whole in compounds else ""
