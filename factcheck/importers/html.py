"""A web page: its article without menus, notices and comments, as text with blocks.

trafilatura finds the article (element names of its result: its documentation, "XML output").
"""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from factcheck.domain.model import BlockKind
from factcheck.errors import FactcheckError
from factcheck.importers.decode import replaced_remark
from factcheck.importers.html_links import hung_links, page_links
from factcheck.importers.html_page import Page, decoded_page, parse, restore
from factcheck.importers.html_written import is_written, read_written
from factcheck.importers.page_facts import page_facts
from factcheck.importers.pieces import File, Piece, article, assemble
from factcheck.importers.proposing import LOOK_OF_PAGE, Proposals
from factcheck.importers.telling import told

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element

    from factcheck.domain.imported import ImportedArticle

MEDIA_TYPE = "text/html"
_HEADING = BlockKind.HEADING
_KINDS = {"head": _HEADING, "item": BlockKind.LIST_ITEM, "quote": BlockKind.QUOTE}
# Code points from which on hidden words in the text are no coincidence.
_TELLING = 12
_QUOTED = 60
_BREAKS = {*_KINDS, "p", "list", "row", "code", "div", "table", "body"}


def read_html(source: bytes, name: str) -> ImportedArticle:
    """Read a saved page. Raises FactcheckError if no article is found in it."""
    return read_page(File(source, name, MEDIA_TYPE), source)


def read_page(
    file: File, content: bytes, said: Sequence[Proposals] = (), remarks: Sequence[str] = ()
) -> ImportedArticle:
    """Read the page that a file holds; ``said`` and ``remarks`` are what is known around it.

    Raises FactcheckError if no article is found in it.
    """
    page = parse(content)
    # Before the extraction, which takes the head apart.
    known = [*page_facts(page.root), *said] if page else []
    if page and is_written(page.root):
        return read_written(file, decoded_page(content), known, remarks)
    address = next((each.url for each in (*said, *known) if each.url), "")
    links = page_links(page.root, address) if page else []
    found = _extract(page) if page else None
    if page is None or found is None:
        raise FactcheckError(
            f"No article was found in “{file.name}”.",
            "Copy the text in the browser and paste it instead.",
        )
    text, blocks = assemble(_pieces(found.body, page.captions))
    remarks = (*remarks, *_remarks(page, text))
    known.append(_guessed(found))
    return article(
        file,
        text,
        blocks,
        known,
        remarks,
        annotations=hung_links(links, text),
        is_draft=False,
        encoding=page.encoding,
    )


def _extract(page: Page) -> Any:  # noqa: ANN401 trafilatura's Document, which isn't typed
    from trafilatura import bare_extraction

    # Its complaints about a page reach the person as our own.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        return bare_extraction(page.root, include_comments=False, with_metadata=True)
    except RecursionError:  # lists within lists, hundreds deep
        return None


def _guessed(found: Any) -> Proposals:  # noqa: ANN401 as above
    return Proposals(
        title=restore(found.title),
        byline=restore(found.author).replace("; ", ", "),
        publication=restore(found.sitename),
        url=found.url or "",
        published=found.date or "",
        source=LOOK_OF_PAGE,
    )


def _pieces(body: _Element, captions: set[str]) -> Iterator[Piece]:
    for piece in _stretches(body):
        if piece.kind is BlockKind.PARAGRAPH and " ".join(piece.text.split()) in captions:
            yield Piece(BlockKind.CAPTION, restore(piece.text))
        else:
            yield Piece(piece.kind, restore(piece.text), piece.level)


def _stretches(body: _Element) -> Iterator[Piece]:
    """Walk without recursion: pages may be nested deeper than Python's stack."""
    from lxml import etree

    around = [Piece(BlockKind.PARAGRAPH, "")]
    words: list[str] = []
    walk = etree.iterwalk(body, events=("start", "end"))
    for event, element in walk:
        if element.tag in _BREAKS:
            if any(words):
                yield replace(around[-1], text="".join(words))
            words.clear()
        if event == "end":
            around.pop()
            words.append(element.tail or "")
            continue
        around.append(_setting(element, around[-1]))
        words.append(_words_before_children(element))
        if element.tag == "row":
            walk.skip_subtree()


def _setting(element: _Element, outer: Piece) -> Piece:
    """Say how the words inside an element are set, which most elements leave to the outer one."""
    kind = _KINDS.get(element.tag)
    if kind is None:
        return outer
    return Piece(kind, "", level=int(element.get("rend", "h2")[1:]) if kind is _HEADING else 0)


def _words_before_children(element: _Element) -> str:
    if element.tag == "lb":
        return "\n"
    if element.tag == "row":
        return "\t".join(" ".join(" ".join(cell.itertext()).split()) for cell in element)
    return element.text or ""


def _remarks(page: Page, text: str) -> Iterator[str]:
    yield from page.remarks
    yield from replaced_remark(page.replaced)
    yield from told({"picture": page.pictures})
    kept = len(text.split())
    if kept < page.words:
        yield (
            f"{kept} of the page’s {page.words} words were kept; menus, notices, comments and "
            "other side matter were left out. Compare with the page."
        )
    folded = " ".join(text.split())
    unseen = [words for words in page.unseen if len(words) >= _TELLING and words in folded]
    if unseen:
        count, first = sum(len(words.split()) for words in unseen), unseen[0][:_QUOTED].rstrip()
        yield f"{count} words of the text are hidden from the eye on the page: “{first}…”"
    if page.cut:
        yield "The page is nested so deeply that the end of it could not be read."
