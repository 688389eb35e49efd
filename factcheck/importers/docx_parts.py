"""The parts of a Word file beside its text: styles, notes, links, properties.

ECMA-376 part 1, both its transitional and its strict names: elements are known by their local
names. Resolved comments and replies: [MS-DOCX] 2.5.3, commentsExtended.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from factcheck.domain.imported import Annotation, AnnotationKind, Reply
from factcheck.errors import FactcheckError
from factcheck.importers.elements import attribute, child, local
from factcheck.importers.packages import Package, parse_xml
from factcheck.importers.proposing import Proposals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_OFF = {"0", "false", "off", "none"}
_BODY_LEVEL = 9  # the outline level of words that are no heading, counted from 0


def switched_on(element: _Element | None) -> bool:
    """Say whether a property is there and not set to off."""
    return element is not None and attribute(element, "val").lower() not in _OFF


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says of words; ``outline`` counts from 0; None is said where it is silent."""

    name: str
    outline: int | None
    listed: bool
    hidden: bool | None
    based_on: str


@dataclass(slots=True)
class Parts:
    """All that is read of a Word file before its text."""

    body: Any  # an element: lxml is imported where it is used
    styles: dict[str, Style] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    notes: dict[tuple[AnnotationKind, str], Any] = field(default_factory=dict)
    threads: dict[str, Annotation] = field(default_factory=dict)
    said: list[Proposals] = field(default_factory=list)
    margins: int = 0

    def lineage(self, style: str) -> Iterator[Style]:
        """Yield a style and those that it is based on."""
        seen: set[str] = set()
        while style in self.styles and style not in seen:
            seen.add(style)
            yield self.styles[style]
            style = self.styles[style].based_on

    def hides(self, style: str) -> bool:
        """Say whether words in this style are hidden: the nearest that says so decides."""
        said = (each.hidden for each in self.lineage(style) if each.hidden is not None)
        return next(said, False)


def read_parts(package: Package) -> Parts:
    """Read the parts of a Word file. Raises FactcheckError where it is none or is damaged."""
    main = _main_part(package)
    body = child(parse_xml(package.read(main), f"“{package.name}”"), "body")
    if body is None:
        raise FactcheckError(
            f"“{package.name}” is not a Word file.", "Open it in Word and save it as DOCX."
        )
    related = list(_related(package, main))
    parts = Parts(body)
    parts.links = {name: target for name, kind, target in related if kind == "hyperlink"}
    for kind in (AnnotationKind.FOOTNOTE, AnnotationKind.ENDNOTE):
        root = _root(package, related, f"{kind}s")
        for note in () if root is None else root:
            parts.notes[kind, attribute(note, "id")] = note
    comments = _root(package, related, "comments")
    parts.threads = _threads(comments, _root(package, related, "commentsExtended"))
    styles = _root(package, related, "styles")
    parts.styles = _styles(styles)
    parts.said = [*_properties(package), _default_language(styles)]
    parts.margins = sum(_has_words(package, target) for _, kind, target in related if _edge(kind))
    return parts


def note_words(element: _Element) -> str:
    """Return the words of a comment or a footnote, a line for each paragraph, deletions gone."""
    lines = [_line(each) for each in element.iter() if local(each) == "p"]
    return "\n".join(line for line in lines if line)


def _line(paragraph: _Element) -> str:
    words: list[str] = []
    for each in paragraph.iter():
        name = local(each)
        if name == "t":
            words.append(each.text or "")
        elif name in {"tab", "br", "cr"} and local(each.getparent()) == "r":
            words.append(" ")
    return "".join(words).strip()


def _edge(kind: str) -> bool:
    return kind in {"header", "footer"}


def _has_words(package: Package, part: str) -> bool:
    return part in package and bool(note_words(parse_xml(package.read(part), f"“{part}”")))


def _main_part(package: Package) -> str:
    for _, kind, target in _related(package, ""):
        if kind == "officeDocument":
            return target
    raise FactcheckError(
        f"“{package.name}” is not a Word file.", "Open it in Word and save it as DOCX."
    )


