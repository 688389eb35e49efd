"""Files of parts with heads (RFC 5322, RFC 2045 to 2047): mails, and pages saved as one file."""

from __future__ import annotations

import email
import email.header
from contextlib import suppress
from email import policy
from email.message import Message
from typing import TYPE_CHECKING

from factcheck.domain.canonical import canonical
from factcheck.errors import FactcheckError
from factcheck.importers.decode import Decoded, decode

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_PARTS = 1000
# A head of more lines, bytes of a line of it: no program writes such.
_LONGEST_HEAD = 1 << 20


def parse_mime(source: bytes, name: str) -> Message:
    """Return the outermost part. Raises FactcheckError for what is nested or repeated absurdly."""
    hint = "Open it in the program that wrote it and save it anew."
    head = source.partition(b"\n\n")[0].partition(b"\r\n\r\n")[0]
    if len(head) > _LONGEST_HEAD:
        raise FactcheckError(f"“{name}” has a head without end.", hint)
    try:
        # The old way of reading heads: it never fails on one.
        message = email.message_from_bytes(source, policy=policy.compat32)
        count = sum(1 for _ in message.walk())
    except RecursionError:
        raise FactcheckError(f"“{name}” is nested too deeply.", hint) from None
    if count > MOST_PARTS:
        raise FactcheckError(f"“{name}” has more than {MOST_PARTS} parts.", hint)
    return message


def leaves(message: Message) -> Iterator[Message]:
    """Yield the parts that hold something, those of attached mails not among them."""
    waiting = [message]
    while waiting:
        part = waiting.pop()
        inside = part.get_payload()
        if part.get_content_maintype() == "multipart" and isinstance(inside, list):
            waiting += [each for each in reversed(inside) if isinstance(each, Message)]
        else:
            yield part


def header(part: Message, name: str) -> str:
    """Return what a head says, decoded, on one line; "" where it is silent."""
    said = part.get(name, "")
    words = ""
    with suppress(ValueError, LookupError, email.errors.HeaderParseError):
        for piece, charset in email.header.decode_header(said):
            words += piece if isinstance(piece, str) else _in_header(piece, charset or "")
    return " ".join(canonical(words or str(said)).text.split())


def text_of(part: Message) -> Decoded:
    """Return the text of a part. Raises FactcheckError where it is none."""
    return decode(content_of(part), str(part.get_param("charset", "") or ""))


def content_of(part: Message) -> bytes:
    """Return the bytes of a part, unpacked from what mails are sent in."""
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def name_of(part: Message) -> str:
    """Return the name that a part gives its file: a label, never a path; "" without one."""
    name = ""
    with suppress(ValueError, LookupError):
        name = part.get_filename("") or ""
    return " ".join(canonical(name).text.split())


def _in_header(piece: bytes, charset: str) -> str:
    for known in (charset, "utf-8"):
        with suppress(LookupError, UnicodeError):
            return piece.decode(known)
    return piece.decode("latin-1")
