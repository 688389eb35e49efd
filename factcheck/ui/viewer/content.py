"""Makes of a copy's bytes what can be shown; runs beside the window's thread."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from factcheck.domain.excerpts import places_of
from factcheck.domain.imported import CapturedText
from factcheck.domain.locators import show_locator
from factcheck.errors import FactcheckError
from factcheck.importers.pictures import Picture
from factcheck.ui.article.display import Display
from factcheck.ui.viewer.pages import PdfFile, pdf_file
from factcheck.ui.viewer.text_view import Place

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.domain.model import Capture, Citation
    from factcheck.ui.jobs import Job

# Bytes of a file and lines of a text that are shown.
MOST_BYTES = 200_000_000
MOST_LINES = 30_000
_PDF, _PDF_HEAD = "application/pdf", b"%PDF-"


@dataclass(frozen=True, slots=True)
class ShownText:
    """A text, how it is laid out in lines, and the places in it that a citation is about.

    ``is_cut``: it is the beginning of a longer one.
    """

    read: CapturedText
    display: Display
    cited: tuple[Place, ...]
    is_cut: bool


Shown = ShownText | Picture | PdfFile


def shown_of(path: Path, copy: Capture, citation: Citation, job: Job) -> Shown | None:
    """Return what there is to show of a copy, None for what can only be saved.

    Raises FactcheckError with the reason where it can't be shown.
    """
    from factcheck.actions.captures import capture_content

    content = capture_content(path, copy.sha256)
    if copy.media_type == _PDF or content.startswith(_PDF_HEAD):
        return pdf_file(content, job)
    if copy.media_type.startswith("image/"):
        from factcheck.actions.pictures import picture_of

        return picture_of(content, cancelled=job.cancelled)
    return _text(path, copy, content, citation, job)


def shown_text(read: CapturedText, citation: Citation) -> ShownText:
    """Return a text to be shown at its excerpt, or else at its place."""
    text = _beginning(read.text)
    blocks = tuple(block for block in read.blocks if block.end <= len(text))
    places = places_of(citation.excerpt, text)
    if not places:
        wanted = show_locator(citation.locator_kind, citation.locator)
        places = [(b.start, b.start) for b in blocks if b.place and b.place == wanted]
    shown = replace(read, text=text, blocks=blocks)
    return ShownText(shown, Display(text, ()), tuple(places), len(text) < len(read.text))


def _beginning(text: str) -> str:
    """Return as many lines of a text as Qt takes in within a moment."""
    lines = islice(re.finditer("\n", text), MOST_LINES, None)
    following = next(lines, None)
    return text[: following.start()] if following else text


def _text(
    path: Path, copy: Capture, content: bytes, citation: Citation, job: Job
) -> ShownText | None:
    """Return the text that was read from a copy; one that nobody tried to read is read now."""
    from factcheck.actions.captures import what_was_read
    from factcheck.actions.readings import read_text

    read = what_was_read(path, copy.id)
    if read is None:
        read = read_text(path, content, copy.name, cancelled=job.cancelled)
    if read is not None and not read.text:
        raise FactcheckError(" ".join(read.remarks))
    return shown_text(read, citation) if read else None
