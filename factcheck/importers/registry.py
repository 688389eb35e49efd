"""Which reader reads which file: a new format is one file beside this one and one line here."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from factcheck.errors import FactcheckError
from factcheck.importers.docx import read_docx
from factcheck.importers.html import read_html
from factcheck.importers.markdown import read_markdown
from factcheck.importers.odt import read_odt
from factcheck.importers.text import read_pasted, read_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.domain.imported import ImportedArticle

__all__ = ["read", "read_pasted"]

READERS: dict[str, Callable[[bytes, str], ImportedArticle]] = {
    ".txt": read_text,
    ".text": read_text,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".html": read_html,
    ".htm": read_html,
    ".xhtml": read_html,
    ".docx": read_docx,
    ".odt": read_odt,
}
_PACKED = {".docx", ".odt"}
# Files that are no text although some look like it, by their first bytes.
_UNREADABLE = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a packed file, and its name does not say of which kind",
    b"\xd0\xcf\x11\xe0": "an old Word file, or a new one that is locked by a password",
    b"{\\rtf": "an RTF file",
}


def read(source: bytes, name: str) -> ImportedArticle:
    """Read an article by the suffix of its file's name; an unknown one is read as plain text.

    Raises FactcheckError for formats that can't be read, and for files without words.
    """
    suffix = PurePath(name).suffix.lower()
    kind = next((kind for start, kind in _UNREADABLE.items() if source.startswith(start)), "")
    if kind and not (suffix in _PACKED and source.startswith(b"PK")):
        known = ", ".join(READERS)
        raise FactcheckError(
            f"“{name}” is {kind}, which can’t be read.",
            f"Save it as HTML or text. These can be read: {known}.",
        )
    return READERS.get(suffix, read_text)(source, name)
