"""PDFs with a text layer as articles: their words in paragraphs, each with its page.

PDFium reads them (``pdf_lines``), their look says what is a paragraph (``pdf_layout``).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.domain.imported import Annotation, AnnotationKind
from factcheck.domain.model import BlockKind
from factcheck.errors import FactcheckError
from factcheck.importers.flow import Flow
from factcheck.importers.pdf_layout import Paragraph, paragraphs, without_furniture
from factcheck.importers.pdf_lines import Document, Sheet, read_lines
from factcheck.importers.pdf_notes import with_notes
from factcheck.importers.pieces import File
from factcheck.importers.proposing import Proposals

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.domain.imported import ImportedArticle

MEDIA_TYPE = "application/pdf"
# ISO 32000-1, 7.9.4: D:20241105093000+01'00'; all behind the year may be missing.
_DATE = re.compile(r"(?:D:)?(\d{4})(\d\d)(\d\d)")
_SHOWN_PAGES, _SHOWN_EDGES, _SHOWN_LENGTH = 8, 3, 60


def read_pdf(source: bytes, name: str) -> ImportedArticle:
    """Read a PDF. Raises FactcheckError if it is locked or damaged, or has no text layer."""
    document = read_lines(source)
    if not any(sheet.lines for sheet in document.sheets):
        raise FactcheckError(
            f"There are no words in “{name}”: its pages are pictures.",
            "Let a program for text recognition (OCR) read it first, and bring in what that saves.",
        )
    kept, left_out = without_furniture(document.sheets)
    flow = Flow()
    for paragraph in with_notes(list(paragraphs(kept))):
        _say(flow, paragraph, document.sheets[paragraph.page])
    remarks = tuple(_remarks(document, left_out))
    file = File(source, name, MEDIA_TYPE)
    return flow.article(file, [_properties(document)], remarks, is_draft=False)


def _say(flow: Flow, paragraph: Paragraph, sheet: Sheet) -> None:
    at = 0
    for link in paragraph.links:
        if link.start < at:  # two addresses behind the same words
            continue
        flow.say(paragraph.text[at : link.start])
        start, at = flow.here, link.end
        if link.note:
            flow.hang(Annotation(AnnotationKind.FOOTNOTE, 0, 0, text=link.note), start, start)
            continue
        flow.say(paragraph.text[link.start : link.end])
        if link.url:
            flow.hang_link(link.url, start)
    flow.say(paragraph.text[at:])
    flow.tally["list item"] += paragraph.kind is BlockKind.LIST_ITEM
    place = f"p. {sheet.label}"
    flow.end(paragraph.kind, paragraph.level, place=place, page_index=paragraph.page)


def _properties(document: Document) -> Proposals:
    said = document.said
    return Proposals(
        title=said.get("Title", ""),
        byline=said.get("Author", ""),
        created=_day(said.get("CreationDate", "")),
        modified=_day(said.get("ModDate", "")),
        source="file properties",
        firm=False,
    )


def _day(date: str) -> str:
    found = _DATE.match(date)
    return "-".join(found.groups()) if found else ""


def _short(words: str) -> str:
    return words if len(words) <= _SHOWN_LENGTH else words[:_SHOWN_LENGTH].rstrip() + "…"


def _remarks(document: Document, left_out: Sequence[str]) -> Iterator[str]:
    yield (
        "A PDF holds lines, not paragraphs: these, the headings and the order of columns were "
        "told by their look. Compare with its pages."
    )
    empty = [sheet.label for sheet in document.sheets if not sheet.lines]
    if empty:
        shown = ", ".join(empty[:_SHOWN_PAGES]) + (", …" if len(empty) > _SHOWN_PAGES else "")
        pages = f"Page {shown} has" if len(empty) == 1 else f"{len(empty)} pages ({shown}) have"
        yield f"{pages} no text layer; what is printed there is a picture and not in the text."
    if any(sheet.cut for sheet in document.sheets):
        yield "A page has more words than are read of one; the rest of it is missing."
    if left_out:
        different = list(dict.fromkeys(left_out))
        shown = ", ".join(f"“{_short(each)}”" for each in different[:_SHOWN_EDGES])
        more = ", …" if len(different) > _SHOWN_EDGES else ""
        what = "1 line was" if len(left_out) == 1 else f"{len(left_out)} lines were"
        yield f"{what} left out as page headers, footers or page numbers: {shown}{more}."
