"""E-mails (.eml): what was written, not what the program around it added.

RFC 5322; flowed text by RFC 3676. Text is preferred to the page that says the same.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from email.message import Message
from email.utils import getaddresses, parsedate_to_datetime
from typing import TYPE_CHECKING

from factcheck.domain.model import BlockKind
from factcheck.errors import FactcheckError
from factcheck.importers.flow import Flow
from factcheck.importers.markup import Markup, parse_html
from factcheck.importers.mime import header, leaves, name_of, parse_mime, text_of
from factcheck.importers.pieces import File
from factcheck.importers.proposing import Proposals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.domain.imported import ImportedArticle

MEDIA_TYPE = "message/rfc822"
_LOCKED = {"application/pgp-encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"}
_QUOTED = re.compile(r"(?:> ?)+")
_SIGNATURE = "-- "
_SHOWN_NAMES = 5


def read_mail(source: bytes, name: str) -> ImportedArticle:
    """Read a mail. Raises FactcheckError if it is none, is encrypted or has no words."""
    message = parse_mime(source, name)
    if not message.keys():
        raise FactcheckError(
            f"“{name}” is not an e-mail.", "Save it anew as .eml, or save its text as .txt."
        )
    parts = _Parts()
    for part in leaves(message):
        parts.take(part, name)
    flow = Flow()
    remarks = tuple(parts.say(flow))
    file = File(source, name, MEDIA_TYPE)
    return flow.article(file, [_head(message)], remarks, is_draft=False)


@dataclass(slots=True)
class _Parts:
    """The parts of a mail by what they are for."""

    texts: list[Message] = field(default_factory=list)
    pages: list[Message] = field(default_factory=list)
    attached: list[str] = field(default_factory=list)

    def take(self, part: Message, name: str) -> None:
        kind = part.get_content_type()
        if kind in _LOCKED:
            raise FactcheckError(
                f"“{name}” is encrypted.", "Open it in the mail program and save it unlocked."
            )
        if part.get_content_disposition() == "attachment" or kind not in {
            "text/plain",
            "text/html",
        }:
            self.attached.append(_label(part, kind))
        else:
            (self.texts if kind == "text/plain" else self.pages).append(part)

    def say(self, flow: Flow) -> Iterator[str]:
        """Say the words of the mail; yield what is to be told."""
        decoded = [text_of(part) for part in self.texts]
        flowed = [part.get_param("format") == "flowed" for part in self.texts]
        if any(each.text.strip() for each in decoded):
            for each, joins in zip(decoded, flowed, strict=True):
                yield from each.remarks
                _say_text(flow, each.text, flowed=joins)
            self.attached += [name_of(part) for part in self.pages if name_of(part)]
        else:
            yield from self._say_pages(flow)
        if self.attached:
            shown = ", ".join(f"“{each}”" for each in self.attached[:_SHOWN_NAMES])
            more = ", …" if len(self.attached) > _SHOWN_NAMES else ""
            count = len(self.attached)
            what = "1 attached file" if count == 1 else f"{count} attached files"
            yield f"{what} stayed in the mail: {shown}{more}."

    def _say_pages(self, flow: Flow) -> Iterator[str]:
        for part in self.pages:
            decoded = text_of(part)
            yield from decoded.remarks
            body, cut = parse_html(decoded.text)
            if body is not None:
                Markup(flow).walk(body)
            if cut:
                yield "The mail is nested so deeply that the end of it could not be read."


def _label(part: Message, kind: str) -> str:
    """Name what is attached: a mail by what it is about."""
    inside = part.get_payload()
    mails = [each for each in inside if isinstance(each, Message)] if kind == MEDIA_TYPE else []
    about = [header(each, "Subject") for each in mails]
    return name_of(part) or "".join(about) or f"nameless {kind}"


def _head(message: Message) -> Proposals:
    return Proposals(
        title=header(message, "Subject"),
        byline=", ".join(_senders(header(message, "From"))),
        published=_day(header(message, "Date")),
        source="head of the mail",
    )


def _senders(said: str) -> list[str]:
    try:
        return [name or address for name, address in getaddresses([said]) if name or address]
    except RecursionError:  # brackets in brackets, hundreds deep
        return []


def _day(date: str) -> str:
    try:
        return parsedate_to_datetime(date).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""


def _say_text(flow: Flow, text: str, *, flowed: bool) -> None:
    """Say paragraphs, which empty lines part; quoted ones as quotes."""
    quoted, joins, empty = False, False, True
    for line in text.split("\n"):
        mark = _QUOTED.match(line)
        words = line[mark.end() :] if mark else line
        if flowed and not mark and words.startswith(" "):  # stuffed: RFC 3676, 4.4
            words = words[1:]
        if not words.strip() or bool(mark) != quoted:
            flow.end(BlockKind.QUOTE if quoted else BlockKind.PARAGRAPH)
            empty = True
        quoted = bool(mark)
        if words.strip():
            flow.say(words if empty or joins else f"\n{words}")
            empty, joins = False, flowed and words.endswith(" ") and words != _SIGNATURE
    flow.end(BlockKind.QUOTE if quoted else BlockKind.PARAGRAPH)
