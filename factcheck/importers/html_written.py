"""Web pages that a word processor wrote: drafts, all of whose words are the article.

What finds the article in a page of the web takes headings and notes of such a file for side matter.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.importers.flow import Flow
from factcheck.importers.markup import Markup, is_mark, note_words, parse_html

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

    from factcheck.domain.imported import ImportedArticle
    from factcheck.importers.decode import Decoded
    from factcheck.importers.pieces import File
    from factcheck.importers.proposing import Proposals

_PROCESSORS = ("libreoffice", "openoffice", "apache openoffice", "microsoft word", "word.document")
# The boxes in which LibreOffice and Word put notes.
_BOX = re.compile(r"(?:sd)?(?:foot|end)note\d+|(?:ftn|edn)\d+")


def is_written(root: HtmlElement) -> bool:
    """Say whether a page names a word processor as the program that wrote it."""
    said = (
        meta.get("content", "").strip().lower()
        for meta in root.iter("meta")
        if meta.get("name", "").lower() in {"generator", "progid"}
    )
    return any(each.startswith(_PROCESSORS) for each in said)


def read_written(
    file: File, page: Decoded, said: Sequence[Proposals], remarks: Sequence[str]
) -> ImportedArticle:
    """Read a whole page, with its notes and links. Raises FactcheckError if it has no words."""
    body, cut = parse_html(page.text)
    flow = Flow()
    if body is not None:
        notes = _taken_out(body)
        Markup(flow, note=lambda href: notes.get(href, "")).walk(body)
    told = ("The page is nested so deeply that the end of it could not be read.",) * cut
    article = flow.article(file, said, (*remarks, *page.remarks, *told))
    return replace(article, encoding=page.encoding)


def _taken_out(body: HtmlElement) -> dict[str, str]:
    """Take the notes out of a page; return their words by the addresses that lead to them.

    The mark in the text leads to the mark of the note, which stands behind it and leads back.
    """
    marks = {f"#{mark.get('name') or mark.get('id')}": mark for mark in body.iter("a")}
    notes: dict[str, str] = {}
    for name, mark in marks.items():
        href = mark.get("href", "")
        other = marks.get(href)
        if other is None or name in notes or other.get("href") != name:
            continue
        block = _block_of(other)
        if is_mark(mark) and is_mark(other) and block is not None and mark not in block.iter("a"):
            notes[href] = note_words(block)
            mark.set("role", "doc-noteref")
            block.drop_tree()
    return notes


def _block_of(mark: HtmlElement) -> HtmlElement | None:
    """Return the box that the program made for a note, or else the paragraph it stands in."""
    boxes = [each for each in mark.iterancestors("div") if _BOX.fullmatch(each.get("id", ""))]
    return boxes[0] if boxes else next(mark.iterancestors("p", "li"), None)
