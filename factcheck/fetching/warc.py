"""What was fetched, written as a web archive: WARC 1.1 (ISO 28500:2017), each record packed.

A copy that any program for web archives reads: every request and answer, redirects too.
"""

from __future__ import annotations

import mimetypes
from dataclasses import dataclass
from datetime import UTC
from io import BytesIO
from typing import TYPE_CHECKING
from urllib.parse import quote

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from factcheck.fetching.addresses import parse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import datetime

    from factcheck.domain.web import Exchange, Fetched

# The pieces of an answer were put together, so it may not say any more that it comes in pieces.
_PIECES = "transfer-encoding"


@dataclass(frozen=True, slots=True)
class Saved:
    """A file that was saved with a page; ``name`` is relative to their folder, with slashes."""

    name: str
    content: bytes


def warc(fetched: Fetched, *, agent: str, new_id: Callable[[], str]) -> bytes:
    """Return the archive: about itself first, then each answer with its request, then the page."""
    first, final = fetched.exchanges[0], fetched.final
    writer = _Writer(new_id)
    writer.write("warcinfo", first.at, _about(agent))
    for exchange in fetched.exchanges:
        place = {"WARC-Target-URI": exchange.url, "WARC-IP-Address": exchange.address}
        answer = writer.write("response", exchange.at, exchange.body, place, _answer(exchange))
        place["WARC-Concurrent-To"] = answer
        writer.write("request", exchange.at, b"", place, _request(exchange))
    led = {"via": fetched.url, "hopsFromSeed": "R" * (len(fetched.exchanges) - 1)}
    writer.write("metadata", final.at, _fields(led), place)
    return writer.kept.getvalue()


def warc_of_files(
    files: Iterable[Saved], *, at: datetime, agent: str, new_id: Callable[[], str]
) -> bytes:
    """Return an archive of files that were saved together, in their order; ``at`` is when."""
    writer = _Writer(new_id)
    writer.write("warcinfo", at, _about(agent))
    for file in files:
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        place = {"WARC-Target-URI": f"file:///{quote(file.name)}", "Content-Type": kind}
        writer.write("resource", at, file.content, place)
    return writer.kept.getvalue()


class _Writer:
    """Writes record after record into ``kept``."""

    def __init__(self, new_id: Callable[[], str]) -> None:
        self.kept = BytesIO()
        self._writer = WARCWriter(self.kept, gzip=True, warc_version="1.1")
        self._new_id = new_id

    def write(
        self,
        kind: str,
        at: datetime,
        body: bytes,
        place: Mapping[str, str] | None = None,
        head: StatusAndHeaders | None = None,
    ) -> str:
        """Write a record with what is said of its place; return its id."""
        named = {"WARC-Record-ID": f"<urn:uuid:{self._new_id()}>", "WARC-Date": _moment(at)}
        said = named | dict(place or {})
        record = self._writer.create_warc_record(
            said.pop("WARC-Target-URI", ""),
            kind,
            payload=BytesIO(body),
            length=len(body),
            http_headers=head,
            warc_headers_dict=said,
        )
        self._writer.write_record(record)
        return named["WARC-Record-ID"]


def _moment(at: datetime) -> str:
    text = at.astimezone(UTC).isoformat(timespec="milliseconds")
    return text.replace("+00:00", "Z")


def _about(agent: str) -> bytes:
    return _fields({"software": agent, "format": "WARC File Format 1.1"})


def _answer(exchange: Exchange) -> StatusAndHeaders:
    headers = [
        (f"X-Archive-Orig-{name}" if name.lower() == _PIECES else name, value)
        for name, value in exchange.headers
    ]
    status = f"{exchange.status} {exchange.reason}".strip()
    return StatusAndHeaders(status, headers, protocol=exchange.protocol)


def _request(exchange: Exchange) -> StatusAndHeaders:
    line = f"GET {parse(exchange.url).path} HTTP/1.1"
    return StatusAndHeaders(line, list(exchange.sent), is_http_request=True)


def _fields(fields: dict[str, str]) -> bytes:
    return "".join(f"{name}: {value}\r\n" for name, value in fields.items() if value).encode()
