"""Books and magazines (EPUB): the words of all chapters in the order of reading.

EPUB 3.3, 3 to 5, and the Open Packaging Format 2.0.1 that came before. Locked ones are refused.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from html.entities import html5
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from factcheck.errors import FactcheckError
from factcheck.importers.elements import attribute, child, local
from factcheck.importers.flow import Flow
from factcheck.importers.markup import Markup, note_words
from factcheck.importers.packages import Package, parse_xml
from factcheck.importers.pieces import File
from factcheck.importers.proposing import Proposals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from factcheck.domain.imported import ImportedArticle

MEDIA_TYPE = "application/epub+zip"
_CONTAINER, _ENCRYPTION = "META-INF/container.xml", "META-INF/encryption.xml"
# Only fonts are made unreadable in this way, which locks no words.
_FONTS_ONLY = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
_DOCUMENT_TYPE = re.compile(rb"<!DOCTYPE[^>\[]*>")
_ENTITY = re.compile(rb"&([A-Za-z][A-Za-z0-9]*);")
_OF_XML = {b"amp", b"lt", b"gt", b"quot", b"apos"}
_WEB = ("http://", "https://")
_DAMAGED = "Open it in the program that wrote it and save it anew."


def read_epub(source: bytes, name: str) -> ImportedArticle:
    """Read a book. Raises FactcheckError if it is damaged, locked or has no words."""
    package = Package(source, name)
    _prove_unlocked(package)
    book = _Book(package, _package_document(package))
    for part in book.chapters():
        book.read(part)
    file = File(source, name, MEDIA_TYPE)
    return book.flow.article(file, [book.said()], is_draft=False)


def _prove_unlocked(package: Package) -> None:
    if _ENCRYPTION not in package:
        return
    root = parse_xml(package.read(_ENCRYPTION), f"“{_ENCRYPTION}”")
    ways = [
        attribute(each, "Algorithm") for each in root.iter() if local(each) == "EncryptionMethod"
    ]
    if any(way not in _FONTS_ONLY for way in ways):
        raise FactcheckError(
            f"“{package.name}” is locked by copy protection (DRM).",
            "Ask the publisher for a copy without it, or paste the passage that you check.",
        )


def _package_document(package: Package) -> str:
    root = parse_xml(package.read(_CONTAINER), f"“{_CONTAINER}”")
    files = (attribute(each, "full-path") for each in root.iter() if local(each) == "rootfile")
    path = next(files, "")
    if path not in package:
        raise FactcheckError(f"“{package.name}” is not an EPUB.", _DAMAGED)
    return path


@dataclass(slots=True)
class _Book:
    package: Package
    path: str
    flow: Flow = field(default_factory=Flow)
    _root: Any = None
    _trees: dict[str, Any] = field(default_factory=dict)
    _named: dict[str, dict[str, Any]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._root = parse_xml(self.package.read(self.path), f"“{self.path}”")

    def chapters(self) -> Iterator[str]:
        """Yield the parts that are read one after the other, each once; menus are left out."""
        items = {attribute(each, "id"): each for each in _children(self._root, "manifest")}
        seen: set[str] = set()
        for reference in _children(self._root, "spine"):
            name = attribute(reference, "idref")
            item = items.get(name)
            part = "" if item is None else self._whole(attribute(item, "href"), self.path)
            if part not in self.package:
                self.flow.tally["lost chapter"] += 1
            elif part in seen:
                self.flow.tally["chapter again"] += 1
            elif item is not None and "nav" in attribute(item, "properties").split():
                continue
            elif attribute(reference, "linear") == "no":
                self.flow.tally["side page"] += 1
            else:
                seen.add(part)
                yield part

    def read(self, part: str) -> None:
        """Take the words of a part."""
        body = child(self._tree(part), "body")
        if body is None:
            self.flow.tally["lost chapter"] += 1
            return

        def link(href: str) -> str:
            return href if _is_elsewhere(href) or not href else "#"

        def note(href: str) -> str:
            return self._note(href, part)

        Markup(self.flow, link, note).walk(body)

    def said(self) -> Proposals:
        """Return what the book says of itself (EPUB 3.3, 5.5)."""
        said: dict[str, list[str]] = {}
        for each in _children(self._root, "metadata"):
            name = attribute(each, "property") or local(each)
            said.setdefault(name, []).append("".join(map(str, each.itertext())).strip())
        addresses = [each for each in said.get("identifier", []) if each.lower().startswith(_WEB)]
        return Proposals(
            title=said.get("title", [""])[0],
            byline=", ".join(said.get("creator", [])),
            publication=said.get("publisher", [""])[0],
            url=next(iter(addresses), ""),
            published=said.get("date", [""])[0],
            language=said.get("language", [""])[0],
            modified=said.get("dcterms:modified", [""])[0],
            source="metadata of the book",
        )

    def _tree(self, part: str) -> _Element:
        if part not in self._trees:
            self._trees[part] = parse_xml(_without_entities(self.package.read(part)), f"“{part}”")
        return self._trees[part]

    def _whole(self, href: str, base: str) -> str:
        """Return the full name of a part that another part names."""
        return posixpath.normpath(posixpath.join(posixpath.dirname(base), unquote(href)))

    def _note(self, href: str, base: str) -> str:
        """Return the words of what a reference leads to, "" for nothing in this book."""
        target, _, name = href.partition("#")
        part = self._whole(target, base) if target else base
        if not name or _is_elsewhere(href) or part not in self.package:
            return ""
        if part not in self._named:
            named = self._tree(part).iterfind(".//*[@id]")
            self._named[part] = {attribute(each, "id"): each for each in named}
        element = self._named[part].get(name)
        return "" if element is None else note_words(_block_of(element))


def _children(root: _Element, name: str) -> list[_Element]:
    found = child(root, name)
    return [] if found is None else [each for each in found if local(each)]


def _is_elsewhere(href: str) -> bool:
    return re.match(r"[a-z][a-z0-9+.-]*:", href, re.IGNORECASE) is not None


def _block_of(element: _Element) -> _Element:
    """Return the paragraph or the like that a mark stands in."""
    while local(element) in {"a", "sup", "span"} and element.getparent() is not None:
        element = element.getparent()
    return element


def _without_entities(content: bytes) -> bytes:
    """Write names of characters as XML knows them; a document type that declares some stays."""
    content = _DOCUMENT_TYPE.sub(b"", content, count=1)
    return _ENTITY.sub(_character, content)


def _character(found: re.Match[bytes]) -> bytes:
    known = html5.get(f"{found[1].decode('ascii')};")
    if found[1] in _OF_XML or known is None:
        return found[0]
    return "".join(f"&#{ord(letter)};" for letter in known).encode("ascii")
