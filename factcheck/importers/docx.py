"""Word files (DOCX): words, headings, lists, tables, and what the writer hung on the words.

ECMA-376 part 1, 17. Tracked changes are read both ways.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from factcheck.domain.imported import Annotation, AnnotationKind
from factcheck.domain.model import BlockKind
from factcheck.importers.docx_math import on_one_line
from factcheck.importers.docx_parts import (
    Parts,
    note_words,
    outline_of,
    read_parts,
    switched_on,
)
from factcheck.importers.elements import attribute, child, local
from factcheck.importers.flow import Flow, Place
from factcheck.importers.packages import Package
from factcheck.importers.pieces import File
from factcheck.importers.word_names import is_form_field, link_of, setting

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

    from factcheck.domain.imported import ImportedArticle

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_INSERTED, _DELETED = {"ins", "moveTo", "cellIns"}, {"del", "moveFrom", "cellDel"}
_SILENT = {"pPr", "rPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr", "sdtPr", "sdtEndPr"}
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
_COUNTED = {
    **dict.fromkeys(("blip", "imagedata"), "picture"),
    **dict.fromkeys(("OLEObject", "chart", "relIds"), "object"),
    **dict.fromkeys(("altChunk", "subDoc"), "inner file"),
}
_NO_LIST = "0"
_TINY = 4  # half-points


def read_docx(source: bytes, name: str) -> ImportedArticle:
    """Read a Word file. Raises FactcheckError if it is damaged, locked or has no words."""
    parts = read_parts(Package(source, name))
    file = File(source, name, MEDIA_TYPE)
    accepted = _Reader(parts).article(file)
    names = {local(each) for each in parts.body.iter()}
    if names.isdisjoint(_INSERTED | _DELETED):
        return accepted
    return replace(accepted, original=_Reader(parts, original=True).article(file))


@dataclass(slots=True)
class _Field:
    """A field of Word: what it shall do, where it and its result begin."""

    instruction: str = ""
    start: Place | None = None
    begun: Place = (0, 0)


@dataclass(slots=True)
class _Reader:
    parts: Parts
    original: bool = False
    flow: Flow = field(default_factory=Flow)
    _fields: list[_Field] = field(default_factory=list)
    _opened: dict[str, Place] = field(default_factory=dict)
    _ranges: dict[str, tuple[Place, Place]] = field(default_factory=dict)
    _boxes: list[Any] = field(default_factory=list)
    _cells: list[int] = field(default_factory=list)
    _parted: bool = False
    _hides: bool = False  # the style of the paragraph at hand does

    def article(self, file: File) -> ImportedArticle:
        self._walk(self.parts.body)
        self._hang_comments()
        self.flow.tally["page margin"] += self.parts.margins
        return self.flow.article(file, self.parts.said)

    def _walk(self, element: _Element) -> None:
        for inside in element:
            self._take(inside, local(inside))

    def _take(self, element: _Element, name: str) -> None:
        if name in _SILENT or self._is_dropped(name):
            return
        if name in _TAKEN:
            _TAKEN[name](self, element)
        elif name == "txbxContent":
            self._boxes.append(element)
        else:
            if name in _COUNTED:
                self.flow.tally[_COUNTED[name]] += 1
            self._walk(element)

    def _is_dropped(self, name: str) -> bool:
        """Say whether the words of a tracked change are not those that were asked for."""
        if name in _INSERTED:
            self.flow.tally["not inserted" if self.original else "inserted"] += 1
            return self.original
        if name in _DELETED:
            self.flow.tally["not deleted" if self.original else "deleted"] += 1
            return not self.original
        return False

    def _is_gone(self, properties: _Element | None) -> bool:
        """Say whether a row or a cell is not there in the wording that was asked for."""
        marks = () if properties is None else map(local, properties)
        return any(self._is_dropped(mark) for mark in marks)

    def _paragraph(self, paragraph: _Element) -> None:
        boxes, self._boxes = self._boxes, []
        if self._cells and self._parted:
            self.flow.say(" ")
        self._parted = True
        self._hides = self.parts.hides(_style_name(child(paragraph, "pPr", "pStyle")))
        self._walk(paragraph)
        if not self._cells and not self._joins_next(child(paragraph, "pPr", "rPr")):
            self.flow.end(*self._setting(child(paragraph, "pPr")))
        here, self._boxes = self._boxes, boxes
        if self._cells:
            self._boxes += here
        else:
            self._open_boxes(here)

    def _open_boxes(self, boxes: list[_Element]) -> None:
        for box in boxes:
            self.flow.tally["text box"] += 1
            self._walk(box)

    def _joins_next(self, mark: _Element | None) -> bool:
        """Say whether the mark of a paragraph's end is not there in the wording asked for."""
        changed = _INSERTED if self.original else _DELETED
        return any(child(mark, name) is not None for name in changed)

    def _setting(self, properties: _Element | None) -> tuple[BlockKind, int]:
        lineage = list(self.parts.lineage(_style_name(child(properties, "pStyle"))))
        numbering = child(properties, "numPr", "numId")
        if numbering is not None:
            listed = attribute(numbering, "val") != _NO_LIST
        else:
            listed = any(each.listed for each in lineage)
        outlines = (outline_of(properties), *(each.outline for each in lineage))
        kind, level = setting({each.name for each in lineage}, outlines, listed=listed)
        self.flow.tally["list item"] += kind is BlockKind.LIST_ITEM
        return kind, level

    def _row(self, row: _Element) -> None:
        if self._is_gone(child(row, "trPr")):
            return
        if self._cells:  # a table in a cell: its rows are words of that cell
            self._walk(row)
            return
        boxes, self._boxes = self._boxes, []
        self._cells.append(0)
        self._walk(row)
        self._cells.pop()
        self.flow.end()
        here, self._boxes = self._boxes, boxes
        self._open_boxes(here)

    def _cell(self, cell: _Element) -> None:
        if self._is_gone(child(cell, "tcPr")):
            return
        if self._cells[-1:] > [0]:
            self.flow.say("\t")
        if self._cells:
            self._cells[-1] += 1
        self._parted = False
        self._walk(cell)

    def _hyperlink(self, link: _Element) -> None:
        start = self.flow.here
        self._walk(link)
        target = self.parts.links.get(attribute(link, "id"), "")
        anchor = attribute(link, "anchor")
        self.flow.hang_link(target + (f"#{anchor}" if anchor else ""), start)

    def _simple_field(self, element: _Element) -> None:
        start = self.flow.here
        self._walk(element)
        self._end_field(_Field(attribute(element, "instr"), start))

    def _alternative(self, element: _Element) -> None:
        chosen = child(element, "Choice")
        self._walk(element if chosen is None else chosen)

    def _run(self, run: _Element) -> None:
        if self._is_hidden(child(run, "rPr")):
            self.flow.tally["hidden"] += any(local(each) == "t" for each in run)
            return
        self.flow.tally["faint"] += _is_faint(child(run, "rPr"))
        for each in run:
            self._in_run(each, local(each))

    def _is_hidden(self, properties: _Element | None) -> bool:
        own = child(properties, "vanish")
        if own is not None:
            return switched_on(own)
        # Of two styles that hide, each shows what the other one hid (17.7.3).
        return self._hides != self.parts.hides(_style_name(child(properties, "rStyle")))

    def _control(self, control: _Element) -> None:
        """Take the words of a content control, but not those that ask for some (17.5.2)."""
        properties = child(control, "sdtPr")
        asking = child(properties, "showingPlcHdr") is not None
        if asking or child(properties, "checkbox") is not None:
            self.flow.tally["form field"] += 1
        if not asking:
            self._walk(control)

    def _reading_aid(self, ruby: _Element) -> None:
        """Take the words below signs that say how they are read (17.3.3.25)."""
        self.flow.tally["reading aid"] += 1
        for each in ruby:
            if local(each) == "rubyBase":
                self._walk(each)

    def _formula(self, formula: _Element) -> None:
        self.flow.tally["formula"] += 1
        self.flow.say(on_one_line(formula))

    def _in_run(self, element: _Element, name: str) -> None:
        if name in {"t", "delText"}:
            self.flow.say("" if self._in_instruction() else element.text or "")
        elif name in _SIGNS:
            self._sign(element, name)
        elif name == "sym":
            self.flow.tally["symbol"] += 1
            self.flow.say(_symbol(attribute(element, "char")))
        elif name == "fldChar":
            self._field(attribute(element, "fldCharType"))
        elif name in {"instrText", "delInstrText"}:
            if self._fields:
                self._fields[-1].instruction += element.text or ""
        elif name in {"footnoteReference", "endnoteReference"}:
            self._note(AnnotationKind(name.removesuffix("Reference")), attribute(element, "id"))
        elif name == "commentReference":
            self._ranges.setdefault(attribute(element, "id"), (self.flow.here, self.flow.here))
        else:
            self._take(element, name)

    def _sign(self, element: _Element, name: str) -> None:
        page = name == "br" and attribute(element, "type") in {"page", "column"}
        self.flow.say("" if page else _SIGNS[name])

    def _in_instruction(self) -> bool:
        """Say whether words are the result of a field by which another is told what to do."""
        paragraph = self.flow.here[0]
        outer = self._fields[:-1]
        return any(each.start is None and each.begun[0] == paragraph for each in outer)

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(_Field(begun=self.flow.here))
        elif kind == "separate" and self._fields:
            self._fields[-1].start = self.flow.here
        elif kind == "end" and self._fields:
            self._end_field(self._fields.pop())

    def _end_field(self, ended: _Field) -> None:
        url = link_of(ended.instruction)
        if url and ended.start is not None:
            self.flow.hang_link(url, ended.start)
        elif is_form_field(ended.instruction):
            self.flow.tally["form field"] += 1

    def _note(self, kind: AnnotationKind, name: str) -> None:
        element = self.parts.notes.get((kind, name))
        text = "" if element is None else note_words(element)
        if text:
            self.flow.hang(Annotation(kind, 0, 0, text=text), self.flow.here, self.flow.here)
        else:
            self.flow.tally["empty note"] += 1

    def _open_range(self, mark: _Element) -> None:
        self._opened[attribute(mark, "id")] = self.flow.here

    def _close_range(self, mark: _Element) -> None:
        name, here = attribute(mark, "id"), self.flow.here
        self._ranges[name] = (self._opened.get(name, here), here)

    def _hang_comments(self) -> None:
        for name, comment in self.parts.threads.items():
            if name not in self._ranges:
                self.flow.tally["lost note"] += 1
            elif comment.text or comment.replies:
                self.flow.hang(comment, *self._ranges[name])
            else:
                self.flow.tally["empty note"] += 1


_TAKEN: dict[str, Callable[[_Reader, Any], None]] = {
    "p": _Reader._paragraph,
    "r": _Reader._run,
    "tr": _Reader._row,
    "tc": _Reader._cell,
    "hyperlink": _Reader._hyperlink,
    "fldSimple": _Reader._simple_field,
    "commentRangeStart": _Reader._open_range,
    "commentRangeEnd": _Reader._close_range,
    "AlternateContent": _Reader._alternative,
    "oMath": _Reader._formula,
    "sdt": _Reader._control,
    "ruby": _Reader._reading_aid,
}


def _is_faint(properties: _Element | None) -> bool:
    """Say whether words are white, with nothing behind them, or too small to be seen."""
    if child(properties, "shd") is not None or child(properties, "highlight") is not None:
        return False
    color, size = child(properties, "color"), child(properties, "sz")
    half_points = "" if size is None else attribute(size, "val")
    white = color is not None and attribute(color, "val").upper() == "FFFFFF"
    return white or (half_points.isdecimal() and int(half_points) <= _TINY)


def _style_name(style: _Element | None) -> str:
    return "" if style is None else attribute(style, "val")


def _symbol(code: str) -> str:
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return "\ufffd"
