"""The text of a copy that is kept as evidence: an article, or all words of a page without one."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from factcheck.errors import FactcheckError
from factcheck.importers import registry
from factcheck.importers.content import suffix_by_content
from factcheck.importers.pieces import notes_behind
from factcheck.importers.web_archive import read_page
from factcheck.importers.whole_page import read_whole

if TYPE_CHECKING:
    from factcheck.domain.imported import ImportedArticle

# Code points and blocks of a text that are kept of a copy: all that undo has to take back at once.
MOST_TEXT, MOST_BLOCKS = 2_000_000, 30_000
_PAGES = {".html", ".htm", ".xhtml"}
_PAGE_TYPES = {"text/html", "application/xhtml+xml"}
_ARCHIVES = {".warc", ".wacz"}
_WHOLE = "The whole page was read: no article was found in it."


def read_copied(source: bytes, name: str) -> ImportedArticle:
    """Read a copy for its text alone, with its notes behind it, to be searched and quoted.

    Without the bytes, which the caller has, and of a very long text the beginning: that is quickly
    handed over. Raises FactcheckError as importing does.
    """
    whole = notes_behind(_read(source, name))
    return replace(shortened(whole), source=b"", original=None)


def read_copied_page(source: bytes, name: str) -> tuple[ImportedArticle, str]:
    """Read the page of a web archive as ``read_copied`` does, and all words that stand on it."""
    page = read_page(source, name)
    words = ""
    if page.media_type in _PAGE_TYPES:
        with suppress(FactcheckError):  # without words
            words = read_whole(page.content, page.name).text
    return read_copied(page.content, page.name), words


def shortened(article: ImportedArticle) -> ImportedArticle:
    """Return an article whose text is not too long to be kept, and which says so if it was."""
    end = min(len(article.text), MOST_TEXT)
    if len(article.blocks) > MOST_BLOCKS:
        end = min(end, article.blocks[MOST_BLOCKS].start)
    if end == len(article.text):
        return article
    return replace(
        article,
        text=article.text[:end],
        blocks=tuple(block for block in article.blocks if block.end <= end),
        remarks=(*article.remarks, f"Only the first {end:,} characters were read."),
    )


def _read(source: bytes, name: str) -> ImportedArticle:
    if suffix_by_content(source, name) in _ARCHIVES:
        page = read_page(source, name)
        return _read(page.content, page.name)
    try:
        return registry.read(source, name)
    except FactcheckError:
        if PurePath(name).suffix.lower() not in _PAGES:
            raise
        return replace(read_whole(source, name), remarks=(_WHOLE,))
