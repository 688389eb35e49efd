"""Writes a report as Markdown (CommonMark with tables and footnotes, as GitHub and Pandoc read it).

Highlights are ``<mark>`` elements, corrections ``<del>`` and ``<ins>``: unlike asterisks they may
begin and end anywhere, also inside a word. The same report gives the same bytes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.domain.diff import PieceKind
from factcheck.domain.model import BlockKind
from factcheck.exporters.completeness import must_hold
from factcheck.exporters.markdown_text import BREAK, escape, escape_lines, escape_piece

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from factcheck.domain.diff import Piece as Change
    from factcheck.exporters.blocks import (
        ArticleBlock,
        Badge,
        Card,
        Header,
        Method,
        Piece,
        Report,
        Source,
        Unknown,
    )

_DOTS = {"green": "🟢", "amber": "🟠", "violet": "🟣", "red": "🔴", "blue": "🔵", "grey": "⚪"}
_STARTS = {BlockKind.LIST_ITEM: "- ", BlockKind.QUOTE: "> ", BlockKind.CAPTION: "*Caption:* "}
_CONTINUED = {BlockKind.LIST_ITEM: "  ", BlockKind.QUOTE: "> "}
_TAGS = {
    PieceKind.SAME: ("", ""),
    PieceKind.REMOVED: ("<del>", "</del>"),
    PieceKind.ADDED: ("<ins>", "</ins>"),
}
_STATEMENT = re.compile(r'^### .* <a id="statement-\d+"></a>$', re.MULTILINE)
_NOTE = re.compile(r"^\[\^\d+-\d+\]: ", re.MULTILINE)
_DEEPEST = 6


def write(report: Report) -> bytes:
    """Return the report as UTF-8 Markdown.

    Raises FactcheckError if it does not hold every statement and note that it should.
    """
    badges = {card.number: card.badge for card in report.cards}
    parts = [
        *_header(report.header),
        _summary(report),
        "## Annotated article",
        *(_block(block, badges) for block in report.article),
        "## Statements",
        *(part for card in report.cards for part in _card(card)),
        *([] if report.cards else ["No statement has been marked."]),
        "## What is not known",
        _unknowns(report.unknowns),
        "## Method",
        *_method(report.method),
    ]
    text = "\n\n".join(part for part in parts if part) + "\n"
    must_hold(report, statements=len(_STATEMENT.findall(text)), notes=len(_NOTE.findall(text)))
    return text.encode()


def _header(header: Header) -> list[str]:
    lines = (header.source, header.people, header.reviewed)
    shown = [_at_start(line) for line in lines]
    shown += [_url(header.url, header.link)] if header.url else []
    return [
        f"# {escape(header.title)}",
        f"*{header.kicker}*",
        BREAK.join([*shown, escape(header.fingerprint)]),
    ]


def _summary(report: Report) -> str:
    rows = [
        f"| {_badge(count.badge)} | {count.total} | {escape(count.badge.meaning)} |"
        for count in report.counts
    ]
    return "\n".join(["| Verdict | Statements | Meaning |", "|---|---:|---|", *rows])


def _badge(badge: Badge) -> str:
    return f"{_dot(badge)} {escape(badge.symbol)} {escape(badge.word)}"


def _dot(badge: Badge) -> str:
    return _DOTS.get(badge.tone, _DOTS["grey"])


def _block(block: ArticleBlock, badges: Mapping[int, Badge]) -> str:
    body = "".join(_piece(piece, badges, first=not i) for i, piece in enumerate(block.pieces))
    if block.kind is BlockKind.HEADING:
        # Below the report's own headings; a heading has one line.
        return f"{'#' * min(block.level + 2, _DEEPEST)} {body.replace(BREAK, ' ')}"
    return _STARTS.get(block.kind, "") + _indented(body, _CONTINUED.get(block.kind, ""))


def _indented(text: str, by: str) -> str:
    return text.replace("\n", f"\n{by}")


def _piece(piece: Piece, badges: Mapping[int, Badge], *, first: bool) -> str:
    opening = "".join(
        f'<mark id="mark-{number}">' if number in piece.begins else "<mark>"
        for number in piece.inside
    )
    text = escape_piece(piece.text, at_start=first)
    ends = "".join(f" {_jump(number, badges[number])}" for number in piece.ends)
    return opening + text + "</mark>" * len(piece.inside) + ends


def _jump(number: int, badge: Badge) -> str:
    return f"[{_dot(badge)}{escape(badge.symbol)}{number}](#statement-{number})"


def _card(card: Card) -> Iterator[str]:
    yield f'### {card.number} · {escape(card.words)} <a id="statement-{card.number}"></a>'
    state = f" · *{card.state}*" if card.state else ""
    lines = [f"{_badge(card.badge)}: {escape(card.badge.meaning)}{state}"]
    lines += [escape_lines(fact) for fact in card.facts]
    lines += [f"[Back to the article](#mark-{card.number})"] if card.marked else []
    yield BREAK.join(lines)
    yield escape_lines(card.reasoning)
    if card.correction:
        yield f"Change to: {_correction(card.correction)}"
    yield from (f"**For the desk:** {escape_lines(note)}" for note in card.notes)
    yield "\n".join(_source(card, i, source) for i, source in enumerate(card.sources, 1))
    yield "\n\n".join(_note(card, i, source) for i, source in enumerate(card.sources, 1))


def _correction(changes: Sequence[Change]) -> str:
    return "".join(_changed(change, i, changes) for i, change in enumerate(changes))


def _changed(change: Change, index: int, changes: Sequence[Change]) -> str:
    opening, closing = _TAGS[change.kind]
    replaces = index and changes[index - 1].kind is PieceKind.REMOVED and opening == "<ins>"
    gap = " " if replaces else ""
    return f"{gap}{opening}{escape_piece(change.text, at_start=False)}{closing}"


def _source(card: Card, index: int, source: Source) -> str:
    excerpt = f": {escape(source.excerpt)}" if source.excerpt else ""
    return f"- **{source.stance}:** {escape(_named(source))}{excerpt}[^{card.number}-{index}]"


def _named(source: Source) -> str:
    return ", ".join(part for part in (source.title, source.locator) if part)


def _note(card: Card, index: int, source: Source) -> str:
    lines = [_at_start(_named(source)), escape_lines(source.about)]
    lines += [_url(source.url, source.link), *(_at_start(copy) for copy in source.copies)]
    lines += [f"For the desk: {escape_lines(note)}" for note in source.notes]
    body = BREAK.join(line for line in lines if line)
    return f"[^{card.number}-{index}]: {_indented(body, '    ')}"


def _url(url: str, link: str) -> str:
    """Write a link where an autolink shows the address letter for letter, else plain text."""
    return f"<{link}>" if link and not re.search(r"&#?\w+;", link) else _at_start(url)


def _at_start(text: str) -> str:
    return escape_lines(text.replace("\n", " "))


def _unknowns(unknowns: Iterable[Unknown]) -> str:
    lines = [
        f"- {unknown.label}: "
        + ", ".join(f"[{number}](#statement-{number})" for number in unknown.numbers)
        for unknown in unknowns
    ]
    return "\n".join(lines) or "Every statement was judged and reviewed by a second person."


def _method(method: Method) -> Iterator[str]:
    yield from (escape_lines(sentence) for sentence in method.sentences)
    for scale in method.scales:
        steps = (f"- {_badge(step)}: {escape(step.meaning)}" for step in scale.steps)
        yield "\n".join([f"{escape_lines(scale.name)}:", "", *steps])
