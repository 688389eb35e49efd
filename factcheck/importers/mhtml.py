"""Web pages saved as one file (.mht, .mhtml), as browsers and Word write them.

RFC 2557. The page itself is read as one that was saved alone; its pictures stay in the file.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.errors import FactcheckError
from factcheck.importers.html import read_page
from factcheck.importers.mime import content_of, header, leaves, parse_mime, text_of
from factcheck.importers.pieces import File
from factcheck.importers.proposing import Proposals
from factcheck.importers.telling import told

if TYPE_CHECKING:
    from email.message import Message

    from factcheck.domain.imported import ImportedArticle

MEDIA_TYPE = "multipart/related"
_PAGES = {"text/html", "application/xhtml+xml"}
_WEB = ("http://", "https://")


def read_mhtml(source: bytes, name: str) -> ImportedArticle:
    """Read a saved page. Raises FactcheckError if it holds none, or no article is found in it."""
    message = parse_mime(source, name)
    parts = list(leaves(message))
    pages = [part for part in parts if part.get_content_type() in _PAGES]
    root = _root(message, pages)
    if root is None:
        raise FactcheckError(
            f"There is no page in “{name}”.", "Open the page in a browser and save it anew."
        )
    decoded = text_of(root)
    others = sum(part not in pages and bool(content_of(part)) for part in parts)
    remarks = [*decoded.remarks, *told({"frame": len(pages) - 1, "page part": others})]
    file = File(source, name, MEDIA_TYPE)
    # With a mark of byte order: what the page says of its encoding was true before only.
    content = decoded.text.encode("utf-8-sig")
    article = read_page(file, content, [_head(message, root)], remarks)
    return replace(article, encoding=None)  # each part has its own


def _root(message: Message, pages: list[Message]) -> Message | None:
    start = str(message.get_param("start", "") or "")
    named = (part for part in pages if start and part.get("Content-ID", "") == start)
    return next(named, None) or next(iter(pages), None)


def _head(message: Message, root: Message) -> Proposals:
    addresses = (
        header(message, "Snapshot-Content-Location"),
        header(root, "Content-Location"),
        header(message, "Content-Location"),
    )
    return Proposals(
        title=header(message, "Subject"),
        url=next((each for each in addresses if each.lower().startswith(_WEB)), ""),
        source="head of the saved page",
    )
