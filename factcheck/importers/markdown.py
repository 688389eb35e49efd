"""Markdown (CommonMark with tables): its words without the marks, blocks from the structure."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.domain.model import BlockKind
from factcheck.importers.decode import decode
from factcheck.importers.flow import Flow
from factcheck.importers.pieces import File
from factcheck.importers.proposing import Proposals

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token
    from markdown_it.tree import SyntaxTreeNode

    from factcheck.domain.imported import ImportedArticle
    from factcheck.importers.flow import Place

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
    flow = Flow()
    _say(flow, SyntaxTreeNode(tokens))
    remarks = (*decoded.remarks, *_remarks(tokens, front=bool(front)))
    read = flow.article(File(source, name, MEDIA_TYPE), [_said(front)], remarks)
    return replace(read, encoding=decoded.encoding)


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


def _say(flow: Flow, node: SyntaxTreeNode, kind: BlockKind = BlockKind.PARAGRAPH) -> None:
    kind = _INSIDE.get(node.type, kind)
    if node.type == "heading":
        _say_words(flow, node)
        flow.end(BlockKind.HEADING, level=int(node.tag[1:]))
    elif node.type == "tr":
        for number, cell in enumerate(node.children):
            flow.say("\t" if number else "")
            _say_words(flow, cell)
        flow.end()
    elif node.type == "paragraph":
        _say_words(flow, node)
        flow.end(BlockKind.CAPTION if _is_picture(node) else kind)
    elif node.type in {"fence", "code_block"}:
        flow.say(node.content)
        flow.end(kind)
    else:
        for child in node.children:
            _say(flow, child, kind)


def _is_picture(paragraph: SyntaxTreeNode) -> bool:
    return all(inside.type in {"image", "softbreak"} for inside in paragraph.children[0].children)


def _say_words(flow: Flow, node: SyntaxTreeNode) -> None:
    opened: list[tuple[Place, str]] = []
    for token in (each for inline in node.children for each in _inside(inline)):
        if token.type == "link_open":
            opened.append((flow.here, str(token.attrs["href"])))
        elif token.type == "link_close":
            start, url = opened.pop()
            flow.hang_link(url, start)
        else:
            flow.say(_words(token))


def _inside(node: SyntaxTreeNode) -> Sequence[Token]:
    return (node.token.children or ()) if node.token else ()


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
    images = sum(token.type == "image" for token in inside)
    if images:
        what = "1 picture is" if images == 1 else f"{images} pictures are"
        yield f"{what} not shown, only described in words."
