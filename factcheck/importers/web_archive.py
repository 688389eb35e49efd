"""A web archive: which of its pages is meant, and that page's bytes.

WARC 1.0 and 1.1 (ISO 28500:2017), packed or not, and WACZ (a zip of WARCs with a list of pages,
WACZ 1.1.1). Sizes are counted, never believed.
"""

from __future__ import annotations

import codecs
import json
import logging
import zlib
from contextlib import contextmanager
from io import BytesIO
from itertools import chain
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from factcheck.domain.packing import unpacked
from factcheck.domain.web import WebPage, charset_of, media_type_of
from factcheck.errors import FactcheckError
from factcheck.importers.decode import as_declared
from factcheck.importers.packages import Package

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LARGEST_PAGE = 100 << 20
_CHUNK = 64 << 10
_BEGINNINGS = (b"WARC/", b"\x1f\x8b")
_ZIP = b"PK\x03\x04"
_MOST_LINES = 1_000
_ANSWERS = {"response", "resource"}
_PAGES, _ARCHIVES = "pages/pages.jsonl", "archive/"
_READABLE = {"text/html", "application/xhtml+xml", "application/pdf", "text/plain"}
_HINT = "See whether another program for web archives opens it, and attach a whole copy."
# What warcio raises for damaged archives: its own, and those of what it calls.
_DAMAGED = (EOFError, OSError, ValueError, AttributeError, TypeError, AssertionError, zlib.error)


def read_page(source: bytes, name: str) -> WebPage:
    """Return the page that an archive is about: the one it begins with, redirects followed.

    Raises FactcheckError where the archive is damaged, or no page is in it.
    """
    wanted, archives = _parts(source, name)
    choice = _Choice(wanted)
    with _told(name):
        for record in chain.from_iterable(map(_records, archives)):
            choice.look_at(_Record(record, name))
    if choice.best is None:
        raise FactcheckError(f"No page was found in “{name}”.", _HINT)
    return choice.best.page()


def _parts(source: bytes, name: str) -> tuple[str, Iterable[bytes]]:
    """Return the address that a packed collection is about, "" if unknown, and its archives."""
    if not source.startswith(_ZIP):
        return "", (source,)
    package = Package(source, name)
    archives = [part for part in package.names if part.startswith(_ARCHIVES)]
    pages = package.read(_PAGES) if _PAGES in package else b""
    return _first_page(pages), map(package.read, archives)


def _first_page(pages: bytes) -> str:
    """Return the address in the first line that has one; the very first line is a heading."""
    for line in pages.splitlines()[:_MOST_LINES]:
        try:
            url = json.loads(line).get("url")
        except (ValueError, AttributeError, RecursionError):
            continue
        if isinstance(url, str):
            return url
    return ""


def _records(archive: bytes) -> Iterator[Any]:
    from warcio.archiveiterator import ArchiveIterator

    if not archive.startswith(_BEGINNINGS):
        raise EOFError
    # Its complaints reach the person as our own.
    logging.getLogger("warcio").setLevel(logging.CRITICAL)
    return (each for each in ArchiveIterator(BytesIO(archive)) if each.rec_type in _ANSWERS)


@contextmanager
def _told(name: str) -> Iterator[None]:
    from warcio.exceptions import ArchiveLoadFailed
    from warcio.statusandheaders import StatusAndHeadersParserException

    try:
        yield
    except (*_DAMAGED, ArchiveLoadFailed, StatusAndHeadersParserException):
        raise FactcheckError(f"“{name}” is cut off or damaged.", _HINT) from None


class _Record:
    """One answer in an archive, whose bytes are read only where they are wanted."""

    def __init__(self, record: Any, name: str) -> None:  # noqa: ANN401 warcio isn't typed
        self._record = record
        self._name = name
        self._heads = record.http_headers or record.rec_headers
        self._body = b""
        self.url = str(record.rec_headers.get_header("WARC-Target-URI", ""))
        self.location = urljoin(self.url, self._head("Location")) if self._is_redirect() else ""

    def fits(self, wanted: str) -> tuple[bool, bool, bool]:
        """Say how well it fits: is it an answer at all, fit to be read, of the address meant."""
        status = self._status()
        good = not status or status.startswith("2")
        return good, media_type_of(self._head("Content-Type")) in _READABLE, self.url == wanted

    def keep(self) -> None:
        """Read the bytes: only possible before the next record is come to."""
        self._body = b"".join(self._chunks())

    def page(self) -> WebPage:
        """Return what was kept, unpacked."""
        said = self._head("Content-Type")
        content = b"".join(unpacked(self._body, self._head("Content-Encoding"), LARGEST_PAGE))
        return WebPage(
            url=self.url,
            at=str(self._record.rec_headers.get_header("WARC-Date", "")),
            media_type=media_type_of(said),
            content=_marked(content, said),
        )

    def _chunks(self) -> Iterator[bytes]:
        from warcio.bufferedreaders import ChunkedDataReader

        stream, size = self._record.raw_stream, 0
        if self._head("Transfer-Encoding").lower() == "chunked":
            stream = ChunkedDataReader(stream)
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            if size > LARGEST_PAGE:
                raise FactcheckError(
                    f"The page in “{self._name}” has more than {LARGEST_PAGE >> 20} MB.", _HINT
                )
            yield chunk
        rest = self._record.raw_stream
        if rest.limit and not rest.read(1):
            raise EOFError

    def _is_redirect(self) -> bool:
        return self._status().startswith("3")

    def _status(self) -> str:
        """Return the answer's status; "" for a record of a file, which has none."""
        return str(self._record.http_headers.get_statuscode()) if self._record.http_headers else ""

    def _head(self, name: str) -> str:
        return str(self._heads.get_header(name) or "")


def _marked(content: bytes, said: str) -> bytes:
    """Return a text whose letters are stored as the server alone says as what any reader knows."""
    told = said.startswith("text/") and as_declared(content, "utf-8") is None
    text = as_declared(content, charset_of(said)) if told else None
    return content if text is None else codecs.BOM_UTF8 + text.encode()


class _Choice:
    """The best record so far. ``wanted`` is the address meant: at first what comes first."""

    def __init__(self, wanted: str) -> None:
        self._wanted = wanted
        self._fit = (True, False, False)
        self.best: _Record | None = None

    def look_at(self, record: _Record) -> None:
        """Keep a record that fits better than those before, and follow one that leads on."""
        self._wanted = self._wanted or record.url
        if record.location and record.url == self._wanted:
            self._wanted = record.location
        fit = record.fits(self._wanted)
        if fit > self._fit or (self.best is None and fit == self._fit):
            record.keep()
            self._fit, self.best = fit, record
