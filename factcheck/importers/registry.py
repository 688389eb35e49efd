"""Which reader reads which file: a new format is one file beside this one and one line here."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from factcheck.errors import FactcheckError
from factcheck.importers.content import is_packed, suffix_by_content
from factcheck.importers.docx import read_docx
from factcheck.importers.epub import read_epub
from factcheck.importers.html import read_html
from factcheck.importers.mail import read_mail
from factcheck.importers.markdown import read_markdown
from factcheck.importers.mhtml import read_mhtml
from factcheck.importers.odt import read_odt
from factcheck.importers.pdf import read_pdf
from factcheck.importers.rtf import read_rtf
from factcheck.importers.subtitles import read_srt, read_vtt
from factcheck.importers.text import read_pasted, read_text
from factcheck.importers.web_archive import read_page

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.domain.imported import ImportedArticle

__all__ = ["read", "read_pasted"]


def _read_archived(source: bytes, name: str) -> ImportedArticle:
    """Read the page that a web archive is about, as what the server said it is."""
    page = read_page(source, name)
    article = read(page.content, page.name)
    return replace(
        article,
        source=source,
        source_name=name,
        media_type="application/warc",
        encoding=None,  # the server said it
        url=article.url or (page.url if page.url.startswith(_WEB) else ""),
    )


READERS: dict[str, Callable[[bytes, str], ImportedArticle]] = {
    ".txt": read_text,
    ".text": read_text,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".html": read_html,
    ".htm": read_html,
    ".xhtml": read_html,
    ".mhtml": read_mhtml,
    ".mht": read_mhtml,
    ".docx": read_docx,
    ".odt": read_odt,
    ".rtf": read_rtf,
    ".epub": read_epub,
    ".pdf": read_pdf,
    ".eml": read_mail,
    ".srt": read_srt,
    ".vtt": read_vtt,
    ".warc": _read_archived,
    ".wacz": _read_archived,
}
_WEB = ("http://", "https://")
_PACKED = {read_docx, read_odt, read_epub, _read_archived}
# What begins like another format and is none.
_MAY_BEGIN_SO = {(read_markdown, ".html"), (read_mail, ".mhtml")}
_CALLED = {
    ".docx": "a Word file",
    ".epub": "an EPUB",
    ".html": "a web page",
    ".mhtml": "a saved page",
    ".odt": "an OpenDocument text",
    ".pdf": "a PDF",
    ".rtf": "rich text (RTF)",
    ".vtt": "subtitles",
    ".wacz": "a web archive",
    ".warc": "a web archive",
}


def read(source: bytes, name: str) -> ImportedArticle:
    """Read an article by what its first bytes say, or else by the suffix of its file's name.

    What neither tells is read as plain text. Raises FactcheckError for formats that can't be
    read, and for files without words.
    """
    claimed = PurePath(name.lower().removesuffix(".gz")).suffix
    by_name = READERS.get(claimed, read_text)
    found = suffix_by_content(source, name)
    reader = READERS.get(found, by_name)
    if (by_name, found) in _MAY_BEGIN_SO:
        reader = by_name
    if (found and found not in READERS) or (is_packed(source) and reader not in _PACKED):
        raise FactcheckError(
            f"“{name}” is {found or 'a packed file'}, which can’t be read.",
            f"These can be read: {', '.join(READERS)}.",
        )
    article = reader(source, name)
    if reader is by_name:
        return article
    said = f"The file is called “{name}”, but it is {_CALLED.get(found, found)}; read as that."
    return replace(article, remarks=(said, *article.remarks))
