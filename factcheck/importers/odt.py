"""OpenDocument texts (ODT): words, headings, lists, tables, and what hangs on the words.

OpenDocument 1.3 part 3, 5 (text), 9 (tables), 14 (annotations). Tracked changes are read both ways.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from factcheck.domain.imported import Annotation, AnnotationKind, Reply
from factcheck.domain.model import BlockKind
from factcheck.errors import FactcheckError
from factcheck.importers.elements import attribute, child, local
from factcheck.importers.flow import Flow, Place
from factcheck.importers.odt_parts import Styles, default_language, is_locked, properties
from factcheck.importers.packages import Package, parse_xml
from factcheck.importers.pieces import File

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

    from factcheck.domain.imported import ImportedArticle
    from factcheck.importers.proposing import Proposals

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
_BLANKS = re.compile("[ \t\r\n]+")
_MOST_SPACES = 1000
_DAMAGED = "Open it in the program that wrote it and save it anew."
_UNSEEN = {
    "tracked-changes",
    "sequence-decls",
    "variable-decls",
    "forms",
    "user-field-decls",
}
_MARGINS = {"header", "footer", "header-left", "footer-left", "header-first", "footer-first"}
_COUNTED = {
    "image": "picture",
    "object": "object",
    "object-ole": "object",
    "control": "form field",
    "ruby-text": "reading aid",
}


def read_odt(source: bytes, name: str) -> ImportedArticle:
    """Read an OpenDocument text. Raises FactcheckError if it is damaged, locked or has no words."""
    package = Package(source, name)
    if is_locked(package):
        raise FactcheckError(f"“{name}” is locked by a password.", "Save it without one.")
    root = parse_xml(package.read("content.xml"), f"“{name}”")
    body = child(root, "body", "text")
    if body is None:
        raise FactcheckError(f"“{name}” is not an OpenDocument text.", _DAMAGED)
    file, styles = File(source, name, MEDIA_TYPE), Styles()
    styles.learn(root)
    margins, common = 0, None
    if "styles.xml" in package:
        common = parse_xml(package.read("styles.xml"), f"“{name}”")
        styles.learn(common)
        margins = sum(local(each) in _MARGINS and bool(_words(each)) for each in common.iter())
    regions = _regions(body)
    said = [properties(package), default_language(common)]
    accepted = _Reader(body, styles, regions).article(file, said, margins)
    if not regions:
        return accepted
    reader = _Reader(body, styles, regions, original=True)
    return replace(accepted, original=reader.article(file, said, margins))


@dataclass(slots=True)
class _Reader:
    body: Any  # an element: lxml is imported where it is used
    styles: Styles
    regions: dict[str, Any]
    original: bool = False
    flow: Flow = field(default_factory=Flow)
    _skipping: set[str] = field(default_factory=set)
    _comments: dict[str, Annotation] = field(default_factory=dict)
    _places: dict[str, tuple[Place, Place]] = field(default_factory=dict)
    _replies: dict[str, list[Reply]] = field(default_factory=dict)
    _boxes: list[Any] = field(default_factory=list)
    _depth: dict[str, int] = field(default_factory=lambda: {"item": 0, "row": 0})
    _blank: bool = True
    _parted: bool = False

    def article(self, file: File, said: list[Proposals], margins: int) -> ImportedArticle:
        self._walk(self.body)
        self._hang_comments()
        self.flow.tally["page margin"] += margins
        return self.flow.article(file, said)

    def _walk(self, element: _Element) -> None:
        for inside in element:
            self._take(inside, local(inside))

    def _take(self, element: _Element, name: str) -> None:
        if name in _UNSEEN or not name:
            return
        if name in _TAKEN:
            _TAKEN[name](self, element)
            return
        if name in _COUNTED:
            self.flow.tally[_COUNTED[name]] += 1
        else:  # a section, or a field among words
            self._inline(element)

    def _paragraph(self, paragraph: _Element) -> None:
        boxes, self._boxes = self._boxes, []
        if self._depth["row"] and self._parted:
            self._say(" ")
        self._parted = True
        if self._is_hidden(paragraph):
            self.flow.tally["hidden"] += bool(_words(paragraph))
        else:
            self._inline(paragraph)
        if not self._depth["row"] and not self._skipping:
            self.flow.end(*self._setting(paragraph))
            self._blank = True
        here, self._boxes = self._boxes, boxes
        if self._depth["row"]:
            self._boxes += here
        else:
            self._open_boxes(here)

    def _is_hidden(self, paragraph: _Element) -> bool:
        fields = (each for each in paragraph if local(each) == "hidden-paragraph")
        by_style = self.styles.hides(attribute(paragraph, "style-name"))
        return by_style or any(map(_is_hidden_now, fields))

    def _open_boxes(self, boxes: list[Any]) -> None:
        outer, self._depth = self._depth, {"item": 0, "row": 0}
        for box in boxes:
            self.flow.tally["text box"] += 1
            self._walk(box)
        self._depth = outer

    def _setting(self, paragraph: _Element) -> tuple[BlockKind, int]:
        names = self.styles.names(attribute(paragraph, "style-name"))
        if local(paragraph) == "h":
            level = attribute(paragraph, "outline-level")
            return BlockKind.HEADING, max(1, int(level)) if level.isdecimal() else 1
        if "Title" in names:
            return BlockKind.HEADING, 1
        if self._depth["item"]:
            self.flow.tally["list item"] += 1
            return BlockKind.LIST_ITEM, 0
        if {"Quotations", "Block Text"} & names:
            return BlockKind.QUOTE, 0
        return (BlockKind.CAPTION if "Caption" in names else BlockKind.PARAGRAPH), 0

    def _inline(self, element: _Element) -> None:
        """Take words and what stands among them; white space is one blank (part 3, 6.1.2)."""
        self._collapsed(element.text or "")
        for inside in element:
            self._take(inside, local(inside))
            self._collapsed(inside.tail or "")

    def _collapsed(self, words: str) -> None:
        words = _BLANKS.sub(" ", words)
        self._say(words[1:] if self._blank and words.startswith(" ") else words)

    def _say(self, words: str) -> None:
        if words and not self._skipping:
            self.flow.say(words)
            self._blank = words.endswith(" ")

    def _span(self, span: _Element) -> None:
        name = attribute(span, "style-name")
        if self.styles.hides(name):
            self.flow.tally["hidden"] += 1
        else:
            self.flow.tally["faint"] += name in self.styles.faint
            self._inline(span)

    def _section(self, section: _Element) -> None:
        if attribute(section, "display") == "none" or _is_hidden_now(section):
            self.flow.tally["hidden"] += 1
        else:
            self._walk(section)

    def _spaces(self, element: _Element) -> None:
        count = attribute(element, "c")
        self._say(" " * min(int(count) if count.isdecimal() else 1, _MOST_SPACES))

    def _tab(self, _element: _Element) -> None:
        self._say("\t")

    def _line_break(self, _element: _Element) -> None:
        self._say("\n")
        self._blank = True

    def _link(self, link: _Element) -> None:
        start = self.flow.here
        self._inline(link)
        if not self._skipping:
            self.flow.hang_link(attribute(link, "href"), start)

    def _hidden(self, _element: _Element) -> None:
        self.flow.tally["hidden"] += 1

    def _frame(self, frame: _Element) -> None:
        for inside in frame:
            if local(inside) not in {"title", "desc"}:  # of a picture that is not shown
                self._take(inside, local(inside))

    def _box(self, box: _Element) -> None:
        if not self._skipping:
            self._boxes.append(box)

    def _item(self, item: _Element) -> None:
        self._depth["item"] += 1
        self._walk(item)
        self._depth["item"] -= 1

    def _row(self, row: _Element) -> None:
        if self._depth["row"]:  # a table in a cell: its rows are words of that cell
            self._walk(row)
            return
        boxes, self._boxes = self._boxes, []
        self._depth["row"] = 1
        for number, cell in enumerate(row):
            self._say("\t" if number else "")
            self._parted, self._blank = False, True
            self._walk(cell)
        self._depth["row"] = 0
        self.flow.end()
        here, self._boxes = self._boxes, boxes
        self._open_boxes(here)

    def _note(self, note: _Element) -> None:
        if self._skipping:
            return
        end = attribute(note, "note-class") == "endnote"
        text = _words(child(note, "note-body"))
        if text:
            kind = AnnotationKind.ENDNOTE if end else AnnotationKind.FOOTNOTE
            self.flow.hang(Annotation(kind, 0, 0, text=text), self.flow.here, self.flow.here)
        else:
            self.flow.tally["empty note"] += 1

    def _comment(self, element: _Element) -> None:
        said = {local(each): (each.text or "").strip() for each in element}
        text = _words(element)
        parent = attribute(element, "parent-name")
        if parent:
            reply = Reply(said.get("creator", ""), said.get("date", ""), text)
            self._replies.setdefault(parent, []).append(reply)
            return
        name = attribute(element, "name") or f"nameless {len(self._comments)}"
        self._places[name] = (self.flow.here, self.flow.here)
        self._comments[name] = Annotation(
            AnnotationKind.COMMENT,
            0,
            0,
            text=text,
            author=said.get("creator", ""),
            date=said.get("date", ""),
            resolved=attribute(element, "resolved") == "true",
        )

    def _comment_end(self, element: _Element) -> None:
        name = attribute(element, "name")
        if name in self._places:
            self._places[name] = (self._places[name][0], self.flow.here)

    def _hang_comments(self) -> None:
        for name, comment in self._comments.items():
            replies = tuple(self._replies.pop(name, ()))
            if comment.text or replies:
                self.flow.hang(replace(comment, replies=replies), *self._places[name])
            else:
                self.flow.tally["empty note"] += 1
        self.flow.tally["lost note"] += sum(map(len, self._replies.values()))

    def _change_start(self, element: _Element) -> None:
        name = attribute(element, "change-id")
        if local(self.regions.get(name)) == "insertion":
            self.flow.tally["not inserted" if self.original else "inserted"] += 1
            self._skipping |= {name} if self.original else set()

    def _change_end(self, element: _Element) -> None:
        self._skipping.discard(attribute(element, "change-id"))

    def _change(self, element: _Element) -> None:
        """Take deleted words at the place where they stood."""
        region = self.regions.get(attribute(element, "change-id"))
        if region is None or local(region) != "deletion":
            return
        self.flow.tally["not deleted" if self.original else "deleted"] += 1
        if not self.original or self._skipping:
            return
        blocks = [each for each in region if local(each) != "change-info"]
        for number, block in enumerate(blocks):
            if number:
                self.flow.end()
            self._inline(block)


_TAKEN: dict[str, Callable[[_Reader, Any], None]] = {
    "p": _Reader._paragraph,
    "h": _Reader._paragraph,
    "span": _Reader._span,
    "section": _Reader._section,
    "s": _Reader._spaces,
    "tab": _Reader._tab,
    "line-break": _Reader._line_break,
    "a": _Reader._link,
    "list-item": _Reader._item,
    "table-row": _Reader._row,
    "note": _Reader._note,
    "annotation": _Reader._comment,
    "annotation-end": _Reader._comment_end,
    "change-start": _Reader._change_start,
    "change-end": _Reader._change_end,
    "change": _Reader._change,
    "text-box": _Reader._box,
    "hidden-text": _Reader._hidden,
    "frame": _Reader._frame,
}


def _is_hidden_now(element: _Element) -> bool:
    """Say whether a condition hid it when the file was saved."""
    return attribute(element, "is-hidden") == "true"


def _words(element: _Element | None) -> str:
    """Return the words of a note, a line for each paragraph."""
    paragraphs = () if element is None else [each for each in element.iter() if local(each) == "p"]
    lines = [" ".join("".join(map(str, each.itertext())).split()) for each in paragraphs]
    return "\n".join(line for line in lines if line)


def _regions(body: _Element) -> dict[str, Any]:
    """Return each tracked insertion or deletion by the name that the text knows it by."""
    tracked = child(body, "tracked-changes")
    found: dict[str, Any] = {}
    for region in () if tracked is None else tracked:
        for change in region:
            if local(change) in {"insertion", "deletion"}:
                found[attribute(region, "id")] = change
    return found
