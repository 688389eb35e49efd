"""The links of a web page that stand in its article, found again in the text that was made of it.

The extraction leaves links out; told to keep them it moves spaces and words. So they are gathered
before it with some words around them, and looked for in the text behind it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from factcheck.domain.canonical import canonical
from factcheck.domain.imported import Annotation, AnnotationKind
from factcheck.importers.html_page import restore

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

# Links that are looked for, code points of the words on each side that must be the same.
MOST_LINKS = 2000
_AROUND = 30
_LEAST_AROUND = 12  # where they are the same on one side only
_WEB = ("http://", "https://")
# Blanks are as good as one another; a line end counts for those around it.
_RUN = re.compile("[ \t\r\f\v\n]{2,}|[\t\r\f\v]")
_INLINE = {
    *("a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i"),
    *("ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u"),
    *("var", "wbr"),
}
_SILENT = {"script", "style", "noscript", "template", "head"}


@dataclass(frozen=True, slots=True)
class PageLink:
    """An address, and the words around it in folded text: those from ``start`` to ``end`` lead on.

    A newline parts blocks.
    """

    around: str
    start: int
    end: int
    url: str


@dataclass(slots=True)
class _Gathering:
    words: list[str] = field(default_factory=lambda: ["\n"])
    length: int = 1
    spans: list[tuple[int, int, str]] = field(default_factory=list)

    def say(self, text: str | None) -> None:
        """Add words, in which a line end is a blank."""
        self._add((text or "").replace("\n", " "))

    def part(self) -> None:
        """Part blocks."""
        self._add("\n")

    def _add(self, text: str) -> None:
        self.words.append(text)
        self.length += len(text)


def page_links(root: HtmlElement, address: str) -> list[PageLink]:
    """Gather the links of a prepared page to the web; ``address`` makes short ones whole."""
    base = next((each.get("href", "") for each in root.iter("base")), "")
    found = _gathered(root, _whole(base, address) or address)
    if not found.spans:
        return []
    folded = Folded(restore("".join(found.words)))
    spans = ((folded.place(a), folded.place(b), url) for a, b, url in found.spans[:MOST_LINKS])
    return [_link(folded.text, *span) for span in spans]


def hung_links(links: Sequence[PageLink], text: str) -> tuple[Annotation, ...]:
    """Return those that stand in a text, on their words (code points), in its order."""
    hung: list[Annotation] = []
    folded = Folded(f"\n{text}\n" if links else "")
    at = 0
    for link in links:
        found = _found(link, folded.text, at)
        if found >= 0:
            at = max(at, found - link.start)  # the words before it may be around the next one too
            # One less for the newline in front.
            start = folded.original(found) - 1
            end = folded.original(found + link.end - link.start - 1)
            hung.append(Annotation(AnnotationKind.LINK, start, end, url=link.url))
    return tuple(hung)


def _found(link: PageLink, text: str, at: int) -> int:
    """Return where the words of a link are, from a place on; -1 where they are not.

    On one side other words may have stood, such as hidden ones.
    """
    if link.start == link.end:
        return -1
    place = text.find(link.around, at)
    if place >= 0:
        return place + link.start
    if link.start >= _LEAST_AROUND:
        place = text.find(link.around[: link.end], at)
        if place >= 0:
            return place + link.start
    behind = len(link.around) - link.end
    return text.find(link.around[link.start :], at) if behind >= _LEAST_AROUND else -1


class Folded:
    """A text in which blanks are single, with the way from its places to the folded ones."""

    def __init__(self, text: str) -> None:
        pieces: list[str] = []
        self._from, self._to = [0], [0]
        at = length = 0
        for found in _RUN.finditer(text):
            pieces += (text[at : found.start()], "\n" if "\n" in found[0] else " ")
            length += found.start() - at + 1
            at = found.end()
            self._from.append(at)
            self._to.append(length)
        pieces.append(text[at:])
        self.text = "".join(pieces)

    def place(self, original: int) -> int:
        """Return where a place of the text is in the folded one."""
        at = bisect_right(self._from, original) - 1
        last = self._to[at + 1] - 1 if at + 1 < len(self._to) else len(self.text)
        return min(self._to[at] + original - self._from[at], last)

    def original(self, place: int) -> int:
        """Return where a place of the folded text is in the text."""
        at = bisect_right(self._to, place) - 1
        return self._from[at] + place - self._to[at]


def _gathered(root: HtmlElement, address: str) -> _Gathering:
    from lxml import etree

    found, opened = _Gathering(), list[tuple[int, str]]()
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        name = element.tag
        if event == "start":
            if name not in _INLINE:
                found.part()
            if name == "a":
                opened.append((found.length, _whole(element.get("href", ""), address)))
            if name in _SILENT:
                walk.skip_subtree()
            else:
                found.say(element.text)
            continue
        if name == "a" and opened:
            start, url = opened.pop()
            if url:
                found.spans.append((start, found.length, url))
        if name not in _INLINE:
            found.part()
        found.say(element.tail)
    found.spans.sort()
    return found


def _whole(href: str, address: str) -> str:
    try:
        url = urljoin(address, "".join(href.split()))
    except ValueError:
        return ""
    return canonical(url).text if url.lower().startswith(_WEB) and not href.startswith("#") else ""


def _link(folded: str, start: int, end: int, url: str) -> PageLink:
    """Cut the words around a link at the borders of its block; one of several blocks has none."""
    words = folded[start:end]
    start, end = start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
    if start >= end or "\n" in folded[start:end]:
        return PageLink("", 0, 0, url)
    first = max(folded.rfind("\n", 0, start), start - _AROUND, 0)
    stop = folded.find("\n", end)
    last = min(len(folded) if stop < 0 else stop + 1, end + _AROUND)
    return PageLink(folded[first:last], start - first, end - first, url)
