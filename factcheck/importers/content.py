"""What a file is by its first bytes, whatever its name says."""

from __future__ import annotations

import re
import zlib

from factcheck.errors import FactcheckError

_LOOKED_AT = 4096
_PACKED = b"PK\x03\x04"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
# Where a packed file begins with its kind: EPUB's container format, OpenDocument 1.3 part 2.
_KIND_AT = slice(30, 100)
_PACKED_KINDS = {
    b"mimetypeapplication/epub+zip": ".epub",
    b"mimetypeapplication/vnd.oasis.opendocument.text": ".odt",
}
_GZIP, _GZIP_HEAD = b"\x1f\x8b", zlib.MAX_WBITS | 16
_ARCHIVE = b"WARC/"
_PAGE = re.compile(
    rb"(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+)?html\b", re.I | re.S
)
_SAVED_PAGE = re.compile(rb"^content-type:\s*multipart/related", re.I | re.M)
_SENT = re.compile(rb"^(?:to|cc|received|delivered-to):", re.I | re.M)
_HEADER = re.compile(rb"[\w-]+:[ \t]")


def is_packed(source: bytes) -> bool:
    """Say whether this is a packed file, whatever is in it."""
    return source.startswith(_PACKED)


def suffix_by_content(source: bytes, name: str) -> str:
    """Return the usual suffix of what a file is, "" where its first bytes do not tell.

    Raises FactcheckError for the old format of office programs, which can't be read.
    """
    if source.startswith(_OLD_OFFICE):
        raise _old_office(name)
    if is_packed(source):
        return _packed_suffix(source)
    if source.startswith(_GZIP):
        return ".warc" if _begins_with(source, _ARCHIVE) else ""
    return _text_suffix(source[:_LOOKED_AT].removeprefix(b"\xef\xbb\xbf").lstrip())


def _old_office(name: str) -> FactcheckError:
    if name.lower().endswith(".msg"):
        return FactcheckError(
            f"“{name}” is a mail in Outlook’s own format, which can’t be read.",
            "Save it as .eml, or copy its text and paste it.",
        )
    return FactcheckError(
        f"“{name}” is an old Word file, or a new one that is locked by a password.",
        "Open it in Word or LibreOffice and save it as DOCX without a password.",
    )


def _packed_suffix(source: bytes) -> str:
    for kind, suffix in _PACKED_KINDS.items():
        if source[_KIND_AT].startswith(kind):
            return suffix
    if b"datapackage.json" in source and b"archive/" in source:
        return ".wacz"
    return ".docx" if b"word/document.xml" in source else ""


def _begins_with(packed: bytes, words: bytes) -> bool:
    try:
        inflated = zlib.decompressobj(_GZIP_HEAD).decompress(packed[:_LOOKED_AT], len(words))
    except zlib.error:
        return False
    return inflated == words


def _text_suffix(head: bytes) -> str:
    if head.startswith(_ARCHIVE):
        return ".warc"
    if head.startswith(b"%PDF-"):
        return ".pdf"
    if head.startswith(b"{\\rtf"):
        return ".rtf"
    if head.startswith(b"WEBVTT"):
        return ".vtt"
    if _PAGE.match(head):
        return ".html"
    saved = _HEADER.match(head) and _SAVED_PAGE.search(head) and not _SENT.search(head)
    return ".mhtml" if saved else ""
