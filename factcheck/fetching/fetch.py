"""Ask the web for one page, as a person asked for it, within limits.

Nothing goes along but the address: no cookie, no referrer, no language. A server's address is
looked at after its name was resolved, and the connection goes to that address.
"""

from __future__ import annotations

import logging
import socket
from contextlib import closing
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING, TypeVar

from factcheck.domain.packing import unpacked
from factcheck.domain.web import Exchange, Fetched, Headers, UnreachableError
from factcheck.errors import FactcheckError
from factcheck.fetching import addresses
from factcheck.fetching.connecting import connection_to, told, trusted
from factcheck.fetching.leash import Leash, leashed

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from urllib3.response import HTTPResponse

    from factcheck.fetching.addresses import Target

    Progress = Callable[[int, int], object]

T = TypeVar("T")
_REDIRECTS = {301, 302, 303, 307, 308}
_HTTP_1_0 = 10
_MOST_ADDRESSES = 4
_CHUNK = 64 << 10
_BY_HAND = "Save the page in the browser and attach the file."
# Its complaints about odd headers reach nobody; what matters of them is told as our own.
logging.getLogger("urllib3").setLevel(logging.CRITICAL)


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds for all of it and of silence, bytes of bodies and of headers, redirects."""

    seconds: float = 120
    silence: float = 20
    size: int = 100 << 20
    headers: int = 256 << 10
    redirects: int = 10


# For answers that are a few kilobytes: one megabyte, within half a minute.
SMALL = Limits(seconds=30, size=1 << 20)


class Fetcher:
    """Fetches pages. ``now`` is the clock, ``agent`` says to servers who asks.

    ``resolve``, ``is_allowed`` and ``trust`` are other than the system's, the public web and the
    known authorities in tests alone: no setting of the program leads here.
    """

    def __init__(
        self,
        *,
        now: Callable[[], datetime],
        agent: str,
        limits: Limits | None = None,
        resolve: Callable[[str, int], list[str]] = addresses.resolved,
        is_allowed: Callable[[str], bool] = addresses.is_public,
        trust: Callable[[], ssl.SSLContext] = trusted,
    ) -> None:
        self._now = now
        self._agent = agent
        self._limits = limits or Limits()
        self._resolve = resolve
        self._is_allowed = is_allowed
        self._trust = trust

    def fetch(
        self,
        url: str,
        *,
        progress: Progress = lambda _done, _size: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> Fetched:
        """Return the page at an address, with the redirects that led to it; for any thread.

        ``progress`` gets the bytes that came and how many were announced, if any were.
        Raises Cancelled, UnreachableError, and FactcheckError for what is not asked or not taken.
        """
        first = addresses.parse(url)

        def work(leash: Leash) -> Fetched:
            return Fetched(tuple(self._exchanges(first, leash, progress)))

        found = self._leashed(work, first.host, cancelled)
        _require_page(found.final, self._limits.size)
        return found

    def post(
        self,
        url: str,
        body: bytes,
        *,
        kind: str,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> bytes:
        """Send bytes of this media type to an address, and return those of the answer.

        No redirect is followed: what was meant for one server is sent to no other one. Raises as
        ``fetch`` does.
        """
        target = addresses.parse(url)

        def work(leash: Leash) -> Exchange:
            with told(target.host):
                return self._exchange(target, leash, self._limits.size, _silent, (kind, body))

        answer = self._leashed(work, target.host, cancelled)
        if answer.status != HTTPStatus.OK:
            raise UnreachableError(
                f"{target.host} gave no answer: {_said(answer.status)}.", status=answer.status
            )
        return answer.body

    def _leashed(self, work: Callable[[Leash], T], host: str, cancelled: Callable[[], bool]) -> T:
        try:
            return leashed(work, seconds=self._limits.seconds, cancelled=cancelled)
        except TimeoutError:
            raise UnreachableError(
                f"{host} took more than {self._limits.seconds:g} seconds."
            ) from None

    def _exchanges(self, target: Target, leash: Leash, progress: Progress) -> Iterator[Exchange]:
        left = self._limits.size
        for _ in range(self._limits.redirects + 1):
            with told(target.host):
                exchange = self._exchange(target, leash, left, progress)
            yield exchange
            location = exchange.header("Location")
            if exchange.status not in _REDIRECTS or not location:
                return
            left -= len(exchange.body)
            target = addresses.followed(target.url, location)
        raise UnreachableError(f"{target.host} sends on and on to another address.")

    def _exchange(
        self,
        target: Target,
        leash: Leash,
        most: int,
        progress: Progress,
        sending: tuple[str, bytes] | None = None,
    ) -> Exchange:
        """Ask for a page, or, where bytes are to be sent, send them with their media type."""
        trust = self._trust() if target.scheme == "https" else None
        address, opened = self._connected(target, leash)
        with closing(connection_to(target, opened, trust, self._limits.silence)) as asked:
            sent, at = self._headers_for(target, sending), self._now()
            asked.request(
                "POST" if sending else "GET",
                target.path,
                body=sending[1] if sending else None,
                headers=dict(sent),
                preload_content=False,
            )
            with closing(asked.getresponse()) as answer:
                self._require_short(answer)
                return Exchange(
                    url=target.url,
                    address=address,
                    at=at,
                    sent=sent,
                    protocol="HTTP/1.0" if answer.version == _HTTP_1_0 else "HTTP/1.1",
                    status=answer.status,
                    reason=answer.reason or "",
                    headers=tuple(answer.headers.items()),
                    body=b"".join(_chunks(answer, most, progress)),
                )

    def _connected(self, target: Target, leash: Leash) -> tuple[str, socket.socket]:
        """Connect to the first public address of a host that lets us. Raises OSError."""
        found = self._resolve(target.host, target.port)
        public = [address for address in found if self._is_allowed(address)]
        if not public:
            raise FactcheckError(
                f"“{target.host}” is not on the public web but in this machine’s own network.",
                _BY_HAND,
            )
        failure = OSError()
        for address in public[:_MOST_ADDRESSES]:
            try:
                opened = socket.create_connection((address, target.port), self._limits.silence)
                leash.hold(opened)
            except OSError as error:
                failure = error
            else:
                return address, opened
        raise failure

    def _headers_for(self, target: Target, sending: tuple[str, bytes] | None) -> Headers:
        about_page = (
            ("Accept", "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8"),
            ("Accept-Encoding", "gzip"),
        )
        return (
            ("Host", target.netloc),
            ("User-Agent", self._agent),
            *((("Content-Type", sending[0]),) if sending else about_page),
            ("Connection", "close"),
        )

    def _require_short(self, answer: HTTPResponse) -> None:
        size = sum(len(name) + len(value) for name, value in answer.headers.items())
        if size > self._limits.headers:
            raise FactcheckError("The server says too much before the page comes.", _BY_HAND)


def _chunks(answer: HTTPResponse, most: int, progress: Progress) -> Iterator[bytes]:
    announced, done = answer.length_remaining or 0, 0
    _require_small(announced, most)
    while chunk := answer.read1(_CHUNK, decode_content=False):
        done += len(chunk)
        _require_small(done, most)
        if announced:
            progress(done, announced)
        yield chunk


def _require_small(size: int, most: int) -> None:
    if size > most:
        raise FactcheckError(f"The answer has more than {most >> 20} MB.", _BY_HAND)


def _require_page(final: Exchange, most: int) -> None:
    """Refuse what is no page: an error, nothing at all, or what unpacks without end."""
    host = addresses.parse(final.url).host
    if not HTTPStatus.OK <= final.status < HTTPStatus.MULTIPLE_CHOICES:
        raise UnreachableError(
            f"{host} did not give the page: {_said(final.status)}.", status=final.status
        )
    if not final.body:
        raise UnreachableError(f"{host} gave an empty page.", status=final.status)
    for _ in unpacked(final.body, final.header("Content-Encoding"), most):
        pass


def _silent(_done: int, _size: int) -> None:
    pass


def _said(status: int) -> str:
    """Return a status in words; what the server itself calls it is anybody's text."""
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)
