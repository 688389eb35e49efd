"""What was fetched, written as a web archive: WARC 1.1 (ISO 28500:2017), each record packed.

A copy that any program for web archives reads: every request and answer, redirects too.
"""

from __future__ import annotations

from datetime import UTC
from io import BytesIO
from typing import TYPE_CHECKING

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from factcheck.fetching.addresses import parse

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from factcheck.domain.web import Exchange, Fetched

MEDIA_TYPE = "application/warc"
# The pieces of an answer were put together, so it may not say any more that it comes in pieces.
_PIECES = "transfer-encoding"


def warc(fetched: Fetched, *, agent: str, new_id: Callable[[], str]) -> bytes:
    """Return the archive: about itself first, then each answer with its request, then the page."""
    kept = BytesIO()
    writer = _Writer(kept, new_id)
    first, final = fetched.exchanges[0], fetched.final
    about = {"software": agent, "format": "WARC File Format 1.1"}
    writer.write("warcinfo", first.at, fields=about)
    for exchange in fetched.exchanges:
        answered = writer.write("response", exchange.at, exchange, head=_answer(exchange))
        writer.write("request", exchange.at, exchange, head=_request(exchange), to=answered)
    led = {"via": fetched.url, "hopsFromSeed": "R" * (len(fetched.exchanges) - 1)}
    writer.write("metadata", final.at, final, fields=led, to=answered)
    return kept.getvalue()


class _Writer:
    def __init__(self, kept: BytesIO, new_id: Callable[[], str]) -> None:
        self._writer = WARCWriter(kept, gzip=True, warc_version="1.1")
        self._new_id = new_id

    def write(
        self,
        kind: str,
        at: datetime,
        exchange: Exchange | None = None,
        *,
        head: StatusAndHeaders | None = None,
        fields: dict[str, str] | None = None,
        to: str = "",
    ) -> str:
        """Write a record: an answer, a request, or fields about one; return its id."""
        name = f"<urn:uuid:{self._new_id()}>"
        body = exchange.body if exchange and kind == "response" else _fields(fields or {})
        record = self._writer.create_warc_record(
            exchange.url if exchange else "",
            kind,
            payload=BytesIO(body),
            length=len(body),
            http_headers=head,
            warc_headers_dict=_named(name, at, exchange, to),
        )
        self._writer.write_record(record)
        return name


def _named(name: str, at: datetime, exchange: Exchange | None, to: str) -> dict[str, str]:
    moment = at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    named = {"WARC-Record-ID": name, "WARC-Date": moment}
    if exchange:
        named["WARC-IP-Address"] = exchange.address
    if to:
        named["WARC-Concurrent-To"] = to
    return named


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
