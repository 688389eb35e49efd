"""The words of a tree of HTML or XHTML as they stand, nothing taken for side matter.

Elements are known by their local names (HTML Living Standard, 4 and 15.3). Notes: epub:type of
EPUB Structural Semantics Vocabulary 1.1, or the roles of DPUB-ARIA 1.1.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from factcheck.domain.imported import Annotation, AnnotationKind
from factcheck.domain.model import BlockKind
from factcheck.importers.elements import attribute, local
from factcheck.importers.flow import Flow

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element


_BLANKS = re.compile("[ \t\r\n\f]+")
_UNSEEN = re.compile(r"display:none|visibility:hidden|font-size:0(?![.\d]*[1-9])")
_MARK = re.compile(r"\W{0,2}(?:\d{1,4}|[ivxlc]{1,7}|[a-z]|[*†‡§]{1,3})\W{0,2}", re.IGNORECASE)
_SILENT = {"head", "script", "style", "template", "noscript", "nav", "title"}
_BLOCKS = {
    *("address", "article", "aside", "body", "center", "dd", "details", "div", "dl", "dt"),
    *("fieldset", "figure", "footer", "form", "header", "hgroup", "hr", "main", "menu", "ol"),
    *("p", "section", "summary", "table", "tbody", "tfoot", "thead", "ul", "pre"),
}
_KINDS = {
    **dict.fromkeys(("li", "dd"), BlockKind.LIST_ITEM),
    **dict.fromkeys(("figcaption", "caption"), BlockKind.CAPTION),
    "blockquote": BlockKind.QUOTE,
}
_COUNTED = {
    **dict.fromkeys(("img", "svg", "picture"), "picture"),
    **dict.fromkeys(("math", "object", "audio", "video", "iframe", "canvas"), "object"),
    **dict.fromkeys(("input", "select", "textarea", "button"), "form field"),
}
_NOTES = ("footnote", "endnote", "rearnote")
_HEADING = re.compile("h([1-6])")


@dataclass(slots=True)
class Markup:
    """Walks through trees. ``link`` makes an address whole, "" where it leads nowhere.

    ``note`` gives the words of the note that a reference leads to, "" where it leads to none.
    """

    flow: Flow
    link: Callable[[str], str] = str
    note: Callable[[str], str] = field(default=lambda _: "")
    _kind: tuple[BlockKind, int] = (BlockKind.PARAGRAPH, 0)
    _blank: bool = True
    _kept: bool = False  # within pre
    _in_row: bool = False
    _holds: bool = False
    _gap: str = ""
    _page: str = ""
    _begun_on: str = ""

    def walk(self, body: _Element) -> None:
        """Take all words of an element as blocks."""
        self._inside(body)
        self._break()

    def _inside(self, element: _Element) -> None:
        self._words(element.text or "")
        for inside in element:
            self._take(inside, local(inside))
            self._words(inside.tail or "")

    def _take(self, element: _Element, name: str) -> None:
        if not name or name in _SILENT or self._is_note(element):
            return
        if name in _COUNTED:
            self.flow.tally[_COUNTED[name]] += 1
        elif is_unseen(element):
            self.flow.tally["hidden"] += bool("".join(map(str, element.itertext())).strip())
        elif "pagebreak" in _types(element):
            self._page = attribute(element, "title") or attribute(element, "aria-label")
        elif name in _TAKEN:
            _TAKEN[name](self, element)
        elif name in _KINDS or name in _BLOCKS or _HEADING.fullmatch(name):
            self._block(element, name)
        else:
            self._inside(element)

    def _is_note(self, element: _Element) -> bool:
        """Say whether this is a note, or a list of notes: they hang where they are referred to."""
        return any(each.removesuffix("s") in _NOTES for each in _types(element))

    def _block(self, element: _Element, name: str) -> None:
        self._break()
        outer, kept = self._kind, self._kept
        heading = _HEADING.fullmatch(name)
        if heading:
            self._kind = BlockKind.HEADING, int(heading[1])
        elif name in _KINDS:
            self._kind = _KINDS[name], 0
        self._kept = kept or name == "pre"
        self._inside(element)
        self._break()
        self._kind, self._kept = outer, kept

    def _break(self) -> None:
        """End a block; in a cell of a table, part words."""
        if self._in_row:
            self._gap, self._blank = " " * self._holds, True
            return
        kind, level = self._kind
        self.flow.tally["list item"] += kind is BlockKind.LIST_ITEM and self._holds
        page = self._begun_on
        self.flow.end(kind, level, place=f"p. {page}" if page else "")
        self._blank, self._holds, self._begun_on = True, False, ""

    def _words(self, words: str) -> None:
        if not self._kept:
            words = _BLANKS.sub(" ", words)
            words = words[1:] if self._blank and words.startswith(" ") else words
        self._say(words)

    def _say(self, words: str) -> None:
        if words:
            self._begun_on = self._begun_on or self._page
            self.flow.say(self._gap + words)
            self._gap, self._blank, self._holds = "", words.endswith((" ", "\n")), True

    def _line_break(self, _: _Element) -> None:
        self._say(" " if self._in_row else "\n")
        self._blank = True

    def _quotation(self, element: _Element) -> None:
        self._say("“")
        self._inside(element)
        self._say("”")

    def _row(self, row: _Element) -> None:
        if self._in_row or _is_layout(row):
            self._block(row, "div")
            return
        self._break()
        self._in_row = True
        for number, cell in enumerate(each for each in row if local(each) in {"td", "th"}):
            if number:
                self.flow.say("\t")
            self._gap, self._blank, self._holds = "", True, False
            self._inside(cell)
        self._in_row, self._gap = False, ""
        self._break()

    def _link(self, element: _Element) -> None:
        href = attribute(element, "href")
        note = self.note(href) if self._refers(element) else ""
        if note:
            kind = AnnotationKind.FOOTNOTE
            self.flow.hang(Annotation(kind, 0, 0, text=note), self.flow.here, self.flow.here)
            return
        start = self.flow.here
        self._inside(element)
        self.flow.hang_link(self.link(href), start)

    def _refers(self, element: _Element) -> bool:
        """Say whether a link is the mark of a note: so it says, or it looks so."""
        if {"noteref", "doc-noteref"} & _types(element):
            return True
        raised = any(local(each) == "sup" for each in (element.getparent(), *element))
        return raised and is_mark(element)


def parse_html(text: str) -> tuple[_Element | None, bool]:
    """Return the body of a page, if it has one, and whether it is cut for its deep nesting."""
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(text.encode(), parser=parser)
    except etree.ParserError:
        return None, False
    cut = any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log)
    return root.find("body"), cut


def is_mark(element: _Element) -> bool:
    """Say whether the words of an element are what notes are numbered by."""
    return _MARK.fullmatch("".join(map(str, element.itertext())).strip()) is not None


def is_unseen(element: _Element) -> bool:
    """Say whether an element hides its words from the eye by itself."""
    style = "".join(attribute(element, "style").lower().split())
    return element.get("hidden") is not None or _UNSEEN.search(style) is not None


def note_words(element: _Element) -> str:
    """Return the words of a note without the mark that leads back, a line for each paragraph."""
    lines: list[str] = [""]
    _gather(element, lines)
    return "\n".join(filter(None, (" ".join(line.split()) for line in lines)))


def _gather(element: _Element, lines: list[str]) -> None:
    if local(element) in {*_BLOCKS, *_KINDS, "br"}:
        lines.append("")
    lines[-1] += element.text or ""
    for inside in element:
        name = local(inside)
        inner = "://" not in attribute(inside, "href")
        back = name == "a" and inner and is_mark(inside)
        if name and not back and "doc-backlink" not in _types(inside):
            _gather(inside, lines)
        lines[-1] += inside.tail or ""


def _types(element: _Element) -> set[str]:
    """Return what an element is by its own word, DPUB-ARIA's roles without their prefix too."""
    roles = attribute(element, "role").split()
    kinds = attribute(element, "type") or attribute(element, "epub:type")
    return {*kinds.split(), *roles, *(r.removeprefix("doc-") for r in roles)}


def _is_layout(row: _Element) -> bool:
    """Say whether a row only places boxes: it has one cell, or another table in one."""
    cells = [each for each in row if local(each) in {"td", "th"}]
    inner = (local(each) == "table" for cell in cells for each in cell.iter())
    return len(cells) < 2 or any(inner)  # noqa: PLR2004 a row of a table has several


_TAKEN: Mapping[str, Callable[[Markup, Any], None]] = {
    "a": Markup._link,
    "br": Markup._line_break,
    "q": Markup._quotation,
    "tr": Markup._row,
}
