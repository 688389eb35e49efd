"""How servers pack what they send (RFC 9110, section 8.4.1), unpacked up to a limit."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_CHUNK = 64 << 10
_GZIP_HEAD = b"\x1f\x8b"
# The first byte of zlib's format (RFC 1950): some servers leave its head out.
_METHOD, _DEFLATED = 0x0F, 8
_BY_HAND = "Save the page in the browser and attach the file."


def unpacked(body: bytes, coding: str, most: int) -> Iterator[bytes]:
    """Yield the plain bytes of a body part by part; ``coding`` is its Content-Encoding.

    Raises FactcheckError where they are more than ``most``, or damaged, or packed in another way.
    """
    size = 0
    for part in _parts(body, coding.strip().lower()):
        size += len(part)
        if size > most:
            raise FactcheckError(
                f"The page grows to more than {most >> 20} MB when it is unpacked.", _BY_HAND
            )
        yield part


def _parts(body: bytes, coding: str) -> Iterable[bytes]:
    match coding:
        case "" | "identity":
            return (body,)
        case "gzip" | "x-gzip":
            return _gunzipped(body)
        case "deflate":
            bare = not body or body[0] & _METHOD != _DEFLATED
            return _inflated(zlib.decompressobj(-zlib.MAX_WBITS if bare else zlib.MAX_WBITS), body)
    raise FactcheckError(f"The page is packed in a way that can’t be read: “{coding}”.", _BY_HAND)


def _gunzipped(body: bytes) -> Iterator[bytes]:
    """A gzip may consist of several, one behind the other; what follows the last is passed over."""
    rest = body
    while True:
        inflate = zlib.decompressobj(zlib.MAX_WBITS | 16)
        yield from _inflated(inflate, rest)
        rest = inflate.unused_data
        if not rest.startswith(_GZIP_HEAD):
            return


def _inflated(inflate: zlib._Decompress, rest: bytes) -> Iterator[bytes]:
    while not inflate.eof:
        try:
            piece = inflate.decompress(rest, _CHUNK)
        except zlib.error:
            piece = b""
        if not piece and not inflate.eof:
            raise FactcheckError(
                "The page came damaged.", "Try once more, or save it in the browser."
            )
        rest = inflate.unconsumed_tail
        yield piece
