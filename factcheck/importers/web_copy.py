"""What a copy of a web page says: the article in it, and all its words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.errors import FactcheckError
from factcheck.importers import registry
from factcheck.importers.web_archive import read_page
from factcheck.importers.whole_page import read_whole

if TYPE_CHECKING:
    from factcheck.domain.imported import ImportedArticle
    from factcheck.domain.web import WebPage

_PAGES = {"text/html", "application/xhtml+xml"}


def read_web_copy(source: bytes, name: str) -> tuple[ImportedArticle, str]:
    """Return the article in a web archive, without bytes, and all words of its page.

    Where no article is found all words are taken for it. Raises FactcheckError.
    """
    page = read_page(source, name)
    whole = read_whole(page.content, page.name) if page.media_type in _PAGES else None
    article = replace(_article(page, whole), source=b"", annotations=(), original=None)
    return article, whole.text if whole else ""


def _article(page: WebPage, whole: ImportedArticle | None) -> ImportedArticle:
    try:
        return registry.read(page.content, page.name)
    except FactcheckError:
        if whole is None:
            raise
        return replace(whole, remarks=("The whole page was read: no article was found in it.",))
