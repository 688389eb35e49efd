"""Markdown (CommonMark with tables): its words without the marks, blocks from the structure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.domain.model import BlockKind
from factcheck.importers.decode import decode
from factcheck.importers.pieces import File, Piece, article, assemble
from factcheck.importers.proposing import Proposals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.token import Token
    from markdown_it.tree import SyntaxTreeNode

    from factcheck.domain.imported import ImportedArticle

MEDIA_TYPE = "text/markdown"
_FRONT_MATTER = re.compile(
    r"---[ \t]*\n((?:[A-Za-z][\w-]*:.*\n|[ \t-].*\n|\n)+?)---[ \t]*(?:\n|\Z)"
)
_KEY_VALUE = re.compile(r"^([A-Za-z][\w-]*):[ \t]*(.+)$", re.MULTILINE)
# markdown-it drops without a word what is nested deeper; Python's stack holds this much.
_DEEPEST = 100
_INSIDE = {"list_item": BlockKind.LIST_ITEM, "blockquote": BlockKind.QUOTE}


def read_markdown(source: bytes, name: str) -> ImportedArticle:
    """Read a Markdown file. Raises FactcheckError if it isn't text or has no words."""
    from markdown_it.tree import SyntaxTreeNode

    decoded = decode(source)
    front, body = _split(decoded.text)
    tokens = _tokens(body)
    text, blocks = assemble(_pieces(SyntaxTreeNode(tokens)))
    remarks = (*decoded.remarks, *_remarks(tokens, front=bool(front)))
    file = File(source, name, MEDIA_TYPE)
    return article(file, text, blocks, [_said(front)], remarks, encoding=decoded.encoding)


def _split(text: str) -> tuple[dict[str, str], str]:
    """Part the front matter, by lower-case key, from the text below it."""
    found = _FRONT_MATTER.match(text)
    if not found:
        return {}, text
    pairs = _KEY_VALUE.findall(found[1])
    return {key.lower(): value.strip().strip("\"'") for key, value in pairs}, text[found.end() :]


def _tokens(text: str) -> list[Token]:
    from markdown_it import MarkdownIt

    options = {"html": False, "maxNesting": _DEEPEST}
    # HTML stays in the text as it was typed: a tag to look at is better than words lost.
    return MarkdownIt("commonmark", options).enable("table").parse(text)


def _said(front: dict[str, str]) -> Proposals:
    return Proposals(
        title=front.get("title", ""),
        byline=front.get("author", ""),
        publication=front.get("publication", ""),
        published=front.get("date", ""),
        url=front.get("url", ""),
        language=front.get("lang", "") or front.get("language", ""),
        source="front matter",
    )


def _pieces(node: SyntaxTreeNode, kind: BlockKind = BlockKind.PARAGRAPH) -> Iterator[Piece]:
    kind = _INSIDE.get(node.type, kind)
    if node.type == "heading":
        yield Piece(BlockKind.HEADING, _words_of(node), level=int(node.tag[1:]))
    elif node.type == "tr":
        yield Piece(BlockKind.PARAGRAPH, "\t".join(_words_of(cell) for cell in node.children))
    elif node.type == "paragraph":
        yield Piece(BlockKind.CAPTION if _is_picture(node) else kind, _words_of(node))
    elif node.type in {"fence", "code_block"}:
        yield Piece(kind, node.content)
    else:
        for child in node.children:
            yield from _pieces(child, kind)


def _is_picture(paragraph: SyntaxTreeNode) -> bool:
    return all(inside.type in {"image", "softbreak"} for inside in paragraph.children[0].children)


def _words_of(node: SyntaxTreeNode) -> str:
    return "".join(_words(inline.token) for inline in node.children if inline.token)


def _words(token: Token) -> str:
    if token.type == "softbreak":
        return " "
    if token.type == "hardbreak":
        return "\n"
    if token.children is not None:
        return "".join(_words(child) for child in token.children)
    return token.content


def _remarks(tokens: list[Token], *, front: bool) -> Iterator[str]:
    if front:
        yield "The lines between “---” at the top are not part of the text."
    if any(token.level >= _DEEPEST - 2 for token in tokens):
        yield "Quotes or lists are nested so deeply that words may be missing."
    inside = [child for token in tokens for child in token.children or ()]
    links = sum(token.type == "link_open" for token in inside)
    if links:
        what = "The address of 1 link" if links == 1 else f"The addresses of {links} links"
        yield f"{what} stayed in the file; the words of the link are in the text."
    images = sum(token.type == "image" for token in inside)
    if images:
        what = "1 picture is" if images == 1 else f"{images} pictures are"
        yield f"{what} not shown, only described in words."
