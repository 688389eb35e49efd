"""Which addresses may be asked: those of the public web, whatever a name or a page says.

Which networks are public: IANA's registries of special-purpose addresses (RFC 6890), as Python
knows them, and for IPv6 only what is given out at all, 2000::/3 (RFC 4291, section 2.4).
"""

from __future__ import annotations

import socket
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from urllib.parse import urljoin

from urllib3.exceptions import LocationParseError
from urllib3.util import parse_url

from factcheck.errors import FactcheckError

_GIVEN_OUT = IPv6Network("2000::/3")
# Hides an IPv4 address, and a tunnel to it goes through somebody's relay (RFC 3056, RFC 7526).
_SIX_TO_FOUR = IPv6Network("2002::/16")
# The same address in the translation that networks without IPv4 use (RFC 6052).
_TRANSLATED = IPv6Network("64:ff9b::/96")
# For protocols and for relays (RFC 6890, RFC 7526); older Pythons take some of it for public.
_SERVING = (IPv4Network("192.0.0.0/24"), IPv4Network("192.88.99.0/24"))
_PORTS = {"http": 80, "https": 443}
_LONGEST = 8_000  # code points: servers refuse longer ones (RFC 9110, section 4.1)
_SHOWN = 100  # code points of an address in a message


@dataclass(frozen=True, slots=True)
class Target:
    """An address taken apart; ``host`` is ASCII, an IPv6 address without its brackets."""

    url: str
    scheme: str
    host: str
    port: int
    netloc: str
    path: str


def parse(url: str) -> Target:
    """Take an address apart. Raises FactcheckError where it is none that may be asked for."""
    if not url.isprintable() or " " in url or len(url) > _LONGEST:
        raise _no_address(url)
    try:
        parsed = parse_url(url)
    except LocationParseError:
        raise _no_address(url) from None
    if parsed.scheme not in _PORTS:
        raise FactcheckError(
            f"“{_short(url)}” is no address of a web page.",
            "Only addresses with http:// or https:// in front are fetched.",
        )
    if parsed.auth is not None:
        raise FactcheckError(
            "The address holds a name or a password.",
            "Take out what stands before the @; pages behind a password are saved by the browser.",
        )
    if not parsed.host or not parsed.netloc:
        raise _no_address(url)
    return Target(
        url=parsed._replace(fragment=None).url,
        scheme=parsed.scheme,
        host=parsed.host.strip("[]"),
        port=parsed.port or _PORTS[parsed.scheme],
        netloc=parsed.netloc,
        path=parsed.request_uri,
    )


def followed(base: str, location: str) -> Target:
    """Return where a redirect leads. Raises FactcheckError."""
    # Headers are read as Latin-1; servers write UTF-8.
    raw = location.strip().encode("latin-1", "replace")
    try:
        return parse(urljoin(base, raw.decode("utf-8", "replace")))
    except ValueError:  # urljoin's, for brackets that don't close
        raise _no_address(location) from None


def resolved(host: str, port: int) -> list[str]:
    """Return the IP addresses of a host, as the system knows them. Raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


def is_public(address: str) -> bool:
    """Say whether an IP address belongs to the public web."""
    try:
        found = ip_address(address)
    except ValueError:
        return False
    if isinstance(found, IPv4Address):
        return _is_public_v4(found)
    if found in _TRANSLATED:
        return _is_public_v4(IPv4Address(int(found) & 0xFFFFFFFF))
    return _is_public_v6(found)


def _is_public_v4(address: IPv4Address) -> bool:
    special = address.is_multicast or address.is_reserved
    return address.is_global and not special and not any(address in net for net in _SERVING)


def _is_public_v6(address: IPv6Address) -> bool:
    given_out = address in _GIVEN_OUT and address not in _SIX_TO_FOUR
    return given_out and address.is_global and address.scope_id is None


def _no_address(url: str) -> FactcheckError:
    return FactcheckError(
        f"“{_short(url)}” is no address that can be fetched.",
        "Copy it from the browser’s address line once more.",
    )


def _short(url: str) -> str:
    """Return so much of an address as can be shown; nothing in it is a line or a control."""
    shown = "".join(letter if letter.isprintable() else "\ufffd" for letter in url)
    return shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}…"
