"""A connection to the very address that was looked at, and words for what may go wrong with it."""

from __future__ import annotations

import socket
import ssl
from contextlib import contextmanager
from http.client import HTTPException
from typing import TYPE_CHECKING

import certifi
from urllib3 import connection, exceptions

from factcheck.domain.web import UnreachableError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.fetching.addresses import Target

# Most telling first: what is said where one of these happens, of the host {0}.
_WORDS: tuple[tuple[tuple[type[Exception], ...], str], ...] = (
    (
        (ssl.SSLError, exceptions.SSLError),
        "There is no safe connection to {0}, or its certificate is not valid.",
    ),
    ((socket.gaierror, UnicodeError), "There is no server {0}, or this machine has no network."),
    ((TimeoutError, exceptions.TimeoutError), "{0} does not answer."),
    ((OSError, exceptions.ConnectionError), "{0} could not be reached, or broke off."),
    ((HTTPException, exceptions.HTTPError), "{0} does not answer as a web server does."),
)


def trusted() -> ssl.SSLContext:
    """Return what certificates are proved with: the system's authorities, and Mozilla's list."""
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


def connection_to(
    target: Target, opened: socket.socket, trust: ssl.SSLContext | None, silence: float
) -> connection.HTTPConnection:
    """Return what speaks HTTP over an open connection; with ``trust``, over TLS within it."""
    if trust is None:
        plain = _Plain(target.host, target.port, timeout=silence)
        plain.opened = opened
        return plain
    secure = _Secure(target.host, target.port, timeout=silence, ssl_context=trust)
    secure.opened = opened
    return secure


class _Plain(connection.HTTPConnection):
    opened: socket.socket

    def _new_conn(self) -> socket.socket:
        return self.opened


class _Secure(connection.HTTPSConnection):
    opened: socket.socket

    def _new_conn(self) -> socket.socket:
        return self.opened


@contextmanager
def told(host: str) -> Iterator[None]:
    """Turn what goes wrong between us and a host into UnreachableError."""
    try:
        yield
    except (OSError, ValueError, HTTPException, exceptions.HTTPError) as error:
        for kinds, words in _WORDS:
            if isinstance(error, kinds):
                raise UnreachableError(words.format(host)) from error
        raise