def _related(package: Package, part: str) -> Iterator[tuple[str, str, str]]:
    """Yield id, kind and target of each relation; parts by their full name."""
    folder, name = posixpath.split(part)
    relations = posixpath.join(folder, "_rels", f"{name}.rels")
    if relations not in package:
        return
    for relation in parse_xml(package.read(relations), f"“{relations}”"):
        target = attribute(relation, "Target")
        if attribute(relation, "TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        yield attribute(relation, "Id"), attribute(relation, "Type").rpartition("/")[2], target


def _root(package: Package, related: list[tuple[str, str, str]], kind: str) -> _Element | None:
    for _, found, target in related:
        if found == kind and target in package:
            return parse_xml(package.read(target), f"“{target}”")
    return None


def _styles(root: _Element | None) -> dict[str, Style]:
    if root is None:
        return {}
    return {attribute(style, "styleId"): _style(style) for style in root if local(style) == "style"}


def _style(style: _Element) -> Style:
    name, based_on = child(style, "name"), child(style, "basedOn")
    return Style(
        name="" if name is None else attribute(name, "val").lower(),
        outline=outline_of(child(style, "pPr")),
        listed=child(style, "pPr", "numPr") is not None,
        hidden=_hidden(child(style, "rPr", "vanish")),
        based_on="" if based_on is None else attribute(based_on, "val"),
    )


def _hidden(vanish: _Element | None) -> bool | None:
    return None if vanish is None else switched_on(vanish)


def outline_of(properties: _Element | None) -> int | None:
    """Return the outline level, from 0, that properties of a paragraph set; None if they don't."""
    level = child(properties, "outlineLvl")
    value = "" if level is None else attribute(level, "val")
    return int(value) if value.isdecimal() and int(value) <= _BODY_LEVEL else None


def _threads(comments: _Element | None, extended: _Element | None) -> dict[str, Annotation]:
    """Return each comment that is no reply by its id, with the replies to it."""
    found = [] if comments is None else [each for each in comments if local(each) == "comment"]
    states = {attribute(state, "paraId"): state for state in (() if extended is None else extended)}
    state_of = {attribute(each, "id"): states.get(_paragraph_id(each)) for each in found}
    owner = {_paragraph_id(each): attribute(each, "id") for each in found if _paragraph_id(each)}
    parents = {
        name: owner.get(attribute(state, "paraIdParent"), "")
        for name, state in state_of.items()
        if state is not None
    }
    replies: dict[str, list[Reply]] = {}
    threads: dict[str, _Element] = {}
    for each in found:
        name = attribute(each, "id")
        first = _first_of(name, parents)
        if first == name:
            threads[name] = each
        else:
            replies.setdefault(first, []).append(_reply(each))
    return {
        name: _comment(each, state_of[name], tuple(replies.get(name, ())))
        for name, each in threads.items()
    }


def _first_of(name: str, parents: dict[str, str]) -> str:
    """Return the comment that a thread begins with; one that answers in a circle is its own."""
    seen, first = {name}, name
    while parents.get(first):
        first = parents[first]
        if first in seen:
            return name
        seen.add(first)
    return first


def _paragraph_id(comment: _Element) -> str:
    """Return the name of a comment's last paragraph, by which its state is told."""
    paragraphs = [each for each in comment if local(each) == "p"]
    return attribute(paragraphs[-1], "paraId") if paragraphs else ""


def _reply(comment: _Element) -> Reply:
    return Reply(attribute(comment, "author"), attribute(comment, "date"), note_words(comment))


def _comment(comment: _Element, state: _Element | None, replies: tuple[Reply, ...]) -> Annotation:
    return Annotation(
        AnnotationKind.COMMENT,
        0,
        0,
        text=note_words(comment),
        author=attribute(comment, "author"),
        date=attribute(comment, "date"),
        resolved=state is not None and attribute(state, "done").lower() in {"1", "true", "on"},
        replies=replies,
    )


def _properties(package: Package) -> Iterator[Proposals]:
    """Read the core properties (ECMA-376 part 2, 11). Their dates are those of the file."""
    for _, kind, target in _related(package, ""):
        if kind == "core-properties" and target in package:
            root = parse_xml(package.read(target), f"“{target}”")
            said = {local(each): each.text or "" for each in root}
            yield Proposals(
                title=said.get("title", ""),
                byline=said.get("creator", ""),
                language=said.get("language", ""),
                created=said.get("created", ""),
                modified=said.get("modified", ""),
                source="file properties",
                firm=False,
            )


def _default_language(styles: _Element | None) -> Proposals:
    """Read the language in which Word checks the spelling of words that name none."""
    named = child(styles, "docDefaults", "rPrDefault", "rPr", "lang")
    language = "" if named is None else attribute(named, "val")
    return Proposals(language=language, source="spelling of the file", firm=False)
