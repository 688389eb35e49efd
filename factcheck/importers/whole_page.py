"""All words of a web page, its menus and notices too: for what no article is found in."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from factcheck.domain.model import BlockKind
from factcheck.errors import FactcheckError
from factcheck.importers.html_page import UNREAD, parse, restore
from factcheck.importers.page_facts import page_facts
from factcheck.importers.pieces import File, Piece, article, assemble

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

    from factcheck.domain.imported import ImportedArticle

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
# What goes on in the same line (HTML Standard, 15.3): all other elements begin a new one.
_INLINE = {
    *("a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i"),
    *("ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup"),
    *("time", "tt", "u", "var", "wbr"),
}
_BREAK = Piece(BlockKind.PARAGRAPH, "")


def read_whole(source: bytes, name: str) -> ImportedArticle:
    """Read all words of a page. Raises FactcheckError where it has none."""
    page = parse(source)
    if page is None:
        raise FactcheckError(f"There are no words in “{name}”.", "Save the page once more.")
    said = list(page_facts(page.root))
    text, blocks = assemble(_pieces(page.root))
    return article(File(source, name, "text/html"), text, blocks, said, page.remarks)


def _pieces(root: HtmlElement) -> Iterator[Piece]:
    for is_break, stretch in groupby(_stretches(root), lambda each: each is _BREAK):
        if not is_break:
            words = list(stretch)
            text = " ".join("".join(each.text for each in words).split())
            yield replace(words[0], text=restore(text))


def _stretches(root: HtmlElement) -> Iterator[Piece]:
    """Yield words with how they are set, and a break where a line ends."""
    from lxml import etree

    level = 0
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if element.tag not in _INLINE:
            yield _BREAK
        if element.tag in _HEADINGS:
            level = _HEADINGS[element.tag] if event == "start" else 0
        words = element.text if event == "start" else element.tail
        if event == "start" and element.tag in UNREAD:
            walk.skip_subtree()
        elif words:
            yield Piece(BlockKind.HEADING if level else BlockKind.PARAGRAPH, words, level)
