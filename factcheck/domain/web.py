"""What came over the web: each request that was made, and what the server said to it."""

from __future__ import annotations

import mimetypes
import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from factcheck.errors import FactcheckError

_LONGEST_NAME = 60
# What mimetypes calls otherwise, or differently from system to system.
_SUFFIXES = {
    "application/warc": ".warc.gz",
    "application/xhtml+xml": ".html",
    "text/html": ".html",
    "text/markdown": ".md",
    "text/plain": ".txt",
}

_AGAIN = (
    "If the page opens in the browser, save it there and attach the file; or try once more later."
)

Headers = tuple[tuple[str, str], ...]


class UnreachableError(FactcheckError):
    """The page was not to be had this time; ``status`` is what a server answered, or None."""

    def __init__(self, message: str, hint: str = _AGAIN, *, status: int | None = None) -> None:
        super().__init__(message, hint)
        self.status = status


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request and its answer, from the server at the IP ``address``.

    ``body`` is as it was sent: packed, where the headers say so; only the pieces of a chunked
    answer are put together. ``protocol`` is "HTTP/1.1" or older.
    """

    url: str
    address: str
    at: datetime
    sent: Headers
    protocol: str
    status: int
    reason: str
    headers: Headers
    body: bytes

    def header(self, name: str) -> str:
        """Return the first header of this name, in capitals or not; "" if there is none."""
        return header(self.headers, name)


@dataclass(frozen=True, slots=True)
class Fetched:
    """All that was needed for one page: the last exchange brought it, the others led there."""

    exchanges: tuple[Exchange, ...]

    @property
    def final(self) -> Exchange:
        """The exchange that brought the page."""
        return self.exchanges[-1]

    @property
    def url(self) -> str:
        """The address that was asked for."""
        return self.exchanges[0].url


@dataclass(frozen=True, slots=True)
class WebPage:
    """A page out of an archive: its bytes, unpacked, and what was said of them.

    ``at`` is when it was fetched, as the archive says it.
    """

    url: str
    at: str
    media_type: str
    content: bytes

    @property
    def name(self) -> str:
        """A file's name for it: from its address, with the ending of what it is."""
        return file_name(self.url, self.media_type)


def header(headers: Headers, name: str) -> str:
    """Return the first header of this name, in capitals or not; "" if there is none."""
    wanted = name.lower()
    return next((value for key, value in headers if key.lower() == wanted), "")


def media_type_of(content_type: str) -> str:
    """Return what stands before the parameters: "text/html" of "Text/HTML; charset=utf-8"."""
    return content_type.partition(";")[0].strip().lower()


def charset_of(content_type: str) -> str:
    """Return the charset that a Content-Type names; "" if it names none."""
    found = re.search(r"""charset\s*=\s*["']?([\w.:-]+)""", content_type, re.IGNORECASE)
    return found[1] if found else ""


def file_name(url: str, media_type: str) -> str:
    """Return a name for a file of this address and type: "bridge.html" of "https://…/bridge?a"."""
    parts = urlsplit(url)
    words = (PurePosixPath(unquote(parts.path)).stem, parts.hostname or "", "page")
    stem = next(filter(None, map(_harmless, words)))
    return stem + (_SUFFIXES.get(media_type) or mimetypes.guess_extension(media_type) or "")


def _harmless(words: str) -> str:
    kept = "".join(letter if letter.isalnum() or letter in "-_ " else "-" for letter in words)
    return kept.strip("- ")[:_LONGEST_NAME]
