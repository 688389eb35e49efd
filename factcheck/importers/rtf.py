"""Rich text (RTF): words, headings, lists, tables, and what the writer hung on the words.

Rich Text Format (RTF) Specification 1.9.1. Tracked changes are read both ways.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from factcheck.domain.imported import Annotation, AnnotationKind
from factcheck.domain.model import BlockKind
from factcheck.importers.flow import Flow
from factcheck.importers.pieces import File
from factcheck.importers.proposing import Proposals
from factcheck.importers.rtf_comments import PARTS, Comments
from factcheck.importers.rtf_groups import Field, Group, Style
from factcheck.importers.rtf_tokens import (
    SYMBOLS,
    Scan,
    Token,
    code_page,
    code_page_of,
    code_page_of_font,
    decoded,
    scan,
)
from factcheck.importers.rtf_words import (
    BOXES,
    BULLETS,
    DATE_PARTS,
    GATHERED,
    HEADERS,
    LEFT_OUT,
    PARAGRAPH_ENDS,
    SIGNS,
    WANTED,
)
from factcheck.importers.word_names import is_form_field, link_of, setting

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from factcheck.domain.imported import ImportedArticle

MEDIA_TYPE = "application/rtf"


def read_rtf(source: bytes, name: str) -> ImportedArticle:
    """Read rich text. Raises FactcheckError if it is none, is damaged or has no words."""
    file, found = File(source, name, MEDIA_TYPE), scan(source, name)
    accepted = _Reader(found).article(file)
    if not any(token.name in {"revised", "deleted"} for token in found.tokens):
        return accepted
    return replace(accepted, original=_Reader(found, original=True).article(file))


@dataclass(slots=True)
class _Reader:
    scan: Scan
    original: bool = False
    flow: Flow = field(default_factory=Flow)
    _groups: list[Group] = field(default_factory=list)
    _codec: str = "cp1252"
    _fonts: dict[int, str] = field(default_factory=dict)
    _font: int = 0
    _first_font: int = 0
    _styles: dict[int, Style] = field(default_factory=dict)
    _said: dict[str, str] = field(default_factory=dict)
    _bytes: bytearray = field(default_factory=bytearray)
    _half: str = ""
    _skipped: int = 0
    _starred: bool = False
    _stretch: str = ""
    _gap: str = ""
    _bulleted: bool = False
    _boxes: list[tuple[Group, int]] = field(default_factory=list)
    _in_box: bool = False
    _comments: Comments = field(default_factory=Comments)

    def article(self, file: File) -> ImportedArticle:
        self._run(Group(self.scan.closes[0]), 1)
        self._comments.hang(self.flow)
        return self.flow.article(file, [self._properties()], tuple(self._remarks()))

    def _properties(self) -> Proposals:
        return Proposals(
            title=self._said.get("title", ""),
            byline=self._said.get("author", ""),
            created=self._said.get("creatim", ""),
            modified=self._said.get("revtim", ""),
            source="file properties",
            firm=False,
        )

    def _remarks(self) -> Iterator[str]:
        if not self.scan.whole:
            yield "The file is cut off: words may be missing at its end."
        behind = self.scan.tokens[self.scan.closes[0] + 1 :]
        if any(token.words.strip(b" \t\0") for token in behind):
            yield "Words behind the end of the rich text were left out."

    def _run(self, group: Group, at: int) -> None:
        """Read what a group holds from a place on."""
        outer, self._groups = self._groups, [group]
        end = group.end
        while at < end:
            token = self.scan.tokens[at]
            at += 1
            if token.name == "":
                self._take_bytes(token.words)
                continue
            self._flush()
            if token.name == "{":
                self._groups.append(self._groups[-1].inside(self.scan.closes[at - 1]))
                self._skipped, self._starred = 0, False
            elif token.name == "}":
                self._close()
            else:
                at = self._word(token, at)
        self._flush()
        while len(self._groups) > 1:
            self._close()
        self._end_paragraph()
        self._groups = outer

    def _word(self, token: Token, at: int) -> int:
        """Do what a control word says; return where reading goes on."""
        name, group = token.name, self._groups[-1]
        starred, self._starred = self._starred, name == "*"
        if name in LEFT_OUT or (starred and name not in WANTED):
            self.flow.tally["picture"] += name == "pict" and not self._is_dropped()
            return group.end
        if name in BOXES:
            self._boxes.append((replace(group, into="", in_table=False), at))
            return group.end
        if name == "upr" and self.scan.tokens[at : at + 1] == [Token("{")]:
            return self.scan.closes[at] + 1  # the same in Unicode stands behind it
        if name == "bullet" and not group.into and self.flow.here[1] == 0:
            self._bulleted = True
        elif name in SIGNS and self._skipped:
            self._skipped -= 1
        elif name in SIGNS:
            self._say(SIGNS[name])
        elif name in GATHERED:
            group.into, group.words = name, []
        else:
            self._skipped = 0
            self._set(group, name, token.number)
        return at

    def _set(self, group: Group, name: str, number: int | None) -> None:
        if name in _SWITCHES:
            setattr(group, _SWITCHES[name], number != 0)
        elif name in _NUMBERS:
            setattr(group, _NUMBERS[name], max(0, number or 0))
        elif name in _DOES:
            _DOES[name](self, number)
        elif name in PARAGRAPH_ENDS:
            self._end_paragraph()
        elif name in DATE_PARTS:
            group.words.append(f"-{number or 0:02}")
        elif code_page_of(name):
            self._codec = group.codec = code_page_of(name)

    def _ansi_page(self, number: int | None) -> None:
        self._codec = self._groups[-1].codec = code_page(number)

    def _plain(self, _: int | None) -> None:
        group = self._groups[-1]
        group.hidden = group.inserted = group.deleted = False
        self._choose_font(self._first_font)

    def _default_font(self, number: int | None) -> None:
        self._first_font = number or 0

    def _choose_font(self, number: int | None) -> None:
        group = self._groups[-1]
        if group.into == "fonttbl":
            self._font = number or 0
        else:
            group.codec = self._fonts.get(number or 0, self._codec)

    def _charset(self, number: int | None) -> None:
        self._fonts[self._font] = code_page_of_font(number) or self._codec

    def _font_page(self, number: int | None) -> None:
        self._fonts[self._font] = code_page(number)

    def _plain_paragraph(self, _: int | None) -> None:
        group = self._groups[-1]
        group.style, group.outline, group.in_table = 0, None, False

    def _unicode(self, number: int | None) -> None:
        """Take a UTF-16 unit, which is written as a signed number."""
        unit = (number or 0) & 0xFFFF
        if 0xDC00 <= unit < 0xE000 and self._half:  # noqa: PLR2004 the second half of a pair
            pair, self._half = self._half + chr(unit), ""
            self._say(pair.encode("utf-16", "surrogatepass").decode("utf-16"))
        elif 0xD800 <= unit < 0xDC00:  # noqa: PLR2004 the first half
            self._half = chr(unit)
        else:
            self._say(chr(unit))
        self._skipped = self._groups[-1].fallback

    def _take_bytes(self, words: bytes) -> None:
        passed = min(self._skipped, len(words))
        self._skipped -= passed
        self._bytes += words[passed:]

    def _flush(self) -> None:
        """Say the bytes that were gathered: a letter of East Asia is of two."""
        if self._bytes:
            words, self._bytes = bytes(self._bytes), bytearray()
            codec = self._groups[-1].codec
            self.flow.tally["symbol"] += len(words) if codec == SYMBOLS else 0
            self._say(decoded(words, codec))

    def _say(self, words: str) -> None:
        if self._half:
            words, self._half = self._half + words, ""
        group = self._groups[-1]
        if group.into not in {"", "footnote", "annotation"}:
            group.words.append(words)
            return
        stretch, dropped = group.unseen(original=self.original)
        if stretch != self._stretch and stretch:
            self.flow.tally[stretch] += 1
        self._stretch = stretch
        if dropped:
            return
        if group.into:
            group.words.append(words)
            return
        self.flow.say(self._gap + words)
        self._gap = ""

    def _is_dropped(self) -> bool:
        return self._groups[-1].unseen(original=self.original)[1]

    def _end_paragraph(self) -> None:
        group = self._groups[-1]
        if group.into:
            group.words.append("\n")
        elif group.in_table:
            self._gap = " "
        elif not (group.inserted if self.original else group.deleted):
            self._end_piece(*self._setting(group))

    def _end_piece(self, kind: BlockKind = BlockKind.PARAGRAPH, level: int = 0) -> None:
        self._gap, self._bulleted = "", False
        self.flow.end(kind, level)
        if not self._in_box:
            self._open_boxes()

    def _open_boxes(self) -> None:
        self._in_box = True
        while self._boxes:
            self.flow.tally["text box"] += 1
            self._run(*self._boxes.pop(0))
        self._in_box = False

    def _setting(self, group: Group) -> tuple[BlockKind, int]:
        lineage = list(self._lineage(group.style))
        outlines = (group.outline, *(style.outline for style in lineage))
        names = {style.name for style in lineage}
        kind, level = setting(names, outlines, listed=self._bulleted)
        self.flow.tally["list item"] += kind is BlockKind.LIST_ITEM
        return kind, level

    def _lineage(self, number: int) -> Iterator[Style]:
        seen: set[int] = set()
        while number in self._styles and number not in seen:
            seen.add(number)
            yield self._styles[number]
            number = self._styles[number].based_on

    def _end_cell(self, _: int | None) -> None:
        if not self._groups[-1].into:
            self.flow.say("\t")
            self._gap = ""

    def _end_inner_cell(self, _: int | None) -> None:
        self._gap = " "

    def _end_row(self, _: int | None) -> None:
        if not self._groups[-1].into:
            self._end_piece()

    def _object(self, _: int | None) -> None:
        self.flow.tally["object"] += 1

    def _open_field(self, _: int | None) -> None:
        self._groups[-1].link = Field()

    def _open_result(self, _: int | None) -> None:
        group = self._groups[-1]
        if group.link is not None and not group.into:
            group.link.start = self.flow.here

    def _close(self) -> None:
        group = self._groups.pop()
        outer = self._groups[-1]
        if group.words is not outer.words:
            self._use(group, "".join(group.words).strip())
        if group.link is not None and group.link is not outer.link:
            self._close_field(group.link)
        self._skipped = 0

    def _close_field(self, ended: Field) -> None:
        url = link_of(ended.instruction)
        if url and ended.start is not None and not self._is_dropped():
            self.flow.hang_link(url, ended.start)
        elif is_form_field(ended.instruction):
            self.flow.tally["form field"] += 1

    def _use(self, group: Group, words: str) -> None:
        """Use what a group gathered."""
        name = group.into
        if name == "style":
            self._styles[group.style] = Style(
                words.removesuffix(";").lower(), group.outline, group.based_on
            )
        elif name in {"title", "author"}:
            self._said.setdefault(name, words)
        elif name in {"creatim", "revtim"} and not words.startswith("-00"):
            self._said[name] = words[1:]
        elif name == "fldinst" and group.link is not None:
            group.link.instruction += words
        elif name in HEADERS:
            self.flow.tally["page margin"] += bool(words)
        elif name in BULLETS:
            self._bulleted = bool(words)
        else:
            self._use_note(group, words)

    def _use_note(self, group: Group, words: str) -> None:
        text = "\n".join(line.strip() for line in words.splitlines() if line.strip())
        kind = AnnotationKind.ENDNOTE if group.is_endnote else AnnotationKind.FOOTNOTE
        if self._is_dropped():
            return
        if group.into in PARTS:
            self._comments.take(group.into, text, self.flow.here)
        elif group.into == "footnote" and text:
            self.flow.hang(Annotation(kind, 0, 0, text=text), self.flow.here, self.flow.here)
        elif group.into == "footnote":
            self.flow.tally["empty note"] += 1


_SWITCHES = {
    "v": "hidden",
    "revised": "inserted",
    "deleted": "deleted",
    "intbl": "in_table",
    "ftnalt": "is_endnote",
}
_NUMBERS = {"s": "style", "sbasedon": "based_on", "outlinelevel": "outline", "uc": "fallback"}
_DOES: dict[str, Callable[[_Reader, int | None], None]] = {
    "ansicpg": _Reader._ansi_page,
    "plain": _Reader._plain,
    "pard": _Reader._plain_paragraph,
    "deff": _Reader._default_font,
    "f": _Reader._choose_font,
    "fcharset": _Reader._charset,
    "cpg": _Reader._font_page,
    "u": _Reader._unicode,
    "cell": _Reader._end_cell,
    "nestcell": _Reader._end_inner_cell,
    "nestrow": _Reader._end_inner_cell,
    "row": _Reader._end_row,
    "object": _Reader._object,
    "field": _Reader._open_field,
    "fldrslt": _Reader._open_result,
}
