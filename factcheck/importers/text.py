"""Plain text, from a file or pasted. The text is the whole file: nothing is trimmed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.domain.anchors import trim
from factcheck.domain.model import Block, BlockKind
from factcheck.importers.decode import Decoded, clean, decode
from factcheck.importers.pieces import File, article
from factcheck.importers.proposing import TITLE_LENGTH, Proposals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.domain.imported import ImportedArticle

MEDIA_TYPE = "text/plain"
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*")
_EMPTY_LINE = re.compile(r"\n[^\S\n]*\n")
# Some archives put the date before the title: " date 2024-12-18 The title".
_DATED = re.compile(r"date (\d{4}-\d{2}-\d{2}) +(?=\S)")
_SUBHEADING_LENGTH = 80
_NO_SUBHEADING_END = (".", "!", "?", ":", ",", ";", "…")
_FULL_STOPS = (".", "。")


def read_text(source: bytes, name: str) -> ImportedArticle:
    """Read a plain text file. Raises FactcheckError if it isn't text or has no words."""
    return _read(File(source, name, MEDIA_TYPE), decode(source))


def read_pasted(text: str) -> ImportedArticle:
    """Read what somebody pasted. Raises FactcheckError if it has no words."""
    source = text.encode(errors="surrogatepass")
    return _read(File(source, "pasted text", MEDIA_TYPE), clean(text))


def _read(file: File, decoded: Decoded) -> ImportedArticle:
    text = decoded.text
    stretches = list(_stretches(text))
    title = _title(text, stretches)
    dated = _DATED.match(title)
    said = Proposals(
        title=title[dated.end() :] if dated else title,
        published=dated[1] if dated else "",
        source="first line",
    )
    blocks = tuple(_blocks(text, stretches, titled=bool(title)))
    return article(file, text, blocks, [said], decoded.remarks, encoding=decoded.encoding)


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Find the paragraphs: parted by empty lines, or line by line where there are none."""
    pattern = _PARAGRAPH if _EMPTY_LINE.search(text.strip()) else _LINE
    for found in pattern.finditer(text):
        yield trim(text, *found.span())


def _title(text: str, stretches: list[tuple[int, int]]) -> str:
    """Return the first paragraph if it looks like a title, else nothing."""
    first = text[slice(*stretches[0])] if stretches else ""
    looks_so = len(first) <= TITLE_LENGTH and "\n" not in first and not first.endswith(_FULL_STOPS)
    return first if looks_so else ""


def _blocks(text: str, stretches: list[tuple[int, int]], *, titled: bool) -> Iterator[Block]:
    for at, (start, end) in enumerate(stretches):
        if at == 0 and titled:
            yield Block(BlockKind.HEADING, start, end, level=1)
        elif _is_subheading(text, stretches[max(0, at - 1) : at + 2]):
            yield Block(BlockKind.HEADING, start, end, level=2)
        else:
            yield Block(BlockKind.PARAGRAPH, start, end)


def _is_subheading(text: str, neighbours: list[tuple[int, int]]) -> bool:
    """Say whether the middle one is a short line between two longer paragraphs.

    A byline, a standfirst or a closing credit has no paragraph on one of its sides.
    """
    if len(neighbours) != 3:  # noqa: PLR2004 the one before, itself, the one after
        return False
    before, words, after = (text[start:end] for start, end in neighbours)
    return (
        len(words) <= _SUBHEADING_LENGTH < min(len(before), len(after))
        and "\n" not in words
        and not words.endswith(_NO_SUBHEADING_END)
    )
